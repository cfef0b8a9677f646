import type { Likeness } from './likeness.ts'
import type { Identity } from './person.ts'
import type { CleanFiling, TruePair } from './testing-filings.ts'

export type Share = { hits: number; of: number }

/** What a search is worth, on filings whose truth is known. */
export type Measured = {
  /** True pairs whose person is shown among the first five; by kind of filing, and all. */
  recall: ReadonlyMap<string, Share>
  /** True pairs shown as `likely`. */
  trueLikely: Share
  /** Filings about nobody known that are flagged `likely`; by kind, and all. */
  falseLikely: ReadonlyMap<string, Share>
}

/** At most five people, by their place in the list they came from. */
export type Search = (
  identity: Identity,
) => Promise<readonly { at: number; band: Likeness['band'] }[]>

export async function measureSearch(
  search: Search,
  given: { pairs: readonly TruePair[]; clean: readonly CleanFiling[] },
): Promise<Measured> {
  const recall = new Map<string, Share>()
  const falseLikely = new Map<string, Share>()
  const trueLikely = { hits: 0, of: 0 }
  for (const { kind, of, identity } of given.pairs) {
    const found = (await search(identity)).find(({ at, band }) => at === of && band !== undefined)
    count(recall, kind, found !== undefined)
    trueLikely.of++
    if (found?.band === 'likely') trueLikely.hits++
  }
  for (const { kind, identity } of given.clean) {
    const found = await search(identity)
    count(
      falseLikely,
      kind,
      found.some(({ band }) => band === 'likely'),
    )
  }
  return { recall, trueLikely, falseLikely }
}

const ALL = 'all'

function count(shares: Map<string, Share>, kind: string, isHit: boolean): void {
  for (const key of [kind, ALL]) {
    const share = shares.get(key) ?? { hits: 0, of: 0 }
    shares.set(key, { hits: share.hits + (isHit ? 1 : 0), of: share.of + 1 })
  }
}

export function rateOf(share: Share | undefined): number {
  return share === undefined || share.of === 0 ? 0 : share.hits / share.of
}
