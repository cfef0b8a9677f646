import { Refusal } from '../../platform/refusal.ts'
import type { FormBody } from './route.ts'

const FIELDS_MAX = 1000

/**
 * Reads `application/x-www-form-urlencoded` strictly: UTF-8 only, no NUL, at most 1,000 fields.
 * Throws Refusal `body-not-text` for anything a browser's form would not send.
 */
export function parseForm(body: Buffer): FormBody {
  const text = body.toString('latin1')
  if (text === '') return {}
  const pairs = text.split('&')
  if (pairs.length > FIELDS_MAX) throw new Refusal('body-too-large')
  const form: Record<string, string | string[]> = Object.create(null)
  for (const pair of pairs) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : decode(pair.slice(at + 1))
    const before = form[name]
    if (before === undefined) form[name] = value
    else if (typeof before === 'string') form[name] = [before, value]
    else before.push(value)
  }
  return form
}

function decode(encoded: string): string {
  const text = decodeOrUndefined(encoded)
  if (text === undefined || text.includes('\0')) throw new Refusal('body-not-text')
  // Browsers send CRLF for line breaks in a text area.
  return text.replaceAll('\r\n', '\n')
}

function decodeOrUndefined(encoded: string): string | undefined {
  // A form never sends bytes outside printable ASCII undecorated.
  if (!/^[\x21-\x7e]*$/.test(encoded)) return undefined
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
