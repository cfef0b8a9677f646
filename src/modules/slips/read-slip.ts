import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getForOwner, getForStaff, type Dossier } from '../dossiers/index.ts'
import { renderPaper, type SlipData } from '../papers/index.ts'
import { controlSheet } from './control-sheet.ts'
import { keptPdf, printedSlip, type Keeping } from './keep-slip.ts'
import { citizenSlips, type Slip, type SlipKind } from './slip.ts'
import { slipFacts } from './slip-facts.ts'
import { findSlip, listSlips, type KeptSlip } from './store.ts'

/** Which slip of which dossier: code or id for officers, id for the owner. */
export type SlipAsked = { dossier: string; kind: SlipKind; year: number; no: number }

/**
 * The slips of a dossier that this person may see, newest first: officers of the agency that holds
 * it see all, the owner those given to citizens. Refuses `not-found`.
 */
export async function slipsOf(ctx: Ctx, ref: string): Promise<readonly Slip[]> {
  const dossier = await dossierFor(ctx, ref)
  const slips = await listSlips(ctx.db, { agencyId: dossier.agencyId, dossierId: dossier.id })
  return slips.filter(({ kind }) => maySee(ctx, kind))
}

/** The same bytes for ever. Refuses `not-found`, `slip-not-kept`. */
export async function readSlip(
  ctx: Ctx,
  deps: Keeping,
  asked: SlipAsked,
): Promise<{ slip: Slip; pdf: Uint8Array }> {
  const slip = await slipFor(ctx, asked)
  const sha256 = await keptPdf(ctx, deps, slip)
  return { slip: { ...slip, sha256 }, pdf: await deps.files.read(sha256) }
}

/** The newest slip of these kinds, in words, for the printer of the browser. As `readSlip`. */
export async function newestSlip(
  ctx: Ctx,
  deps: Pick<Keeping, 'publicUrl'>,
  asked: { dossier: string; kinds: readonly SlipKind[] },
): Promise<{ dossier: Dossier; slip: SlipData }> {
  const dossier = await dossierFor(ctx, asked.dossier)
  const newest = (await slipsOf(ctx, dossier.id)).find(({ kind }) => asked.kinds.includes(kind))
  const kept = newest && (await findSlip(ctx.db, newest))
  if (!kept) throw new Refusal('not-found')
  return { dossier, slip: printedSlip(kept, deps.publicUrl) }
}

/**
 * The control slip of an open dossier as it stands now. Refuses `not-found`; an ended dossier has
 * its own among its slips.
 */
export async function currentControlSlip(
  ctx: Ctx,
  deps: Pick<Keeping, 'publicUrl'>,
  ref: string,
): Promise<Uint8Array> {
  const dossier = await getForStaff(ctx, ref)
  if (!dossier.receivedAt) throw new Refusal('not-found')
  const act = { at: ctx.clock.now(), actorId: null, facts: {} }
  const facts = await slipFacts(ctx, ctx.db, { kind: 'control', no: null, act, dossier })
  const slip = controlSheet(facts)
  const printed = { ...slip, qr: `${deps.publicUrl}${slip.qr}` }
  return renderPaper('slip@1', printed, { createdAt: act.at, unprintable: 'show' })
}

async function slipFor(ctx: Ctx, asked: SlipAsked): Promise<KeptSlip> {
  const dossier = await dossierFor(ctx, asked.dossier)
  const slip = await findSlip(ctx.db, { ...asked, agencyId: dossier.agencyId })
  if (!slip || slip.dossierId !== dossier.id || !maySee(ctx, slip.kind))
    throw new Refusal('not-found')
  return slip
}

function dossierFor(ctx: Ctx, ref: string): Promise<Dossier> {
  return ctx.actor.kind === 'staff' ? getForStaff(ctx, ref) : getForOwner(ctx, ref)
}

function maySee(ctx: Ctx, kind: SlipKind): boolean {
  return ctx.actor.kind === 'staff' || citizenSlips.includes(kind)
}

/** `giay-hen-2016-31`: names a slip in addresses, within its dossier. */
export function slipPath(slip: Pick<Slip, 'kind' | 'year' | 'no'>): string {
  return `${paths[slip.kind]}-${slip.year}-${slip.no}`
}

/** Undefined for what names no slip. */
export function slipOfPath(path: string): Omit<SlipAsked, 'dossier'> | undefined {
  const [, name, year, no] = /^([a-z-]+)-(\d{4})-([1-9]\d{0,8})$/.exec(path) ?? []
  const kind = (Object.keys(paths) as SlipKind[]).find((known) => paths[known] === name)
  return kind && { kind, year: Number(year), no: Number(no) }
}

const paths: Readonly<Record<SlipKind, string>> = {
  receipt: 'giay-hen',
  supplement: 'phieu-bo-sung',
  decline: 'phieu-tu-choi',
  refusal: 'tu-choi-giai-quyet',
  apology: 'phieu-xin-loi',
  control: 'phieu-kiem-soat',
  transfer: 'phieu-chuyen-xu-ly',
  extension: 'phieu-gia-han',
}
