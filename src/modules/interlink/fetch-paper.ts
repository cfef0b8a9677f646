import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { StoredFile } from '../files/index.ts'
import { paths, type Exchange } from './exchange.ts'
import { findPlace } from './parties.ts'
import type { PaperAt } from './serve-paper.ts'
import { findLeg } from './store-legs.ts'
import { NoAnswer } from './carry.ts'
import { sendRequest } from './transport.ts'

/** Largest paper that another agency may hand over. */
export const PAPER_BYTES_MAX = 20 * 1024 * 1024

/**
 * Brings a paper that the other side's message refers to into our file store, checked against its
 * hash. Throws `NoAnswer` when it cannot be had now: the caller's job comes again.
 */
export async function fetchPaper(
  ctx: Ctx,
  exchange: Exchange,
  wanted: { agencyId: string } & PaperAt,
): Promise<StoredFile> {
  const { agencyId, leg: id, sha256 } = wanted
  const leg = await findLeg(ctx.db, { agencyId, leg: id })
  if (leg === undefined) throw new Refusal('leg-not-yours')
  const { reply } = await sendRequest(ctx, exchange, {
    from: agencyId,
    to: leg.otherParty,
    place: await findPlace(ctx.db, leg.otherParty, legalDay(leg.openedAt)),
    method: 'GET',
    path: `${paths.papers}/${id}/${sha256}`,
    bytes: Buffer.alloc(0),
    replyBytesMax: PAPER_BYTES_MAX,
  })
  if (reply.status !== 200) throw new NoAnswer(`http-${reply.status}`)
  const stored = await exchange.files.store(reply.bytes, { sizeBytesMax: PAPER_BYTES_MAX })
  if (stored.sha256 !== sha256) throw new NoAnswer('paper-other-bytes')
  return stored
}
