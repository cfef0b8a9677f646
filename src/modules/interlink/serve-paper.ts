import type { ReadStream } from 'node:fs'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readAsked } from './asked.ts'
import { noteRefusal, type About } from './door.ts'
import type { Exchange, ExchangeRequest } from './exchange.ts'
import { isLegEnded } from './leg.ts'
import { findLeg } from './store-legs.ts'
import { hasSentPaper, insertNonce } from './store-messages.ts'
import { verifyRequest } from './verify-request.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type PaperAt = { leg: string; sha256: string }

export type ServedPaper = { stream: ReadStream; name: string; mime: string }

/**
 * A paper that the asked agency's messages of a leg refer to, for the other side of that leg while
 * it is open. Refuses as `verifyRequest`, `signature-replayed`, and `leg-not-yours` for everything
 * else: another's leg, an ended one and a paper that is none look alike.
 */
export async function servePaper(
  ctx: Ctx,
  exchange: Exchange,
  asked: { request: ExchangeRequest; at: PaperAt },
): Promise<ServedPaper> {
  const about: About = await readAsked(ctx, asked.request)
  try {
    if (about.by === undefined) throw new Refusal('party-unknown')
    const { name, mime } = await ensurePaper(ctx, asked, about)
    if (!(await exchange.files.has(asked.at.sha256))) throw new Error('a paper of a leg is missing')
    return { name, mime, stream: exchange.files.stream(asked.at.sha256) }
  } catch (error) {
    if (error instanceof Refusal) await noteRefusal(ctx, error, about)
    throw error
  }
}

async function ensurePaper(
  ctx: Ctx,
  { request, at }: { request: ExchangeRequest; at: PaperAt },
  about: About,
): Promise<{ name: string; mime: string }> {
  const verified = verifyRequest(ctx, request, about)
  about.verified = verified
  const { from, to, keyId, nonce } = verified
  const isNew = await insertNonce(ctx.db, { keyId, nonce, at: ctx.clock.now() })
  if (!isNew) throw new Refusal('signature-replayed')
  const here = { agencyId: to, leg: at.leg }
  const leg = UUID.test(at.leg) ? await findLeg(ctx.db, here) : undefined
  const isTheirs = leg?.otherParty === from && !isLegEnded(leg.state)
  const paper = isTheirs ? await hasSentPaper(ctx.db, here, at.sha256) : undefined
  if (paper === undefined) throw new Refusal('leg-not-yours')
  return paper
}
