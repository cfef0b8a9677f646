import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  doneBefore,
  ensureStaff,
  ensureVersion,
  getForStaff,
  heldBy,
  isGiven,
  keepWords,
  stand,
  type DeskAct,
  type Dossier,
  type EventFacts,
} from '../dossiers/index.ts'
import { findCertificate } from './certificate-store.ts'
import { destroyBlank } from './destroy-blank.ts'
import { makeOriginalAnew } from './make-original-anew.ts'

export type ReplaceCertificate = DeskAct & {
  reason: string
  /** The blank it was printed on, destroyed with minutes. */
  serial?: string
}

const MAY: readonly string[] = ['civilStatusOfficer', 'chairman', 'director']

/**
 * Issues the electronic original anew, from the same entry: its file was given away, or the signing
 * key was replaced. The old one's QR says "replaced" from then on; the entry does not change.
 * A printed blank is destroyed with minutes, so that the next print takes another one. Refuses
 * `not-found`, `act-not-yours`, `act-not-now` (not issued, or crossed out), `dossier-changed`,
 * `blank-not-in-stock` (not this dossier's), `reason-missing`, `reason-too-long`.
 * @basis practice.md 7; NĐ 87/2020/NĐ-CP (bản điện tử)
 */
export async function replaceCertificate(ctx: Ctx, input: ReplaceCertificate): Promise<Dossier> {
  const { staffId, roles } = ensureStaff(ctx)
  const held = await heldBy(ctx)
  return ctx.db.tx(async (db) => {
    const dossier = await getForStaff(ctx, input.code, { db, lock: true, held })
    const { requestKey } = input
    const repeated = { db, dossier, event: 'certificateReplaced', requestKey }
    const done = await doneBefore(ctx, repeated)
    if (done) return done
    await ensureVersion(db, dossier, input.version)
    if (!roles.some((role) => MAY.includes(role))) throw new Refusal('act-not-yours')
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    const old = await findCertificate(db, at)
    const isIssued = old?.issuedAt && (dossier.state === 'signed' || isGiven(dossier))
    if (!isIssued) throw new Refusal('act-not-now', { state: dossier.state })
    const now = ctx.clock.now()
    const words = { kind: 'certificate-replaced', body: input.reason, writtenBy: staffId }
    const facts = await keepWords(db, at, { ...words, writtenAt: now })
    const destroyed = await destroyPrinted(ctx, db, { ...input, dossierId: dossier.id })
    const replacedNo = await makeOriginalAnew(ctx, db, at)
    return stand(ctx, db, {
      dossier,
      kind: 'certificateReplaced',
      facts: { ...facts, ...destroyed, replacedNo },
      requestKey,
    })
  })
}

type Printed = { serial?: string; reason: string; dossierId: string }

/** The blank and the number of its minutes, as the event keeps them. */
async function destroyPrinted(
  ctx: Ctx,
  db: Queryable,
  { serial, reason, dossierId }: Printed,
): Promise<EventFacts> {
  if (serial === undefined || serial.trim() === '') return {}
  const given = { serial, reason: reason.slice(0, 500), from: ['used'] as const, dossierId }
  const { no, year } = await destroyBlank(ctx, db, given)
  return { blank: serial.trim().toUpperCase(), minutesNo: no, minutesYear: year }
}
