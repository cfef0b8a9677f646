import { canonicalJson } from '../../platform/ids.ts'
import type { Actor, Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { chainHash } from './code.ts'
import type { Dossier, DossierEvent, EventFacts } from './dossier.ts'
import { insertEvent, lockAgencyHead, updateAgencyHead, type AgencyHead } from './event-store.ts'
import { movesFrom, type Action, type Move } from './machine.ts'
import type { State } from './states.ts'
import { updateDossier, type DossierChange } from './store.ts'

export type MoveInput = {
  /** The row, locked by this transaction. */
  dossier: Dossier
  action: Action
  to: State
  step?: string | null
  facts?: EventFacts
  change?: DossierChange
  requestKey: string | null
}

/**
 * The only writer of a dossier's state: appends the event to the agency's chain and updates the row,
 * in the caller's transaction. Refuses `act-not-now` when the table has no such move from here.
 */
export async function move(ctx: Ctx, db: Queryable, input: MoveInput): Promise<Dossier> {
  const row = ensureMove(input.dossier, input.action, input.to)
  const step = input.step === undefined ? input.dossier.step : input.step
  const facts = { ...input.facts, from: input.dossier.state, to: row.to, step }
  return record(ctx, db, { ...input, kind: row.event, state: row.to, step, facts })
}

/** Refuses `act-not-now`, naming the state, so that the officer is told who did what before. */
export function ensureMove(dossier: Dossier, action: Action, to?: State): Move {
  const row = movesFrom(action, dossier.state).find((move) => to === undefined || move.to === to)
  if (!row) throw new Refusal('act-not-now', { action, state: dossier.state })
  return row
}

export type StandInput = {
  dossier: Dossier
  kind: string
  facts?: EventFacts
  change?: DossierChange
  requestKey: string | null
}

/** Records an act that leaves the state as it is (assigned, certificateIssued …). */
export function stand(ctx: Ctx, db: Queryable, input: StandInput): Promise<Dossier> {
  const { state, step } = input.dossier
  return record(ctx, db, { ...input, state, step, facts: input.facts ?? {} })
}

type Recording = StandInput & { state: State; step: string | null; facts: EventFacts }

async function record(ctx: Ctx, db: Queryable, input: Recording): Promise<Dossier> {
  const now = ctx.clock.now()
  const head = await lockAgencyHead(db, input.dossier.agencyId, legalDay(now))
  const version = input.dossier.version + 1
  const event = await append(ctx, db, head, { ...input, dossierId: input.dossier.id, version })
  await updateAgencyHead(db, head)
  const after = { state: input.state, step: input.step, version }
  const dossier = await updateDossier(db, input.dossier, after, input.change ?? {})
  return tellListeners(ctx, db, event, dossier)
}

export type Appending = {
  dossierId: string
  version: number
  kind: string
  facts: EventFacts
  requestKey: string | null
}

/** Appends one event after `head`, which it advances; the caller writes the head back. */
export async function append(
  ctx: Ctx,
  db: Queryable,
  head: AgencyHead,
  input: Appending,
): Promise<DossierEvent> {
  const body = {
    agencyId: head.agencyId,
    seq: head.eventSeq + 1,
    dossierId: input.dossierId,
    version: input.version,
    kind: input.kind,
    at: ctx.clock.now(),
    ...actorOf(ctx.actor),
    facts: input.facts,
  }
  const prevHash = head.chainHead
  const hash = chainHash(prevHash, chainText(body))
  head.eventSeq = body.seq
  head.chainHead = hash
  const event = { ...body, hash }
  const requestKey =
    input.requestKey === null ? null : ownKey(ctx.actor, input.dossierId, input.requestKey)
  await insertEvent(db, { ...event, requestKey, prevHash })
  return event
}

/**
 * A request key as events keep it, apart from everybody else's: two citizens, two officers or a job
 * may come with the same one. The hash chain does not cover it: it tells repeats, it is no fact.
 */
export function ownKey(actor: Actor, dossierId: string, requestKey: string): string {
  if (actor.kind === 'staff') return `staff:${actor.staffId}:${requestKey}`
  if (actor.kind === 'system') return `system:${requestKey}`
  return `owner:${dossierId}:${requestKey}`
}

/** The bytes a chain hash covers. `facts` go through JSON as the database returns them. */
export function chainText(event: Omit<DossierEvent, 'hash'>): string {
  return canonicalJson({
    agencyId: event.agencyId,
    seq: event.seq,
    dossierId: event.dossierId,
    version: event.version,
    kind: event.kind,
    at: event.at.toISOString(),
    actorKind: event.actorKind,
    actorId: event.actorId,
    facts: event.facts,
  })
}

function actorOf(actor: Actor): Pick<DossierEvent, 'actorKind' | 'actorId'> {
  if (actor.kind === 'staff') return { actorKind: 'staff', actorId: actor.staffId }
  if (actor.kind === 'system') return { actorKind: 'system', actorId: actor.task }
  return { actorKind: 'citizen', actorId: null }
}

/**
 * Runs inside the transaction that appended the event: what it writes commits or fails with it. One
 * that itself appends an event returns the dossier after it.
 */
export type Listener = (
  ctx: Ctx,
  db: Queryable,
  event: DossierEvent,
  dossier: Dossier,
) => Promise<Dossier | void>

const listeners = new Map<string, Listener>()

/** Slips, notifications and later modules listen to events; a name listens once. */
export function listen(name: string, listener: Listener): void {
  listeners.set(name, listener)
}

/** Returns the dossier as the listeners leave it. */
export async function tellListeners(
  ctx: Ctx,
  db: Queryable,
  event: DossierEvent,
  dossier: Dossier,
): Promise<Dossier> {
  let after = dossier
  for (const listener of listeners.values()) {
    after = (await listener(ctx, db, event, after)) ?? after
  }
  return after
}
