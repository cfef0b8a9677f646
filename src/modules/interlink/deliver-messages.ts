import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { probeDelayMs, retryDelayMs, TRIED_FOR_MS } from './backoff.ts'
import { runAccepted } from './effects.ts'
import type { Exchange } from './exchange.ts'
import { paths } from './exchange.ts'
import { judgeReply, type Judgement, type KeyFinder } from './judge-reply.ts'
import { placeOf } from './parties.ts'
import { bytesOf } from './send.ts'
import {
  buryWaiting,
  claimDeliveries,
  giveBack,
  markAccepted,
  markDead,
  putOff,
  selectPartiesDue,
  type Delivery,
} from './store-deliveries.ts'
import { claimProbe, findLine, markAnswering, markFailing } from './store-lines.ts'
import { findKey, type KeyRow } from './store-keys.ts'
import { selectParty, type PartyRow } from './store-parties.ts'
import { NoAnswer } from './carry.ts'
import { sendRequest } from './transport.ts'

/** Messages on their way to one party at a time. */
const LANES = 16
/** A message that its deliverer lost with its process is tried again after this. */
const LEASE_MS = 60_000
/** No call goes on for ever: what is left waits for the next one. */
const MESSAGES_MAX = 20_000
const ROUNDS_MAX = 50
const PARTIES_MAX = 500
/** Messages at once that have waited too long for a silent party. */
const BURIED_MAX = 1_000

export type Delivered = { accepted: number; refused: number; putOff: number }

/**
 * Delivers everything that is due now, to every party, and what that makes due; returns when
 * nothing is. Never throws for a party's sake.
 */
export async function deliverDue(ctx: Ctx, exchange: Exchange): Promise<Delivered> {
  const total: Delivered = { accepted: 0, refused: 0, putOff: 0 }
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const parties = await selectPartiesDue(ctx.db, ctx.clock.now(), PARTIES_MAX)
    const done = await Promise.all(parties.map((party) => deliverMessagesTo(ctx, exchange, party)))
    const count = done.reduce((sum, each) => sum + add(total, each), 0)
    if (count === 0) break
  }
  return total
}

function add(total: Delivered, each: Delivered): number {
  total.accepted += each.accepted
  total.refused += each.refused
  total.putOff += each.putOff
  return each.accepted + each.refused + each.putOff
}

type Drain = {
  ctx: Ctx
  exchange: Exchange
  party: string
  rows: readonly PartyRow[]
  done: Delivered
  /** Keys of the party, read again when they are a few seconds old. */
  findKey: KeyFinder
  /** The party stopped answering while this drain ran. */
  isFailing: boolean
}

/**
 * Delivers what is due to one party: several messages at once while it answers, one probe while it
 * does not. The first answer after a silence lets all that waited go.
 */
export async function deliverMessagesTo(
  ctx: Ctx,
  exchange: Exchange,
  party: string,
  stopping?: AbortSignal,
): Promise<Delivered> {
  const done: Delivered = { accepted: 0, refused: 0, putOff: 0 }
  const rows = await selectParty(ctx.db, party)
  const drain: Drain = {
    ctx,
    exchange,
    party,
    rows,
    done,
    findKey: keyFinder(ctx),
    isFailing: false,
  }
  const line = await findLine(ctx.db, party)
  if (line !== undefined && !(await probe(drain, line.failures))) return done
  await drainLanes(drain, stopping)
  return done
}

async function drainLanes(drain: Drain, stopping: AbortSignal | undefined): Promise<void> {
  const underway = new Set<Promise<void>>()
  const next: Delivery[] = []
  const isOver = () => drain.isFailing || stopping?.aborted === true
  for (let claimed = 0; claimed < MESSAGES_MAX && !isOver();) {
    if (next.length === 0) {
      next.push(...(await claim(drain, LANES)))
      claimed += next.length
    }
    if (next.length === 0 && underway.size === 0) break
    while (next.length > 0 && underway.size < LANES) {
      const one = deliverOne(drain, next.shift()!).finally(() => underway.delete(one))
      underway.add(one)
    }
    if (underway.size > 0) await Promise.race(underway)
  }
  await Promise.all(underway)
  // Taken, but the party fell silent or we stop: the next one to come finds them due.
  for (const delivery of next) await giveBack(drain.ctx.db, delivery, drain.ctx.clock.now())
}

