import type { Queryable } from '../../platform/db.ts'
import type { Message } from './message.ts'
import type { LegAt } from './store-legs.ts'

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

export async function insertMessage(db: Queryable, row: NewMessage): Promise<void> {
  const { message } = row
  await db.query(
    `insert into interlink_message (agency_id, leg, direction, seq, place, id, party, type, body,
       bytes_sha256, written_at, accepted_at, waiting_since, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
    [
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
    ],
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

export async function deleteNonces(db: Queryable, before: Date): Promise<number> {
  const { rowCount } = await db.query('delete from interlink_nonce where seen_at < $1', [before])
  return rowCount ?? 0
}
