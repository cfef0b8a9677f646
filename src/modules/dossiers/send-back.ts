import type { Ctx } from '../../platform/ctx.ts'
import { proposingStep } from './confirm-preview.ts'
import type { WithReason } from './decline.ts'
import { deskAct, keepWords } from './desk-act.ts'
import type { Dossier } from './dossier.ts'
import { move } from './move.ts'

/**
 * The signer returns a dossier to the officer who proposed it, with one reason. Refuses as
 * `deskAct`, and `reason-missing`, `reason-too-long`.
 */
export async function sendBack(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'sendBack' }, async (desk) => {
    const { db, at, dossier, definition, staffId } = desk
    const words = { kind: 'sent-back', body: input.reason, writtenBy: staffId }
    const facts = await keepWords(db, at, { ...words, writtenAt: ctx.clock.now() })
    return move(ctx, db, {
      dossier,
      action: 'sendBack',
      to: 'processing',
      step: proposingStep(definition, dossier),
      facts,
      requestKey: input.requestKey,
    })
  })
}
