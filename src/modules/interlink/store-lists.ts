import type { Queryable } from '../../platform/db.ts'
import { legColumns, type Leg, type LegAt } from './store-legs.ts'

/** A leg with what holds its next message up, if anything does. */
export type LegLine = Leg & {
  waitingType: string | null
  waitingSince: Date | null
  attempts: number | null
  nextAttemptAt: Date | null
  lastError: string | null
  deadAt: Date | null
  deadReason: string | null
}

export type LegListQuery = {
  agencies: readonly string[]
  /** Only legs with a message that the other side has not accepted. */
  isWaiting: boolean
  /** Only legs with this other party. */
  party: string | null
  after: { openedAt: Date; leg: string } | null
  limit: number
}

/** Newest first; each agency's own index gives its newest. */
export async function selectLegLines(
  db: Queryable,
  query: LegListQuery,
): Promise<readonly LegLine[]> {
  const { rows } = await db.query<LegLine>(
    `select l.*, m.type as "waitingType", m.waiting_since as "waitingSince", m.attempts,
       m.next_attempt_at as "nextAttemptAt", m.last_error as "lastError", m.dead_at as "deadAt",
       m.dead_reason as "deadReason"
     from (select newest.* from unnest($1::text[]) as held (id) cross join lateral (
             select ${legColumns} from leg
             where agency_id = held.id ${query.isWaiting ? 'and accepted_seq < out_seq' : ''}
               and ($5::text is null or other_party = $5)
               and ($2::timestamptz is null or (opened_at, leg) < ($2, $3))
             order by opened_at desc, leg desc limit $4) newest
           order by "openedAt" desc, leg desc limit $4) l
     left join interlink_message m on m.agency_id = l."agencyId" and m.leg = l.leg
       and m.direction = 'out' and m.seq = l."acceptedSeq" + 1
     order by l."openedAt" desc, l.leg desc`,
    [
      query.agencies,
      query.after?.openedAt ?? null,
      query.after?.leg ?? null,
      query.limit,
      query.party,
    ],
  )
  return rows
}

/** A message as the screen shows it: its way, never its content. */
export type MessageLine = {
  agencyId: string
  leg: string
  dossierId: string | null
  service: string
  direction: 'in' | 'out'
  seq: number
  place: number
  id: string
  party: string
  type: string
  writtenAt: Date
  acceptedAt: Date | null
  attempts: number
  nextAttemptAt: Date | null
  lastError: string | null
  deadAt: Date | null
  deadReason: string | null
}

const MESSAGE = `m.agency_id as "agencyId", m.leg, l.dossier_id as "dossierId", l.service,
  m.direction, m.seq, m.place, m.id, m.party, m.type, m.written_at as "writtenAt",
  m.accepted_at as "acceptedAt", m.attempts, m.next_attempt_at as "nextAttemptAt",
  m.last_error as "lastError", m.dead_at as "deadAt", m.dead_reason as "deadReason"`

const FROM = `from interlink_message m join leg l on l.agency_id = m.agency_id and l.leg = m.leg`

/** In the order in which this side sent and took them. */
export async function selectMessageLines(
  db: Queryable,
  at: LegAt,
  limit: number,
): Promise<readonly MessageLine[]> {
  const { rows } = await db.query<MessageLine>(
    `select ${MESSAGE} ${FROM} where m.agency_id = $1 and m.leg = $2 order by m.place limit $3`,
    [at.agencyId, at.leg, limit],
  )
  return rows
}

export type DeadQuery = {
  agencies: readonly string[]
  party: string | null
  after: { deadAt: Date; id: string } | null
  limit: number
}

/** Newest first; each agency's own index gives its newest. */
export async function selectDead(db: Queryable, query: DeadQuery): Promise<readonly MessageLine[]> {
  const { rows } = await db.query<MessageLine>(
    `select ${MESSAGE}
     from (select newest.* from unnest($1::text[]) as held (id) cross join lateral (
             select * from interlink_message
             where agency_id = held.id and dead_at is not null
               and ($5::text is null or party = $5)
               and ($2::timestamptz is null or (dead_at, id) < ($2, $3))
             order by dead_at desc, id desc limit $4) newest
           order by dead_at desc, newest.id desc limit $4) m
     join leg l on l.agency_id = m.agency_id and l.leg = m.leg
     order by m.dead_at desc, m.id desc`,
    [
      query.agencies,
      query.after?.deadAt ?? null,
      query.after?.id ?? null,
      query.limit,
      query.party,
    ],
  )
  return rows
}

/** How many have stopped, counted to at most `limit`. */
export async function countDead(
  db: Queryable,
  agencies: readonly string[],
  limit: number,
): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from interlink_message
      where agency_id = any($1) and dead_at is not null limit $2) capped`,
    [agencies, limit],
  )
  return rows[0]!.n
}

/** Other parties of these agencies' legs, for the filter. */
export async function selectOtherParties(
  db: Queryable,
  agencies: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ party: string }>(
    `select distinct other_party as party from
       (select other_party from leg where agency_id = any($1)
        order by opened_at desc, leg desc limit 2000) newest
     order by party limit $2`,
    [agencies, limit],
  )
  return rows.map(({ party }) => party)
}

/** A message of ours by its id, locked. */
export async function lockSentMessage(
  db: Queryable,
  at: { agencies: readonly string[]; id: string },
): Promise<MessageLine | undefined> {
  const { rows } = await db.query<MessageLine>(
    `select ${MESSAGE} ${FROM}
     where m.agency_id = any($1) and m.id = $2 and m.direction = 'out' for update of m`,
    [at.agencies, at.id],
  )
  return rows[0]
}

export type ExchangeAct = {
  agencyId: string
  messageId: string
  reason: string
  doneBy: string
  doneAt: Date
}

/** Who sent a message again; numbered a message. */
export async function insertSentAgain(db: Queryable, act: ExchangeAct): Promise<void> {
  await db.query(
    `insert into exchange_act (agency_id, message_id, no, kind, reason, done_by, done_at)
     select $1, $2, coalesce(max(no), 0) + 1, 'sent-again', $3, $4, $5
     from exchange_act where agency_id = $1 and message_id = $2`,
    [act.agencyId, act.messageId, act.reason, act.doneBy, act.doneAt],
  )
}

/** The last acts on a leg's messages, newest first. */
export async function selectActs(
  db: Queryable,
  at: LegAt,
  limit: number,
): Promise<readonly ExchangeAct[]> {
  const { rows } = await db.query<ExchangeAct>(
    `select a.agency_id as "agencyId", a.message_id as "messageId", a.reason,
       a.done_by as "doneBy", a.done_at as "doneAt"
     from interlink_message m
     join exchange_act a on a.agency_id = m.agency_id and a.message_id = m.id
     where m.agency_id = $1 and m.leg = $2 order by a.done_at desc, a.no desc limit $3`,
    [at.agencyId, at.leg, limit],
  )
  return rows
}
