import type { Actor, Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadCity } from '../agencies/index.ts'
import { isCode } from './code.ts'
import type { Dossier } from './dossier.ts'
import { findEventByKey, listKindsSince } from './event-store.ts'
import { ownKey } from './move.ts'
import { findDossier, findLocation, type Location } from './store.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** Refuses `not-found` to whoever is not staff: a desk address tells strangers nothing. */
export function ensureStaff(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw new Refusal('not-found')
  return ctx.actor
}

/** Agencies whose dossiers this officer's agency holds today: its own, then those it took over. */
export async function heldBy(ctx: Ctx): Promise<readonly string[]> {
  const actor = ensureStaff(ctx)
  const city = await loadCity(ctx.db)
  return city.heldAgencies(actor.agencyId, legalDay(ctx.clock.now()))
}

/** Is `ref` (code or id) a dossier that the officer's agency holds today? */
export async function isHeldDossier(ctx: Ctx, ref: string): Promise<boolean> {
  if (ctx.actor.kind !== 'staff') return false
  const at = await findLocation(ctx.db, isCode(ref) ? 'code' : 'id', ref)
  return at !== undefined && (await heldBy(ctx)).includes(at.agencyId)
}

/** Is `id` a dossier that the citizen filed? */
export async function isOwnDossier(ctx: Ctx, id: string): Promise<boolean> {
  const at = await findLocation(ctx.db, 'id', id)
  const dossier = at && (await findDossier(ctx.db, at, { lock: false }))
  return dossier !== undefined && mayOwnerOpen(ctx.actor, dossier)
}

/** Does the officer's agency hold this dossier today? */
export async function mayStaffOpen(ctx: Ctx, dossier: { agencyId: string }): Promise<boolean> {
  return ctx.actor.kind === 'staff' && (await heldBy(ctx)).includes(dossier.agencyId)
}

/** The citizen who filed: by the browser that holds the draft, or by the confirmed phone. */
export function mayOwnerOpen(actor: Actor, dossier: { id: string; phone: string | null }): boolean {
  if (actor.kind !== 'citizen') return false
  if (actor.draftIds.includes(dossier.id)) return true
  return actor.phone !== null && actor.phone === dossier.phone
}

type Options = { db?: Queryable; lock?: boolean }

/** `held`: asked before the transaction began, so that it needs no second connection. */
type StaffOptions = Options & { held?: readonly string[] }

/**
 * A dossier by full code (or id), for an officer of its agency. Refuses `not-found` to everyone else.
 */
export async function getForStaff(
  ctx: Ctx,
  ref: string,
  options: StaffOptions = {},
): Promise<Dossier> {
  const db = options.db ?? ctx.db
  const at = await findLocation(db, isCode(ref) ? 'code' : 'id', ref)
  const isHeld = at && (options.held ?? (await heldBy(ctx))).includes(at.agencyId)
  const dossier = isHeld && (await findDossier(db, at, { lock: options.lock ?? false }))
  if (!dossier) throw new Refusal('not-found')
  return dossier
}

/** The caller's own dossier by id. Refuses `not-found` when it is none of theirs. */
export async function getForOwner(ctx: Ctx, id: string, options: Options = {}): Promise<Dossier> {
  const db = options.db ?? ctx.db
  const at = await findLocation(db, 'id', id)
  const dossier = at && (await findDossier(db, at, { lock: options.lock ?? false }))
  if (!dossier || !mayOwnerOpen(ctx.actor, dossier)) throw new Refusal('not-found')
  return dossier
}

/**
 * As `getForOwner`; or, for the system, a dossier that another agency's message opened: what a
 * citizen does with a filing, that agency does with it by further messages.
 */
export async function getForSubmitter(
  ctx: Ctx,
  id: string,
  options: Options = {},
): Promise<Dossier> {
  if (ctx.actor.kind !== 'system') return getForOwner(ctx, id, options)
  const db = options.db ?? ctx.db
  const at = await findLocation(db, 'id', id)
  const dossier = at && (await findDossier(db, at, { lock: options.lock ?? false }))
  if (dossier?.channel !== 'interlink') throw new Refusal('not-found')
  return dossier
}

/** Any dossier, for the system's own jobs. */
export async function getForSystem(
  ctx: Ctx,
  at: Location,
  options: Options = {},
): Promise<Dossier> {
  if (ctx.actor.kind !== 'system') throw new Refusal('not-found')
  const dossier = await findDossier(options.db ?? ctx.db, at, { lock: options.lock ?? false })
  if (!dossier) throw new Refusal('not-found')
  return dossier
}

export type Repeated = {
  /** The caller's transaction. */
  db: Queryable
  dossier: Dossier
  /** The event that the act appends. */
  event: string
  requestKey: string
}

/**
 * The dossier as it is when this person's key already did this act (a repeated request), else
 * undefined. Verbs call it first, under the row's lock. Refuses `key-reused` when the key did
 * another act or one on another dossier: answering as if done would lose what is asked now.
 */
export async function doneBefore(ctx: Ctx, asked: Repeated): Promise<Dossier | undefined> {
  const { db, dossier } = asked
  const key = ownKey(ctx.actor, dossier.id, asked.requestKey)
  const event = await findEventByKey(db, dossier.agencyId, key)
  if (!event) return undefined
  const isSame = event.dossierId === dossier.id && event.kind === asked.event
  if (!isSame) throw new Refusal('key-reused')
  return dossier
}

/**
 * Two officers decided at once: the second saw an older version. Refuses `dossier-changed`; the page
 * tells who did what in between.
 */
export async function ensureVersion(
  db: Queryable,
  dossier: Dossier,
  version: number,
): Promise<void> {
  if (await isAsSeen(db, dossier, version)) return
  throw new Refusal('dossier-changed', {
    agencyId: dossier.agencyId,
    dossierId: dossier.id,
    seenVersion: version,
  })
}

const quietEvents: readonly string[] = [
  'legOpened',
  'legMoved',
  'warned',
  'escalated',
  'reminded',
  'called',
]

/**
 * Did nothing happen since `version` that an officer decides by? What another agency reports of its
 * leg meanwhile stands in nobody's way.
 */
export async function isAsSeen(db: Queryable, dossier: Dossier, version: number): Promise<boolean> {
  if (dossier.version === version) return true
  if (version > dossier.version) return false
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const since = await listKindsSince(db, at, version)
  return since.every((kind) => quietEvents.includes(kind))
}
