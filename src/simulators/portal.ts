import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { Message } from '../modules/interlink/index.ts'
import { checkAnswer, signRequest, type Headers, type WireKey } from './wire.ts'

/** What became of a message that a partner sent to Một Cửa. */
export type Outcome =
  | { is: 'accepted' }
  /** Not now; the same message comes again. */
  | { is: 'later'; why: string }
  /** Never in this form; a person looks. */
  | { is: 'refused'; code: string }

export type Portal = {
  /** A public key of a party by its id; undefined when the city lists none such. */
  keyOf(keyId: string): Promise<KeyObject | undefined>
  send(message: Message, key: WireKey): Promise<Outcome>
}

const TIMEOUT_MS = 10_000
const KEPT_MS = 30_000

/** Refusals that time or a person on the other side heals. */
const healing: readonly string[] = [
  'message-out-of-order',
  'signature-stale',
  'signature-replayed',
  'key-unknown',
  'key-expired',
]

/** The city's side as a partner sees it: `base` ends in `/api/lien-thong/1`. */
export function openPortal(base: string, now: () => Date): Portal {
  const kept = new Map<string, { key: KeyObject | undefined; at: number }>()
  const keyOf = async (keyId: string): Promise<KeyObject | undefined> => {
    const known = kept.get(keyId)
    if (known !== undefined && performance.now() - known.at < KEPT_MS) return known.key
    const key = await readKey(base, keyId)
    if (key !== undefined) kept.set(keyId, { key, at: performance.now() })
    return key
  }
  return { keyOf, send: (message, key) => send({ base, now, keyOf }, message, key) }
}

/** Undefined for a key that the city does not know, or that holds no more. */
async function readKey(base: string, keyId: string): Promise<KeyObject | undefined> {
  const response = await fetch(`${base}/khoa/${encodeURIComponent(keyId)}`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok) return undefined
  const shown = (await response.json()) as Record<string, unknown> // a JWK with its days
  const { x } = shown
  if (shown['kid'] !== keyId || typeof x !== 'string' || shown['revokedAt']) return undefined
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

type Sending = { base: string; now: () => Date; keyOf: Portal['keyOf'] }

async function send(
  { base, now, keyOf }: Sending,
  message: Message,
  key: WireKey,
): Promise<Outcome> {
  const target = `${base}/thong-diep`
  const bytes = Buffer.from(JSON.stringify(message))
  const { headers, nonce } = signRequest({ target, to: message.to, bytes, key, now: now() })
  try {
    const response = await fetch(target, {
      method: 'POST',
      headers,
      body: bytes,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer = Buffer.from(await response.arrayBuffer())
    const said: Headers = Object.fromEntries(response.headers)
    const keyId = /keyid="([^"]*)"/.exec(said['signature-input'] ?? '')?.[1] ?? ''
    const publicKey = keyId.startsWith(`${message.to}.`) ? await keyOf(keyId) : undefined
    const { status } = response
    const given = { status, headers: said, bytes: answer, nonce, key: publicKey, now: now() }
    const verdict = checkAnswer(given)
    if (!verdict.ok) return { is: 'later', why: `answer ${status}: ${verdict.code}` }
    return judge(status, answer, { id: message.id, sha256: sha256(bytes) })
  } catch {
    return { is: 'later', why: 'unreachable' }
  }
}

function judge(status: number, answer: Buffer, ours: { id: string; sha256: string }): Outcome {
  const value = JSON.parse(answer.toString('utf8')) as Record<string, unknown> // signed JSON
  if (status === 200)
    return value['id'] === ours.id && value['sha256'] === ours.sha256
      ? { is: 'accepted' }
      : { is: 'later', why: 'answer about another message' }
  const code = String(value['code'] ?? status)
  const isFinal = status >= 400 && status < 500 && !healing.includes(code)
  return isFinal ? { is: 'refused', code } : { is: 'later', why: code }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
