import type { Ctx } from '../../platform/ctx.ts'
import { deskAct, keepWords, type DeskAct } from './desk-act.ts'
import { releaseClaims } from './claim-store.ts'
import { closeDueActions, endPause } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import type { Action } from './machine.ts'
import type { State } from './states.ts'
import { move } from './move.ts'

export type WithReason = DeskAct & { reason: string }

type Ending = { action: Extract<Action, 'decline' | 'refuse'>; to: State }

/**
 * Declines a dossier before receipt, with reasons in words. Refuses as `deskAct`, and
 * `reason-missing`, `reason-too-long`.
 * @basis NĐ 61/2018/NĐ-CP Điều 17(1); TT 01/2018/TT-VPCP Mẫu 03
 */
export function decline(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return endWithReason(ctx, input, { action: 'decline', to: 'declined' })
}

/**
 * Refuses a received dossier within its limit, with reasons in words. Refuses as `decline`.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(8)
 */
export function refuse(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return endWithReason(ctx, input, { action: 'refuse', to: 'refused' })
}

function endWithReason(ctx: Ctx, input: WithReason, ending: Ending): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: ending.action }, async ({ db, at, dossier, staffId }) => {
    const now = ctx.clock.now()
    const words = { kind: ending.action, body: input.reason, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    await endPause(db, at, now)
    await releaseClaims(db, at)
    await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      ...ending,
      facts,
      change: { endedAt: now },
      requestKey: input.requestKey,
    })
  })
}
