import { createHash } from 'node:crypto'
import { randomDigits, sha256Hex } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

const CODE =
  /^(?:[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Y]\d{2}|[A-Y]\d{2}(?:\.[0-9A-Z]+)*)-\d{6}-\d{4}$/

/**
 * `000.07.06.H26-160812-0042`: receiving agency, day, running number of that agency and day.
 * @basis TT 01/2018/TT-VPCP Điều 19
 */
export function formatCode(officialCode: string, day: PlainDate, no: number): string {
  return `${officialCode}-${day.slice(2).replaceAll('-', '')}-${String(no).padStart(4, '0')}`
}

export function isCode(text: string): boolean {
  return CODE.test(text)
}

/** The short form a ward uses at its own desk: `160812-0042`. */
export function shortCode(code: string): string {
  return code.slice(-11)
}

// Verhoeff's dihedral tables: any single wrong digit and any swap of neighbours is noticed.
const TIMES = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]
const TURN = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]
const INVERSE = '0432156789'

function digit(rows: readonly string[], row: number, column: number): number {
  return Number(rows[row]![column])
}

function checksum(digits: string, offset: number): number {
  return [...digits]
    .toReversed()
    .reduce(
      (sum, char, place) => digit(TIMES, sum, digit(TURN, (place + offset) % 8, Number(char))),
      0,
    )
}

/** Nine digits → ten: the last is Verhoeff's check digit. */
export function withCheckDigit(nine: string): string {
  return nine + INVERSE[checksum(nine, 1)]
}

export function hasValidCheckDigit(ten: string): boolean {
  return /^\d{10}$/.test(ten) && checksum(ten, 0) === 0
}

/** A new look-up number: nine random digits and a check digit. */
export function newLookupNo(): string {
  return withCheckDigit(randomDigits(9))
}

/** As people read it out: `407 182 6354` shown 3-3-4. */
export function showLookupNo(ten: string): string {
  return `${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`
}

export type LookupInput =
  | { kind: 'code'; code: string }
  | { kind: 'lookup'; lookupNo: string }
  | { kind: 'wrong-check-digit' }
  | { kind: 'unreadable' }

/** One box takes either number, with or without spaces, in either case. */
export function readLookup(text: string): LookupInput {
  const compact = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  if (/^\d{10}$/.test(compact)) {
    return hasValidCheckDigit(compact)
      ? { kind: 'lookup', lookupNo: compact }
      : { kind: 'wrong-check-digit' }
  }
  return isCode(compact) ? { kind: 'code', code: compact } : { kind: 'unreadable' }
}

/** The QR's secret is random and 128 bits, so a fast hash is enough to keep it out of the tables. */
export function secretHash(secret: string): string {
  return sha256Hex(secret)
}

/** The next link of an agency's event chain. */
export function chainHash(previous: string, canonicalEvent: string): string {
  return createHash('sha256').update(previous).update('\n').update(canonicalEvent).digest('hex')
}
