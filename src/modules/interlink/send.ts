import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { canonicalJson, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isLegEnded, stepLeg } from './leg.ts'
import { assertMessage } from './message-schema.ts'
import { PROTOCOL, senderOf, type Bodies, type Message, type MessageType } from './message.ts'
import { findLeg, findOpenedLeg, type Leg, type LegAt } from './store-legs.ts'
import { insertLegWithMessage, moveLegWithMessage, type NewMessage } from './store-messages.ts'

export type OpenLeg = {
  /** The lead: whose dossier it is. */
  agencyId: string
  dossierId: string
  /** Which leg of the dossier: with it, a leg is opened once. */
  key: string
  to: string
  body: Bodies['open']
}

/**
 * Opens a leg with its first message, in the caller's transaction; the message leaves when that
 * commits. A leg of this dossier and key that is open already is returned as it is.
 */
export async function openLeg(ctx: Ctx, db: Queryable, input: OpenLeg): Promise<Leg> {
  const known = await findOpenedLeg(db, input)
  if (known !== undefined) return known
  const now = ctx.clock.now()
  const leg: Leg = {
    agencyId: input.agencyId,
    leg: uuidv7(now),
    side: 'lead',
    dossierId: input.dossierId,
    key: input.key,
    service: input.body.service,
    otherParty: input.to,
    state: 'notSent',
    inSeq: 0,
    outSeq: 1,
    acceptedSeq: 0,
    dueAt: new Date(input.body.dueAt),
    otherCode: null,
    openedAt: now,
    endedAt: null,
  }
  const { row } = written(leg, { type: 'open', body: input.body, now })
  await insertLegWithMessage(db, leg, row)
  await askToDeliverMessages(db, leg)
  return leg
}

export type Send<T extends Exclude<MessageType, 'open'>> = { at: LegAt; type: T; body: Bodies[T] }

/**
 * Writes the next message of a leg in the caller's transaction, where the sender's dossier is locked
 * before the leg; it leaves when that commits. Refuses `leg-not-yours` (no such leg of this side, or
 * the other side's to write), `leg-ended`, `leg-has-result`, `leg-not-now`.
 */
export async function send<T extends Exclude<MessageType, 'open'>>(
  ctx: Ctx,
  db: Queryable,
  { at, type, body }: Send<T>,
): Promise<{ leg: Leg; message: Message }> {
  const leg = await findLeg(db, at, { lock: true })
  if (leg === undefined || leg.side !== senderOf[type]) throw new Refusal('leg-not-yours')
  // A lead's message may meet an ended leg on its way; nobody writes one knowingly.
  if (leg.side === 'lead' && isLegEnded(leg.state)) throw new Refusal('leg-ended')
  if (leg.side === 'lead' && leg.state === 'cancelling') throw new Refusal('leg-not-now')
  const verdict = stepLeg(leg.state, type)
  if (!verdict.ok) throw new Refusal(verdict.why)
  const after = { ...afterMessage(leg, type, body), state: verdict.state, outSeq: leg.outSeq + 1 }
  const now = ctx.clock.now()
  const { row, message } = written(after, { type, body, now })
  await moveLegWithMessage(db, { leg: after, now }, row)
  await askToDeliverMessages(db, after)
  return { leg: after, message }
}

/** What the body of a message says of the leg: the partner's code, and its date. */
export function afterMessage<T extends MessageType>(leg: Leg, type: T, body: Bodies[T]): Leg {
  if (type === 'received') {
    const { code, dueAt } = body as Bodies['received']
    return { ...leg, otherCode: code, dueAt: new Date(dueAt) }
  }
  if (type === 'delayed') return { ...leg, dueAt: new Date((body as Bodies['delayed']).dueAt) }
  return leg
}

type Writing = { type: MessageType; body: Bodies[MessageType]; now: Date }

/** The leg's last message, and the row that keeps it: due at once when none waits before it. */
function written(leg: Leg, { type, body, now }: Writing): { message: Message; row: NewMessage } {
  const message: Message = {
    schema: PROTOCOL,
    id: uuidv7(now),
    leg: leg.leg,
    seq: leg.outSeq,
    type,
    from: leg.agencyId,
    to: leg.otherParty,
    writtenAt: now.toISOString(),
    body,
  }
  assertMessage(message)
  const row: NewMessage = {
    agencyId: leg.agencyId,
    direction: 'out',
    place: leg.inSeq + leg.outSeq,
    party: leg.otherParty,
    message,
    bytesSha256: sha256Hex(bytesOf(message)),
    acceptedAt: null,
    nextAttemptAt: leg.acceptedSeq === leg.outSeq - 1 ? now : null,
  }
  return { message, row }
}

/** The bytes of a message of ours: always the same. */
export function bytesOf(message: Message): Buffer {
  return Buffer.from(canonicalJson(message))
}

export const DELIVER_MESSAGES = 'deliver-messages'

export type WaitingFor = { party: string }

/** A leg that waits already does not wait twice. */
export async function askToDeliverMessages(
  db: Queryable,
  { agencyId, leg, otherParty }: Pick<Leg, 'agencyId' | 'leg' | 'otherParty'>,
): Promise<void> {
  const payload: WaitingFor = { party: otherParty }
  await enqueue(db, DELIVER_MESSAGES, payload, { key: `deliver:${agencyId}:${leg}` })
}
