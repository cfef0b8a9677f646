import type { Queryable } from '../../platform/db.ts'
import { normaliseNumber } from '../people/index.ts'
import { compare, readIdentity, type Likeness } from './likeness.ts'
import type { Identity, Person } from './person.ts'
import { askedKeys } from './search-keys.ts'
import { listByKeys } from './store-keys.ts'
import { findNumber, findPersonRow } from './store.ts'
import { numberHash } from './subject.ts'

export type Candidate = Likeness & { person: Person }

type Options = {
  /** At most so many, the likest first. */
  limit?: number
  /** Also those too unlike to be worth a warning: for an officer who searches. */
  isSearch?: boolean
}

/**
 * Who of all people may be the one described, the likest first, with reasons: names by sound and in
 * any order, days one off or swapped, a year alone. It warns; it never decides.
 */
export async function findCandidates(
  db: Queryable,
  query: Identity,
  { limit = 5, isSearch = false }: Options = {},
): Promise<readonly Candidate[]> {
  const asked = readIdentity(query)
  const found = await listByKeys(db, askedKeys(asked))
  const numbered = await byNumber(db, query.number)
  const people =
    numbered && found.every(({ id }) => id !== numbered.id) ? [...found, numbered] : found
  return people
    .map((person) => ({ ...compare(asked, readIdentity(person)), person }))
    .filter(({ band }) => isSearch || band !== undefined)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
}

async function byNumber(db: Queryable, number: string | undefined): Promise<Person | undefined> {
  if (number === undefined) return undefined
  const id = await findNumber(db, numberHash(normaliseNumber(number)))
  return id === undefined ? undefined : findPersonRow(db, id)
}
