import type { Ctx } from '../../platform/ctx.ts'
import { secretToken } from '../../platform/ids.ts'
import { NoAnswer } from './carry.ts'
import { askInside } from './doors.ts'
import {
  addressedTo,
  EXCHANGE_BASE,
  type Exchange,
  type ExchangeReply,
  type ExchangeRequest,
} from './exchange.ts'
import { contentDigest, signHttp } from './http-signature.ts'
import type { Place } from './parties.ts'
import { JSON_TYPE } from './reply.ts'
import { bodyComponents, requestComponents } from './verify-request.ts'

/** A request of an agency in here to another party; `path` is the protocol's. */
export type Outgoing = {
  from: string
  to: string
  place: Place
  method: 'GET' | 'POST'
  path: string
  bytes: Uint8Array
  /** Largest reply to read on; a megabyte unless said otherwise. */
  replyBytesMax?: number
}

export type Sent = { reply: ExchangeReply; nonce: string }

const REPLY_BYTES_MAX = 1024 * 1024

/** Signs and sends. Throws `NoAnswer`. */
export async function sendRequest(ctx: Ctx, exchange: Exchange, outgoing: Outgoing): Promise<Sent> {
  const { place, method, bytes } = outgoing
  const base = place.software === 'inside' ? exchange.publicUrl + EXCHANGE_BASE : place.endpoint
  if (base === null) throw new NoAnswer('no-endpoint')
  const target = base + outgoing.path
  const nonce = secretToken()
  const headers = await signedHeaders(ctx, exchange, { ...outgoing, target, nonce })
  const request: ExchangeRequest = { method, targets: [target], headers, bytes }
  const { path, replyBytesMax = REPLY_BYTES_MAX } = outgoing
  const reply =
    place.software === 'inside'
      ? await askInside(ctx, exchange, { path, request })
      : await exchange.carry({ target, method, headers, bytes, replyBytesMax })
  return { reply, nonce }
}

/** The headers of a signed request: what the protocol wants covered, and the signature over it. */
export async function signedHeaders(
  ctx: Pick<Ctx, 'db' | 'clock'>,
  { keys }: Pick<Exchange, 'keys'>,
  request: Omit<Outgoing, 'place' | 'path'> & { target: string; nonce: string },
): Promise<Record<string, string>> {
  const { from, to, method, target, bytes, nonce } = request
  const { keyId, privateKey } = await keys.signing(ctx, from)
  const created = Math.floor(ctx.clock.now().getTime() / 1000)
  const hasBody = method === 'POST'
  const body = { 'content-type': JSON_TYPE, 'content-digest': contentDigest(bytes) }
  const headers = { [addressedTo]: to, ...(hasBody ? body : {}) }
  const components = [...requestComponents, ...(hasBody ? bodyComponents : [])]
  const key = { created, keyId, nonce, privateKey }
  return { ...headers, ...signHttp({ method, target, headers }, components, key) }
}
