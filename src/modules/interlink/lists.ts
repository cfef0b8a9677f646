import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { heldBy } from '../dossiers/index.ts'
import { findLeg, type Leg, type LegAt } from './store-legs.ts'
import { selectLines, type Line } from './store-lines.ts'
import {
  countDead,
  selectActs,
  selectDead,
  selectLegLines,
  selectMessageLines,
  selectOtherParties,
  type ExchangeAct,
  type LegLine,
  type MessageLine,
} from './store-lists.ts'
import { selectRefusals, type RefusalAfter, type RefusalRow } from './store-refusals.ts'

/** The screen "Trao đổi liên thông" of the officer's agency and those it holds, page by page. */
export type Page<Row, After> = { rows: readonly Row[]; next: After | null }

const PAGE = 50

function pageOf<Row, After>(rows: readonly Row[], after: (row: Row) => After): Page<Row, After> {
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return { rows: shown, next: last === undefined ? null : after(last) }
}

type LegAfter = { openedAt: Date; leg: string }

/** Legs of both sides, newest first, with what holds each up. Refuses `not-found` to others. */
export async function listExchange(
  ctx: Ctx,
  query: { after?: LegAfter; isWaiting?: boolean; party?: string } = {},
): Promise<Page<LegLine, LegAfter>> {
  const rows = await selectLegLines(ctx.db, {
    agencies: await heldBy(ctx),
    isWaiting: query.isWaiting ?? false,
    party: query.party ?? null,
    after: query.after ?? null,
    limit: PAGE + 1,
  })
  return pageOf(rows, ({ openedAt, leg }) => ({ openedAt, leg }))
}

export type LegView = {
  leg: Leg
  messages: readonly MessageLine[]
  /** Who sent a stopped message again. */
  acts: readonly ExchangeAct[]
}

const MESSAGES_MAX = 500

/** One leg as its messages went. Refuses `not-found` when no agency held has it. */
export async function viewLeg(ctx: Ctx, at: LegAt): Promise<LegView> {
  const held = await heldBy(ctx)
  const leg = held.includes(at.agencyId) ? await findLeg(ctx.db, at) : undefined
  if (leg === undefined) throw new Refusal('not-found')
  const [messages, acts] = await Promise.all([
    selectMessageLines(ctx.db, at, MESSAGES_MAX),
    selectActs(ctx.db, at, PAGE),
  ])
  return { leg, messages, acts }
}

type DeadAfter = { deadAt: Date; id: string }

/** Messages that nobody accepted and nobody tries any more, newest first. */
export async function listDeadLetters(
  ctx: Ctx,
  query: { after?: DeadAfter; party?: string } = {},
): Promise<Page<MessageLine, DeadAfter>> {
  const agencies = await heldBy(ctx)
  const rows = await selectDead(ctx.db, {
    agencies,
    party: query.party ?? null,
    after: query.after ?? null,
    limit: PAGE + 1,
  })
  // What the list is of has its day.
  return pageOf(rows, ({ deadAt, id }) => ({ deadAt: deadAt!, id }))
}

/** What was refused at the door of these agencies, newest first. */
export async function listRefusals(
  ctx: Ctx,
  query: { after?: RefusalAfter } = {},
): Promise<Page<RefusalRow, RefusalAfter>> {
  const agencies = await heldBy(ctx)
  const after = query.after ?? null
  const rows = await selectRefusals(ctx.db, { agencies, after, limit: PAGE + 1 })
  return pageOf(rows, ({ lastAt, messageId, code }) => ({ lastAt, messageId, code }))
}

/** Parties that do not answer, the longest silent first. */
export async function listSilentParties(ctx: Ctx): Promise<readonly Line[]> {
  await heldBy(ctx)
  return selectLines(ctx.db, PAGE)
}

/** How many messages of the officer's agencies have stopped, counting at most 1,000. */
export async function countStopped(ctx: Ctx): Promise<number> {
  return countDead(ctx.db, await heldBy(ctx), 1000)
}

/** The parties that these agencies have had to do with lately, for a filter. */
export async function listOtherParties(ctx: Ctx): Promise<readonly string[]> {
  return selectOtherParties(ctx.db, await heldBy(ctx), 200)
}
