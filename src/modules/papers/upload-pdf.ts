import type { Inspection, UploadCode } from './inspect-upload.ts'
import { objectsOfType, readPdf, type PdfDocument } from './pdf-document.ts'
import { isName, PdfSyntaxError, unescapeName } from './pdf-syntax.ts'
import { dictsIn } from './preflight.ts'

const PAGES_MAX = 200

/** Names too long to turn up in compressed data by chance: looked for in every byte. */
const TELLING_NAMES: readonly [RegExp, UploadCode][] = [
  [/\/Encrypt(?![A-Za-z])/, 'file-pdf-encrypted'],
  [/\/JavaScript(?![A-Za-z])/, 'file-pdf-has-script'],
  [/\/(?:Launch|ImportData|SubmitForm|Rendition|RichMedia)(?![A-Za-z])/, 'file-pdf-has-action'],
  [/\/(?:EmbeddedFiles?|GoToE|FileAttachment)(?![A-Za-z])/, 'file-pdf-has-attachment'],
]
const FORBIDDEN_KEYS: Readonly<Record<string, UploadCode>> = {
  JS: 'file-pdf-has-script',
  JavaScript: 'file-pdf-has-script',
  XFA: 'file-pdf-has-script',
  EF: 'file-pdf-has-attachment',
  EmbeddedFiles: 'file-pdf-has-attachment',
  RichMediaContent: 'file-pdf-has-action',
}
const FORBIDDEN_ACTIONS: Readonly<Record<string, UploadCode>> = {
  JavaScript: 'file-pdf-has-script',
  Launch: 'file-pdf-has-action',
  ImportData: 'file-pdf-has-action',
  SubmitForm: 'file-pdf-has-action',
  Rendition: 'file-pdf-has-action',
  Movie: 'file-pdf-has-action',
  Sound: 'file-pdf-has-action',
  GoToE: 'file-pdf-has-attachment',
}

/**
 * Looks through a PDF that somebody uploads, also inside its object streams, and lets pass only
 * what is paper: no script, no form of scripts (XFA), no action beyond a link, nothing embedded, no
 * password. It is read by its objects, not by its table, and names written as `/J#61vaScript` count
 * as what they mean. Codes: `file-empty`, `file-type-mismatch`, `file-pdf-encrypted`,
 * `file-pdf-has-script`, `file-pdf-has-action`, `file-pdf-has-attachment`, `file-pdf-too-long`,
 * `file-damaged`.
 */
export function inspectPdfUpload(bytes: Uint8Array): Inspection {
  if (bytes.length === 0) return { ok: false, code: 'file-empty' }
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(raw)) return { ok: false, code: 'file-type-mismatch' }
  const plain = unescapeName(raw)
  const telling = TELLING_NAMES.find(([name]) => name.test(plain))
  if (telling) return { ok: false, code: telling[1] }
  if (!/startxref\s+\d+\s+%%EOF/.test(raw.slice(-2048))) return { ok: false, code: 'file-damaged' }
  try {
    return inspectObjects(readPdf(bytes), plain)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return { ok: false, code: 'file-damaged' }
    throw error
  }
}

function inspectObjects(document: PdfDocument, plain: string): Inspection {
  // An object stream that only a forged table reaches would not be looked into: so count them.
  const streams = document.everyObject.filter(({ value, stream }) =>
    dictsIn(value).some((entry) => stream && nameAt(entry, 'Type') === 'ObjStm'),
  )
  const mentioned = plain.match(/\/ObjStm(?![A-Za-z])/g) ?? []
  if (mentioned.length !== streams.length) return { ok: false, code: 'file-damaged' }
  for (const { value } of document.everyObject)
    for (const entry of dictsIn(value)) {
      const action = FORBIDDEN_ACTIONS[nameAt(entry, 'S') ?? '']
      if (action) return { ok: false, code: action }
      for (const key of entry.entries.keys()) {
        const code = FORBIDDEN_KEYS[key]
        if (code) return { ok: false, code }
      }
    }
  const pages = objectsOfType(document, 'Page').length
  if (pages === 0) return { ok: false, code: 'file-damaged' }
  if (pages > PAGES_MAX) return { ok: false, code: 'file-pdf-too-long' }
  return { ok: true, mime: 'application/pdf', pages }
}

function nameAt(entry: ReturnType<typeof dictsIn>[number], key: string): string | undefined {
  const value = entry.entries.get(key)
  return isName(value) ? value.name : undefined
}
