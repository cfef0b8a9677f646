import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Log } from '../platform/ctx.ts'
import type { Message } from '../modules/interlink/index.ts'
import { controlPage } from './control-page.ts'
import { openKeeping, type Keeping } from './keep.ts'
import { chance, makePartner, type Partner, type Taken } from './partner.ts'
import { openPortal, sha256, type Portal } from './portal.ts'
import { post } from './post.ts'
import type { PartnerKind } from './services.ts'
import { readSettings, type Settings } from './settings.ts'
import { checkRequest, keyIdFor, readSigned, signAnswer, type WireKey } from './wire.ts'

export type SimulatorOptions = {
  kind: PartnerKind
  host: string
  port: number
  home: string
  /** The city's exchange: `http://localhost:8080/api/lien-thong/1`. */
  portal: string
  now(): Date
  log: Log
}

/** `publicKey`: SPKI in base64, for the city to import. */
export type Simulator = { port: number; publicKey: string; stop(): Promise<void> }

type Running = {
  options: SimulatorOptions
  keeping: Keeping
  partner: Partner
  portal: Portal
  settings(): Settings
  now(): Date
  keyFor(party: string): WireKey
}

const TICK_MS = 50
const MESSAGE_BYTES_MAX = 4 * 1024 * 1024

/** Runs a partner agency's own software, as far as the protocol shows it. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const keeping = openKeeping(options.home, options.kind)
  const settings = (): Settings => keeping.kept.settings
  const now = (): Date => new Date(options.now().getTime() + settings().clockOffsetSeconds * 1000)
  const portal = openPortal(options.portal, now)
  const { privateKey, publicKey } = keeping
  const partner = makePartner({
    kind: options.kind,
    state: keeping.kept.state,
    settings,
    now,
    machineNow: () => options.now().getTime(),
  })
  const keyFor = (party: string): WireKey => ({ keyId: keyIdFor(party, publicKey), privateKey })
  const running: Running = { options, keeping, partner, portal, settings, now, keyFor }
  const server = createServer((request, response) => void serve(running, request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const stopTicking = startTicking(running)
  return {
    port: portOf(server),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    stop: () => stopAll(server, stopTicking),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function stopAll(server: Server, stopTicking: () => Promise<void>): Promise<void> {
  await stopTicking()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
}

/** Writes and sends what is due, one round after another. */
function startTicking(running: Running): () => Promise<void> {
  const stopping = new AbortController()
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await tick(running)
      await new Promise((resolve) => setTimeout(resolve, TICK_MS))
    }
  }
  const looping = loop()
  return async () => {
    stopping.abort()
    await looping
  }
}

async function tick({
  partner,
  portal,
  settings,
  keyFor,
  keeping,
  options,
}: Running): Promise<void> {
  if (settings().mode === 'down') return
  let isChanged = partner.writeDue()
  const machineNow = (): number => options.now().getTime()
  for (const leg of partner.legs()) {
    if (leg.outbox.length === 0) continue
    isChanged = (await post({ portal, settings, keyFor, machineNow }, leg)) || isChanged
  }
  if (isChanged) keeping.save()
}

async function serve(
  running: Running,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const path = (request.url ?? '/').split('?', 1)[0]
    if (path === '/' || path === '/dieu-khien') await serveControl(running, request, response)
    else if (path === '/thong-diep' && request.method === 'POST')
      await serveMessage(running, request, response)
    else response.writeHead(404).end()
  } catch (error) {
    running.options.log.error({ part: 'simulator', err: error }, 'request failed')
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

async function serveControl(
  { keeping, partner, options }: Running,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isJson = request.url === '/dieu-khien'
  let wrong: readonly string[] = []
  if (request.method === 'POST') {
    const text = (await bodyOf(request, 64 * 1024))?.toString('utf8') ?? ''
    const given = isJson ? parseJson(text) : Object.fromEntries(new URLSearchParams(text))
    const read = readSettings(given, keeping.kept.settings)
    keeping.kept.settings = read.settings
    wrong = read.wrong
    keeping.save()
  }
  const { settings } = keeping.kept
  const status = wrong.length > 0 ? 422 : 200
  const legs = partner.legs()
  if (isJson) {
    const shown = legs.map(({ leg, code, state, opened, outbox }) => ({
      leg,
      code,
      state,
      service: opened.service,
      waiting: outbox.length,
    }))
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ kind: options.kind, settings, wrong, legs: shown }))
    return
  }
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; form-action 'self'",
  })
  response.end(controlPage({ kind: options.kind, settings, legs, wrong }))
}

function parseJson(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {} // JSON
}

async function serveMessage(
  running: Running,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const settings = running.settings()
  if (settings.mode === 'down') {
    request.socket.destroy()
    return
  }
  const bytes = await bodyOf(request, MESSAGE_BYTES_MAX)
  if (settings.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, settings.delayMs))
  if (bytes === undefined) return answer(running, request, response, tooLarge)
  const said = await understand(running, request, bytes)
  if (chance(settings.garbagePercent)) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Xin chào</h1>')
    return
  }
  return answer(running, request, response, said)
}

type Said = { status: number; value: Record<string, unknown> }

const tooLarge: Said = { status: 413, value: { status: 413, code: 'message-too-large' } }

/** Takes the message or says why not; what was taken is kept before it is acknowledged. */
async function understand(
  running: Running,
  request: IncomingMessage,
  bytes: Buffer,
): Promise<Said> {
  const headers = headersOf(request)
  const target = `http://${headers['host'] ?? ''}${request.url ?? ''}`
  const keyId = readSigned(headers)?.keyId
  const key = keyId === undefined ? undefined : await running.portal.keyOf(keyId)
  const verdict = checkRequest({ target, headers, bytes, key, now: running.now() })
  if (!verdict.ok) return refusal(401, verdict.code)
  const message = readMessage(bytes)
  if (message === undefined) return refusal(422, 'message-invalid')
  if (keyId?.startsWith(`${message.from}.`) !== true) return refusal(403, 'message-not-from-party')
  const taken: Taken = running.partner.take(message, sha256(bytes))
  if (taken.outcome === 'refused') return refusal(taken.status, taken.code, taken.data)
  running.keeping.save()
  const { id, leg, seq } = message
  const repeated = taken.outcome === 'repeated'
  return { status: 200, value: { id, leg, seq, sha256: sha256(bytes), repeated } }
}

function refusal(status: number, code: string, data: Record<string, unknown> = {}): Said {
  return { status, value: { status, code, ...data } }
}

function answer(
  running: Running,
  request: IncomingMessage,
  response: ServerResponse,
  { status, value }: Said,
): void {
  const headers = headersOf(request)
  const bytes = Buffer.from(JSON.stringify(value))
  const type = status === 200 ? 'application/json' : 'application/problem+json'
  const nonce = readSigned(headers)?.nonce ?? ''
  const key = running.keyFor(headers['motcua-to'] ?? '')
  response.writeHead(status, signAnswer({ status, type, bytes, nonce, key, now: running.now() }))
  response.end(bytes)
}

function readMessage(bytes: Buffer): Message | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Message // its sender was proved above
    return value.schema === 'motcua/interlink/1' && Number.isSafeInteger(value.seq)
      ? value
      : undefined
  } catch {
    return undefined
  }
}

function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
}

/** Undefined when it is longer than that. */
async function bodyOf(request: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bytesMax) {
      request.resume()
      return undefined
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
