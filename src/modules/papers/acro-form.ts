import { formFont } from './form-font.ts'
import { catalogOf, objectsOfType, readPdf } from './pdf-document.ts'
import {
  dict,
  isArray,
  name,
  ref,
  textString,
  withEntries,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from './pdf-syntax.ts'
import { appendUpdate, nextNumber, valueObject, type NewObject } from './pdf-update.ts'

/** Where a dotted line begins, in points from the top left of its page, and how long it is. */
export type FieldPlace = { name: string; page: number; x: number; y: number; width: number }

const FIELD_HEIGHT = 15
const BELOW_LINE = 2
const APPEARANCE = '/Letters 12 Tf 0 g'

/**
 * Makes each place a text field (AcroForm), so that a blank declaration is filled in on a screen
 * and printed. The viewer draws what is typed, with the font of `lettersPdf`; NeedAppearances asks for
 * that, so a blank is not PDF/A, and need not be.
 */
export function addTextFields(
  pdf: Uint8Array,
  { places, lettersPdf }: { places: readonly FieldPlace[]; lettersPdf: Uint8Array },
): Uint8Array {
  const document = readPdf(pdf)
  const catalog = catalogOf(document)
  const { font, objects } = formFont(lettersPdf, nextNumber(document))
  const firstField = font.number + objects.length
  const added: NewObject[] = [...objects]
  const fields: PdfRef[] = []
  for (const [index, page] of objectsOfType(document, 'Page').entries()) {
    const here = places.filter((place) => place.page === index + 1)
    const own = here.map((place) => {
      const field = ref(firstField + fields.length)
      fields.push(field)
      added.push(valueObject(field.number, textField(place, page)))
      return field
    })
    const before = page.value.entries.get('Annots')
    const annotations = [...(isArray(before) ? before : []), ...own]
    const entries = { Annots: annotations, Tabs: name('S') }
    added.push(valueObject(page.number, withEntries(page.value, entries)))
  }
  const form = dict({
    Fields: fields,
    NeedAppearances: true,
    DR: dict({ Font: dict({ Letters: font }) }),
    DA: textString(APPEARANCE),
  })
  added.push(valueObject(catalog.number, withEntries(catalog.value, { AcroForm: form })))
  return appendUpdate(document, added)
}

function textField(place: FieldPlace, page: { number: number; value: PdfDict }): PdfValue {
  const bottom = pageHeight(page.value) - place.y - BELOW_LINE
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Tx'),
    T: textString(place.name.replaceAll('.', '-')),
    F: 4,
    Rect: [place.x, bottom, place.x + place.width, bottom + FIELD_HEIGHT],
    DA: textString(APPEARANCE),
    P: ref(page.number),
  })
}

function pageHeight(page: PdfDict): number {
  const box = page.entries.get('MediaBox')
  const top = isArray(box) ? box[3] : undefined
  if (typeof top !== 'number') throw new RangeError('page without a size')
  return top
}
