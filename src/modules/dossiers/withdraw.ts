import type { Ctx } from '../../platform/ctx.ts'
import { ownerAct, type OwnerAct } from './confirm-preview.ts'
import { releaseClaims } from './claim-store.ts'
import { closeDueActions, endPause } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { move } from './move.ts'

/**
 * Whoever filed takes the dossier back before a decision. Refuses `not-found`, `key-reused`,
 * `act-not-now`.
 */
export async function withdraw(ctx: Ctx, input: OwnerAct): Promise<Dossier> {
  return ownerAct(ctx, { ...input, action: 'withdraw' }, async ({ db, dossier }) => {
    const now = ctx.clock.now()
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    await endPause(db, at, now)
    await releaseClaims(db, at)
    await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      action: 'withdraw',
      to: 'withdrawn',
      change: { endedAt: now },
      requestKey: input.requestKey,
    })
  })
}
