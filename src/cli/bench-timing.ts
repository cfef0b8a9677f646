export type Timed = { perSecond: number; p50: number; p95: number; p99: number }

/** Works on `atOnce` items at a time; returns how long each took, in milliseconds, sorted. */
export async function inLanes<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<number[]> {
  const waiting = [...items]
  const took: number[] = []
  const lane = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      const from = performance.now()
      await work(item)
      took.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return took.toSorted((a, b) => a - b)
}

export async function timed(work: () => Promise<number[]>): Promise<Timed> {
  const from = performance.now()
  const took = await work()
  return { perSecond: took.length / ((performance.now() - from) / 1000), ...spread(took) }
}

/** Of sorted figures. */
export function spread(took: readonly number[]): Omit<Timed, 'perSecond'> {
  const at = (share: number) => took[Math.floor((took.length - 1) * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
