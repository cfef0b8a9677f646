import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { worldOf } from '../dossiers/index.ts'
import { renderPaper, signPdf } from '../papers/index.ts'
import { attachExtract, findExtract, type ExtractKey } from './extract-store.ts'
import { verifyUrl, withAddress, type Issuing } from './issue-certificate.ts'
import { extractNumber } from './make-extract.ts'
import { agencyOf } from './result-facts.ts'
import type { ResultPaper } from './results.ts'

/**
 * The job behind a copy or an extract: renders what was kept with its number, signs it with the
 * agency's key as a certificate is, stores the bytes. Safe to repeat.
 */
export async function issueExtract(ctx: Ctx, deps: Issuing, key: ExtractKey): Promise<void> {
  const extract = await findExtract(ctx.db, key)
  if (!extract) throw new Error('a job for an extract nobody prepared')
  if (extract.issuedAt) return
  const { city } = await worldOf(ctx.db)
  const agency = agencyOf(city, extract.agencyId, legalDay(extract.preparedAt))
  // Written by makeExtract() from a ResultPaper.
  const content = extract.content as ResultPaper
  const paper = withAddress(content, verifyUrl(deps.publicUrl, extract))
  const pdf = await renderPaper(paper.template, paper.data, { createdAt: extract.preparedAt })
  const signer = await deps.signer.signerFor({ code: agency.officialCode, name: agency.fullName })
  const signed = await signPdf(pdf, signer, {
    reason: `Số ${extractNumber(extract)}`,
    location: agency.name,
    name: agency.fullName,
    at: ctx.clock.now(),
  })
  const stored = await deps.files.store(signed, { sizeBytesMax: 8 * 1024 * 1024 })
  const { sha256, sizeBytes } = stored
  await attachExtract(ctx.db, key, { sha256, sizeBytes, issuedAt: ctx.clock.now() })
}
