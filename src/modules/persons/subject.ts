import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { normaliseName } from '../people/index.ts'
import { readIdentity } from './likeness.ts'
import { dossierSource, type Identity } from './person.ts'
import { storedKeys } from './search-keys.ts'
import { deleteKeys, insertKeys } from './store-keys.ts'
import { findSame } from './store-decisions.ts'
import {
  findNumber,
  findSource,
  insertPerson,
  setNumber,
  takeNumber,
  takeSource,
  updateIdentity,
  type PersonRow,
} from './store.ts'

type Subject = { person: Identity; personId?: string; dossierId?: string }

/**
 * Whom an entry is about: somebody known by id, by the officer's word on the dossier or by the
 * personal number, or else a new person. The source is taken with it: `isTold` means that the same
 * source told it before, and nothing is to be done. Refuses `number-taken`.
 */
export async function takeSubject(
  ctx: Ctx,
  db: Queryable,
  given: Subject & { source: string },
): Promise<{ personId: string; isTold: boolean }> {
  const known = await knownSubject(db, given)
  const personId = known ?? uuidv7(ctx.clock.now())
  if (!(await takeSource(db, given.source, personId))) {
    const told = await findSource(db, given.source)
    return { personId: told ?? personId, isTold: true }
  }
  if (known === undefined) {
    const identity = tidy(given.person)
    await insertPerson(db, { id: personId, identity, at: ctx.clock.now() })
    await insertKeys(db, personId, storedKeys(readIdentity(identity)))
    if (identity.number !== undefined) await keepNumber(db, personId, identity.number)
  }
  if (given.dossierId !== undefined) await takeSource(db, dossierSource(given.dossierId), personId)
  return { personId, isTold: false }
}

async function knownSubject(db: Queryable, given: Subject): Promise<string | undefined> {
  const named = given.personId ?? (await ofDossier(db, given.dossierId))
  const { number } = given.person
  const holder = number === undefined ? undefined : await findNumber(db, numberHash(number))
  if (named !== undefined && holder !== undefined && holder !== named)
    throw new Refusal('number-taken')
  return named ?? holder
}

async function ofDossier(db: Queryable, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined
  const about = dossierSource(id)
  return (await findSource(db, about)) ?? (await findSame(db, about))
}

/** What an entry or a decision says is known best; what it does not say stays. */
export async function setIdentity(
  db: Queryable,
  person: PersonRow,
  given: Partial<Identity>,
): Promise<void> {
  const identity = tidy({ ...identityOf(person), ...said(given) })
  await updateIdentity(db, person.id, identity)
  const keys = storedKeys(readIdentity(identity))
  const gone = storedKeys(readIdentity(person)).filter((key) => !keys.includes(key))
  await deleteKeys(db, person.id, gone)
  await insertKeys(db, person.id, keys)
  if (given.number !== undefined) await keepNumber(db, person.id, given.number)
}

/** Refuses `number-taken`: the number is another person's. */
export async function keepNumber(db: Queryable, personId: string, number: string): Promise<void> {
  if (!(await takeNumber(db, numberHash(number), personId))) throw new Refusal('number-taken')
  await setNumber(db, personId, number)
}

export function numberHash(number: string): string {
  return sha256Hex(`personal-number:${number}`)
}

export function identityOf(person: PersonRow): Identity {
  return {
    name: person.name ?? '',
    sex: person.sex ?? undefined,
    birthDate: person.birthDate ?? undefined,
    birthYear: person.birthYear ?? undefined,
    motherName: person.motherName ?? undefined,
    fatherName: person.fatherName ?? undefined,
  }
}

/** Only what was said. A date brings its year; a year alone takes back a date of another year. */
function said({ birthDate, birthYear, ...others }: Partial<Identity>): Partial<Identity> {
  const born = birthDate
    ? { birthDate, birthYear: undefined }
    : birthYear
      ? { birthDate: undefined, birthYear }
      : {}
  return { ...Object.fromEntries(Object.entries(others).filter(([, value]) => value)), ...born }
}

function tidy(identity: Identity): Identity {
  const name = (text: string | undefined) => (text ? normaliseName(text) || undefined : undefined)
  return {
    ...identity,
    name: normaliseName(identity.name),
    motherName: name(identity.motherName),
    fatherName: name(identity.fatherName),
  }
}
