import { catalogOf, readPdf, resolve, type PdfDocument } from './pdf-document.ts'
import {
  isArray,
  isDict,
  isName,
  isRef,
  name,
  ref,
  withEntries,
  writeValue,
  type PdfDict,
  type PdfValue,
} from './pdf-syntax.ts'

/** The first `pages` pages of a document of ours. */
export type PdfPart = { pdf: Uint8Array; pages: number }

const CATALOG = 1
const PAGES = 2

/**
 * One document from the pages of several, written while they are made: nothing is held but the
 * part in hand. Pages, what they show and their fonts are taken over; outlines and tags are not.
 */
export async function* joinPdfs(parts: AsyncIterable<PdfPart>): AsyncGenerator<Buffer> {
  const file = new JoinedFile()
  yield file.text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  const pages: PdfValue[] = []
  for await (const part of parts) {
    const document = readPdf(part.pdf)
    const taken = new Map<number, number>()
    for (const page of pagesOf(document).slice(0, part.pages)) {
      const number = file.allot(taken, page)
      pages.push(ref(number))
    }
    for (const [from, to] of taken) yield file.object(to, bodyOf(document, from, file, taken))
  }
  yield file.object(PAGES, writeValue(pageTree(pages)))
  const catalog = new Map<string, PdfValue>([
    ['Type', name('Catalog')],
    ['Pages', ref(PAGES)],
  ])
  yield file.object(CATALOG, writeValue({ type: 'dict', entries: catalog }))
  yield file.end()
}

function pageTree(pages: readonly PdfValue[]): PdfDict {
  const entries = new Map<string, PdfValue>([
    ['Type', name('Pages')],
    ['Count', pages.length],
    ['Kids', pages],
  ])
  return { type: 'dict', entries }
}

/** Counts bytes and objects of the file that leaves. */
class JoinedFile {
  private readonly offsets = new Map<number, number>()
  private length = 0
  private last = PAGES

  allot(taken: Map<number, number>, number: number): number {
    const known = taken.get(number)
    if (known !== undefined) return known
    this.last += 1
    taken.set(number, this.last)
    return this.last
  }

  text(latin1: string): Buffer {
    const bytes = Buffer.from(latin1, 'latin1')
    this.length += bytes.length
    return bytes
  }

  object(number: number, body: string): Buffer {
    this.offsets.set(number, this.length)
    return this.text(`${number} 0 obj\n${body}\nendobj\n`)
  }

  end(): Buffer {
    const at = this.length
    const size = this.last + 1
    const lines = Array.from({ length: this.last }, (_, index) => {
      const offset = String(this.offsets.get(index + 1) ?? 0).padStart(10, '0')
      return `${offset} 00000 n \n`
    })
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`
    const trailer = `trailer\n<</Size ${size} /Root ${CATALOG} 0 R>>\nstartxref\n${at}\n%%EOF\n`
    return this.text(table + trailer)
  }
}

/** Numbers of the page objects in their order. */
function pagesOf(document: PdfDocument): readonly number[] {
  const walk = (reference: PdfValue | undefined): number[] => {
    const node = resolve(document, reference)
    if (!isRef(reference) || !isDict(node)) return []
    const type = node.entries.get('Type')
    const kids = resolve(document, node.entries.get('Kids'))
    if (isName(type) && type.name === 'Pages')
      return isArray(kids) ? kids.flatMap((kid) => walk(kid)) : []
    return [reference.number]
  }
  return walk(catalogOf(document).value.entries.get('Pages'))
}

/** What a page says of the document around it, which is another now. */
const LEFT_OUT = ['StructParents', 'StructParent', 'Tabs']

function bodyOf(
  document: PdfDocument,
  number: number,
  file: JoinedFile,
  taken: Map<number, number>,
): string {
  const object = document.objects.get(number)
  if (!object) throw new Error(`a page names object ${number}, which is not there`)
  const value = renumbered(asTaken(object.value), (from) => file.allot(taken, from))
  if (!object.stream) return writeValue(value)
  const { start, end } = object.stream
  return `${writeValue(value)}\nstream\n${document.text.slice(start, end)}\nendstream`
}

function asTaken(value: PdfValue): PdfValue {
  if (!isDict(value)) return value
  const entries = new Map([...value.entries].filter(([key]) => !LEFT_OUT.includes(key)))
  const type = entries.get('Type')
  const isPage = isName(type) && type.name === 'Page'
  const kept: PdfDict = { type: 'dict', entries }
  // -1: the page tree of the whole, which has its number already.
  return isPage ? withEntries(kept, { Parent: ref(WHOLE) }) : kept
}

const WHOLE = -1

function renumbered(value: PdfValue, to: (number: number) => number): PdfValue {
  if (isRef(value)) return ref(value.number === WHOLE ? PAGES : to(value.number))
  if (isArray(value)) return value.map((item) => renumbered(item, to))
  if (!isDict(value)) return value
  const entries = [...value.entries].map(([key, inner]) => [key, renumbered(inner, to)] as const)
  return { type: 'dict', entries: new Map(entries) }
}
