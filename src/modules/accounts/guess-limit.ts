import type { Ctx } from '../../platform/ctx.ts'
import { sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { networkOf } from './address-limit.ts'
import { signInLimitsOf } from './rules.ts'
import { countFailures, insertFailure } from './limit-store.ts'

/** Who guesses at which kind of secret that is not a password: `resume`, `lookup`, `code`. */
export type Guess = { what: string; ip: string }

/**
 * Passes while an address has not guessed wrongly too often. Refuses `guesses-throttled` { minutes },
 * by the same limits as sign-in.
 */
export async function ensureMayGuess(ctx: Ctx, guess: Guess): Promise<void> {
  const { windowMinutes, failuresPerAddress } = await signInLimitsOf(ctx.db)
  const since = new Date(ctx.clock.now().getTime() - windowMinutes * 60_000)
  const failures = await countFailures(ctx.db, keyOf(guess), since)
  if (failures >= failuresPerAddress)
    throw new Refusal('guesses-throttled', { minutes: windowMinutes })
}

export async function recordWrongGuess(ctx: Ctx, guess: Guess): Promise<void> {
  const now = ctx.clock.now()
  await insertFailure(ctx.db, { id: uuidv7(now), keyHash: keyOf(guess), failedAt: now })
}

function keyOf({ what, ip }: Guess): string {
  return sha256Hex(`${what}:${networkOf(ip)}`)
}
