import { inflateSync } from 'node:zlib'
import {
  isArray,
  isDict,
  isName,
  isRef,
  parseValue,
  skipSpace,
  PdfSyntaxError,
  type PdfDict,
  type PdfValue,
} from './pdf-syntax.ts'

/**
 * A PDF read by scanning for its objects, not by trusting its cross-reference table: what a table
 * hides is still found, and after an incremental update the later object counts.
 */
export type PdfDocument = {
  /** The file, one character a byte. */
  text: string
  objects: ReadonlyMap<number, PdfObject>
  /** Every object as it stands in the file, also those that a later one replaces. */
  everyObject: readonly PdfObject[]
  /** Trailer dictionaries and those of cross-reference streams, in file order. */
  trailers: readonly PdfDict[]
}

export type PdfObject = {
  number: number
  value: PdfValue
  /** Position of `N G obj`; -1 inside an object stream. */
  at: number
  stream?: { start: number; end: number }
}

const OBJECTS_MAX = 200_000
const INFLATED_MAX = 64 * 1024 * 1024
const OBJECT = /(\d{1,10})[\0\t\n\f\r ]{1,8}(\d{1,5})[\0\t\n\f\r ]{1,8}obj(?![A-Za-z])/g

/** Reads every object. Throws `PdfSyntaxError` when the file is damaged or goes past our caps. */
export function readPdf(bytes: Uint8Array): PdfDocument {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const scanned = scanObjects(text)
  const everyObject: PdfObject[] = []
  const trailers: PdfDict[] = []
  let inflatedBytes = 0
  for (const object of scanned) {
    everyObject.push(object)
    if (!object.stream || !isDict(object.value)) continue
    const type = object.value.entries.get('Type')
    if (isName(type) && type.name === 'XRef') trailers.push(object.value)
    if (!isName(type) || type.name !== 'ObjStm') continue
    const content = streamContent(text, object, INFLATED_MAX - inflatedBytes)
    inflatedBytes += content.length
    everyObject.push(...objectsInStream(object.value, content.toString('latin1')))
    if (everyObject.length > OBJECTS_MAX) throw new PdfSyntaxError('too many objects', object.at)
  }
  trailers.push(...scanTrailers(text))
  const objects = new Map(everyObject.map((object) => [object.number, object]))
  return { text, objects, everyObject, trailers }
}

function scanObjects(text: string): PdfObject[] {
  const found: PdfObject[] = []
  OBJECT.lastIndex = 0
  for (let match = OBJECT.exec(text); match; match = OBJECT.exec(text)) {
    const at = match.index
    if (found.length > OBJECTS_MAX) throw new PdfSyntaxError('too many objects', at)
    const { value, end } = parseValue(text, OBJECT.lastIndex)
    const stream = isDict(value) ? streamExtent(text, value, end) : undefined
    found.push({ number: Number(match[1]), value, at, ...(stream && { stream }) })
    OBJECT.lastIndex = stream?.end ?? end
  }
  return found
}

function streamExtent(text: string, value: PdfDict, at: number): PdfObject['stream'] {
  const keyword = skipSpace(text, at)
  if (!text.startsWith('stream', keyword)) return undefined
  let start = keyword + 'stream'.length
  if (text[start] === '\r') start += 1
  if (text[start] === '\n') start += 1
  const length = value.entries.get('Length')
  if (typeof length === 'number' && /^\s{0,2}endstream/.test(text.substr(start + length, 11)))
    return { start, end: start + length }
  const end = text.indexOf('endstream', start)
  if (end < 0) throw new PdfSyntaxError('stream without end', start)
  return { start, end }
}

function scanTrailers(text: string): PdfDict[] {
  const found: PdfDict[] = []
  for (const match of text.matchAll(/trailer(?=[\0\t\n\f\r ]{0,8}<<)/g)) {
    const { value } = parseValue(text, match.index + 'trailer'.length)
    if (isDict(value)) found.push(value)
  }
  return found
}

/** The bytes of a stream, inflated. Only what we meet in object streams: Flate or nothing. */
export function streamContent(text: string, object: PdfObject, bytesMax: number): Buffer {
  if (!object.stream || !isDict(object.value)) throw new PdfSyntaxError('no stream', object.at)
  const raw = Buffer.from(text.slice(object.stream.start, object.stream.end), 'latin1')
  const filter = object.value.entries.get('Filter')
  const only = isArray(filter) && filter.length === 1 ? filter[0] : filter
  if (only === undefined) return raw
  const parameters = object.value.entries.get('DecodeParms')
  const predicted = isDict(parameters) && parameters.entries.get('Predictor') !== 1
  if (!isName(only) || only.name !== 'FlateDecode' || predicted)
    throw new PdfSyntaxError('unknown filter', object.at)
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, bytesMax) })
  } catch (cause) {
    throw new PdfSyntaxError(`not inflatable (${(cause as Error).message})`, object.at)
  }
}

function objectsInStream(header: PdfDict, content: string): PdfObject[] {
  const [count, first] = [header.entries.get('N'), header.entries.get('First')]
  if (typeof count !== 'number' || typeof first !== 'number' || count > OBJECTS_MAX)
    throw new PdfSyntaxError('object stream without index', -1)
  const index = content.slice(0, first).trim().split(/\s+/).map(Number)
  return Array.from({ length: count }, (_, nth) => {
    const { value } = parseValue(content, first + (index[nth * 2 + 1] ?? 0))
    return { number: index[nth * 2] ?? -1, value, at: -1 }
  })
}

/** The value a reference stands for; a value that is none stands for itself. */
export function resolve(document: PdfDocument, value: PdfValue | undefined): PdfValue | undefined {
  let current = value
  for (let hops = 0; isRef(current); hops += 1) {
    if (hops > 16) throw new PdfSyntaxError('references in a circle', -1)
    current = document.objects.get(current.number)?.value
  }
  return current
}

export function dictAt(
  document: PdfDocument,
  holder: PdfDict | undefined,
  key: string,
): PdfDict | undefined {
  const value = resolve(document, holder?.entries.get(key))
  return isDict(value) ? value : undefined
}

/** The document's catalog, with its object number. Throws `PdfSyntaxError` when there is none. */
export function catalogOf(document: PdfDocument): { number: number; value: PdfDict } {
  const root = document.trailers.findLast((trailer) => isRef(trailer.entries.get('Root')))
  const reference = root?.entries.get('Root')
  const value = resolve(document, reference)
  if (!isRef(reference) || !isDict(value)) throw new PdfSyntaxError('no catalog', -1)
  return { number: reference.number, value }
}

/** Objects of one /Type, in file order, replaced ones left out. */
export function objectsOfType(
  document: PdfDocument,
  type: string,
): { number: number; value: PdfDict }[] {
  return [...document.objects.values()].flatMap(({ number, value }) => {
    if (!isDict(value)) return []
    const own = value.entries.get('Type')
    return isName(own) && own.name === type ? [{ number, value }] : []
  })
}
