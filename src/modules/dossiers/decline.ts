import type { Ctx } from '../../platform/ctx.ts'
import { deskAct, keepWords, type DeskAct } from './desk-act.ts'
import { releaseClaims } from './claim-store.ts'
import { closeDueActions } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { move } from './move.ts'

export type WithReason = DeskAct & { reason: string }

/**
 * Declines a dossier before receipt, with reasons in words. Refuses as `deskAct`, and
 * `reason-missing`, `reason-too-long`.
 * @basis NĐ 61/2018/NĐ-CP Điều 17(1); TT 01/2018/TT-VPCP Mẫu 03
 */
export function decline(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'decline' }, async ({ db, at, dossier, staffId }) => {
    const now = ctx.clock.now()
    const words = { kind: 'decline', body: input.reason, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    await releaseClaims(db, at)
    await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      action: 'decline',
      to: 'declined',
      facts,
      change: { endedAt: now },
      requestKey: input.requestKey,
    })
  })
}
