import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deathIn, holdPerson, noteFact, personIdOf, type Held, type NewFact } from './note-fact.ts'
import type { Identity, PersonRef } from './person.ts'
import { identityOf, keepNumber, setIdentity } from './subject.ts'

/** Of whom, and what told it (`message:<id>`, `entry:…`): the same source again changes nothing. */
type Told = { of: PersonRef; source: string; dossierId?: string }

/**
 * The personal number was given. Undefined when nobody is recorded for the dossier yet: the birth
 * brings the number along. Refuses `number-taken` (another's), `number-already-given` (this person
 * has another number).
 */
export function giveNumber(
  ctx: Ctx,
  db: Queryable,
  given: Told & { number: string; on?: PlainDate },
): Promise<string | undefined> {
  return onPerson(db, given.of, async ({ person }) => {
    if (person.number !== null && person.number !== given.number)
      throw new Refusal('number-already-given')
    const fact = { ...told(given), kind: 'number-given', happenedOn: given.on ?? null } as const
    if (await noteFact(ctx, db, person, fact)) await keepNumber(db, person.id, given.number)
  })
}

export type RecordResidence = Told & {
  what: 'registered' | 'deleted'
  on: PlainDate
  /** As printed: house, street, ward, province. */
  address?: string
}

/**
 * Permanent residence was registered or deleted. Undefined when nobody is recorded for the dossier.
 * Refuses `person-locked`: registered after the death.
 */
export function recordResidence(
  ctx: Ctx,
  db: Queryable,
  given: RecordResidence,
): Promise<string | undefined> {
  return onPerson(db, given.of, async (held) => {
    if (given.what === 'registered') ensureNotAfterDeath(ctx, held, given.on)
    await noteFact(ctx, db, held.person, {
      ...told(given),
      kind: `residence-${given.what}`,
      happenedOn: given.on,
      ...(given.address ? { detail: { address: given.address } } : {}),
    })
  })
}

/**
 * A health-insurance card was issued. Undefined when nobody is recorded for the dossier. Refuses
 * `person-locked`: issued after the death.
 */
export function recordCard(
  ctx: Ctx,
  db: Queryable,
  given: Told & { number: string; on: PlainDate },
): Promise<string | undefined> {
  return onPerson(db, given.of, async (held) => {
    ensureNotAfterDeath(ctx, held, given.on)
    await noteFact(ctx, db, held.person, {
      ...told(given),
      kind: 'card-issued',
      happenedOn: given.on,
      detail: { number: given.number },
    })
  })
}

/**
 * The entry was corrected (thay đổi, cải chính): what the person is called or when born, from now
 * on. What it was before stays as the words of the fact. Undefined when nobody is recorded.
 */
export function recordChange(
  ctx: Ctx,
  db: Queryable,
  given: Told & { person: Partial<Identity>; on?: PlainDate },
): Promise<string | undefined> {
  return onPerson(db, given.of, async ({ person }) => {
    const before = Object.entries(identityOf(person)).filter(
      ([key, value]) => Object.hasOwn(given.person, key) && value !== undefined,
    )
    const fact: NewFact = {
      ...told(given),
      kind: 'changed',
      happenedOn: given.on ?? null,
      detail: Object.fromEntries(before.map(([key, value]) => [key, String(value)])),
    }
    if (await noteFact(ctx, db, person, fact)) await setIdentity(db, person, given.person)
  })
}

function told({ source, dossierId, of }: Told): Pick<NewFact, 'source' | 'dossierId'> {
  const id = dossierId ?? ('dossierId' in of ? of.dossierId : null)
  return { source, dossierId: id }
}

async function onPerson(
  db: Queryable,
  of: PersonRef,
  work: (held: Held) => Promise<void>,
): Promise<string | undefined> {
  const personId = await personIdOf(db, of)
  if (personId === undefined) return undefined
  await work(await holdPerson(db, personId))
  return personId
}

/** @basis LHT 60/2014/QH13 Điều 34(2) */
function ensureNotAfterDeath(ctx: Ctx, { facts }: Held, on: PlainDate): void {
  const death = deathIn(facts)
  if (!death) return
  const diedOn = death.happenedOn ?? legalDay(death.notedAt)
  if (on > diedOn) throw new Refusal('person-locked')
}
