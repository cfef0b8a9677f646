import type { IncomingMessage, ServerResponse } from 'node:http'
import { senderOf, type Message } from '../modules/interlink/index.ts'
import { chance, type Taken } from './partner.ts'
import { sha256 } from './portal.ts'
import { bodyOf, headersOf } from './request-parts.ts'
import type { Running } from './running.ts'
import { checkRequest, FRESH_SECONDS, readSigned, signAnswer } from './wire.ts'

const MESSAGE_BYTES_MAX = 4 * 1024 * 1024

/** Takes a message of the city, with the faults that the control page asks for. */
export async function serveMessage(
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
  const proved = await prove(running, request, bytes)
  if ('said' in proved) return proved.said
  const read = readMessage(bytes)
  if ('code' in read) return refusal(422, read.code)
  const { message } = read
  if (proved.from !== message.from) return refusal(403, 'message-not-from-party')
  const taken: Taken = running.partner.take(message, sha256(bytes))
  if (taken.outcome === 'refused') return refusal(taken.status, taken.code, taken.data)
  running.keeping.save()
  const { id, leg, seq } = message
  const repeated = taken.outcome === 'repeated'
  return { status: 200, value: { id, leg, seq, sha256: sha256(bytes), repeated } }
}

type Proved = { from: string } | { said: Said }

/** Whose request this is, by its signature. */
async function prove(running: Running, request: IncomingMessage, bytes: Buffer): Promise<Proved> {
  const headers = headersOf(request)
  const target = `http://${headers['host'] ?? ''}${request.url ?? ''}`
  const keyId = readSigned(headers)?.keyId
  const key = keyId === undefined ? undefined : await running.portal.keyOf(keyId)
  const verdict = checkRequest({ target, headers, bytes, key, now: running.now() })
  if (!verdict.ok) return { said: refusal(401, verdict.code) }
  if (!isNewNonce(running, headers)) return { said: refusal(409, 'signature-replayed') }
  return { from: keyId!.slice(0, keyId!.lastIndexOf('.')) }
}

/** Says how this side sees the legs that the city asks about; others' are left out. */
export async function serveSummary(
  running: Running,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (running.settings().mode === 'down') {
    request.socket.destroy()
    return
  }
  const bytes = await bodyOf(request, MESSAGE_BYTES_MAX)
  if (bytes === undefined) return answer(running, request, response, tooLarge)
  const proved = await prove(running, request, bytes)
  if ('said' in proved) return answer(running, request, response, proved.said)
  const asked = JSON.parse(bytes.toString('utf8')) as { legs: string[] } // its sender was proved
  const legs = asked.legs.flatMap((id) => {
    const leg = running.keeping.kept.state.legs[id]
    if (leg?.lead !== proved.from) return []
    const { state, inSeq, outSeq, outbox } = leg
    return [{ leg: id, state, inSeq, outSeq, acceptedSeq: outSeq - outbox.length }]
  })
  return answer(running, request, response, { status: 200, value: { legs } })
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

/** Forgets those that are too old to be fresh. */
function isNewNonce(
  { nonces, now }: Running,
  headers: Record<string, string | undefined>,
): boolean {
  const seconds = now().getTime() / 1000
  for (const [known, at] of nonces)
    if (Math.abs(seconds - at) > 2 * FRESH_SECONDS) nonces.delete(known)
  const signed = readSigned(headers)
  const name = `${signed?.keyId} ${signed?.nonce}`
  if (nonces.has(name)) return false
  nonces.set(name, seconds)
  return true
}

function readMessage(bytes: Buffer): { message: Message } | { code: string } {
  try {
    const message = JSON.parse(bytes.toString('utf8')) as Message // its sender was proved above
    if (message.schema !== 'motcua/interlink/1') return { code: 'message-version-unknown' }
    if (!Object.hasOwn(senderOf, message.type)) return { code: 'message-type-unknown' }
    return Number.isSafeInteger(message.seq) ? { message } : { code: 'message-invalid' }
  } catch {
    return { code: 'message-invalid' }
  }
}
