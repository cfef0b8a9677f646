import { createHash } from 'node:crypto'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** After the first, second … failure; then every hour. */
const DELAYS_MS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR]

/** A message that nobody accepted in ten days is dead until a person sends it again. */
export const TRIED_FOR_MS = 10 * 24 * HOUR

/** How long after its `attempts`-th failure a message is tried again; spread by its id. */
export function retryDelayMs(attempts: number, id: string): number {
  const delay = DELAYS_MS[Math.min(attempts, DELAYS_MS.length) - 1] ?? SECOND
  return Math.round(delay * (0.8 + 0.4 * shareOf(id)))
}

/** The same for a party that does not answer: it is worth a look every five minutes. */
export function probeDelayMs(failures: number, party: string): number {
  return Math.min(retryDelayMs(failures, party), 5 * MINUTE)
}

/** A number from 0 to 1 that is always the same for a text. */
function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 0xffff_ffff
}
