import { compare, readIdentity, type Likeness, type Read } from './likeness.ts'
import type { Identity } from './person.ts'
import { BLOCK_MAX, COMPARED_MAX } from './search.ts'
import { askedKeys, storedKeys } from './search-keys.ts'

/** The search of `store-keys.ts` without a database: the same keys, limits and comparison. */
export class PeopleInMemory {
  readonly #people: Read[] = []
  readonly #byKey = new Map<string, number[]>()

  add(identity: Identity): void {
    const read = readIdentity(identity)
    const at = this.#people.push(read) - 1
    for (const key of storedKeys(read)) {
      const found = this.#byKey.get(key)
      if (found) found.push(at)
      else this.#byKey.set(key, [at])
    }
  }

  find(identity: Identity, limit = 5): { at: number; likeness: Likeness }[] {
    const query = readIdentity(identity)
    const weights = new Map<number, number>()
    for (const { key, weight } of askedKeys(query))
      for (const at of this.#byKey.get(key)?.slice(-BLOCK_MAX) ?? [])
        weights.set(at, (weights.get(at) ?? 0) + weight)
    return [...weights]
      .toSorted(([a, one], [b, other]) => other - one || b - a)
      .slice(0, COMPARED_MAX)
      .map(([at]) => ({ at, likeness: compare(query, this.#people[at]!) }))
      .toSorted((a, b) => b.likeness.score - a.likeness.score)
      .slice(0, limit)
  }
}
