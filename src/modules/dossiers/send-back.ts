import type { Ctx } from '../../platform/ctx.ts'
import { proposingStep } from './confirm-preview.ts'
import type { WithReason } from './decline.ts'
import { deskAct, keepWords, type AtDesk } from './desk-act.ts'
import { listSupplements } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { move } from './move.ts'
import type { State } from './states.ts'

/**
 * The signer does not sign and returns the dossier to the officer who proposed, with one reason. A
 * refusal that is not signed leaves the dossier where it was proposed from. Refuses as `deskAct`,
 * and `reason-missing`, `reason-too-long`.
 */
export async function sendBack(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'sendBack' }, async (desk) => {
    const { db, at, dossier, definition, staffId } = desk
    const words = { kind: 'sent-back', body: input.reason, writtenBy: staffId }
    const facts = await keepWords(db, at, { ...words, writtenAt: ctx.clock.now() })
    const isRefusal = dossier.state === 'refusing'
    return move(ctx, db, {
      dossier,
      action: 'sendBack',
      to: isRefusal ? await beforeRefusal(desk) : 'processing',
      step: isRefusal ? dossier.step : proposingStep(definition, dossier),
      facts,
      requestKey: input.requestKey,
    })
  })
}

/** A request that is still open is waited for; otherwise the step goes on. */
async function beforeRefusal({ db, at }: AtDesk): Promise<State> {
  const requests = await listSupplements(db, at)
  return requests.some(({ answers }) => answers === null) ? 'supplementing' : 'processing'
}
