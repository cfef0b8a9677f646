import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Asked } from './asked.ts'
import { addressedTo, type ExchangeRequest } from './exchange.ts'
import { isDigestOf, type ReadSignature } from './http-signature.ts'
import { ensureHolds, publicKeyOf } from './keys.ts'

/** How old a signature may be, and how far ahead of us its maker's clock. */
export const WINDOW_SECONDS = 300

/** What a request must cover; with a body also its digest and type. */
export const requestComponents = ['@method', '@target-uri', addressedTo] as const
export const bodyComponents = ['content-digest', 'content-type'] as const

export type Verified = { from: string; to: string; keyId: string; nonce: string }

/**
 * Whose request this is, proved by its signature. Refuses `message-unsigned`, `signature-wrong`
 * (`why`: what does not hold), `key-unknown`, `key-revoked`, `key-expired`, `signature-stale` (with
 * `now`, so that a wrong clock can be put right).
 */
export function verifyRequest(
  ctx: Ctx,
  request: ExchangeRequest,
  { signature, key: row }: Pick<Asked, 'signature' | 'key'>,
): Verified {
  const { headers } = request
  if (headers['signature-input'] === undefined || headers['signature'] === undefined)
    throw new Refusal('message-unsigned')
  if (signature === undefined) throw new Refusal('signature-wrong', { why: 'unreadable' })
  ensureCovered(signature, request)
  const key = ensureHolds(row, ctx.clock.now())
  if (request.method === 'POST' && !isDigestOf(headers['content-digest'], request.bytes))
    throw new Refusal('signature-wrong', { why: 'content-digest' })
  const publicKey = publicKeyOf(key)
  const { method, targets } = request
  const holds = targets.some((target) => signature.verify({ method, target, headers }, publicKey))
  if (!holds) throw new Refusal('signature-wrong', { why: 'signature' })
  ensureFresh(ctx, signature)
  return {
    from: key.party,
    to: headers[addressedTo]!,
    keyId: key.keyId,
    nonce: signature.nonce!,
  }
}

function ensureCovered(signature: ReadSignature, { method }: ExchangeRequest): void {
  const needed = [...requestComponents, ...(method === 'POST' ? bodyComponents : [])]
  const lacking = needed.filter((name) => !signature.covered.includes(`"${name}"`))
  if (lacking.length > 0) throw new Refusal('signature-wrong', { why: lacking.join(' ') })
  const { nonce } = signature
  if (nonce === undefined || nonce.length < 16 || nonce.length > 100)
    throw new Refusal('signature-wrong', { why: 'nonce' })
}

function ensureFresh(ctx: Ctx, { created, expires }: ReadSignature): void {
  const now = Math.floor(ctx.clock.now().getTime() / 1000)
  const isStale =
    Math.abs(now - created) > WINDOW_SECONDS || (expires !== undefined && expires < now)
  if (isStale) throw new Refusal('signature-stale', { now })
}
