import type { Ctx } from '../../platform/ctx.ts'
import { addDays, instantAt, legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { listAbsences, listDeputised, listStaffAt } from '../accounts/index.ts'
import { addWorkingDays, calendarFor, loadCalendar, type Calendar } from '../calendar/index.ts'
import { ensureStaff, heldBy } from './access.ts'
import type { ListQuery } from './list-store.ts'
import { openStates, states, type State } from './states.ts'

/** The queues of the desk's rail, in its order. */
export const queues = [
  'todo',
  'overdue',
  'today',
  'soon',
  'attention',
  'unassigned',
  'asked',
  'filed',
  'processing',
  'signing',
  'supplementing',
  'previewing',
  'interlinking',
  'signed',
  'uncollected',
  'toCall',
] as const

export type Queue = (typeof queues)[number]

/** What waits for the agency and runs on its clock; what is signed, while other agencies work. */
const running: readonly State[] = [
  'filed',
  'processing',
  'signing',
  'refusing',
  'signed',
  'interlinking',
]

export const statesOf: Readonly<Record<Queue, readonly State[]>> = {
  todo: ['filed', 'processing', 'signing', 'refusing', 'signed'],
  overdue: running,
  today: running,
  soon: running,
  attention: running,
  unassigned: openStates,
  asked: openStates,
  filed: ['filed'],
  processing: ['processing'],
  signing: ['signing', 'refusing'],
  supplementing: ['completing', 'supplementing'],
  previewing: ['previewing'],
  interlinking: ['interlinking'],
  signed: ['signed'],
  uncollected: ['signed'],
  toCall: states,
}

/** Queues that are more than a set of states, each counted by a query of its own. */
export const countedQueues = [
  'overdue',
  'today',
  'soon',
  'attention',
  'unassigned',
  'asked',
  'uncollected',
  'toCall',
] as const satisfies readonly Queue[]

/** Days after which a result that nobody collected is looked after. */
const UNCOLLECTED_AFTER_DAYS = 5

type Part = Omit<ListQuery, 'limit'>

/** A queue of the officer's agencies as a query; pages and counts read the same one. */
export async function queueQuery(ctx: Ctx, queue: Queue): Promise<Part> {
  const now = ctx.clock.now()
  const today = legalDay(now)
  const base = { agencyIds: await heldBy(ctx), states: statesOf[queue] }
  const tomorrow = startOf(addDays(today, 1))
  switch (queue) {
    case 'overdue':
      return { ...base, unended: true, dueBefore: now }
    case 'today':
      return { ...base, unended: true, dueFrom: now, dueBefore: tomorrow }
    case 'soon': {
      const next = addWorkingDays(await ownCalendar(ctx), today, 1)
      const dueBefore = startOf(addDays(next, 1))
      return { ...base, unended: true, dueFrom: tomorrow, dueBefore }
    }
    case 'attention':
      return { ...base, needsAttention: true }
    case 'unassigned':
      return { ...base, handler: { mine: [], atWork: await atWork(ctx) } }
    case 'uncollected': {
      const day = addWorkingDays(await ownCalendar(ctx), today, -UNCOLLECTED_AFTER_DAYS)
      return { ...base, endedBefore: startOf(addDays(day, 1)) }
    }
    case 'asked':
      return { ...base, asked: true }
    case 'toCall':
      return { ...base, toCall: true }
    default:
      return base
  }
}

function startOf(day: PlainDate): Date {
  return instantAt(day, 0)
}

async function ownCalendar(ctx: Ctx): Promise<Calendar> {
  return calendarFor(await loadCalendar(ctx.db), ensureStaff(ctx).agencyId)
}

/**
 * Mine is what I handle, what they handle whose deputy I am today, and what nobody handles: it has
 * no handler, or one who is away without a deputy or no longer works here.
 */
export async function mineOf(ctx: Ctx): Promise<NonNullable<ListQuery['handler']>> {
  const { staffId } = ensureStaff(ctx)
  const day = legalDay(ctx.clock.now())
  const deputised = await listDeputised(ctx.db, { staffId, day })
  return { mine: [staffId, ...deputised], atWork: await atWork(ctx) }
}

/** Officers whose work is done today, by them or by a deputy. */
async function atWork(ctx: Ctx): Promise<readonly string[]> {
  const agencyIds = await heldBy(ctx)
  const day = legalDay(ctx.clock.now())
  const staff = await listStaffAt(ctx.db, { agencyIds, day })
  const away = (await listAbsences(ctx.db, { agencyIds, day }))
    .filter(({ fromDay, deputyId }) => fromDay <= day && deputyId === null)
    .map(({ staffId }) => staffId)
  const active = staff.filter(({ state }) => state === 'active').map(({ id }) => id)
  return [...new Set(active)].filter((id) => !away.includes(id))
}
