/** Chance that repeats: the same seed gives the same people. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number
  /** 0 ≤ n < `below`. */
  below(below: number): number
  chance(probability: number): boolean
  pick<T>(values: readonly T[]): T
}

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (values) => values[below(values.length)]!,
  }
}

/** A value by its weight. */
export function weighted<T>(values: readonly (readonly [T, number])[]): (random: Random) => T {
  const ends: number[] = []
  let total = 0
  for (const [, weight] of values) ends.push((total += weight))
  return (random) => {
    const at = random.next() * total
    return values[ends.findIndex((end) => at < end)]![0]
  }
}
