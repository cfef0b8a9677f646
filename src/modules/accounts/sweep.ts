import type { Ctx } from '../../platform/ctx.ts'
import { sweepSessions } from '../../platform/sessions.ts'
import { sessionLimitsOf } from './rules.ts'
import { sweepFailures } from './store.ts'

/** Forgets sessions nobody can use any more and old sign-in failures; returns how many rows. */
export async function sweepSignIns(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now()
  const sessions = await sweepSessions(ctx.db, now, await sessionLimitsOf(ctx.db))
  return sessions + (await sweepFailures(ctx.db, now))
}
