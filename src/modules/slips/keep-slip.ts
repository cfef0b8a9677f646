import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FileStore } from '../files/index.ts'
import { renderPaper, type SlipData } from '../papers/index.ts'
import type { SlipKey } from './slip.ts'
import { attachPdf, findSlip, type KeptSlip } from './store.ts'

export type Keeping = { files: FileStore; publicUrl: string }

const PDF_BYTES_MAX = 8 * 1024 * 1024

/**
 * The job behind a slip: makes its PDF from the words kept with the act and attaches it, once. Safe
 * to repeat, also at the same moment: the same words and moment give the same bytes.
 */
export async function keepSlip(ctx: Ctx, deps: Keeping, key: SlipKey): Promise<void> {
  const slip = await findSlip(ctx.db, key)
  if (!slip) throw new Error('a job for a slip nobody gave')
  await keptPdf(ctx, deps, slip)
}

/** SHA-256 of the slip's PDF, which is made now if the job has not come to it yet. */
export async function keptPdf(ctx: Ctx, deps: Keeping, slip: KeptSlip): Promise<string> {
  if (slip.sha256 !== null) return slip.sha256
  const data = printedSlip(slip, deps.publicUrl)
  // The act is done: its paper exists, whatever characters a reason was written with.
  const options = { createdAt: slip.issuedAt, unprintable: 'show' } as const
  const pdf = await renderPaper('slip@1', data, options)
  const stored = await deps.files.store(pdf, { sizeBytesMax: PDF_BYTES_MAX })
  await attachPdf(ctx.db, slip, { ...stored, keptAt: ctx.clock.now() })
  const kept = await findSlip(ctx.db, slip)
  if (!kept?.sha256) throw new Error('a slip lost the PDF just attached')
  return kept.sha256
}

/**
 * The slip's words as issued, its QR with the city's address. Refuses `slip-not-kept` for one given
 * before words were kept.
 */
export function printedSlip(slip: KeptSlip, publicUrl: string): SlipData {
  if (slip.content === null) throw new Refusal('slip-not-kept')
  if (sha256Hex(canonicalJson(slip.content)) !== slip.contentSha256)
    throw new Error(`the words of slip ${slip.kind} ${slip.no}/${slip.year} were changed`)
  const data = slip.content.slip
  return { ...data, qr: `${publicUrl}${data.qr}` }
}
