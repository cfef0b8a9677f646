import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../platform/refusal.ts'

export type Framing = { frames?: boolean; framed?: boolean; sandboxed?: boolean }

/** Nothing but our own style sheets, scripts, fonts and pictures; no inline anything. */
export function contentSecurityPolicy({ frames, framed, sandboxed }: Framing): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // The browser's own PDF viewer needs `object-src` on the document it shows.
    framed ? "object-src 'self'" : "object-src 'none'",
    frames ? "frame-src 'self'" : "frame-src 'none'",
    framed ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
    ...(sandboxed ? ['sandbox'] : []),
  ].join('; ')
}

export function securityHeaders(https: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    // Pages and papers say what they need; whatever else is answered needs nothing.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), microphone=(), camera=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

type Headers = { readonly [name: string]: string | readonly string[] | undefined }

/**
 * Every unsafe request must come from a page of this site. Browsers say so in Sec-Fetch-Site; older
 * ones in Origin; those that say neither are left to the form's token. Throws Refusal
 * `request-from-elsewhere`.
 */
export function ensureSameOrigin(headers: Headers, publicOrigin: string): void {
  if (sentFrom(headers, publicOrigin) === 'elsewhere') throw new Refusal('request-from-elsewhere')
}

/** Where the browser says that a request comes from; a script of another site cannot forge it. */
export function sentFrom(headers: Headers, publicOrigin: string): 'here' | 'elsewhere' | 'unsaid' {
  const site = headers['sec-fetch-site']
  // `none`: the person's own doing, such as a reload.
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'here' : 'elsewhere'
  const origin = headers['origin']
  if (origin === undefined) return 'unsaid'
  const own = origin === publicOrigin || hostOf(String(origin)) === headers['host']
  return own ? 'here' : 'elsewhere'
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

const TOKEN_BYTES = 16

function tokenOf(formKey: string): Buffer {
  return createHash('sha256').update(`csrf:${formKey}`).digest().subarray(0, TOKEN_BYTES)
}

/** The session's form token, masked anew each time so that compression gives nothing away. */
export function csrfFor(formKey: string): string {
  const pad = randomBytes(TOKEN_BYTES)
  return Buffer.concat([pad, xor(pad, tokenOf(formKey))]).toString('base64url')
}

/** Throws Refusal `form-stale` when the form's token was made from none of these keys. */
export function ensureCsrf(formKeys: readonly string[], sent: unknown): void {
  const bytes = Buffer.from(typeof sent === 'string' ? sent : '', 'base64url')
  if (bytes.length !== 2 * TOKEN_BYTES) throw new Refusal('form-stale')
  const token = xor(bytes.subarray(0, TOKEN_BYTES), bytes.subarray(TOKEN_BYTES))
  const isOurs = formKeys.some((formKey) => timingSafeEqual(token, tokenOf(formKey)))
  if (!isOurs) throw new Refusal('form-stale')
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ b[index]!))
}
