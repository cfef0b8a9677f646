/**
 * A Vietnamese mobile number as it is stored: ten digits (03, 05, 07, 08, 09), or the eleven digits
 * (012, 016, 018, 019) in use until 2018. `+84`, `0084`, spaces, dots and hyphens are understood.
 * Undefined when it is none. An old number is not made into a new one: see `currentPhone`.
 */
export function normalisePhone(text: string): string | undefined {
  const digits = digitsOf(text)
  return isMobile(digits) ? digits : undefined
}

/** As `normalisePhone`, and fixed lines too, before and after the area codes of 2017. */
export function normaliseAnyPhone(text: string): string | undefined {
  const digits = digitsOf(text)
  return isMobile(digits) || /^0[2-8][0-9]{8,9}$/.test(digits) ? digits : undefined
}

function isMobile(digits: string): boolean {
  return /^0[35789][0-9]{8}$/.test(digits) || /^01[2689][0-9]{8}$/.test(digits)
}

function digitsOf(text: string): string {
  return text
    .trim()
    .replace(/[\s.()\-\u00A0]/g, '')
    .replace(/^(?:\+|00)84(?:0(?=[1-9]))?/, '0')
}

/** Old prefix of four digits → new prefix of three. */
const newPrefixes: ReadonlyMap<string, string> = new Map(
  `0120 070, 0121 079, 0122 077, 0126 076, 0128 078,
   0123 083, 0124 084, 0125 085, 0127 081, 0129 082,
   0162 032, 0163 033, 0164 034, 0165 035, 0166 036, 0167 037, 0168 038, 0169 039,
   0186 056, 0188 058, 0199 059`
    .split(',')
    .map((pair) => pair.trim())
    .map((pair): [string, string] => [pair.slice(0, 4), pair.slice(5)]),
)

/**
 * The number of today for one of eleven digits; others stay as they are. Two spellings of one phone
 * compare equal through it.
 * @basis QĐ 798/QĐ-BTTTT 2016; change of 2018-09-15 to 2018-11-14 [check]
 */
export function currentPhone(phone: string): string {
  const prefix = phone.length === 11 ? newPrefixes.get(phone.slice(0, 4)) : undefined
  return prefix === undefined ? phone : prefix + phone.slice(4)
}

/** `0912 345 318`, `01234 567 890`: as people read it out. */
export function printPhone(phone: string): string {
  return `${phone.slice(0, -6)} ${phone.slice(-6, -3)} ${phone.slice(-3)}`.trim()
}

/** `09•• ••• 318`: first two and last three digits. */
export function maskPhone(phone: string): string {
  if (phone.length < 9) return '•'.repeat(phone.length)
  return `${phone.slice(0, 2)}•• ${'•'.repeat(phone.length - 7)} ${phone.slice(-3)}`
}
