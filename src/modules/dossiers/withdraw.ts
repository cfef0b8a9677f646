import type { Ctx } from '../../platform/ctx.ts'
import { ownerAct, type OwnerAct } from './confirm-preview.ts'
import { releaseClaims } from './claim-store.ts'
import { keepWords } from './desk-act.ts'
import { closeDueActions, endPause } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { move } from './move.ts'

export type Withdraw = OwnerAct & {
  /** Nobody has to say why. */
  reason?: string
}

/**
 * Whoever filed takes the dossier back before a decision. Refuses `not-found`, `key-reused`,
 * `act-not-now`, `reason-too-long`.
 */
export async function withdraw(ctx: Ctx, input: Withdraw): Promise<Dossier> {
  return ownerAct(ctx, { ...input, action: 'withdraw' }, async ({ db, dossier }) => {
    const now = ctx.clock.now()
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    const body = input.reason?.trim() ?? ''
    const words = { kind: 'withdrawal', body, writtenBy: 'owner', writtenAt: now }
    const facts = body === '' ? {} : await keepWords(db, at, words)
    await endPause(db, at, now)
    await releaseClaims(db, at)
    await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      action: 'withdraw',
      to: 'withdrawn',
      facts,
      change: { endedAt: now },
      requestKey: input.requestKey,
    })
  })
}
