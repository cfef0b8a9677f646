import type { Queryable } from '../../platform/db.ts'
import type { Message } from './message.ts'
import { movedLegValues, newLegColumns, newLegValues, type Leg, type LegAt } from './store-legs.ts'

export type Direction = 'in' | 'out'

export type NewMessage = {
  agencyId: string
  direction: Direction
  /** Its place among all that this side sent and took of the leg. */
  place: number
  party: string
  message: Message
  bytesSha256: string
  /** When it was taken; null for one to send. */
  acceptedAt: Date | null
  /** Its first attempt, when nothing of the leg waits before it. */
  nextAttemptAt: Date | null
}

const COLUMNS = `agency_id, leg, direction, seq, place, id, party, type, body, bytes_sha256,
  written_at, accepted_at, waiting_since, next_attempt_at`

function valuesOf(row: NewMessage): unknown[] {
  const { message } = row
  return [
    row.agencyId,
    message.leg,
    row.direction,
    message.seq,
    row.place,
    message.id,
    row.party,
    message.type,
    JSON.stringify(message.body),
    row.bytesSha256,
    message.writtenAt,
    row.acceptedAt,
    row.nextAttemptAt,
    row.nextAttemptAt,
  ]
}

/** `$13, $14 …`: the places of `count` values after those of another part of the statement. */
function places(after: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `$${after + index + 1}`).join(', ')
}

/**
 * A new leg with its first message. Throws the database's unique violation when the leg, the lead's
 * key or the message's id is there already.
 */
export async function insertLegWithMessage(
  db: Queryable,
  leg: Leg,
  row: NewMessage,
): Promise<void> {
  const [legValues, messageValues] = [newLegValues(leg), valuesOf(row)]
  await db.query(
    `with opened as (
       insert into leg (${newLegColumns}) values (${places(0, legValues.length)}))
     insert into interlink_message (${COLUMNS})
     values (${places(legValues.length, messageValues.length)})`,
    [...legValues, ...messageValues],
    { name: 'exchange-open' },
  )
}

/** What a message made of its locked leg, and the message. */
export async function moveLegWithMessage(
  db: Queryable,
  moved: { leg: Leg; now: Date },
  row: NewMessage,
): Promise<void> {
  const [legValues, messageValues] = [movedLegValues(moved.leg, moved.now), valuesOf(row)]
  await db.query(
    `with moved as (
       update leg set state = $3, in_seq = $4, out_seq = $5, due_at = $6, other_code = $7,
         ended_at = case when $8 then coalesce(ended_at, $9::timestamptz) end
       where agency_id = $1 and leg = $2)
     insert into interlink_message (${COLUMNS})
     values (${places(legValues.length, messageValues.length)})`,
    [...legValues, ...messageValues],
    { name: 'exchange-move' },
  )
}

export type KnownMessage = { id: string; leg: string; seq: number; bytesSha256: string }

/** A message this side has taken already, by the sender's id. */
export async function findTaken(
  db: Queryable,
  at: { agencyId: string; id: string },
): Promise<KnownMessage | undefined> {
  const { rows } = await db.query<KnownMessage>(
    `select id, leg, seq, bytes_sha256 as "bytesSha256" from interlink_message
     where agency_id = $1 and id = $2 and direction = 'in'`,
    [at.agencyId, at.id],
  )
  return rows[0]
}

/** What one message that this side sent refers to: are these bytes among its papers? */
export async function hasSentPaper(
  db: Queryable,
  at: LegAt,
  sha256: string,
): Promise<{ name: string; mime: string } | undefined> {
  const { rows } = await db.query<{ name: string; mime: string }>(
    `select paper ->> 'name' as name, paper ->> 'mime' as mime
     from interlink_message, jsonb_array_elements(body -> 'papers') as paper
     where agency_id = $1 and leg = $2 and direction = 'out'
       and type in ('open', 'answerSupplement') and paper ->> 'sha256' = $3
     limit 1`,
    [at.agencyId, at.leg, sha256],
  )
  return rows[0]
}

/** False when this signature was taken before. */
export async function insertNonce(
  db: Queryable,
  seen: { keyId: string; nonce: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into interlink_nonce (key_id, nonce, seen_at) values ($1, $2, $3)
     on conflict do nothing`,
    [seen.keyId, seen.nonce, seen.at],
  )
  return rowCount === 1
}

export type SeenLeg = { isNew: boolean; isThere: boolean; dossierId: string | null }

/** Notes the signature, and looks at the leg without locking it. */
export async function noteNonce(
  db: Queryable,
  seen: LegAt & { keyId: string; nonce: string; at: Date },
): Promise<SeenLeg> {
  const { rows } = await db.query<SeenLeg>(
    `with fresh as (
       insert into interlink_nonce (key_id, nonce, seen_at) values ($1, $2, $3)
       on conflict do nothing returning 1)
     select exists(select 1 from fresh) as "isNew", leg.leg is not null as "isThere",
       leg.dossier_id as "dossierId"
     from (select 1) one left join leg on leg.agency_id = $4 and leg.leg = $5`,
    [seen.keyId, seen.nonce, seen.at, seen.agencyId, seen.leg],
    { name: 'exchange-nonce' },
  )
  return rows[0]!
}

export async function deleteNonces(db: Queryable, before: Date): Promise<number> {
  const { rowCount } = await db.query('delete from interlink_nonce where seen_at < $1', [before])
  return rowCount ?? 0
}
