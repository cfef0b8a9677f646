import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { doneBefore, ensureStaff, ensureVersion, getForStaff, heldBy } from './access.ts'
import { insertNote } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { ensureMayAct, eventOf, type Act } from './permission.ts'
import type { Location } from './store.ts'
import { definitionOf, worldOf, type World } from './world.ts'

/** What every verb of the desk needs: which dossier, as seen at which version, under which key. */
export type DeskAct = { code: string; version: number; requestKey: string }

export type AtDesk = {
  db: Queryable
  at: Location
  dossier: Dossier
  definition: ProcedureDefinition
  world: World
  staffId: string
}

/**
 * The frame of every desk verb, in one transaction: the dossier locked and held by the officer's
 * agency, the request not done before, the version the one the officer saw, the act allowed by the
 * tables; then `work`. Refuses `not-found`, `key-reused`, `dossier-changed`, `act-not-now`,
 * `act-not-yours`, `signer-not-assigned`.
 */
export async function deskAct(
  ctx: Ctx,
  input: DeskAct & { action: Act },
  work: (desk: AtDesk) => Promise<Dossier>,
): Promise<Dossier> {
  const { staffId } = ensureStaff(ctx)
  const world = await worldOf(ctx.db)
  const held = await heldBy(ctx)
  return ctx.db.tx(async (db) => {
    const dossier = await getForStaff(ctx, input.code, { db, lock: true, held })
    const { requestKey } = input
    const repeated = { db, dossier, event: eventOf(input.action), requestKey }
    const done = await doneBefore(ctx, repeated)
    if (done) return done
    await ensureVersion(db, dossier, input.version)
    const definition = definitionOf(world, dossier)
    await ensureMayAct(ctx, { db, dossier, action: input.action, definition })
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    return work({ db, at, dossier, definition, world, staffId })
  })
}

export type Words = { kind: string; body: string; writtenBy: string; writtenAt: Date }

/**
 * Keeps a reason in words as an erasable row and returns what the event may say of it. Refuses
 * `reason-missing`: no reason, no act; `reason-too-long`.
 */
export async function keepWords(
  db: Queryable,
  at: Location,
  words: Words,
): Promise<{ noteNo: number; wordsSha256: string }> {
  const body = words.body.trim().normalize('NFC')
  if (body === '') throw new Refusal('reason-missing')
  if (body.length > 4000) throw new Refusal('reason-too-long')
  const noteNo = await insertNote(db, at, { ...words, body })
  return { noteNo, wordsSha256: sha256Hex(body) }
}
