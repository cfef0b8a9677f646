import type { Ctx } from '../../platform/ctx.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkField, findField, type Answers, type FormWorld } from '../forms/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { deskAct, keepWords, type AtDesk, type DeskAct } from './desk-act.ts'
import {
  closeDueActions,
  insertSupplement,
  listDeclarations,
  listSupplements,
  startPause,
} from './detail-store.ts'
import type { Dossier, SupplementItem, SupplementRequest } from './dossier.ts'
import { move } from './move.ts'
import { formWorldOf } from './world.ts'

export type RequestSupplement = DeskAct & {
  items: readonly Omit<SupplementItem, 'id'>[]
  /** Required for a second request after receipt: why it was not seen the first time. */
  againBecause?: string
}

/** So that a request stays readable: what is wrong, not the whole form. */
export const SUPPLEMENT_ITEMS_MAX = 40

/**
 * Asks the citizen for everything that is wrong, once: papers, fields, changes the officer
 * proposes. The declaration itself is not touched. A second request after receipt needs its own
 * reason. Refuses as `deskAct`, and `supplement-empty`, `supplement-item-unclear`,
 * `supplement-second-needs-reason`, `reason-too-long`.
 * @basis QĐ 09/2015/QĐ-TTg (one request, in full); NĐ 61/2018/NĐ-CP Điều 17(2), 19(4)
 */
export async function requestSupplement(ctx: Ctx, input: RequestSupplement): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'requestSupplement' }, async (desk) => {
    const { db, at, dossier } = desk
    const earlier = await listSupplements(db, at)
    const items = await ensureItems(desk, input, earlier)
    if (dossier.receivedAt && earlier.length > 0 && !input.againBecause?.trim()) {
      throw new Refusal('supplement-second-needs-reason')
    }
    const now = ctx.clock.now()
    const again = input.againBecause?.trim()
      ? await keepWords(db, at, {
          kind: 'supplement-again',
          body: input.againBecause,
          writtenBy: desk.staffId,
          writtenAt: now,
        })
      : {}
    const no = earlier.length + 1
    const request = { no, items, requestedBy: desk.staffId, requestedAt: now }
    await insertSupplement(db, at, { ...request, answers: null, answeredAt: null })
    if (dossier.receivedAt) await startPause(db, at, { why: 'supplement', pausedAt: now })
    else await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      action: 'requestSupplement',
      to: dossier.state === 'filed' ? 'completing' : 'supplementing',
      facts: {
        ...again,
        no,
        items: items.map(({ kind, about }) => ({ kind, about })),
        wordsSha256: sha256Hex(canonicalJson([items, input.againBecause ?? null])),
      },
      requestKey: input.requestKey,
    })
  })
}

/** Numbered on through all requests of a dossier: a late answer to one is no answer to the next. */
async function ensureItems(
  desk: AtDesk,
  input: RequestSupplement,
  earlier: readonly SupplementRequest[],
): Promise<readonly SupplementItem[]> {
  if (input.items.length === 0) throw new Refusal('supplement-empty')
  if (input.items.length > SUPPLEMENT_ITEMS_MAX) throw new Refusal('supplement-item-unclear')
  const [current] = await listDeclarations(desk.db, desk.at)
  const proposed = input.items.flatMap((item) =>
    item.about !== null && item.proposed !== undefined
      ? [[item.about, item.proposed] as const]
      : [],
  )
  const checkedIn = {
    answers: { ...current!.answers, ...Object.fromEntries(proposed) },
    // As the answer will be judged: by the day of filing.
    world: formWorldOf(desk.world, desk.dossier.filedAt),
  }
  const before = earlier.reduce((sum, { items }) => sum + items.length, 0)
  return input.items.map((item, index) => {
    if (!isClear(desk.definition, item, checkedIn))
      throw new Refusal('supplement-item-unclear', { item: index + 1 })
    return { ...item, reason: item.reason.trim().normalize('NFC'), id: String(before + index + 1) }
  })
}

type CheckedIn = { answers: Answers; world: FormWorld }

/**
 * No reason, no request; it must say which field or paper of this procedure it means; and what it
 * proposes must be an answer that the citizen can accept.
 */
function isClear(
  definition: ProcedureDefinition,
  item: Omit<SupplementItem, 'id'>,
  checkedIn: CheckedIn,
): boolean {
  const length = item.reason.trim().length
  if (length === 0 || length > 1000) return false
  if (item.kind === 'other') return item.about === null && item.proposed === undefined
  if (item.about === null) return false
  if (item.kind === 'paper') {
    const isKnown = definition.components.some(({ key }) => key === item.about)
    return isKnown && item.proposed === undefined
  }
  const field = findField(definition.form, item.about)
  if (field?.key !== item.about || field.type === 'file') return false
  return item.proposed === undefined || checkField(field, item.proposed, checkedIn).length === 0
}
