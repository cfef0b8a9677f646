import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { getForSystem, stand, worldOf, type Location } from '../dossiers/index.ts'
import type { FileStore } from '../files/index.ts'
import { renderPaper, signPdf, type FileSigner } from '../papers/index.ts'
import { attachCertificate, findCertificate, type Certificate } from './certificate-store.ts'
import { entryPaper, viewOfEntry } from './entry-paper.ts'
import { agencyOf } from './result-facts.ts'
import type { ResultPaper } from './results.ts'
import { findEntryOf, type EntryWithAct } from './store.ts'

export type Issuing = { files: FileStore; signer: FileSigner; publicUrl: string }

/**
 * The job behind a signature: renders the certificate from the register entry, signs it with the
 * agency's key, stores the bytes, attaches them by their own event. Safe to repeat: a second run
 * finds the certificate attached and changes nothing.
 */
export async function issueCertificate(ctx: Ctx, deps: Issuing, at: Location): Promise<void> {
  const certificate = await findCertificate(ctx.db, at)
  if (!certificate) throw new Error('a job for a certificate nobody prepared')
  if (certificate.issuedAt) return
  const dossier = await getForSystem(ctx, at)
  const entry = await findEntryOf(ctx.db, at)
  const { city } = await worldOf(ctx.db)
  const agency = agencyOf(city, dossier.agencyId, legalDay(certificate.preparedAt))
  const original = await paperOf(ctx, certificate, entry)
  const paper = withAddress(original, verifyUrl(deps.publicUrl, certificate))
  const pdf = await renderPaper(paper.template, paper.data, { createdAt: certificate.preparedAt })
  const signer = await deps.signer.signerFor({ code: agency.officialCode, name: agency.fullName })
  const signed = await signPdf(pdf, signer, {
    reason: entry ? `Số ${entry.no}/${entry.year}` : dossier.code,
    location: agency.name,
    name: agency.fullName,
    at: ctx.clock.now(),
  })
  const { sha256, sizeBytes } = await deps.files.store(signed, { sizeBytesMax: 8 * 1024 * 1024 })
  await attach(ctx, at, { no: certificate.no, sha256, sizeBytes })
}

async function attach(
  ctx: Ctx,
  at: Location,
  made: { no: number; sha256: string; sizeBytes: number },
): Promise<void> {
  await ctx.db.tx(async (db) => {
    const dossier = await getForSystem(ctx, at, { db, lock: true })
    const isNew = await attachCertificate(db, at, { ...made, issuedAt: ctx.clock.now() })
    if (!isNew) return
    await stand(ctx, db, {
      dossier,
      kind: 'certificateIssued',
      facts: { no: made.no, sha256: made.sha256, day: legalDay(ctx.clock.now()) },
      requestKey: `certificate:${dossier.id}:${made.no}`,
    })
  })
}

/** From the register entry where there is one: never two different certificates. */
async function paperOf(
  ctx: Ctx,
  certificate: Certificate,
  entry: EntryWithAct | undefined,
): Promise<ResultPaper> {
  // Written by sign() from a ResultPaper.
  if (!entry) return certificate.content as ResultPaper
  const world = await worldOf(ctx.db)
  return entryPaper(world, await viewOfEntry(ctx.db, world, entry), { entry, as: 'original' })
}

/** The paper with the address in its QR, where anybody checks it. */
export function withAddress(paper: ResultPaper, url: string): ResultPaper {
  if (!('verification' in paper.data)) return paper
  // The same paper of the same template, its address filled in.
  return { ...paper, data: { ...paper.data, verification: { url } } } as ResultPaper
}

/** Where anybody checks a certificate: the token is in the path, no name is. */
export function verifyUrl(publicUrl: string, certificate: { token: string }): string {
  return `${publicUrl.replace(/\/$/, '')}/kiem-tra/${certificate.token}`
}
