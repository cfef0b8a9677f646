import type { Ctx } from '../../platform/ctx.ts'
import { secretToken } from '../../platform/ids.ts'
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

/** Nothing came back that could be read; `why` goes to the screen. */
export class NoAnswer extends Error {
  readonly why: string

  constructor(why: string, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

const TIMEOUT_MS = 10_000
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
  const most = outgoing.replyBytesMax ?? REPLY_BYTES_MAX
  const reply =
    place.software === 'inside'
      ? await askInside(ctx, exchange, { path: outgoing.path, request })
      : await overHttp(exchange, target, { request, replyBytesMax: most })
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

async function overHttp(
  exchange: Exchange,
  target: string,
  asked: { request: ExchangeRequest; replyBytesMax: number },
): Promise<ExchangeReply> {
  const { method, headers, bytes } = asked.request
  try {
    const response = await exchange.fetch(target, {
      method,
      headers: headers as Record<string, string>, // signedHeaders leaves none undefined
      // A copy of the view's own bytes: the type of a body does not take shared memory.
      ...(method === 'POST' ? { body: Uint8Array.from(bytes) } : {}),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const reply = await readUpTo(response, asked.replyBytesMax)
    return { status: response.status, headers: Object.fromEntries(response.headers), bytes: reply }
  } catch (cause) {
    if (cause instanceof NoAnswer) throw cause
    const isLate = cause instanceof Error && cause.name === 'TimeoutError'
    throw new NoAnswer(isLate ? 'timeout' : 'unreachable', { cause })
  }
}

async function readUpTo(response: Response, sizeBytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > sizeBytesMax) throw new NoAnswer('reply-too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
