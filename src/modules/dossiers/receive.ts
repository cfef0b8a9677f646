import type { Ctx } from '../../platform/ctx.ts'
import { findPaperSlip } from './counter-store.ts'
import { deskAct, type DeskAct } from './desk-act.ts'
import { closeDueActions } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { dueOf } from './due.ts'
import { planDue } from './due-plan.ts'
import { move } from './move.ts'
import { extensionsOf } from './move-due.ts'

export type Receive = DeskAct

/**
 * Receives a filed dossier: the legal clock starts, the due date is set with its reasons, the first
 * step begins, the official receipt may be issued. Refuses as `deskAct`.
 * @basis NĐ 61/2018/NĐ-CP Điều 17(1), 17(3); QĐ 09/2015/QĐ-TTg
 */
export async function receive(ctx: Ctx, input: Receive): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'receive' }, async (desk) => {
    const { db, dossier, definition, world } = desk
    const now = ctx.clock.now()
    // Entered later from a paper slip, it was received when the slip was given.
    const slip = await findPaperSlip(db, desk.at)
    const receivedAt = slip?.trulyFiledAt ?? now
    const due = dueOf(world, definition, {
      agencyId: dossier.agencyId,
      receivedAt,
      pauses: [],
      extensions: await extensionsOf(db, desk),
    })
    const first = definition.steps[0]
    if (!first) throw new Error(`${definition.key} was published without steps`)
    await closeDueActions(db, desk.at, now)
    await planDue(db, world, desk.at, { dueAt: due.dueAt, now })
    return move(ctx, db, {
      dossier,
      action: 'receive',
      to: 'processing',
      step: first.key,
      facts: { dueAt: due.dueAt.toISOString(), waitedSince: dossier.filedAt.toISOString() },
      change: {
        receivedAt,
        dueAt: due.dueAt,
        dueReasons: due.reasons,
        escalation: null,
        assigneeId: dossier.assigneeId ?? desk.staffId,
      },
      requestKey: input.requestKey,
    })
  })
}
