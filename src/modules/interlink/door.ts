import type { Ctx } from '../../platform/ctx.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readAsked, type Asked } from './asked.ts'
import {
  MESSAGE_BYTES_MAX,
  type Exchange,
  type ExchangeReply,
  type ExchangeRequest,
} from './exchange.ts'
import type { Message } from './message.ts'
import { readMessage } from './read-message.ts'
import { JSON_TYPE, PROBLEM_TYPE, signedReply } from './reply.ts'
import { countRefusal } from './store-refusals.ts'
import { take, type TakenAs } from './take.ts'
import { verifyRequest, type Verified } from './verify-request.ts'

/** What the receiver says of a message that it has taken, signed: nothing else acknowledges it. */
export type Acknowledgement = {
  id: string
  leg: string
  seq: number
  /** Of the bytes as they came. */
  sha256: string
  /** Taken before. */
  repeated: boolean
}

/**
 * The one door for messages to agencies in here, over HTTP or from an agency in here: proves who
 * sends, takes the message, acknowledges. What is refused is answered as a problem, counted and
 * logged, and changes nothing.
 */
export async function takeMessage(
  ctx: Ctx,
  exchange: Exchange,
  request: ExchangeRequest,
): Promise<ExchangeReply> {
  return answering(ctx, exchange, { request, work: (known) => taken(ctx, request, known) })
}

/** A body larger than any message, which nobody read to its end. */
export async function refuseTooLarge(
  ctx: Ctx,
  exchange: Exchange,
  headers: ExchangeRequest['headers'],
): Promise<ExchangeReply> {
  const request: ExchangeRequest = { method: 'POST', targets: [], headers, bytes: Buffer.alloc(0) }
  const megabytes = MESSAGE_BYTES_MAX / 1024 / 1024
  const work = () => Promise.reject(new Refusal('message-too-large', { megabytes }))
  return answering(ctx, exchange, { request, work })
}

/** What is known of a request so far, for whoever reads that it was refused. */
export type About = Asked & { verified?: Verified; message?: Message }

export type Answering = {
  request: ExchangeRequest
  /** Returns the JSON to answer; notes what it learns. */
  work(about: About): Promise<unknown>
}

/** Signs the answer of the agency asked, or its refusal. Faults of ours are thrown. */
export async function answering(
  ctx: Ctx,
  exchange: Exchange,
  { request, work }: Answering,
): Promise<ExchangeReply> {
  const about: About = await readAsked(ctx, request)
  const { by } = about
  try {
    if (by === undefined) throw new Refusal('party-unknown')
    const value = await work(about)
    return await signedReply(ctx, exchange, { by, status: 200, type: JSON_TYPE, value, request })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await noteRefusal(ctx, error, about)
    const value = exchange.problemOf(error)
    const { status } = value
    return signedReply(ctx, exchange, { by, status, type: PROBLEM_TYPE, value, request })
  }
}

async function taken(ctx: Ctx, request: ExchangeRequest, about: About): Promise<Acknowledgement> {
  const verified = verifyRequest(ctx, request, about)
  about.verified = verified
  const message = readMessage(request.bytes)
  about.message = message
  if (message.from !== verified.from) throw new Refusal('message-not-from-party')
  if (message.to !== verified.to) throw new Refusal('message-not-to-party')
  if (message.type === 'open' && !about.isInside) throw new Refusal('party-unknown')
  const bytesSha256 = sha256Hex(request.bytes)
  const { keyId, nonce } = verified
  const system: Ctx = { ...ctx, actor: { kind: 'system', task: 'interlink' } }
  const as: TakenAs = await take(system, { message, bytesSha256, keyId, nonce })
  const { id, leg, seq } = message
  return { id, leg, seq, sha256: bytesSha256, repeated: as === 'repeated' }
}

/** Nobody's name and no content: only what the screen needs to find the message. */
export async function noteRefusal(
  ctx: Ctx,
  refusal: Refusal,
  { by, verified, message }: About,
): Promise<void> {
  const now = ctx.clock.now()
  // Only what a known party signed is worth a row of its own.
  const known = verified && message
  const row = {
    agencyId: by ?? '-',
    day: legalDay(now),
    code: refusal.code,
    party: verified?.from ?? null,
    leg: known ? message.leg : null,
    messageId: known ? message.id : null,
    type: known ? message.type : null,
    lastAt: now,
  }
  ctx.log.warn({ part: 'interlink', refused: row.code, to: by, from: row.party, leg: row.leg })
  await countRefusal(ctx.db, row)
}
