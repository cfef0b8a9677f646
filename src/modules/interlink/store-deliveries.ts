import type { Queryable } from '../../platform/db.ts'
import type { Message } from './message.ts'
import { PROTOCOL } from './message.ts'

/** A message on its way, taken by one deliverer until `next_attempt_at`. */
export type Delivery = {
  agencyId: string
  party: string
  message: Message
  bytesSha256: string
  attempts: number
  waitingSince: Date
  legOpenedAt: Date
}

type Row = Omit<Delivery, 'message'> &
  Pick<Message, 'id' | 'leg' | 'seq' | 'type' | 'body'> & { writtenAt: Date }

/**
 * Takes due messages to a party; another deliverer leaves them alone until `leaseUntil`. Of a leg only
 * the first that was not accepted ever has a next attempt.
 */
export async function claimDeliveries(
  db: Queryable,
  claim: { party: string; now: Date; leaseUntil: Date; limit: number },
): Promise<readonly Delivery[]> {
  const { rows } = await db.query<Row>(
    `with due as (
       select agency_id, leg, seq from interlink_message
       where party = $1 and next_attempt_at <= $2
       order by next_attempt_at limit $4 for update skip locked)
     update interlink_message m set attempts = m.attempts + 1, next_attempt_at = $3
     from due join leg l on l.agency_id = due.agency_id and l.leg = due.leg
     where m.agency_id = due.agency_id and m.leg = due.leg and m.direction = 'out'
       and m.seq = due.seq
     returning m.agency_id as "agencyId", m.party, m.id, m.leg, m.seq, m.type, m.body,
       m.written_at as "writtenAt", m.bytes_sha256 as "bytesSha256", m.attempts,
       m.waiting_since as "waitingSince", l.opened_at as "legOpenedAt"`,
    [claim.party, claim.now, claim.leaseUntil, claim.limit],
    { name: 'exchange-claim' },
  )
  return rows.map(toDelivery)
}

function toDelivery({ id, leg, seq, type, body, writtenAt, ...rest }: Row): Delivery {
  const { agencyId: from, party: to } = rest
  const written = { writtenAt: writtenAt.toISOString(), schema: PROTOCOL } as const
  return { ...rest, message: { ...written, id, leg, seq, type, from, to, body } }
}

/** Accepted: the leg says so, and the next message of the leg is due. In a transaction. */
export async function markAccepted(
  db: Queryable,
  { agencyId, message }: Pick<Delivery, 'agencyId' | 'message'>,
  now: Date,
): Promise<void> {
  const { leg, seq, type } = message
  // Whoever writes the next message holds the leg: the second statement sees what was written.
  const { rows } = await db.query<{ outSeq: number }>(
    `with moved as (
       update leg set accepted_seq = $3,
         state = case when $4 and state = 'notSent' then 'sent' else state end
       where agency_id = $1 and leg = $2 and accepted_seq = $3 - 1 returning out_seq)
     update interlink_message set accepted_at = $5, next_attempt_at = null, last_error = null,
       dead_at = null, dead_reason = null
     from moved
     where agency_id = $1 and leg = $2 and direction = 'out' and seq = $3 and accepted_at is null
     returning moved.out_seq as "outSeq"`,
    [agencyId, leg, seq, type === 'open', now],
    { name: 'exchange-accepted' },
  )
  const last = rows[0]?.outSeq ?? seq
  if (last > seq) await makeDue(db, { agencyId, leg, seq: seq + 1 }, now)
}

/** Tries a message from now on: its turn has come, or a person sends it again. */
export async function makeDue(
  db: Queryable,
  at: { agencyId: string; leg: string; seq: number },
  now: Date,
): Promise<void> {
  await db.query(
    `update interlink_message set next_attempt_at = $4, waiting_since = $4, attempts = 0,
       dead_at = null, dead_reason = null
     where agency_id = $1 and leg = $2 and direction = 'out' and seq = $3 and accepted_at is null`,
    [at.agencyId, at.leg, at.seq, now],
  )
}

/** Not accepted yet: when it is tried again, and why it was not. */
export async function putOff(
  db: Queryable,
  { agencyId, message }: Pick<Delivery, 'agencyId' | 'message'>,
  put: { until: Date; error: string },
): Promise<void> {
  await db.query(
    `update interlink_message set next_attempt_at = $4, last_error = $5
     where agency_id = $1 and leg = $2 and direction = 'out' and seq = $3
       and next_attempt_at is not null`,
    [agencyId, message.leg, message.seq, put.until, put.error],
  )
}

/** Taken and not tried. */
export async function giveBack(
  db: Queryable,
  { agencyId, message }: Pick<Delivery, 'agencyId' | 'message'>,
  now: Date,
): Promise<void> {
  await db.query(
    `update interlink_message set next_attempt_at = $4, attempts = attempts - 1
     where agency_id = $1 and leg = $2 and direction = 'out' and seq = $3
       and next_attempt_at is not null`,
    [agencyId, message.leg, message.seq, now],
  )
}

/** Never accepted unless a person sends it again. */
export async function markDead(
  db: Queryable,
  { agencyId, message }: Pick<Delivery, 'agencyId' | 'message'>,
  dead: { at: Date; reason: string },
): Promise<void> {
  await db.query(
    `update interlink_message
     set next_attempt_at = null, dead_at = $4, dead_reason = $5, last_error = $5
     where agency_id = $1 and leg = $2 and direction = 'out' and seq = $3
       and next_attempt_at is not null`,
    [agencyId, message.leg, message.seq, dead.at, dead.reason],
  )
}

/** What has waited for a party since before then is dead, tried or not: at most `limit` at once. */
export async function buryWaiting(
  db: Queryable,
  burying: { party: string; before: Date; now: Date; limit: number },
): Promise<void> {
  await db.query(
    `update interlink_message m
     set next_attempt_at = null, dead_at = $3, last_error = coalesce(m.last_error, 'waited'),
       dead_reason = coalesce(m.last_error, 'waited')
     from (select agency_id, leg, seq from interlink_message
           where party = $1 and next_attempt_at is not null and waiting_since < $2
           limit $4 for update skip locked) old
     where m.agency_id = old.agency_id and m.leg = old.leg and m.seq = old.seq
       and m.direction = 'out'`,
    [burying.party, burying.before, burying.now, burying.limit],
  )
}

/** Parties that have a message due, each found by one step in the index. */
export async function selectPartiesDue(
  db: Queryable,
  now: Date,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ party: string }>(
    `with recursive waiting (party) as (
       (select party from interlink_message where next_attempt_at is not null
        order by party limit 1)
       union all
       select (select m.party from interlink_message m
               where m.next_attempt_at is not null and m.party > waiting.party
               order by m.party limit 1)
       from waiting where waiting.party is not null)
     select party from waiting
     where exists (select 1 from interlink_message m
                   where m.party = waiting.party and m.next_attempt_at <= $1)
     limit $2`,
    [now, limit],
  )
  return rows.map(({ party }) => party)
}

/** When the next message to a party is due, if any waits. */
export async function findNextAttempt(db: Queryable, party: string): Promise<Date | undefined> {
  const { rows } = await db.query<{ at: Date }>(
    `select next_attempt_at as at from interlink_message
     where party = $1 and next_attempt_at is not null order by next_attempt_at limit 1`,
    [party],
  )
  return rows[0]?.at
}
