import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import type { LegState } from './leg.ts'
import type { Message, MessageType } from './message.ts'
import type { Leg } from './store-legs.ts'

/** A message that was just taken: `leg` is as it left it, `before` the state in which it came. */
export type Taken = { leg: Leg; message: Message; before: LegState | null }

/**
 * What a message does besides moving its leg. Runs in the transaction that takes the message, with
 * the leg (and its dossier, if there is one) locked: effect and message commit or fail together. A
 * Refusal is the answer to the sender and stops the leg there; any other error lets it come again.
 */
export type LegEffect = (ctx: Ctx, db: Queryable, taken: Taken) => Promise<void>

const effects = new Map<string, LegEffect>()

/** Later modules act on messages; a name acts once. */
export function onMessage(name: string, effect: LegEffect): void {
  effects.set(name, effect)
}

export async function runEffects(ctx: Ctx, db: Queryable, taken: Taken): Promise<void> {
  for (const effect of effects.values()) await effect(ctx, db, taken)
}

/** A message of this side that the other has accepted. */
export type Accepted = { agencyId: string; leg: string; type: MessageType }

/** Runs in the transaction that notes it, the leg locked: what it does to a dossier leaves as a job. */
export type AcceptedEffect = (db: Queryable, accepted: Accepted) => Promise<void>

const acceptedEffects = new Map<string, AcceptedEffect>()

/** Later modules act when a message has arrived; a name acts once. */
export function onAccepted(name: string, effect: AcceptedEffect): void {
  acceptedEffects.set(name, effect)
}

export async function runAccepted(db: Queryable, accepted: Accepted): Promise<void> {
  for (const effect of acceptedEffects.values()) await effect(db, accepted)
}
