import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getForSystem, type Location } from '../dossiers/index.ts'
import { runEffects } from './effects.ts'
import { stepLeg } from './leg.ts'
import { senderOf, type Bodies, type Message } from './message.ts'
import { afterMessage } from './send.ts'
import { findLeg, type Leg } from './store-legs.ts'
import {
  findTaken,
  insertLegWithMessage,
  moveLegWithMessage,
  noteNonce,
  type NewMessage,
} from './store-messages.ts'

/** A message that its signature has proved to come from `message.from`. */
export type Proved = { message: Message; bytesSha256: string; keyId: string; nonce: string }

/** `repeated`: taken before; it is acknowledged again and does nothing. */
export type TakenAs = 'taken' | 'repeated'

/**
 * Takes a message in one transaction with its effect: the leg is locked (after its dossier, as
 * every verb does), the order and the table are kept, the effects run. Refuses `signature-replayed`,
 * `leg-not-yours`, `message-not-from-party`, `message-id-reused`, `message-seq-reused`,
 * `message-out-of-order` (with the `expected` seq), `leg-ended`, `leg-has-result`, `leg-not-now`,
 * `leg-already-open`, and whatever an effect refuses.
 */
export async function take(ctx: Ctx, proved: Proved): Promise<TakenAs> {
  try {
    return await takeOnce(ctx, proved)
  } catch (error) {
    // Two copies of an opening message at once: the second now finds what the first made.
    if (violated(error) === 'leg_pkey') return takeOnce(ctx, proved)
    if (violated(error) === 'interlink_message_once') throw new Refusal('message-id-reused')
    throw error
  }
}

/** The constraint of the database that an error names. */
function violated(error: unknown): unknown {
  return error instanceof Error && 'constraint' in error ? error.constraint : undefined
}

function takeOnce(ctx: Ctx, proved: Proved): Promise<TakenAs> {
  const { message, keyId, nonce } = proved
  const at = { agencyId: message.to, leg: message.leg }
  return ctx.db.tx(async (db) => {
    const seen = await noteNonce(db, { ...at, keyId, nonce, at: ctx.clock.now() })
    if (!seen.isNew) throw new Refusal('signature-replayed')
    if (!seen.isThere) return takeFirst(ctx, db, proved)
    const { dossierId } = seen
    if (dossierId !== null) await lockDossier(ctx, db, { agencyId: at.agencyId, dossierId })
    // What was seen before the locks may have changed.
    return takeNext(ctx, db, { ...proved, leg: (await findLeg(db, at, { lock: true }))! })
  })
}

/** Verbs lock the dossier, then its leg: so do we, or the two would wait for each other. */
async function lockDossier(ctx: Ctx, db: Queryable, at: Location): Promise<void> {
  try {
    await getForSystem(ctx, at, { db, lock: true })
  } catch (error) {
    // A dossier that is not there needs no lock.
    if (!(error instanceof Refusal)) throw error
  }
}

async function takeFirst(ctx: Ctx, db: Queryable, proved: Proved): Promise<TakenAs> {
  const { message } = proved
  if (message.type !== 'open') throw new Refusal('leg-not-yours')
  ensureOrder(message, 1)
  const body = message.body as Bodies['open'] // its type says so, and the schema was checked
  const leg: Leg = {
    agencyId: message.to,
    leg: message.leg,
    side: 'partner',
    dossierId: null,
    key: body.service,
    service: body.service,
    otherParty: message.from,
    state: 'notSent',
    inSeq: 1,
    outSeq: 0,
    acceptedSeq: 0,
    dueAt: new Date(body.dueAt),
    otherCode: null,
    openedAt: ctx.clock.now(),
    endedAt: null,
  }
  await insertLegWithMessage(db, leg, rowOf(ctx, leg, proved))
  await runEffects(ctx, db, { leg, message, before: null })
  return 'taken'
}

async function takeNext(ctx: Ctx, db: Queryable, proved: Proved & { leg: Leg }): Promise<TakenAs> {
  const { message, leg } = proved
  if (leg.otherParty !== message.from) throw new Refusal('leg-not-yours')
  if (message.seq <= leg.inSeq) return takeAgain(db, proved)
  if (leg.side === senderOf[message.type]) throw new Refusal('message-not-from-party')
  ensureOrder(message, leg.inSeq + 1)
  const verdict = stepLeg(leg.state, message.type)
  if (!verdict.ok) throw new Refusal(verdict.why)
  const said = afterMessage(leg, message.type, message.body)
  const after = { ...said, state: verdict.state, inSeq: message.seq }
  await moveLegWithMessage(db, { leg: after, now: ctx.clock.now() }, rowOf(ctx, after, proved))
  await runEffects(ctx, db, { leg: after, message, before: leg.state })
  return 'taken'
}

function ensureOrder(message: Message, expected: number): void {
  if (message.seq !== expected) throw new Refusal('message-out-of-order', { expected })
}

async function takeAgain(db: Queryable, { message, bytesSha256 }: Proved): Promise<TakenAs> {
  const known = await findTaken(db, { agencyId: message.to, id: message.id })
  if (known === undefined) throw new Refusal('message-seq-reused')
  if (known.bytesSha256 !== bytesSha256) throw new Refusal('message-id-reused')
  return 'repeated'
}

function rowOf(ctx: Ctx, leg: Leg, { message, bytesSha256 }: Proved): NewMessage {
  return {
    agencyId: leg.agencyId,
    direction: 'in',
    place: leg.inSeq + leg.outSeq,
    party: leg.otherParty,
    message,
    bytesSha256,
    acceptedAt: ctx.clock.now(),
    nextAttemptAt: null,
  }
}
