import {
  answerSummary,
  EXCHANGE_BASE,
  exchangePaths,
  MESSAGE_BYTES_MAX,
  refuseTooLarge,
  servePaper,
  showKey,
  takeMessage,
  type ExchangeReply,
  type ExchangeRequest,
} from '../../modules/interlink/index.ts'
import { bytes, json, route, type Route, type WebReply, type WebRequest } from '../http/route.ts'

const message = route({
  method: 'POST',
  url: `${EXCHANGE_BASE}${exchangePaths.messages}`,
  action: 'exchange.message',
  takesBytes: true,
  handle: async (req) => {
    const request = await exchangeRequest(req)
    const { exchange } = req.deps
    if (request === undefined) return exact(await refuseTooLarge(req.ctx, exchange, headersOf(req)))
    return exact(await takeMessage(req.ctx, exchange, request))
  },
})

const paper = route({
  method: 'GET',
  url: `${EXCHANGE_BASE}${exchangePaths.papers}/:leg/:sha256`,
  action: 'exchange.message',
  takesBytes: true,
  handle: async (req) => {
    const { leg = '', sha256 = '' } = req.params
    const request = bodiless(req)
    const served = await servePaper(req.ctx, req.deps.exchange, { request, at: { leg, sha256 } })
    const { stream, mime, name } = served
    return bytes(stream, { type: mime, filename: name, sandboxed: true })
  },
})

const summary = route({
  method: 'POST',
  url: `${EXCHANGE_BASE}${exchangePaths.summary}`,
  action: 'exchange.message',
  takesBytes: true,
  handle: async (req) => {
    const request = await exchangeRequest(req)
    const { exchange } = req.deps
    if (request === undefined) return exact(await refuseTooLarge(req.ctx, exchange, headersOf(req)))
    return exact(await answerSummary(req.ctx, exchange, request))
  },
})

const key = route({
  method: 'GET',
  url: `${EXCHANGE_BASE}${exchangePaths.keys}/:keyId`,
  action: 'exchange.key',
  handle: async ({ ctx, params }) => json(await showKey(ctx, params['keyId'] ?? '')),
})

/** Routes between agencies: each proves itself by its signature, none by a session. */
export const exchangeRoutes: readonly Route[] = [message, paper, summary, key]

/** Undefined when the body is larger than any message. */
async function exchangeRequest(req: WebRequest): Promise<ExchangeRequest | undefined> {
  const body = await req.rawBody(MESSAGE_BYTES_MAX)
  return body && { method: 'POST', headers: headersOf(req), targets: targetsOf(req), bytes: body }
}

function bodiless(req: WebRequest): ExchangeRequest {
  const nothing = new Uint8Array()
  return { method: 'GET', headers: headersOf(req), targets: targetsOf(req), bytes: nothing }
}

function headersOf({ headers }: WebRequest): ExchangeRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' || value === undefined ? value : value.join(', '),
    ]),
  )
}

/** The address that we give partners, and the one that was called: a private network has its own. */
function targetsOf({ deps, path, headers }: WebRequest): string[] {
  const host = String(headers['host'] ?? '')
  const given = deps.publicUrl + path
  if (URL.parse(given)?.host === host) return [given]
  return [`http://${host}${path}`, `https://${host}${path}`, given]
}

function exact({ status, headers, bytes: data }: ExchangeReply): WebReply {
  return { kind: 'exact', status, headers, data }
}
