import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { releaseClaims } from './claim-store.ts'
import type { WithReason } from './decline.ts'
import { deskAct, keepWords, type DeskAct } from './desk-act.ts'
import { closeDueActions, endPause, findNewestNote, openedVersion } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { move } from './move.ts'

/**
 * The officer finds that the dossier cannot be granted and says why; nothing is told to the citizen
 * before the head has signed it. The legal clock goes on. Refuses as `deskAct`, and
 * `reason-missing`, `reason-too-long`.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(8)
 */
export function proposeRefusal(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'proposeRefusal' }, async (desk) => {
    const { db, at, dossier, staffId } = desk
    const words = { kind: PROPOSED, body: input.reason, writtenBy: staffId }
    const facts = await keepWords(db, at, { ...words, writtenAt: ctx.clock.now() })
    return move(ctx, db, {
      dossier,
      action: 'proposeRefusal',
      to: 'refusing',
      facts,
      requestKey: input.requestKey,
    })
  })
}

const PROPOSED = 'refusal-proposed'

export type Refuse = DeskAct & {
  /** As the citizen will read it; left out: as the officer proposed it. */
  reason?: string
}

/**
 * The signer refuses, by signing what the officer proposed: the dossier ends, the citizen gets the
 * reason in writing. Refuses as `deskAct`, and `not-opened` (this version was not opened by the
 * signer), `reason-missing`, `reason-too-long`.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(8); QĐ 09/2015/QĐ-TTg (văn bản nêu rõ lý do)
 */
export function refuse(ctx: Ctx, input: Refuse): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'refuse' }, async (desk) => {
    const { db, at, dossier, staffId } = desk
    if ((await openedVersion(db, at, staffId)) !== dossier.version) throw new Refusal('not-opened')
    const now = ctx.clock.now()
    const reason = input.reason ?? (await findNewestNote(db, at, PROPOSED))?.body ?? ''
    const words = { kind: 'refuse', body: reason, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    await endPause(db, at, now)
    await releaseClaims(db, at)
    await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      action: 'refuse',
      to: 'refused',
      facts,
      change: { endedAt: now },
      requestKey: input.requestKey,
    })
  })
}
