import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent as SafeAgent, request as safeRequest } from 'node:https'
import type { ExchangeReply } from './exchange.ts'

/** A request as it goes over HTTP. */
export type Carried = {
  target: string
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  bytes: Uint8Array
  /** Largest reply to read on. */
  replyBytesMax: number
}

/** The way out of this process. Throws `NoAnswer`. */
export type Carry = (carried: Carried) => Promise<ExchangeReply>

/** Nothing came back that could be read; `why` goes to the screen. */
export class NoAnswer extends Error {
  readonly why: string

  constructor(why: string, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

/** The other side closed a kept connection just as it was used; asking again on a new one is safe. */
class StaleConnection extends Error {}

const TIMEOUT_MS = 10_000

// Node's own client: it costs a message half of what fetch does, and follows no redirect.
const kept = { keepAlive: true, maxSockets: 64 }
const agents = { 'http:': new PlainAgent(kept), 'https:': new SafeAgent(kept) }

export async function carryOverHttp(carried: Carried): Promise<ExchangeReply> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await ask(carried, signal).catch((error: unknown) => {
      if (error instanceof StaleConnection) return ask(carried, signal)
      throw error
    })
  } catch (cause) {
    if (cause instanceof NoAnswer) throw cause
    throw new NoAnswer(signal.aborted ? 'timeout' : 'unreachable', { cause })
  }
}

function ask(carried: Carried, signal: AbortSignal): Promise<ExchangeReply> {
  const { target, method, bytes, replyBytesMax } = carried
  const isSafe = target.startsWith('https:')
  const send = isSafe ? safeRequest : plainRequest
  const agent = agents[isSafe ? 'https:' : 'http:']
  const length = method === 'POST' ? { 'content-length': String(bytes.length) } : {}
  const headers = { ...carried.headers, ...length }
  return new Promise((resolve, reject) => {
    const sent = send(target, { method, headers, agent, signal }, (incoming) => {
      readUpTo(incoming, replyBytesMax).then(resolve, reject)
    })
    sent.once('error', (error) => {
      const isStale = sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      reject(isStale ? new StaleConnection('', { cause: error }) : error)
    })
    sent.end(bytes)
  })
}

async function readUpTo(incoming: IncomingMessage, sizeBytesMax: number): Promise<ExchangeReply> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > sizeBytesMax) throw new NoAnswer('reply-too-large')
    chunks.push(chunk)
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  )
  return { status: incoming.statusCode ?? 0, headers, bytes: Buffer.concat(chunks) }
}
