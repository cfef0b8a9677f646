import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { decideAsking, findUndecidedAsking, insertAsking, type Asking } from './asking-store.ts'
import type { WithReason } from './decline.ts'
import { deskAct, keepWords, type AtDesk } from './desk-act.ts'
import { listSupplements } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { stand } from './move.ts'
import { seenEarlier, sendRequest, type RequestSupplement } from './request-supplement.ts'
import { ensureClear } from './supplement-items.ts'

export type AskSupplementAgain = RequestSupplement & { againBecause: string }

/**
 * An officer must request a second time what the first request could have asked: the supervisor
 * reads it first. Nothing goes to the citizen yet. A new asking replaces an open one. Refuses as
 * `deskAct`, and `supplement-empty`, `supplement-item-unclear`, `reason-missing`,
 * `reason-too-long`, `supplement-needs-no-supervisor` (all of it is new: just request it).
 * @basis QĐ 09/2015/QĐ-TTg; NĐ 61/2018/NĐ-CP Điều 17(2)
 */
export async function askSupplementAgain(ctx: Ctx, input: AskSupplementAgain): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'askSupplementAgain' }, async (desk) => {
    const { db, at, dossier, staffId } = desk
    await ensureClear(desk, input.items)
    const seen = await seenEarlier(desk, input.items, await listSupplements(db, at))
    if (seen.length === 0) throw new Refusal('supplement-needs-no-supervisor')
    const now = ctx.clock.now()
    const words = { kind: 'supplement-asking', body: input.againBecause, writtenBy: staffId }
    const facts = await keepWords(db, at, { ...words, writtenAt: now })
    const open = await findUndecidedAsking(db, at)
    if (open) await decideAsking(db, at, { no: open.no, by: staffId, at: now, as: 'replaced' })
    const { step, declarationNo } = dossier
    const asking = { items: input.items, step, declarationNo, askedBy: staffId, askedAt: now }
    const no = await insertAsking(db, at, asking)
    return stand(ctx, db, {
      dossier,
      kind: 'supplementAgainAsked',
      facts: {
        ...facts,
        asking: no,
        items: input.items.map(({ kind, about }) => ({ kind, about })),
        itemsSha256: sha256Hex(canonicalJson(input.items)),
      },
      requestKey: input.requestKey,
    })
  })
}

/**
 * The supervisor lets it go out, with the reason: the request is sent as the officer wrote it.
 * Refuses as `deskAct`, and `supplement-not-asked` (none is open), `reason-missing`,
 * `reason-too-long`.
 */
export async function approveSupplement(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'approveSupplement' }, async (desk) => {
    const asking = await decided(ctx, desk, 'approved')
    const { items, askedBy } = asking
    if (input.reason.trim() === '') throw new Refusal('reason-missing')
    return sendRequest(ctx, desk, {
      items,
      again: input.reason,
      earlier: await listSupplements(desk.db, desk.at),
      action: 'approveSupplement',
      requestKey: input.requestKey,
      askedBy,
    })
  })
}

/**
 * The supervisor does not let it go out: the officer decides with what is there. Refuses as
 * `approveSupplement`.
 */
export async function turnDownSupplement(ctx: Ctx, input: WithReason): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'turnDownSupplement' }, async (desk) => {
    const { db, at, dossier, staffId } = desk
    const { no } = await decided(ctx, desk, 'turned-down')
    const words = { kind: 'supplement-turned-down', body: input.reason, writtenBy: staffId }
    const facts = await keepWords(db, at, { ...words, writtenAt: ctx.clock.now() })
    return stand(ctx, db, {
      dossier,
      kind: 'supplementAgainTurnedDown',
      facts: { ...facts, asking: no },
      requestKey: input.requestKey,
    })
  })
}

async function decided(ctx: Ctx, desk: AtDesk, as: 'approved' | 'turned-down'): Promise<Asking> {
  const asking = await findOpenAsking(desk.db, desk.dossier)
  if (!asking) throw new Refusal('supplement-not-asked')
  const verdict = { no: asking.no, by: desk.staffId, at: ctx.clock.now(), as }
  await decideAsking(desk.db, desk.at, verdict)
  return asking
}

/**
 * What waits for the supervisor: asked at the step and on the declaration where the dossier still
 * stands. Undefined when nothing does.
 */
export async function findOpenAsking(db: Queryable, dossier: Dossier): Promise<Asking | undefined> {
  if (dossier.state !== 'filed' && dossier.state !== 'processing') return undefined
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const asking = await findUndecidedAsking(db, at)
  const isHere = asking?.step === dossier.step && asking.declarationNo === dossier.declarationNo
  return isHere ? asking : undefined
}
