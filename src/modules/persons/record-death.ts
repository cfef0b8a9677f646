import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readIdentity } from './likeness.ts'
import { addFact, holdPerson } from './note-fact.ts'
import { entrySource, type EntryRef, type Identity } from './person.ts'
import { storedKeys } from './search-keys.ts'
import { insertKeys } from './store-keys.ts'
import { takeSubject } from './subject.ts'

export type RecordDeath = {
  entry: EntryRef
  person: Identity
  /** Undefined where not even the day is known. */
  diedOn?: PlainDate
  /** The dossier that asked for the entry; its officer may have said who the subject is. */
  dossierId?: string
  /** Who it is, when that is known. */
  personId?: string
  /** Registered once before (đăng ký lại): another death entry of the person is expected. */
  isAgain?: boolean
}

/**
 * A death stands in the book: finds the person as `recordBirth` does, or makes one, and locks it.
 * The same entry told again changes nothing. Returns the person's id. Refuses
 * `death-already-in-book` (a second death), `death-before-birth`, `number-taken`.
 * @basis LHT 60/2014/QH13 Điều 34(2)
 */
export async function recordDeath(ctx: Ctx, db: Queryable, given: RecordDeath): Promise<string> {
  const source = entrySource(given.entry)
  const { personId, isTold } = await takeSubject(ctx, db, { ...given, source })
  if (isTold) return personId
  const { person, facts } = await holdPerson(db, personId)
  if (!given.isAgain && facts.some(({ kind }) => kind === 'died'))
    throw new Refusal('death-already-in-book')
  if (given.diedOn && isBeforeBirth(given.diedOn, [given.person, person]))
    throw new Refusal('death-before-birth')
  if (facts.length === 0) await insertKeys(db, personId, storedKeys(readIdentity(person)))
  await addFact(ctx, db, person, {
    kind: 'died',
    source,
    entry: given.entry,
    happenedOn: given.diedOn ?? null,
    dossierId: given.dossierId ?? null,
  })
  return personId
}

type Born = { birthDate?: PlainDate | null | undefined; birthYear?: number | null | undefined }

function isBeforeBirth(diedOn: PlainDate, known: readonly Born[]): boolean {
  const diedIn = Number(diedOn.slice(0, 4))
  return known.some(
    ({ birthDate, birthYear }) =>
      (birthDate && diedOn < birthDate) || (birthYear && diedIn < birthYear),
  )
}
