import type { Queryable } from '../../platform/db.ts'
import type { Location } from '../dossiers/index.ts'

export type Message = {
  id: string
  channel: 'sms'
  recipient: string
  template: string
  body: string
  dossierId: string | null
  createdAt: Date
  sentAt: Date | null
  /** What it is about, once: a repeated job does not send twice. */
  occasion: string
}

export async function insertMessage(db: Queryable, message: Message): Promise<void> {
  await db.query(
    `insert into message (id, channel, recipient, template, body, dossier_id, created_at, sent_at, occasion)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (occasion) do nothing`,
    [
      message.id,
      message.channel,
      message.recipient,
      message.template,
      message.body,
      message.dossierId,
      message.createdAt,
      message.sentAt,
      message.occasion,
    ],
  )
}

const MESSAGE = `id, channel, recipient, template, body, dossier_id as "dossierId",
  created_at as "createdAt", sent_at as "sentAt", occasion`

/** For the demo outbox: the newest 100. */
export async function listNewest(db: Queryable): Promise<Message[]> {
  const { rows } = await db.query<Message>(
    `select ${MESSAGE} from message order by no desc limit 100`,
  )
  return rows
}

/** Messages about a dossier, newest first. */
export async function listMessagesOf(db: Queryable, dossierId: string): Promise<Message[]> {
  const { rows } = await db.query<Message>(
    `select ${MESSAGE} from message where dossier_id = $1 order by no desc limit 50`,
    [dossierId],
  )
  return rows
}

export type MessageStop = { stoppedBy: string; stoppedAt: Date }

/** Once: who stopped first stays. */
export async function insertStop(db: Queryable, at: Location, stop: MessageStop): Promise<void> {
  await db.query(
    `insert into message_stop (agency_id, dossier_id, stopped_by, stopped_at)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [at.agencyId, at.dossierId, stop.stoppedBy, stop.stoppedAt],
  )
}

export async function findStop(db: Queryable, at: Location): Promise<MessageStop | undefined> {
  const { rows } = await db.query<MessageStop>(
    `select stopped_by as "stoppedBy", stopped_at as "stoppedAt" from message_stop
     where agency_id = $1 and dossier_id = $2`,
    [at.agencyId, at.dossierId],
  )
  return rows[0]
}
