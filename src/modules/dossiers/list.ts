import type { Ctx } from '../../platform/ctx.ts'
import { addDays, instantAt, legalDay } from '../../platform/plain-date.ts'
import { foldVietnamese } from '../agencies/index.ts'
import { ensureStaff, heldBy } from './access.ts'
import type { Dossier } from './dossier.ts'
import {
  countByChannel,
  countDossierRows,
  countOpenByState,
  listDossierRows,
  listDossiersOf,
  type ListQuery,
} from './list-store.ts'
import { openStates, type State } from './states.ts'

/** The queues of the desk's rail, in its order. */
export const queues = [
  'todo',
  'overdue',
  'today',
  'filed',
  'processing',
  'signing',
  'supplementing',
  'previewing',
  'signed',
] as const

export type Queue = (typeof queues)[number]

export type WorklistQuery = {
  queue: Queue
  text?: string
  procedureKey?: string
  channel?: string
  /** Within the queue only what is late, or due today. */
  due?: 'overdue' | 'today'
  /** Only mine and unassigned ones. */
  mineOnly?: boolean
  after?: { dueAt: Date; id: string }
  limit?: number
}

export type Worklist = { dossiers: readonly Dossier[]; total: number; more: boolean }

const PAGE = 50
const COUNT_MAX = 1000

const statesOf: Readonly<Record<Queue, readonly State[]>> = {
  todo: ['filed', 'processing', 'signing', 'refusing', 'signed'],
  overdue: openStates,
  today: openStates,
  filed: ['filed'],
  processing: ['processing'],
  signing: ['signing', 'refusing'],
  supplementing: ['completing', 'supplementing'],
  previewing: ['previewing'],
  signed: ['signed'],
}

/** One page of a queue of the officer's agency, by due date. Refuses `not-found` to others. */
export async function listWorklist(ctx: Ctx, query: WorklistQuery): Promise<Worklist> {
  const limit = Math.min(query.limit ?? PAGE, PAGE)
  const rows: ListQuery = {
    ...(await rowsQuery(ctx, query)),
    limit: limit + 1,
    ...(query.channel ? { channel: query.channel } : {}),
    ...(query.after ? { after: query.after } : {}),
  }
  const [found, total] = await Promise.all([
    listDossierRows(ctx.db, rows),
    countDossierRows(ctx.db, { ...rows, limit: COUNT_MAX }),
  ])
  return { dossiers: found.slice(0, limit), total, more: found.length > limit }
}

/** How many of a queue came by which channel, counting at most 1,000; as `listWorklist` filters. */
export async function countChannels(
  ctx: Ctx,
  query: Omit<WorklistQuery, 'channel' | 'after' | 'limit'>,
): Promise<Readonly<Record<string, number>>> {
  return countByChannel(ctx.db, await rowsQuery(ctx, query))
}

async function rowsQuery(ctx: Ctx, query: WorklistQuery): Promise<ListQuery> {
  const { staffId } = ensureStaff(ctx)
  const queue = await queueQuery(ctx, query.queue)
  return {
    ...queue,
    ...(query.due ? await dueQuery(ctx, queue, query.due) : {}),
    words: foldVietnamese(query.text ?? '')
      .split(' ')
      .filter(Boolean)
      .slice(0, 8),
    ...(query.procedureKey ? { procedureKey: query.procedureKey } : {}),
    ...(query.mineOnly ? { assignees: [staffId], unassignedToo: true } : {}),
  }
}

async function dueQuery(
  ctx: Ctx,
  queue: ListQuery,
  due: 'overdue' | 'today',
): Promise<Partial<ListQuery>> {
  const { states, dueFrom, dueBefore } = await queueQuery(ctx, due)
  return { states: queue.states.filter((state) => states.includes(state)), dueFrom, dueBefore }
}

async function queueQuery(ctx: Ctx, queue: Queue): Promise<ListQuery> {
  const now = ctx.clock.now()
  const today = legalDay(now)
  const base = { agencyIds: await heldBy(ctx), states: statesOf[queue], limit: COUNT_MAX }
  if (queue === 'overdue') return { ...base, states: overdueStates, dueBefore: now }
  const tomorrow = instantAt(addDays(today, 1), 0)
  return queue === 'today'
    ? { ...base, states: overdueStates, dueFrom: now, dueBefore: tomorrow }
    : base
}

/** Late is what still waits for the agency; a signed or paused dossier is not. */
const overdueStates: readonly State[] = ['filed', 'processing', 'signing', 'refusing']

/** How many stand in each queue, each counted to at most 1,000. */
export async function countQueues(ctx: Ctx): Promise<Record<Queue, number>> {
  const byState = await countOpenByState(ctx.db, await heldBy(ctx))
  const [overdue, today] = await Promise.all(
    (['overdue', 'today'] as const).map(async (queue) =>
      countDossierRows(ctx.db, await queueQuery(ctx, queue)),
    ),
  )
  const sum = (queue: Queue) =>
    statesOf[queue].reduce((total, state) => total + (byState[state] ?? 0), 0)
  return {
    todo: sum('todo'),
    overdue: overdue!,
    today: today!,
    filed: sum('filed'),
    processing: sum('processing'),
    signing: sum('signing'),
    supplementing: sum('supplementing'),
    previewing: sum('previewing'),
    signed: sum('signed'),
  }
}

/** The citizen's own dossiers by browser and confirmed phone, newest first, at most 50. */
export async function listOwnDossiers(ctx: Ctx): Promise<readonly Dossier[]> {
  if (ctx.actor.kind !== 'citizen') return []
  return listDossiersOf(ctx.db, { ids: ctx.actor.draftIds, phone: ctx.actor.phone, limit: 50 })
}
