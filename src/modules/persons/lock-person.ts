import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readIdentity } from './likeness.ts'
import { addFact, holdPerson, noteFact, personIdOf } from './note-fact.ts'
import type { PersonRef } from './person.ts'
import { storedKeys } from './search-keys.ts'
import { deleteKeys } from './store-keys.ts'
import { findSource, takeSource } from './store.ts'

export type LockPerson = {
  of: PersonRef
  /** What told of the death: `message:<id>`, `decision:<number>`. */
  source: string
  diedOn?: PlainDate
}

/**
 * Locks a person whose death stands in the book of another commune; a death of our own books locks
 * by `recordDeath`. Safe to repeat. Undefined when nobody is recorded for the dossier.
 */
export async function lockPerson(
  ctx: Ctx,
  db: Queryable,
  { of, source, diedOn }: LockPerson,
): Promise<string | undefined> {
  const personId = await personIdOf(db, of)
  if (personId === undefined) return undefined
  const { person } = await holdPerson(db, personId)
  await noteFact(ctx, db, person, { kind: 'locked', source, happenedOn: diedOn ?? null })
  return personId
}

export type AnnulFact = {
  /** The source of what is taken back: `entrySource(entry)`, or as it was told. */
  annuls: string
  /** What says so: the annulling decision, the crossing out. */
  source: string
  on?: PlainDate
}

/**
 * What was recorded does not hold: an entry crossed out, annulled by decision. A death taken back
 * unlocks the person. Safe to repeat. Undefined when that source told nothing here.
 */
export async function annulFact(
  ctx: Ctx,
  db: Queryable,
  { annuls, source, on }: AnnulFact,
): Promise<string | undefined> {
  const personId = await findSource(db, annuls)
  if (personId === undefined) return undefined
  const { person, facts } = await holdPerson(db, personId)
  const fact = facts.find((one) => one.source === annuls)
  if (!fact || !(await takeSource(db, source, personId))) return personId
  await addFact(ctx, db, person, {
    kind: 'annulled',
    source,
    annuls: fact.no,
    happenedOn: on ?? null,
  })
  // Of whom nothing is left standing nobody is warned.
  if (facts.length === 1) await deleteKeys(db, personId, storedKeys(readIdentity(person)))
  return personId
}

/**
 * Takes back the death that `annuls` told, so that the person lives again for the system. Throws when
 * that source told of something else.
 * @basis practice.md 7
 */
export async function unlockPerson(
  ctx: Ctx,
  db: Queryable,
  given: AnnulFact,
): Promise<string | undefined> {
  const personId = await findSource(db, given.annuls)
  if (personId === undefined) return undefined
  const { facts } = await holdPerson(db, personId)
  const fact = facts.find(({ source }) => source === given.annuls)
  if (fact && fact.kind !== 'died' && fact.kind !== 'locked')
    throw new Error(`${given.annuls} told of no death`)
  return annulFact(ctx, db, given)
}
