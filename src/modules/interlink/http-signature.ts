import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import {
  parseDictionary,
  serializeInnerList,
  serializeItem,
  type Bare,
  type InnerList,
} from './structured-fields.ts'

/** The message that a signature covers: a request (`method`, `target`) or a reply (`status`). */
export type Signable = {
  headers: Readonly<Record<string, string | undefined>>
  method?: string
  /** Absolute address of the request. */
  target?: string
  status?: number
}

export type SignatureParams = {
  /** Seconds since 1970. */
  created: number
  keyId: string
  nonce?: string
  expires?: number
}

/** The first Ed25519 signature of a message, read but not yet proved. */
export type ReadSignature = SignatureParams & { covered: readonly string[]; verify: Proof }
type Proof = (message: Signable, publicKey: KeyObject) => boolean

const LABEL = 'motcua'

/** The headers `signature-input` and `signature` of RFC 9421 (Ed25519) over these components. */
export function signHttp(
  message: Signable,
  components: readonly string[],
  key: SignatureParams & { privateKey: KeyObject },
): { 'signature-input': string; signature: string } {
  const params: [string, Bare | undefined][] = [
    ['created', key.created],
    ['expires', key.expires],
    ['nonce', key.nonce],
    ['keyid', key.keyId],
    ['alg', 'ed25519'],
  ]
  const list: InnerList = {
    items: components.map((value) => ({ value, params: new Map() })),
    params: new Map(params.filter((pair): pair is [string, Bare] => pair[1] !== undefined)),
  }
  const bytes = sign(null, Buffer.from(signatureBase(message, list)), key.privateKey)
  return {
    'signature-input': `${LABEL}=${serializeInnerList(list)}`,
    signature: `${LABEL}=:${bytes.toString('base64')}:`,
  }
}

/** Undefined when there is no signature that can be read. */
export function readSignature(headers: Signable['headers']): ReadSignature | undefined {
  const inputs = parseDictionary(headers['signature-input'] ?? '')
  const signatures = parseDictionary(headers['signature'] ?? '')
  for (const [label, input] of inputs ?? []) {
    const signature = signatures?.get(label)
    if (!('items' in input) || signature === undefined || 'items' in signature) continue
    const value = signature.value
    if (typeof value !== 'object' || !('bytes' in value)) continue
    const read = paramsOf(input)
    if (read === undefined) continue
    return {
      ...read,
      covered: input.items.map(serializeItem),
      verify: (message, publicKey) => {
        const base = tryBase(message, input)
        return base !== undefined && verify(null, Buffer.from(base), publicKey, value.bytes)
      },
    }
  }
  return undefined
}

function paramsOf({ params }: InnerList): SignatureParams | undefined {
  const [created, keyId] = [params.get('created'), params.get('keyid')]
  const [nonce, expires, alg] = [params.get('nonce'), params.get('expires'), params.get('alg')]
  if (typeof created !== 'number' || typeof keyId !== 'string') return undefined
  if (alg !== undefined && alg !== 'ed25519') return undefined
  return {
    created,
    keyId,
    ...(typeof nonce === 'string' ? { nonce } : {}),
    ...(typeof expires === 'number' ? { expires } : {}),
  }
}

class NotThere extends Error {}

function tryBase(message: Signable, list: InnerList): string | undefined {
  try {
    return signatureBase(message, list)
  } catch (error) {
    if (error instanceof NotThere) return undefined
    throw error
  }
}

/** RFC 9421 2.5. Throws when a component is not there, stands twice or is not known. */
export function signatureBase(message: Signable, list: InnerList): string {
  const names = list.items.map(serializeItem)
  if (new Set(names).size !== names.length) throw new NotThere('twice')
  const lines = list.items.map(({ value, params }) => {
    if (typeof value !== 'string' || params.size > 0) throw new NotThere('unknown')
    return `${serializeItem({ value, params })}: ${componentOf(message, value)}`
  })
  return [...lines, `"@signature-params": ${serializeInnerList(list)}`].join('\n')
}

function componentOf(message: Signable, name: string): string {
  const found = name.startsWith('@') ? derived(message, name) : message.headers[name]?.trim()
  if (found === undefined) throw new NotThere(name)
  return found
}

function derived({ method, target, status }: Signable, name: string): string | undefined {
  if (name === '@method') return method
  if (name === '@status') return status === undefined ? undefined : String(status)
  const url = target === undefined ? null : URL.parse(target)
  if (url === null) return undefined
  switch (name) {
    case '@target-uri':
      return target
    case '@authority':
      return url.host
    case '@path':
      return url.pathname
    case '@query':
      return url.search || '?'
    case '@scheme':
      return url.protocol.slice(0, -1)
    default:
      return undefined
  }
}

/** `Content-Digest` of RFC 9530. */
export function contentDigest(bytes: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
}

/** Does the header's SHA-256 fit the bytes? Other digests beside it are not looked at. */
export function isDigestOf(header: string | undefined, bytes: Uint8Array): boolean {
  const member = parseDictionary(header ?? '')?.get('sha-256')
  if (member === undefined || !('value' in member)) return false
  const { value } = member
  if (typeof value !== 'object' || !('bytes' in value)) return false
  return createHash('sha256').update(bytes).digest().equals(value.bytes)
}
