/**
 * The partner's half of the protocol, written from its description alone
 * (docs/interlink-api.md): it
 * shares no code with the server's, so that each proves the other.
 */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { secretToken } from '../platform/ids.ts'

export type Headers = Readonly<Record<string, string | undefined>>

export type WireKey = { keyId: string; privateKey: KeyObject }

const REQUEST = ['@method', '@target-uri', 'motcua-to', 'content-digest', 'content-type'] as const
const REPLY = ['@status', 'content-digest', 'content-type'] as const

/** How far a signature's time may be from ours. */
export const FRESH_SECONDS = 300

export type SignedRequest = { headers: Record<string, string>; nonce: string }

/** Headers of a signed POST of JSON. `now` is the partner's own clock. */
export function signRequest(given: {
  target: string
  to: string
  bytes: Uint8Array
  key: WireKey
  now: Date
}): SignedRequest {
  const nonce = secretToken()
  const headers = {
    'content-type': 'application/json',
    'content-digest': digestOf(given.bytes),
    'motcua-to': given.to,
  }
  const values = { ...headers, '@method': 'POST', '@target-uri': given.target }
  return { headers: { ...headers, ...signatureOf(REQUEST, values, { ...given, nonce }) }, nonce }
}

/** Headers of a signed answer to the request with that nonce. */
export function signAnswer(given: {
  status: number
  type: string
  bytes: Uint8Array
  nonce: string
  key: WireKey
  now: Date
}): Record<string, string> {
  const headers = { 'content-type': given.type, 'content-digest': digestOf(given.bytes) }
  const values = { ...headers, '@status': String(given.status) }
  return { ...headers, ...signatureOf(REPLY, values, given) }
}

function signatureOf(
  components: readonly string[],
  values: Headers,
  { key, nonce, now }: { key: WireKey; nonce: string; now: Date },
): { 'signature-input': string; signature: string } {
  const list = components.map((name) => `"${name}"`).join(' ')
  const created = Math.floor(now.getTime() / 1000)
  const params = `(${list});created=${created};nonce="${nonce}";keyid="${key.keyId}";alg="ed25519"`
  const bytes = sign(null, Buffer.from(baseOf(components, values, params)!), key.privateKey)
  return {
    'signature-input': `sig=${params}`,
    signature: `sig=:${bytes.toString('base64')}:`,
  }
}

/** RFC 9421, 2.5: what is signed; undefined when a component is not there. */
function baseOf(
  components: readonly string[],
  values: Headers,
  params: string,
): string | undefined {
  const lines: string[] = []
  for (const name of components) {
    const value = values[name]
    if (value === undefined) return undefined
    lines.push(`"${name}": ${value.trim()}`)
  }
  return [...lines, `"@signature-params": ${params}`].join('\n')
}

export function digestOf(bytes: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
}

export type Read = {
  keyId: string
  created: number
  nonce: string
  covered: readonly string[]
  params: string
  signature: Buffer
}

/** The signature of a message; undefined when there is none that can be read. */
export function readSigned(headers: Headers): Read | undefined {
  const input = /^([a-z][\w-]*)=(\(([^)]*)\)(.*))$/.exec(headers['signature-input'] ?? '')
  if (!input) return undefined
  const [, label = '', params = '', list = '', rest = ''] = input
  const signature = new RegExp(`(?:^|, *)${label}=:([A-Za-z0-9+/=]+):`).exec(
    headers['signature'] ?? '',
  )
  const created = Number(/;created=(\d+)/.exec(rest)?.[1] ?? Number.NaN)
  const keyId = /;keyid="([^"]*)"/.exec(rest)?.[1]
  const nonce = /;nonce="([^"]*)"/.exec(rest)?.[1] ?? ''
  if (!signature || keyId === undefined || Number.isNaN(created)) return undefined
  const covered = list.split(' ').map((item) => item.replaceAll('"', ''))
  return { keyId, created, nonce, covered, params, signature: Buffer.from(signature[1]!, 'base64') }
}

export type Verdict = { ok: true } | { ok: false; code: string }

type Checking = {
  read: Read | undefined
  headers: Headers
  values: Headers
  needed: readonly string[]
  bytes: Uint8Array
  key: KeyObject | undefined
  now: Date
}

/** Is the signature whole, true and fresh? */
function check({ read, headers, values, needed, bytes, key, now }: Checking): Verdict {
  if (!read) return { ok: false, code: 'message-unsigned' }
  if (key === undefined) return { ok: false, code: 'key-unknown' }
  if (needed.some((name) => !read.covered.includes(name)) || read.nonce === '')
    return { ok: false, code: 'signature-wrong' }
  if (headers['content-digest'] !== digestOf(bytes)) return { ok: false, code: 'signature-wrong' }
  const base = baseOf(read.covered, { ...headers, ...values }, read.params)
  if (base === undefined || !verify(null, Buffer.from(base), key, read.signature))
    return { ok: false, code: 'signature-wrong' }
  const age = Math.abs(now.getTime() / 1000 - read.created)
  return age > FRESH_SECONDS ? { ok: false, code: 'signature-stale' } : { ok: true }
}

/** A request that came to us. `key`: the sender's, undefined when we know none of that id. */
export function checkRequest(given: {
  target: string
  headers: Headers
  bytes: Uint8Array
  key: KeyObject | undefined
  now: Date
}): Verdict {
  const values = { '@method': 'POST', '@target-uri': given.target }
  return check({ ...given, values, needed: REQUEST, read: readSigned(given.headers) })
}

/** An answer to our request: signed by the party asked, for this request alone. */
export function checkAnswer(given: {
  status: number
  headers: Headers
  bytes: Uint8Array
  nonce: string
  key: KeyObject | undefined
  now: Date
}): Verdict {
  const read = readSigned(given.headers)
  if (read && read.nonce !== given.nonce) return { ok: false, code: 'signature-wrong' }
  return check({ ...given, values: { '@status': String(given.status) }, needed: REPLY, read })
}

/** `<party>.<16 hex>`: the fingerprint is of the key's 32 raw bytes. */
export function keyIdFor(party: string, publicKey: KeyObject): string {
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return `${party}.${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`
}

/** A public key from the SPKI in base64 that the key list gives. */
export function publicKeyFrom(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
}
