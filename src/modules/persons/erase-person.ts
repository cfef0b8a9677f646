import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { readIdentity } from './likeness.ts'
import { holdPerson } from './note-fact.ts'
import { storedKeys } from './search-keys.ts'
import { deleteKeys } from './store-keys.ts'
import { eraseRow, releaseNumber } from './store.ts'
import { numberHash } from './subject.ts'

/**
 * Takes the personal data of one person out of this module: names, birth, parents, number, the
 * words of the facts and every key of the search. The facts stay as references, so that books and
 * counts keep adding up; the books themselves are kept by law. Safe to repeat.
 */
export async function erasePerson(ctx: Ctx, db: Queryable, personId: string): Promise<void> {
  const { person } = await holdPerson(db, personId)
  if (person.erasedAt) return
  await deleteKeys(db, personId, storedKeys(readIdentity(person)))
  if (person.number !== null) await releaseNumber(db, numberHash(person.number), personId)
  await eraseRow(db, personId, ctx.clock.now())
}
