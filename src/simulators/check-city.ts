import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Message } from '../modules/interlink/index.ts'
import { sha256 } from './portal.ts'
import { checkRequest, keyIdFor, readSigned, signAnswer, type WireKey } from './wire.ts'

/** A message of the partner as it came, and what its signature was worth. */
export type Arrived = { message: Message; sha256: string; verdict: string; answered: number }

/** The city's side for a conformance check: lists its keys, takes the partner's messages. */
export type CheckCity = {
  party: string
  base: string
  key: WireKey
  /** A second party, with a key of its own, that is not the leg's. */
  stranger: WireKey
  arrived: readonly Arrived[]
  /** Answers the first message about that leg with 500, to see it come again. */
  failOnce(leg: string): void
  stop(): Promise<void>
}

export const CHECK_PARTY = 'kiem-tra'

const BASE = '/api/lien-thong/1'

export async function openCheckCity(given: {
  host: string
  port: number
  partnerKey: KeyObject
  now(): Date
}): Promise<CheckCity> {
  const own = newKey(CHECK_PARTY)
  const other = newKey(`${CHECK_PARTY}-khac`)
  const listed = { [CHECK_PARTY]: own, [`${CHECK_PARTY}-khac`]: other }
  const arrived: Arrived[] = []
  const failing = new Set<string>()
  const server = createServer((request, response) => {
    void serve({ ...given, listed, arrived, failing, key: own.key }, request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, given.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : given.port
  return {
    party: CHECK_PARTY,
    base: `http://${given.host}:${port}${BASE}`,
    key: own.key,
    stranger: other.key,
    arrived,
    failOnce: (leg) => {
      failing.add(leg)
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Pair = { key: WireKey; publicKey: KeyObject }

function newKey(party: string): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { key: { keyId: keyIdFor(party, publicKey), privateKey }, publicKey }
}

type Serving = {
  listed: Readonly<Record<string, Pair>>
  arrived: Arrived[]
  failing: Set<string>
  key: WireKey
  partnerKey: KeyObject
  now(): Date
}

async function serve(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').slice(BASE.length)
  if (path.startsWith('/khoa/')) return showKey(serving, path.slice('/khoa/'.length), response)
  if (path !== '/thong-diep' || request.method !== 'POST') {
    response.writeHead(404).end()
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  takeOne(serving, { request, bytes: Buffer.concat(chunks) }, response)
}

function showKey({ listed }: Serving, text: string, response: ServerResponse): void {
  const keyId = decodeURIComponent(text)
  const found = Object.entries(listed).find(([, { key }]) => key.keyId === keyId)
  if (!found) {
    response.writeHead(404).end()
    return
  }
  const [party, { publicKey }] = found
  const jwk = publicKey.export({ format: 'jwk' })
  const days = { validFrom: '2016-01-01T00:00:00+07:00', validTo: null, revokedAt: null }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ ...jwk, kid: keyId, alg: 'EdDSA', party, ...days }))
}

function takeOne(
  serving: Serving,
  { request, bytes }: { request: IncomingMessage; bytes: Buffer },
  response: ServerResponse,
): void {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  const target = `http://${headers['host']}${request.url}`
  const now = serving.now()
  const verdict = checkRequest({ target, headers, bytes, key: serving.partnerKey, now })
  const message = JSON.parse(bytes.toString('utf8')) as Message // the check tells what is wrong
  const answered = serving.failing.delete(message.leg) ? 500 : 200
  const said = verdict.ok ? 'ok' : verdict.code
  serving.arrived.push({ message, sha256: sha256(bytes), verdict: said, answered })
  const { id, leg, seq } = message
  const value = { id, leg, seq, sha256: sha256(bytes), repeated: false }
  const body = Buffer.from(JSON.stringify(value))
  const type = 'application/json'
  const nonce = readSigned(headers)?.nonce ?? ''
  const signed = { status: answered, type, bytes: body, nonce, key: serving.key, now }
  response.writeHead(answered, signAnswer(signed))
  response.end(body)
}
