import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addFact, deathIn, holdPerson } from './note-fact.ts'
import { entrySource, type EntryRef, type Identity } from './person.ts'
import { setIdentity, takeSubject } from './subject.ts'

export type RecordBirth = {
  entry: EntryRef
  person: Identity
  /** The dossier that asked for the entry; its officer may have said who the subject is. */
  dossierId?: string
  /** Who it is, when that is known. */
  personId?: string
  /** Registered once before (đăng ký lại): another birth entry of the person is expected. */
  isAgain?: boolean
}

/**
 * A birth stands in the book: makes the person, or finds the one already known by `personId`, by
 * the officer's word on the dossier, or by the personal number. Call it in the transaction that
 * writes the entry; the same entry told again changes nothing. Returns the person's id. Refuses
 * `birth-already-in-book`, `death-before-birth`, `number-taken`.
 */
export async function recordBirth(ctx: Ctx, db: Queryable, given: RecordBirth): Promise<string> {
  const source = entrySource(given.entry)
  const { personId, isTold } = await takeSubject(ctx, db, { ...given, source })
  if (isTold) return personId
  const { person, facts } = await holdPerson(db, personId)
  const { birthDate } = given.person
  if (!given.isAgain && facts.some(({ kind }) => kind === 'born'))
    throw new Refusal('birth-already-in-book')
  const diedOn = deathIn(facts)?.happenedOn
  if (diedOn && birthDate && diedOn < birthDate) throw new Refusal('death-before-birth')
  await setIdentity(db, person, given.person)
  await addFact(ctx, db, person, {
    kind: 'born',
    source,
    entry: given.entry,
    happenedOn: birthDate ?? null,
    dossierId: given.dossierId ?? null,
  })
  return personId
}
