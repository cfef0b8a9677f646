import type { Ctx } from '../../platform/ctx.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ensureStaff } from './access.ts'
import { deskAct, keepWords, type AtDesk, type DeskAct } from './desk-act.ts'
import {
  closeDueActions,
  insertSupplement,
  listDeclarations,
  listFiles,
  listSupplements,
  startPause,
} from './detail-store.ts'
import type { Dossier, SupplementItem, SupplementRequest } from './dossier.ts'
import type { Action } from './machine.ts'
import { move } from './move.ts'
import { isSupervisor } from './permission.ts'
import { seenBefore } from './seen-before.ts'
import { ensureClear } from './supplement-items.ts'
import { reasonKeyOf } from './supplement-reasons.ts'

export type RequestSupplement = DeskAct & {
  items: readonly Omit<SupplementItem, 'id'>[]
  /** Required for a second request: why it was not asked the first time. */
  againBecause?: string
}

/**
 * Asks the citizen for everything that is wrong, once: papers, fields, changes the officer
 * proposes. The declaration itself is not touched. A second request needs its own reason; what the
 * first could have asked needs the supervisor's (`askSupplementAgain`). Refuses as `deskAct`, and
 * `supplement-empty`, `supplement-item-unclear`, `supplement-second-needs-reason`,
 * `supplement-needs-supervisor` (items), `reason-too-long`.
 * @basis QĐ 09/2015/QĐ-TTg (one request, in full); NĐ 61/2018/NĐ-CP Điều 17(2), 19(4)
 */
export async function requestSupplement(ctx: Ctx, input: RequestSupplement): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'requestSupplement' }, async (desk) => {
    const earlier = await listSupplements(desk.db, desk.at)
    await ensureClear(desk, input.items)
    const again = input.againBecause?.trim() ?? ''
    if (earlier.length > 0 && again === '') throw new Refusal('supplement-second-needs-reason')
    if (!isSupervisor(ensureStaff(ctx))) {
      const seen = await seenEarlier(desk, input.items, earlier)
      if (seen.length > 0) throw new Refusal('supplement-needs-supervisor', { items: seen })
    }
    const { requestKey } = input
    const action = 'requestSupplement'
    return sendRequest(ctx, desk, { items: input.items, again, earlier, action, requestKey })
  })
}

/** The items that the request before could have asked; none when this is the first. */
export async function seenEarlier(
  { db, at, definition }: AtDesk,
  items: RequestSupplement['items'],
  earlier: readonly SupplementRequest[],
): Promise<RequestSupplement['items']> {
  const [before] = earlier
  if (!before) return []
  const declarations = await listDeclarations(db, at)
  return seenBefore(items, before, { definition, declarations, files: await listFiles(db, at) })
}

export type Sending = {
  items: RequestSupplement['items']
  /** Why a second time, in words; empty for the first. */
  again: string
  /** Newest first. */
  earlier: readonly SupplementRequest[]
  action: Extract<Action, 'requestSupplement' | 'approveSupplement'>
  requestKey: string
  /** The officer who asked for what the supervisor now sends. */
  askedBy?: string
}

/** The request goes out: its record, the pause of the clock, the event that slip and message follow. */
export async function sendRequest(ctx: Ctx, desk: AtDesk, given: Sending): Promise<Dossier> {
  const { db, at, dossier, staffId } = desk
  const { earlier, again, askedBy } = given
  const now = ctx.clock.now()
  const words = { kind: 'supplement-again', body: again, writtenBy: staffId, writtenAt: now }
  const facts = again === '' ? {} : await keepWords(db, at, words)
  const no = earlier.length + 1
  const items = numbered(given.items, earlier)
  const { declarationNo } = dossier
  const request = { no, items, requestedBy: askedBy ?? staffId, requestedAt: now, declarationNo }
  await insertSupplement(db, at, { ...request, answers: null, answeredAt: null })
  if (dossier.receivedAt) await startPause(db, at, { why: 'supplement', pausedAt: now })
  else await closeDueActions(db, at, now)
  return move(ctx, db, {
    dossier,
    action: given.action,
    to: dossier.state === 'filed' ? 'completing' : 'supplementing',
    facts: {
      ...facts,
      no,
      items: items.map((item) => factOf(desk, item)),
      ...(askedBy === undefined ? {} : { askedBy }),
      wordsSha256: sha256Hex(canonicalJson([items, again === '' ? null : again])),
    },
    requestKey: given.requestKey,
  })
}

/** Where, and which sentence of the catalogue it was: an officer's own words are in no event. */
function factOf({ definition }: AtDesk, item: SupplementItem) {
  const reason = reasonKeyOf(definition, item)
  const { kind, about } = item
  return { kind, about, ...(reason === undefined ? {} : { reason }) }
}

/** Numbered on through all requests of a dossier: a late answer to one is no answer to the next. */
function numbered(
  items: RequestSupplement['items'],
  earlier: readonly SupplementRequest[],
): readonly SupplementItem[] {
  const before = earlier.reduce((sum, request) => sum + request.items.length, 0)
  return items.map((item, index) => ({
    ...item,
    reason: item.reason.trim().normalize('NFC'),
    id: String(before + index + 1),
  }))
}
