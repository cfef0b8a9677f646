import type { Ctx } from '../../platform/ctx.ts'
import { sweepSessions } from '../../platform/sessions.ts'
import { sessionLimitsOf } from './rules.ts'
import { sweepFailures, sweepUses } from './limit-store.ts'

/** Forgets sessions nobody can use any more, old failures and old counts; returns how many rows. */
export async function sweepSignIns(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now()
  const sessions = await sweepSessions(ctx.db, now, await sessionLimitsOf(ctx.db))
  return sessions + (await sweepFailures(ctx.db, now)) + (await sweepUses(ctx.db, now))
}
