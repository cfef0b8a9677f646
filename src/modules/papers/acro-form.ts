import { catalogOf, objectsOfType, readPdf } from './pdf-document.ts'
import { dict, isArray, name, ref, textString, withEntries, type PdfValue } from './pdf-syntax.ts'
import { appendUpdate, nextNumber, valueObject, type NewObject } from './pdf-update.ts'

/** Where a dotted line begins, in points from the top left of its page, and how long it is. */
export type FieldPlace = { name: string; page: number; x: number; y: number; width: number }

const FIELD_HEIGHT = 15
const BELOW_LINE = 3

/**
 * Makes each place a text field (AcroForm), so that a blank declaration is filled in on a screen
 * and printed. The viewer draws what is typed with a font of its own that has Vietnamese, which
 * NeedAppearances asks for: so a blank is not PDF/A, and need not be.
 */
export function addTextFields(pdf: Uint8Array, places: readonly FieldPlace[]): Uint8Array {
  const document = readPdf(pdf)
  const catalog = catalogOf(document)
  const pages = objectsOfType(document, 'Page')
  const fontNumber = nextNumber(document)
  const added: NewObject[] = [
    valueObject(
      fontNumber,
      dict({ Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Times-Roman') }),
    ),
  ]
  const onPage = new Map<number, PdfValue[]>()
  for (const [index, place] of places.entries()) {
    const page = pages[place.page - 1]
    if (!page) throw new RangeError(`no page ${place.page}`)
    const number = fontNumber + 1 + index
    added.push(valueObject(number, textField(place, pageHeight(page.value), page.number)))
    onPage.set(page.number, [...(onPage.get(page.number) ?? []), ref(number)])
  }
  for (const page of pages)
    if (onPage.has(page.number)) {
      const before = page.value.entries.get('Annots')
      const annotations = [...(isArray(before) ? before : []), ...(onPage.get(page.number) ?? [])]
      added.push(
        valueObject(page.number, withEntries(page.value, { Annots: annotations, Tabs: name('S') })),
      )
    }
  const form = dict({
    Fields: [...onPage.values()].flat(),
    NeedAppearances: true,
    DR: dict({ Font: dict({ TiRo: ref(fontNumber) }) }),
    DA: textString('/TiRo 12 Tf 0 g'),
  })
  added.push(valueObject(catalog.number, withEntries(catalog.value, { AcroForm: form })))
  return appendUpdate(document, added)
}

function textField(place: FieldPlace, height: number, pageNumber: number): PdfValue {
  const bottom = height - place.y - BELOW_LINE
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Tx'),
    T: textString(place.name.replaceAll('.', '-')),
    F: 4,
    Rect: [place.x, bottom, place.x + place.width, bottom + FIELD_HEIGHT],
    DA: textString('/TiRo 12 Tf 0 g'),
    P: ref(pageNumber),
  })
}

function pageHeight(page: ReturnType<typeof dict>): number {
  const box = page.entries.get('MediaBox')
  const top = isArray(box) ? box[3] : undefined
  if (typeof top !== 'number') throw new RangeError('page without a size')
  return top
}
