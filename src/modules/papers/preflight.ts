import {
  catalogOf,
  dictAt,
  objectsOfType,
  readPdf,
  resolve,
  streamContent,
  type PdfDocument,
  type PdfObject,
} from './pdf-document.ts'
import { isArray, isDict, isName, isRef, type PdfDict, type PdfValue } from './pdf-syntax.ts'

/** A reason why a paper may not be signed. `detail` names the object or key, never a person. */
export type PreflightProblem = { code: PreflightCode; detail: string }

export type PreflightCode =
  | 'not-a-pdf'
  | 'encrypted'
  | 'not-pdfa'
  | 'no-output-intent'
  | 'font-not-embedded'
  | 'has-script'
  | 'has-action'
  | 'has-external-reference'
  | 'has-embedded-file'
  | 'no-title'
  | 'no-language'

const METADATA_BYTES_MAX = 1024 * 1024
const FORBIDDEN_ACTIONS = new Set(
  (
    'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView ' +
    'SubmitForm'
  ).split(' '),
)

/**
 * Checks a paper before it is signed: that it says it is PDF/A-2 and keeps the rules of PDF/A that
 * can be broken by what we put in. Returns all problems; none means it may be signed.
 * @basis ISO 19005-2, 6.1.3 (encryption), 6.2.3 (output intent), 6.2.11 (fonts), 6.5 (actions),
 * 6.6.4 (identification).
 */
export function preflight(pdf: Uint8Array): PreflightProblem[] {
  let document: PdfDocument
  let catalog: PdfDict
  try {
    document = readPdf(pdf)
    catalog = catalogOf(document).value
  } catch (error) {
    return [{ code: 'not-a-pdf', detail: error instanceof Error ? error.message : '' }]
  }
  return [
    ...checkEncryption(document),
    ...checkIdentification(document, catalog),
    ...checkOutputIntent(document, catalog),
    ...checkFonts(document),
    ...[...document.objects.values()].flatMap(checkObject),
  ]
}

function checkEncryption(document: PdfDocument): PreflightProblem[] {
  const encrypted = document.trailers.some((trailer) => trailer.entries.has('Encrypt'))
  return encrypted ? [{ code: 'encrypted', detail: 'trailer' }] : []
}

function checkIdentification(document: PdfDocument, catalog: PdfDict): PreflightProblem[] {
  const problems: PreflightProblem[] = []
  const metadata = objectAt(document, catalog.entries.get('Metadata'))
  let xmp = ''
  if (metadata?.stream)
    xmp = streamContent(document.text, metadata, METADATA_BYTES_MAX).toString('utf8')
  const part = xmpValue(xmp, 'pdfaid:part')
  const conformance = xmpValue(xmp, 'pdfaid:conformance')
  if (part !== '2' || !['A', 'B', 'U'].includes(conformance ?? ''))
    problems.push({ code: 'not-pdfa', detail: `part ${part ?? '-'} ${conformance ?? '-'}` })
  if (!/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(xmp))
    problems.push({ code: 'no-title', detail: 'dc:title' })
  if (!catalog.entries.has('Lang')) problems.push({ code: 'no-language', detail: 'Lang' })
  return problems
}

function objectAt(document: PdfDocument, value: PdfValue | undefined): PdfObject | undefined {
  return isRef(value) ? document.objects.get(value.number) : undefined
}

function xmpValue(xmp: string, key: string): string | undefined {
  return new RegExp(`<${key}>([^<]*)</${key}>|\\b${key}="([^"]*)"`)
    .exec(xmp)
    ?.slice(1)
    .find(Boolean)
}

function checkOutputIntent(document: PdfDocument, catalog: PdfDict): PreflightProblem[] {
  const intents = resolve(document, catalog.entries.get('OutputIntents'))
  const present = (isArray(intents) ? intents : []).some((one) => {
    const intent = resolve(document, one)
    if (!isDict(intent)) return false
    const kind = intent.entries.get('S')
    const profile = objectAt(document, intent.entries.get('DestOutputProfile'))
    return isName(kind) && kind.name === 'GTS_PDFA1' && profile?.stream !== undefined
  })
  return present ? [] : [{ code: 'no-output-intent', detail: 'OutputIntents' }]
}

function checkFonts(document: PdfDocument): PreflightProblem[] {
  return objectsOfType(document, 'Font').flatMap(({ number, value }) => {
    const subtype = value.entries.get('Subtype')
    const kind = isName(subtype) ? subtype.name : ''
    // A composite font is embedded through its descendant, a Type 3 font is its own drawing.
    if (kind === 'Type0' || kind === 'Type3') return []
    const descriptor = dictAt(document, value, 'FontDescriptor')
    const file = ['FontFile', 'FontFile2', 'FontFile3']
      .map((key) => objectAt(document, descriptor?.entries.get(key)))
      .find((object) => object?.stream)
    return file ? [] : [{ code: 'font-not-embedded' as const, detail: `object ${number}` }]
  })
}

function checkObject(object: PdfObject): PreflightProblem[] {
  const problems: PreflightProblem[] = []
  const detail = `object ${object.number}`
  for (const entry of dictsIn(object.value)) {
    const type = entry.entries.get('S')
    const action = isName(type) ? type.name : ''
    if (action === 'JavaScript' || entry.entries.has('JS') || entry.entries.has('JavaScript'))
      problems.push({ code: 'has-script', detail })
    if (FORBIDDEN_ACTIONS.has(action) || entry.entries.has('AA') || entry.entries.has('XFA'))
      problems.push({ code: 'has-action', detail })
    if (action === 'GoToR' || action === 'GoToE' || action === 'URI')
      problems.push({ code: 'has-external-reference', detail })
    if (object.stream && entry === object.value && entry.entries.has('F'))
      problems.push({ code: 'has-external-reference', detail })
    if (entry.entries.has('EF') || entry.entries.has('EmbeddedFiles'))
      problems.push({ code: 'has-embedded-file', detail })
  }
  return problems
}

/** Every dictionary inside a value, itself included. */
export function dictsIn(value: PdfValue): PdfDict[] {
  if (isArray(value)) return value.flatMap(dictsIn)
  if (!isDict(value)) return []
  return [value, ...[...value.entries.values()].flatMap(dictsIn)]
}
