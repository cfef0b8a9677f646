import {
  EXCHANGE_BASE,
  exchangePaths,
  MESSAGE_BYTES_MAX,
  refuseTooLarge,
  takeMessage,
  type ExchangeReply,
  type ExchangeRequest,
} from '../../modules/interlink/index.ts'
import { route, type Route, type WebReply, type WebRequest } from '../http/route.ts'

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

/** Routes between agencies: each proves itself by its signature, none by a session. */
export const exchangeRoutes: readonly Route[] = [message]

/** Undefined when the body is larger than any message. */
async function exchangeRequest(req: WebRequest): Promise<ExchangeRequest | undefined> {
  const bytes = await req.rawBody(MESSAGE_BYTES_MAX)
  if (bytes === undefined) return undefined
  const method = req.method === 'GET' ? 'GET' : 'POST'
  return { method, headers: headersOf(req), targets: targetsOf(req), bytes }
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
  const given = `${deps.publicUrl}${path}`
  return [...new Set([given, `https://${host}${path}`, `http://${host}${path}`])]
}

function exact({ status, headers, bytes }: ExchangeReply): WebReply {
  return { kind: 'exact', status, headers, data: bytes }
}
