import type { Ctx } from '../../platform/ctx.ts'
import { foldVietnamese } from '../agencies/index.ts'
import { heldBy } from './access.ts'
import type { Dossier } from './dossier.ts'
import {
  countByChannel,
  countDossierRows,
  countOpenByState,
  listDossierRows,
  listDossiersOf,
  type ListQuery,
} from './list-store.ts'
import { countedQueues, mineOf, queueQuery, queues, statesOf, type Queue } from './queue.ts'

export type WorklistQuery = {
  queue: Queue
  text?: string
  procedureKey?: string
  channel?: string
  /** Within the queue only what is late, or due today. */
  due?: 'overdue' | 'today'
  /** Only mine, theirs whose deputy I am, and what nobody handles. */
  mineOnly?: boolean
  after?: { dueAt: Date; id: string }
  limit?: number
}

export type Worklist = { dossiers: readonly Dossier[]; total: number; more: boolean }

const PAGE = 50
const COUNT_MAX = 1000

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
  const queue = await queueQuery(ctx, query.queue)
  return {
    ...queue,
    ...(query.due ? await dueQuery(ctx, queue, query.due) : {}),
    words: foldVietnamese(query.text ?? '')
      .split(' ')
      .filter(Boolean)
      .slice(0, 8),
    ...(query.procedureKey ? { procedureKey: query.procedureKey } : {}),
    ...(query.mineOnly && !queue.handler ? { handler: await mineOf(ctx) } : {}),
    limit: COUNT_MAX,
  }
}

async function dueQuery(
  ctx: Ctx,
  queue: Pick<ListQuery, 'states'>,
  due: 'overdue' | 'today',
): Promise<Partial<ListQuery>> {
  const { states, agencyIds: _, ...when } = await queueQuery(ctx, due)
  return { ...when, states: queue.states.filter((state) => states.includes(state)) }
}

/** How many stand in each queue, each counted to at most 1,000. */
export async function countQueues(ctx: Ctx): Promise<Record<Queue, number>> {
  const byState = await countOpenByState(ctx.db, await heldBy(ctx))
  const own = await Promise.all(
    countedQueues.map(async (queue) => {
      const query = { ...(await queueQuery(ctx, queue)), limit: COUNT_MAX }
      return [queue, await countDossierRows(ctx.db, query)] as const
    }),
  )
  const sum = (queue: Queue) =>
    statesOf[queue].reduce((total, state) => total + (byState[state] ?? 0), 0)
  const counts = { ...Object.fromEntries(queues.map((queue) => [queue, sum(queue)])) }
  // Every queue is a key: the list of them made it.
  return { ...counts, ...Object.fromEntries(own) } as Record<Queue, number>
}

/** The citizen's own dossiers by browser and confirmed phone, newest first, at most 50. */
export async function listOwnDossiers(ctx: Ctx): Promise<readonly Dossier[]> {
  if (ctx.actor.kind !== 'citizen') return []
  return listDossiersOf(ctx.db, { ids: ctx.actor.draftIds, phone: ctx.actor.phone, limit: 50 })
}
