import type { Ctx } from '../../platform/ctx.ts'
import { addressedTo, type Exchange, type ExchangeReply } from './exchange.ts'
import { contentDigest, readSignature, signHttp } from './http-signature.ts'

const components = ['@status', 'content-digest', 'content-type'] as const

export const JSON_TYPE = 'application/json'
export const PROBLEM_TYPE = 'application/problem+json'

type Replying = {
  /** The party that answers; undefined when nobody in here was asked: then nobody signs. */
  by: string | undefined
  status: number
  type: string
  value: unknown
  request: { headers: Readonly<Record<string, string | undefined>> }
}

/** A reply signed by the party that was asked, for this request alone: it carries its nonce. */
export async function signedReply(
  ctx: Ctx,
  { keys }: Pick<Exchange, 'keys'>,
  { by, status, type, value, request }: Replying,
): Promise<ExchangeReply> {
  const bytes = Buffer.from(JSON.stringify(value))
  const headers = { 'content-type': type, 'content-digest': contentDigest(bytes) }
  if (by === undefined) return { status, headers, bytes }
  const { keyId, privateKey } = await keys.signing(ctx, by)
  const created = Math.floor(ctx.clock.now().getTime() / 1000)
  const nonce = readSignature(request.headers)?.nonce
  const key = { created, keyId, privateKey, ...(nonce === undefined ? {} : { nonce }) }
  return {
    status,
    headers: { ...headers, ...signHttp({ status, headers }, components, key) },
    bytes,
  }
}

export const replyComponents = components
export { addressedTo }
