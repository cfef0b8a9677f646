import type { Queryable } from '../../platform/db.ts'
import { normaliseNumber } from '../people/index.ts'
import { compare, readIdentity, type Likeness } from './likeness.ts'
import { standingFacts, type Fact, type Identity, type Person } from './person.ts'
import { askedKeys } from './search-keys.ts'
import { listByKeys } from './store-keys.ts'
import { findNumber, findPersonRow, listFactsOf } from './store.ts'
import { numberHash } from './subject.ts'

export type Candidate = Likeness & { person: Person; facts: readonly Fact[] }

type Options = {
  /** At most so many, the likest first. */
  limit?: number
  /** Also those too unlike to be worth a warning: for an officer who searches. */
  isSearch?: boolean
}

/**
 * Who of all people may be the one described, the likest first, with reasons: names by sound and in
 * any order, days one off or swapped, a year alone; with the facts that stand. It warns; it never
 * decides.
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
  const likest = people
    .map((person) => ({ ...compare(asked, readIdentity(person)), person }))
    .filter(({ band }) => isSearch || band !== undefined)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
  const ids = likest.map(({ person }) => person.id)
  const facts = ids.length === 0 ? undefined : await listFactsOf(db, ids)
  return likest.map((one) => ({ ...one, facts: standingFacts(facts?.get(one.person.id) ?? []) }))
}

async function byNumber(db: Queryable, number: string | undefined): Promise<Person | undefined> {
  if (number === undefined) return undefined
  const id = await findNumber(db, numberHash(normaliseNumber(number)))
  return id === undefined ? undefined : findPersonRow(db, id)
}
