import { inspectImage } from './upload-image.ts'
import { inspectPdfUpload } from './upload-pdf.ts'

export type Inspection =
  | { ok: true; mime: 'application/pdf'; pages: number }
  | { ok: true; mime: 'image/jpeg' | 'image/png'; width: number; height: number }
  | { ok: false; code: UploadCode }

export type UploadCode =
  | 'file-empty'
  | 'file-type-mismatch'
  | 'file-damaged'
  | 'file-image-too-large'
  | 'file-pdf-encrypted'
  | 'file-pdf-has-script'
  | 'file-pdf-has-action'
  | 'file-pdf-has-attachment'
  | 'file-pdf-too-long'

/** What an uploaded file is by its bytes, whatever its name says; or why it may not come in. */
export function inspectUpload(bytes: Uint8Array): Inspection {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
  return isPdf ? inspectPdfUpload(bytes) : inspectImage(bytes)
}
