import { setTimeout as delay } from 'node:timers/promises'

/** Waits for the work, but no longer than this: what still hangs is left behind. */
export async function atMost(patienceMs: number, work: Promise<void>): Promise<void> {
  await Promise.race([work, delay(patienceMs, undefined, { ref: false })])
}
