/**
 * The part of PDF's syntax (ISO 32000-1, 7.2 and 7.3) that signing, checking and filling need. Text
 * is one character a byte (latin1), so positions in it are positions in the file.
 */
export type PdfName = { readonly type: 'name'; readonly name: string }
export type PdfString = { readonly type: 'string'; readonly bytes: string }
export type PdfRef = { readonly type: 'ref'; readonly number: number; readonly generation: number }
export type PdfDict = { readonly type: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | readonly PdfValue[]

/** The bytes are not PDF syntax. `at` is the position in the file. */
export class PdfSyntaxError extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(`${message} at ${at}`)
    this.name = 'PdfSyntaxError'
    this.at = at
  }
}

const DEPTH_MAX = 64
const SPACE = /[\0\t\n\f\r ]/
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?=$|[\0\t\n\f\r ()<>[\]{}/%])/y
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,8}(\d{1,5})[\0\t\n\f\r ]{1,8}R(?=$|[^A-Za-z0-9])/y

export const name = (text: string): PdfName => ({ type: 'name', name: text })
export const ref = (number: number, generation = 0): PdfRef => ({ type: 'ref', number, generation })
export const dict = (entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  type: 'dict',
  entries: new Map(Object.entries(entries)),
})
export const withEntries = (
  base: PdfDict,
  entries: Readonly<Record<string, PdfValue>>,
): PdfDict => ({
  type: 'dict',
  entries: new Map([...base.entries, ...Object.entries(entries)]),
})

/** A text string: ASCII as it is, anything else as UTF-16 with a byte order mark (7.9.2.2). */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return { type: 'string', bytes: text }
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return { type: 'string', bytes: utf16.toString('latin1') }
}

/** The characters of a text string, whichever way it is written. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isString(value)) return undefined
  const bytes = Buffer.from(value.bytes, 'latin1')
  if (bytes.length < 2 || bytes[0] !== 0xfe || bytes[1] !== 0xff) return value.bytes
  return bytes
    .subarray(2, bytes.length - (bytes.length % 2))
    .swap16()
    .toString('utf16le')
}

const typeOf = (value: PdfValue | undefined): string | undefined =>
  value !== null && typeof value === 'object' && 'type' in value ? value.type : undefined

export const isName = (value: PdfValue | undefined): value is PdfName => typeOf(value) === 'name'
export const isRef = (value: PdfValue | undefined): value is PdfRef => typeOf(value) === 'ref'
export const isDict = (value: PdfValue | undefined): value is PdfDict => typeOf(value) === 'dict'
export const isString = (value: PdfValue | undefined): value is PdfString =>
  typeOf(value) === 'string'
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] =>
  Array.isArray(value)

/** Reads one value at `at`. Throws `PdfSyntaxError`. */
export function parseValue(text: string, at: number, depth = 0): { value: PdfValue; end: number } {
  if (depth > DEPTH_MAX) throw new PdfSyntaxError('nested too deep', at)
  const start = skipSpace(text, at)
  switch (text[start]) {
    case '/':
      return parseName(text, start)
    case '(':
      return parseLiteralString(text, start)
    case '[':
      return parseArray(text, start, depth)
    case '<':
      return text[start + 1] === '<' ? parseDict(text, start, depth) : parseHexString(text, start)
    default:
      return parseAtom(text, start)
  }
}

/** The first position at or after `at` that is neither space nor comment. */
export function skipSpace(text: string, at: number): number {
  let position = at
  for (;;) {
    const character = text[position]
    if (character === undefined) return position
    if (character === '%') position = endOfLine(text, position)
    else if (SPACE.test(character)) position += 1
    else return position
  }
}

function endOfLine(text: string, at: number): number {
  let position = at
  while (position < text.length && text[position] !== '\n' && text[position] !== '\r') position += 1
  return position
}

