import type { DossierRegisterData } from './slip-data.ts'
import { joinPdfs, type PdfPart } from './join-pdfs.ts'
import { renderRegisterPart } from './render.ts'

/** So many rows are set at once: some hundredths of a second, then others may go on. */
const ROWS_AT_ONCE = 60

export type RegisterHead = Omit<DossierRegisterData, 'rows' | 'total' | 'pagesBefore'>

/**
 * The dossier register of a period as one PDF, written while it is read: a year of a large ward
 * needs no more memory than a day. `total` is asked for when the last row is known. Refuses as
 * `renderPaper`.
 */
export function renderDossierRegister(
  head: RegisterHead,
  rows: AsyncIterable<readonly string[]>,
  options: { createdAt: Date; total: (rows: number) => string },
): AsyncGenerator<Buffer> {
  return joinPdfs(partsOf(head, rows, options))
}

async function* partsOf(
  head: RegisterHead,
  rows: AsyncIterable<readonly string[]>,
  { createdAt, total }: { createdAt: Date; total: (rows: number) => string },
): AsyncGenerator<PdfPart> {
  let waiting: (readonly string[])[] = []
  let pagesBefore = 0
  let count = 0
  for await (const row of rows) {
    waiting.push(row)
    count += 1
    if (waiting.length < ROWS_AT_ONCE) continue
    const part = renderRegisterPart({ ...head, rows: waiting, total: '', pagesBefore }, createdAt)
    // The last page is not full: its rows begin the next part.
    const pages = part.pages - 1
    waiting = waiting.filter((_, index) => part.pageOfRow[index]! > pages)
    if (pages === 0) continue
    pagesBefore += pages
    yield { pdf: part.pdf, pages }
  }
  const last = { ...head, rows: waiting, total: total(count), pagesBefore }
  yield renderRegisterPart(last, createdAt)
}
