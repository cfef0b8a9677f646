import { type PdfDocument, catalogOf } from './pdf-document.ts'
import { PdfSyntaxError, ref, writeValue, type PdfDict, type PdfValue } from './pdf-syntax.ts'

/** Objects to add or replace, ready to be written; streams carry their bytes as latin1. */
export type NewObject = { number: number; body: string }

export const valueObject = (number: number, value: PdfValue): NewObject => ({
  number,
  body: writeValue(value),
})

/** The first object number that is free. */
export function nextNumber(document: PdfDocument): number {
  return Math.max(0, ...document.objects.keys()) + 1
}

/**
 * Appends an incremental update (ISO 32000-1, 7.5.6): not one byte of the file before changes.
 * Throws `PdfSyntaxError` for files with a cross-reference stream, which our papers never have.
 */
export function appendUpdate(document: PdfDocument, objects: readonly NewObject[]): Buffer {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(document.text.slice(-64))
  const trailer = document.trailers.at(-1)
  if (!previous || !trailer || !document.text.startsWith('xref', Number(previous[1])))
    throw new PdfSyntaxError('no cross-reference table', document.text.length)
  const lead = document.text.endsWith('\n') ? '' : '\n'
  let at = document.text.length + lead.length
  const parts = [document.text, lead]
  const offsets: { number: number; at: number }[] = []
  for (const { number, body } of objects.toSorted((a, b) => a.number - b.number)) {
    const written = `${number} 0 obj\n${body}\nendobj\n`
    offsets.push({ number, at })
    parts.push(written)
    at += written.length
  }
  const size = Math.max(nextNumber(document), ...objects.map(({ number }) => number + 1))
  parts.push(crossReferences(offsets), 'trailer\n')
  parts.push(writeValue(updatedTrailer(document, trailer, { size, previous: Number(previous[1]) })))
  parts.push(`\nstartxref\n${at}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}

function crossReferences(offsets: readonly { number: number; at: number }[]): string {
  const lines = offsets.map(
    ({ number, at }) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`,
  )
  return `xref\n${lines.join('')}`
}

function updatedTrailer(
  document: PdfDocument,
  trailer: PdfDict,
  { size, previous }: { size: number; previous: number },
): PdfDict {
  const entries = new Map<string, PdfValue>([
    ['Size', size],
    ['Root', ref(catalogOf(document).number)],
    ['Prev', previous],
  ])
  for (const key of ['Info', 'ID'])
    if (trailer.entries.has(key)) entries.set(key, trailer.entries.get(key) ?? null)
  return { type: 'dict', entries }
}
