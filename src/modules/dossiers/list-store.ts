import type { Queryable } from '../../platform/db.ts'
import type { Dossier } from './dossier.ts'
import { openStates } from './states.ts'
import { dossierColumns } from './store.ts'

export type ListQuery = {
  agencyIds: readonly string[]
  states: readonly string[]
  /** Only dossiers due before this moment. */
  dueBefore?: Date
  dueFrom?: Date
  procedureKey?: string
  channel?: string
  /** Handled by one of `mine`, or by nobody who is at work. */
  handler?: { mine: readonly string[]; atWork: readonly string[] }
  /** The legal clock has not ended. */
  unended?: true
  endedBefore?: Date
  /** Late and reported, or a second request waits for the supervisor. */
  needsAttention?: true
  /** Another agency asks something for its part. */
  asked?: true
  /** Somebody without a phone is to be told something. */
  toCall?: true
  /** Folded words, each must occur in code, look-up number or names. */
  words?: readonly string[]
  after?: { dueAt: Date; id: string }
  limit: number
}

const DUE = `coalesce(due_at, receive_by)`

/** In words that the planner knows, so that the index of open dossiers serves. */
const IS_OPEN = `state in ('${openStates.join(`', '`)}')`

/** By due date, earliest first; keyset pages. */
export async function listDossierRows(db: Queryable, query: ListQuery): Promise<Dossier[]> {
  const { where, params } = filters(query)
  if (query.after) {
    params.push(query.after.dueAt, query.after.id)
    where.push(`(${DUE}, id) > ($${params.length - 1}, $${params.length}::uuid)`)
  }
  params.push(query.limit)
  const { rows } = await db.query<Dossier>(
    `select ${dossierColumns} from dossier where ${where.join(' and ')}
     order by ${DUE}, id limit $${params.length}`,
    params,
  )
  return rows
}

/** How many, counting at most `limit`: a queue longer than that says "1.000+". */
export async function countDossierRows(db: Queryable, query: ListQuery): Promise<number> {
  const { where, params } = filters(query)
  params.push(query.limit)
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from
       (select 1 from dossier where ${where.join(' and ')} limit $${params.length}) capped`,
    params,
  )
  return rows[0]!.n
}

export async function countByChannel(
  db: Queryable,
  query: ListQuery,
): Promise<Record<string, number>> {
  const { where, params } = filters(query)
  params.push(query.limit)
  const { rows } = await db.query<{ channel: string; n: number }>(
    `select channel, count(*)::int as n from
       (select channel from dossier where ${where.join(' and ')} limit $${params.length}) capped
     group by channel`,
    params,
  )
  return Object.fromEntries(rows.map(({ channel, n }) => [channel, n]))
}

const NEEDS_ATTENTION = `(escalation is not null or exists (
  select 1 from supplement_asking asked
   where asked.agency_id = dossier.agency_id and asked.dossier_id = dossier.id
     and asked.decision is null and asked.declaration_no = dossier.declaration_no
     and asked.step is not distinct from dossier.step
     and dossier.state in ('filed', 'processing')))`

/** Legal moments of the kind `answer-leg:<leg>` are open while an agency waits for the answer. */
const IS_ASKED = `id in (select dossier_id from due_action
  where agency_id = any($1) and kind like 'answer-leg:%' and done_at is null)`

function filters(query: ListQuery): { where: string[]; params: unknown[] } {
  const params: unknown[] = [query.agencyIds, query.states]
  const where = ['agency_id = any($1)', 'state = any($2)']
  // Says the same as $2.
  if (query.states.every((state) => openStates.some((open) => open === state))) {
    where.push(IS_OPEN)
  }
  const add = (clause: (place: string) => string, value: unknown) => {
    if (value === undefined) return
    params.push(value)
    where.push(clause(`$${params.length}`))
  }
  add((place) => `${DUE} < ${place}`, query.dueBefore)
  add((place) => `${DUE} >= ${place}`, query.dueFrom)
  add((place) => `procedure_key = ${place}`, query.procedureKey)
  add((place) => `channel = ${place}`, query.channel)
  add((place) => `ended_at < ${place}`, query.endedBefore)
  if (query.unended) where.push('ended_at is null')
  if (query.needsAttention) where.push(NEEDS_ATTENTION)
  if (query.asked) where.push(IS_ASKED)
  if (query.toCall) where.push('call_wanted_at is not null')
  if (query.handler) {
    params.push(query.handler.mine, query.handler.atWork)
    const [mine, atWork] = [`$${params.length - 1}`, `$${params.length}`]
    where.push(
      `(assignee_id is null or assignee_id = any(${mine}) or assignee_id <> all(${atWork}))`,
    )
  }
  for (const word of query.words ?? []) {
    add((place) => `search_text like ${place}`, `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  }
  return { where, params }
}

/** State counts over the open dossiers of these agencies, each counted to at most 1,000. */
export async function countOpenByState(
  db: Queryable,
  agencyIds: readonly string[],
): Promise<Record<string, number>> {
  const { rows } = await db.query<{ state: string; n: number }>(
    `select wanted.state, (select count(*)::int from
        (select 1 from dossier
          where agency_id = any($1) and state = wanted.state and ${IS_OPEN} limit 1000) capped) as n
     from unnest($2::text[]) as wanted (state)`,
    [agencyIds, openStates],
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** The citizen's own dossiers, newest first. */
export async function listDossiersOf(
  db: Queryable,
  who: { ids: readonly string[]; phone: string | null; limit: number },
): Promise<Dossier[]> {
  const { rows } = await db.query<Dossier>(
    `select ${dossierColumns} from (
       select dossier.* from dossier_directory place
         join dossier on dossier.agency_id = place.agency_id and dossier.id = place.dossier_id
        where place.key = any($1)
       union
       (select * from dossier where phone = $2 order by filed_at desc limit $3)
     ) mine order by filed_at desc limit $3`,
    [who.ids.map((id) => `id:${id}`), who.phone, who.limit],
  )
  return rows
}

/** What the dossier register says of a dossier today. */
export type InRegister = Pick<
  Dossier,
  'id' | 'code' | 'state' | 'channel' | 'isTrial' | 'requesterName' | 'dueAt' | 'endedAt'
> & {
  /** When the result was given out; null before. */
  closedAt: Date | null
}

export async function listForRegister(
  db: Queryable,
  asked: { agencyId: string; ids: readonly string[] },
): Promise<InRegister[]> {
  const { rows } = await db.query<InRegister>(
    `select id, code, state, channel, is_trial as "isTrial", requester_name as "requesterName",
       due_at as "dueAt", ended_at as "endedAt",
       (select max(at) from dossier_event event
         where event.agency_id = dossier.agency_id and event.dossier_id = dossier.id
           and event.kind = 'handedOver') as "closedAt"
     from dossier where agency_id = $1 and id = any($2) limit 1000`,
    [asked.agencyId, asked.ids],
  )
  return rows
}
