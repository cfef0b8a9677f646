import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { controlPage } from './control-page.ts'
import { openKeeping } from './keep.ts'
import { makePartner } from './partner.ts'
import { openPortal } from './portal.ts'
import { post } from './post.ts'
import { serveMessage, serveSummary } from './message-door.ts'
import { bodyOf } from './request-parts.ts'
import type { Running, SimulatorOptions } from './running.ts'
import { readSettings, type Settings } from './settings.ts'
import { keyIdFor, type WireKey } from './wire.ts'

/** `publicKey`: SPKI in base64, for the city to import. */
export type Simulator = { port: number; publicKey: string; stop(): Promise<void> }

const TICK_MS = 50

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
  const running: Running = {
    options,
    keeping,
    partner,
    portal,
    settings,
    now,
    keyFor,
    nonces: new Map(),
  }
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
    else if (path === '/doi-soat' && request.method === 'POST')
      await serveSummary(running, request, response)
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
