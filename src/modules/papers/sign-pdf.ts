import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { Refusal } from '../../platform/refusal.ts'
import { signDetached } from './cms.ts'
import {
  catalogOf,
  dictAt,
  objectsOfType,
  readPdf,
  resolve,
  type PdfDocument,
} from './pdf-document.ts'
import {
  dict,
  isArray,
  isRef,
  name,
  ref,
  textString,
  withEntries,
  writeValue,
  type PdfDict,
  type PdfValue,
} from './pdf-syntax.ts'
import { appendUpdate, nextNumber, valueObject, type NewObject } from './pdf-update.ts'
import { preflight } from './preflight.ts'
import type { Signer } from './signer.ts'

export type SignatureDetails = {
  reason: string
  location: string
  /** Whom the signature stands for: `Trần Thị Ánh Tuyết, Phó Chủ tịch`. */
  name: string
  at: Date
}

/** Room for the CMS: our chains need 2 KB, those of a token with three certificates 6 KB. */
const CONTENTS_BYTES = 12_288
/** Each number of /ByteRange is written into this width afterwards. */
const RANGE_WIDTH = 10

/**
 * Signs a paper of ours (PAdES B-B): appends one signature over the whole file and changes nothing
 * before it, so that the paper stays PDF/A. Refuses `signing-certificate-not-valid` when the
 * signing certificate is not valid at `at`. Asserts that `preflight` finds nothing.
 */
export async function signPdf(
  pdf: Uint8Array,
  signer: Signer,
  details: SignatureDetails,
): Promise<Uint8Array> {
  ensureValidAt(signer, details.at)
  const problems = preflight(pdf)
  assert(problems.length === 0, `not fit to be signed: ${JSON.stringify(problems)}`)
  const document = readPdf(pdf)
  const prepared = appendUpdate(document, signatureObjects(document, details))
  const hole = placeByteRange(prepared, document.text.length)
  const covered = Buffer.concat([prepared.subarray(0, hole.start), prepared.subarray(hole.end)])
  const digest = await crypto.subtle.digest('SHA-256', covered)
  const cms = await signDetached(digest, signer)
  if (cms.length > CONTENTS_BYTES) throw new RangeError(`a signature of ${cms.length} bytes`)
  prepared.write(Buffer.from(cms).toString('hex'), hole.start + 1, 'latin1')
  return new Uint8Array(prepared)
}

function ensureValidAt(signer: Signer, at: Date): void {
  const [der] = signer.certificateChain
  if (!der) throw new Error('a signer without a certificate')
  const certificate = new X509Certificate(der)
  if (at < certificate.validFromDate || at > certificate.validToDate)
    throw new Refusal('signing-certificate-not-valid', {
      validFrom: certificate.validFromDate.toISOString(),
      validTo: certificate.validToDate.toISOString(),
    })
}

function signatureObjects(document: PdfDocument, details: SignatureDetails): NewObject[] {
  const catalog = catalogOf(document)
  const [page] = objectsOfType(document, 'Page')
  if (!page) throw new RangeError('a paper without a page')
  const signatureNumber = nextNumber(document)
  const fieldNumber = signatureNumber + 1
  const form = dictAt(document, catalog.value, 'AcroForm')
  const fields = arrayAt(document, form, 'Fields')
  // Invisible: no area, so no appearance is needed; Print and Locked set, as PDF/A asks of F.
  const field = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textString(`Signature${fields.length + 1}`),
    Rect: [0, 0, 0, 0],
    F: 132,
    P: ref(page.number),
    V: ref(signatureNumber),
  })
  const annotations = [...arrayAt(document, page.value, 'Annots'), ref(fieldNumber)]
  const acroForm = withEntries(form ?? dict({}), {
    Fields: [...fields, ref(fieldNumber)],
    SigFlags: 3,
  })
  return [
    { number: signatureNumber, body: signatureBody(details) },
    valueObject(fieldNumber, field),
    valueObject(page.number, withEntries(page.value, { Annots: annotations })),
    valueObject(catalog.number, withEntries(catalog.value, { AcroForm: acroForm })),
  ]
}

function arrayAt(
  document: PdfDocument,
  holder: PdfDict | undefined,
  key: string,
): readonly PdfValue[] {
  const value = holder?.entries.get(key)
  const found = isRef(value) ? resolve(document, value) : value
  return isArray(found) ? found : []
}

function signatureBody(details: SignatureDetails): string {
  const entries = writeValue(
    dict({
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.CAdES.detached'),
      Name: textString(details.name),
      Reason: textString(details.reason),
      Location: textString(details.location),
      M: textString(pdfDate(details.at)),
    }),
  )
  const range = `/ByteRange [${Array.from({ length: 4 }, () => '0'.repeat(RANGE_WIDTH)).join(' ')}]`
  return `${entries.slice(0, -2)} ${range} /Contents <${'0'.repeat(CONTENTS_BYTES * 2)}>>>`
}

/** `D:20160818100000+07'00'`: legal time in Việt Nam. */
function pdfDate(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return `D:${local.slice(0, 19).replace(/[-T:]/g, '')}+07'00'`
}

/** Writes the real /ByteRange over its placeholder; returns where `<…>` of /Contents stands. */
function placeByteRange(file: Buffer, after: number): { start: number; end: number } {
  const rangeAt = file.indexOf('/ByteRange [', after, 'latin1') + '/ByteRange ['.length
  const start = file.indexOf('/Contents <', rangeAt, 'latin1') + '/Contents '.length
  const end = start + CONTENTS_BYTES * 2 + 2
  const range = [0, start, end, file.length - end]
  const written = range.map((number) => String(number).padStart(RANGE_WIDTH, ' ')).join(' ')
  file.write(written, rangeAt, 'latin1')
  return { start, end }
}
