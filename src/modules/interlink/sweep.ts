import type { Ctx } from '../../platform/ctx.ts'
import { addDays, legalDay } from '../../platform/plain-date.ts'
import { deleteNonces } from './store-messages.ts'
import { deleteRefusals } from './store-refusals.ts'
import { WINDOW_SECONDS } from './verify-request.ts'

const REFUSALS_KEPT_DAYS = 90

/** Forgets signatures that are stale by now, and refusals of the last quarter. */
export async function sweepExchange(ctx: Ctx): Promise<{ nonces: number; refusals: number }> {
  const now = ctx.clock.now()
  // A clock ahead of ours by the window, a signature as old as the window.
  const before = new Date(now.getTime() - 3 * WINDOW_SECONDS * 1000)
  return {
    nonces: await deleteNonces(ctx.db, before),
    refusals: await deleteRefusals(ctx.db, addDays(legalDay(now), -REFUSALS_KEPT_DAYS)),
  }
}