function claim({ ctx, party }: Drain, limit: number): Promise<readonly Delivery[]> {
  const now = ctx.clock.now()
  const leaseUntil = new Date(now.getTime() + LEASE_MS)
  return claimDeliveries(ctx.db, { party, now, leaseUntil, limit })
}

/** One message tries a silent party; true when it answered. */
async function probe(drain: Drain, failures: number): Promise<boolean> {
  const { ctx, party } = drain
  const now = ctx.clock.now()
  const leaseUntil = new Date(now.getTime() + LEASE_MS)
  if (!(await claimProbe(ctx.db, { party, now, leaseUntil }))) return false
  const [delivery] = await claim(drain, 1)
  // Nothing is due: whether it answers is not known, and nobody waits to know.
  if (delivery === undefined) return false
  const judged = await attempt(drain, delivery)
  await settle(drain, delivery, judged)
  if (judged.is !== 'unanswered') {
    await ctx.db.tx((db) => markAnswering(db, { party, now: ctx.clock.now() }))
    return true
  }
  await noteSilence(drain, failures + 1, judged.why)
  const before = new Date(now.getTime() - TRIED_FOR_MS)
  await buryWaiting(ctx.db, { party, before, now, limit: BURIED_MAX })
  return false
}

/** Never throws: what our own database does not take now is due again when the lease ends. */
async function deliverOne(drain: Drain, delivery: Delivery): Promise<void> {
  try {
    const judged = await attempt(drain, delivery)
    await settle(drain, delivery, judged)
    if (judged.is !== 'unanswered' || drain.isFailing) return
    drain.isFailing = true
    await noteSilence(drain, 1, judged.why)
  } catch (error) {
    drain.isFailing = true
    drain.ctx.log.error({ part: 'interlink', err: error }, 'a delivery could not be noted')
  }
}

async function noteSilence({ ctx, party }: Drain, failures: number, error: string): Promise<void> {
  const now = ctx.clock.now()
  const probeAt = new Date(now.getTime() + probeDelayMs(failures, party))
  ctx.log.warn({ part: 'interlink', party, error, failures }, 'a party does not answer')
  await markFailing(ctx.db, { party, now, probeAt, error })
}

async function attempt(drain: Drain, delivery: Delivery): Promise<Judgement> {
  const { ctx, exchange, party } = drain
  const { message, bytesSha256 } = delivery
  try {
    const { reply, nonce } = await sendRequest(ctx, exchange, {
      from: delivery.agencyId,
      to: party,
      place: placeOf(party, drain.rows, legalDay(delivery.legOpenedAt)),
      method: 'POST',
      path: paths.messages,
      bytes: bytesOf(message),
    })
    const asked = { party, nonce, id: message.id, bytesSha256, findKey: drain.findKey }
    return await judgeReply(ctx, reply, asked)
  } catch (error) {
    if (error instanceof NoAnswer) return { is: 'unanswered', why: error.why }
    // A fault of ours, here or at the door inside: the message comes again.
    ctx.log.error({ part: 'interlink', party, err: error }, 'a message could not be delivered')
    return { is: 'unanswered', why: 'fault' }
  }
}

async function settle(drain: Drain, delivery: Delivery, judged: Judgement): Promise<void> {
  const { ctx, done } = drain
  const now = ctx.clock.now()
  if (judged.is === 'accepted') {
    const { agencyId, message } = delivery
    await ctx.db.tx(async (db) => {
      await markAccepted(db, delivery, now)
      await runAccepted(db, { agencyId, leg: message.leg, type: message.type })
    })
    done.accepted += 1
    return
  }
  const reason = judged.is === 'unanswered' ? judged.why : judged.code
  const isTooOld = now.getTime() - delivery.waitingSince.getTime() > TRIED_FOR_MS
  if (judged.is === 'refused' || isTooOld) {
    await markDead(ctx.db, delivery, { at: now, reason })
    done.refused += 1
    return
  }
  const until = new Date(now.getTime() + retryDelayMs(delivery.attempts, delivery.message.id))
  await putOff(ctx.db, delivery, { until, error: reason })
  done.putOff += 1
}

const KEYS_KEPT_MS = 5_000

function keyFinder({ db, clock }: Ctx): KeyFinder {
  const kept = new Map<string, { row: KeyRow | undefined; readAt: number }>()
  return async (keyId) => {
    const now = clock.now().getTime()
    const known = kept.get(keyId)
    if (known && now - known.readAt < KEYS_KEPT_MS) return known.row
    const row = await findKey(db, keyId)
    kept.set(keyId, { row, readAt: now })
    return row
  }
}
