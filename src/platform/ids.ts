import { createHash, randomBytes, randomInt } from 'node:crypto'

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits; sorts by time of making. */
export function uuidv7(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/** A secret for cookies, links and QR codes: 128 random bits, URL-safe. */
export function secretToken(): string {
  return randomBytes(16).toString('base64url')
}

/** `length` random decimal digits, each equally likely. */
export function randomDigits(length: number): string {
  return Array.from({ length }, () => String(randomInt(10))).join('')
}

/** `length` characters of an alphabet, each equally likely. */
export function randomFrom(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** JSON with keys in order, so that equal values have equal bytes (and hashes). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
        )
      : inner,
  )
}
