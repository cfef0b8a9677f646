import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { getForOwner, getForStaff, mayOwnerOpen, mayStaffOpen } from './access.ts'
import { readLookup, secretHash } from './code.ts'
import {
  listDeclarations,
  listFiles,
  listNotes,
  listPauses,
  listSupplements,
  openedVersion,
} from './detail-store.ts'
import type {
  DeclarationVersion,
  Dossier,
  DossierEvent,
  DossierFile,
  DossierNote,
  FieldMark,
  Pause,
  SupplementRequest,
} from './dossier.ts'
import type { Alike } from './duplicate-store.ts'
import { findDuplicates } from './duplicates.ts'
import { listEvents } from './event-store.ts'
import { listInquiries, type Inquiry } from './inquiry-store.ts'
import { listEarlierMarks, listMarks } from './mark-store.ts'
import { listNotices, type PostedNotice } from './notice-store.ts'
import { nationalStatus } from './states.ts'
import { findDossier, findLocation, type Location } from './store.ts'
import { definitionOf, worldOf, type World } from './world.ts'

/** Everything an officer or the owner sees of a dossier. */
export type DossierView = {
  dossier: Dossier
  definition: ProcedureDefinition
  /** Newest first: the declaration in force, then what was declared before. */
  declarations: readonly DeclarationVersion[]
  files: readonly DossierFile[]
  events: readonly DossierEvent[]
  /** Newest first. */
  supplements: readonly SupplementRequest[]
  notes: readonly DossierNote[]
  pauses: readonly Pause[]
  /** What other communes were asked to verify, in that order. */
  inquiries: readonly Inquiry[]
  /** Public notices, newest first: the first one counts. */
  notices: readonly PostedNotice[]
}

export type DeskView = DossierView & {
  marks: readonly FieldMark[]
  /** What was marked before, newest first. */
  earlierMarks: readonly FieldMark[]
  alike: readonly Alike[]
  /** The version this officer last opened. */
  openedVersion: number | null
}

/** For an officer of the agency. Refuses `not-found`. */
export async function viewForStaff(ctx: Ctx, code: string): Promise<DeskView> {
  const world = await worldOf(ctx.db)
  const dossier = await getForStaff(ctx, code)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''
  const [view, marks, earlierMarks, alike, opened] = await Promise.all([
    viewOf(ctx.db, world, dossier),
    listMarks(ctx.db, at),
    listEarlierMarks(ctx.db, at),
    findDuplicates(ctx.db, at),
    openedVersion(ctx.db, at, staffId),
  ])
  return { ...view, marks, earlierMarks, alike, openedVersion: opened ?? null }
}

/** For the citizen who filed. Refuses `not-found`. */
export async function viewForOwner(ctx: Ctx, id: string): Promise<DossierView> {
  const world = await worldOf(ctx.db)
  return viewOf(ctx.db, world, await getForOwner(ctx, id))
}

/** For the system's jobs and for modules inside a transaction. */
export async function viewOf(db: Queryable, world: World, dossier: Dossier): Promise<DossierView> {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  // One after another: inside a transaction they share one connection.
  const declarations = await listDeclarations(db, at)
  const files = await listFiles(db, at)
  const events = await listEvents(db, at)
  const supplements = await listSupplements(db, at)
  const notes = await listNotes(db, at)
  const pauses = await listPauses(db, at)
  const inquiries = await listInquiries(db, at)
  return {
    dossier,
    definition: definitionOf(world, dossier),
    declarations,
    files,
    events,
    supplements,
    notes,
    pauses,
    inquiries,
    notices: await listNotices(db, at),
  }
}

/** What a code or look-up number alone opens: status and place, no names. */
export type PublicStatus = {
  code: string
  lookupNo: string
  procedureKey: string
  revision: number
  agencyId: string
  state: Dossier['state']
  national: number
  filedAt: Date
  receiveBy: Date
  receivedAt: Date | null
  dueAt: Date | null
  endedAt: Date | null
  isTrial: boolean
  /** Set when the asker is the owner: where the full page is. */
  ownId: string | null
}

/**
 * Tracks by either number, typed with or without spaces. Refuses `lookup-unreadable`,
 * `lookup-check-digit` (one digit is wrong) and `dossier-unknown`.
 */
export async function track(ctx: Ctx, text: string): Promise<PublicStatus> {
  const input = readLookup(text)
  if (input.kind === 'unreadable') throw new Refusal('lookup-unreadable')
  if (input.kind === 'wrong-check-digit') throw new Refusal('lookup-check-digit')
  const at =
    input.kind === 'code'
      ? await findLocation(ctx.db, 'code', input.code)
      : await findLocation(ctx.db, 'lookup', input.lookupNo)
  return publicStatus(ctx, at)
}

/** Tracks by the secret in a paper's QR. Refuses `dossier-unknown`. */
export async function trackBySecret(ctx: Ctx, secret: string): Promise<PublicStatus> {
  return publicStatus(ctx, await findLocation(ctx.db, 'secret', secretHash(secret)))
}

async function publicStatus(ctx: Ctx, at: Location | undefined): Promise<PublicStatus> {
  const dossier = at && (await findDossier(ctx.db, at, { lock: false }))
  if (!dossier) throw new Refusal('dossier-unknown')
  const { code, lookupNo, procedureKey, revision, agencyId, state, isTrial } = dossier
  const { filedAt, receiveBy, receivedAt, dueAt, endedAt } = dossier
  return {
    code,
    lookupNo,
    procedureKey,
    revision,
    agencyId,
    state,
    isTrial,
    filedAt,
    receiveBy,
    receivedAt,
    dueAt,
    endedAt,
    national: nationalStatus[state],
    ownId: mayOwnerOpen(ctx.actor, dossier) ? dossier.id : null,
  }
}

/** One file of a dossier, for its officers and its owner. Refuses `not-found`. */
export async function getFile(
  ctx: Ctx,
  input: { dossierId: string; fileId: string },
): Promise<DossierFile> {
  const at = await findLocation(ctx.db, 'id', input.dossierId)
  const dossier = at && (await findDossier(ctx.db, at, { lock: false }))
  const mayOpen =
    dossier && (mayOwnerOpen(ctx.actor, dossier) || (await mayStaffOpen(ctx, dossier)))
  const file = mayOpen && (await listFiles(ctx.db, at)).find(({ id }) => id === input.fileId)
  if (!file) throw new Refusal('not-found')
  return file
}