function parseAtom(text: string, at: number): { value: PdfValue; end: number } {
  REFERENCE.lastIndex = at
  const reference = REFERENCE.exec(text)
  if (reference)
    return { value: ref(Number(reference[1]), Number(reference[2])), end: REFERENCE.lastIndex }
  NUMBER.lastIndex = at
  const number = NUMBER.exec(text)
  if (number) return { value: Number(number[0]), end: NUMBER.lastIndex }
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const)
    if (text.startsWith(word, at)) return { value, end: at + word.length }
  throw new PdfSyntaxError('no value', at)
}

function parseName(text: string, at: number): { value: PdfName; end: number } {
  REGULAR.lastIndex = at + 1
  const raw = REGULAR.exec(text)?.[0] ?? ''
  return { value: name(unescapeName(raw)), end: at + 1 + raw.length }
}

/** `/J#61vaScript` is `/JavaScript`: names are compared after this. */
export function unescapeName(raw: string): string {
  return raw.replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function parseArray(text: string, at: number, depth: number): { value: PdfValue; end: number } {
  const values: PdfValue[] = []
  let position = skipSpace(text, at + 1)
  while (text[position] !== ']') {
    const item = parseValue(text, position, depth + 1)
    values.push(item.value)
    position = skipSpace(text, item.end)
  }
  return { value: values, end: position + 1 }
}

function parseDict(text: string, at: number, depth: number): { value: PdfDict; end: number } {
  const entries = new Map<string, PdfValue>()
  let position = skipSpace(text, at + 2)
  while (!text.startsWith('>>', position)) {
    if (text[position] !== '/') throw new PdfSyntaxError('no key', position)
    const key = parseName(text, position)
    const item = parseValue(text, key.end, depth + 1)
    entries.set(key.value.name, item.value)
    position = skipSpace(text, item.end)
  }
  return { value: { type: 'dict', entries }, end: position + 2 }
}

function parseHexString(text: string, at: number): { value: PdfString; end: number } {
  const close = text.indexOf('>', at)
  if (close < 0) throw new PdfSyntaxError('string without end', at)
  const digits = text.slice(at + 1, close).replace(/[\0\t\n\f\r ]/g, '')
  if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfSyntaxError('not hexadecimal', at)
  const even = digits.length % 2 === 0 ? digits : `${digits}0`
  const bytes = Buffer.from(even, 'hex').toString('latin1')
  return { value: { type: 'string', bytes }, end: close + 1 }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
}

function parseLiteralString(text: string, at: number): { value: PdfString; end: number } {
  const parts: string[] = []
  let open = 1
  let position = at + 1
  for (;;) {
    const character = text[position]
    if (character === undefined) throw new PdfSyntaxError('string without end', at)
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(position + 1, position + 4))?.[0]
      const next = text[position + 1] ?? ''
      if (octal !== undefined) parts.push(String.fromCharCode(Number.parseInt(octal, 8) & 0xff))
      else parts.push(ESCAPES[next] ?? next)
      position += 1 + (octal?.length ?? 1)
      continue
    }
    if (character === '(') open += 1
    if (character === ')') open -= 1
    position += 1
    if (open === 0) return { value: { type: 'string', bytes: parts.join('') }, end: position }
    parts.push(character)
  }
}

/** Writes a value. Strings are written in hexadecimal: no escapes to get wrong. */
export function writeValue(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  if (isArray(value)) return `[${value.map(writeValue).join(' ')}]`
  switch (value.type) {
    case 'name':
      return `/${value.name.replace(/[^!"$&'*-.0-;=?-Z\\^-z|~]/g, escapeCharacter)}`
    case 'string':
      return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`
    case 'ref':
      return `${value.number} ${value.generation} R`
    case 'dict':
      return `<<${[...value.entries]
        .map(([key, inner]) => `${writeValue(name(key))} ${writeValue(inner)}`)
        .join(' ')}>>`
  }
}

function escapeCharacter(character: string): string {
  return `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
