import { objectsOfType, readPdf } from './pdf-document.ts'
import {
  isArray,
  isDict,
  isName,
  isRef,
  PdfSyntaxError,
  ref,
  writeValue,
  type PdfRef,
  type PdfValue,
} from './pdf-syntax.ts'
import type { NewObject } from './pdf-update.ts'

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const VIETNAMESE = [...'aăâeêioôơuưy']
  .flatMap((vowel) => TONES.map((tone) => vowel + tone))
  .join('')
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')

/** What may be typed into a blank: ASCII, Vietnamese, and the letters of the Central Highlands. */
export const FORM_LETTERS = [
  ASCII,
  `${VIETNAMESE}đčñĕĭŏŭ`.normalize('NFC'),
  `${VIETNAMESE}đčñĕĭŏŭ`.normalize('NFC').toLocaleUpperCase('vi'),
  '–—‘’“”…½',
].join(' ')

/**
 * The composite font of a PDF that shows `FORM_LETTERS`, with all it refers to, as objects for
 * another PDF, numbered from `first`. Viewers that draw form fields only with fonts they find in the
 * file would otherwise leave the Vietnamese letters out.
 */
export function formFont(
  lettersPdf: Uint8Array,
  first: number,
): { font: PdfRef; objects: NewObject[] } {
  const source = readPdf(lettersPdf)
  const font = objectsOfType(source, 'Font').find(({ value }) => {
    const subtype = value.entries.get('Subtype')
    return isName(subtype) && subtype.name === 'Type0'
  })
  if (!font) throw new PdfSyntaxError('no composite font', -1)
  const numbers = new Map<number, number>([[font.number, first]])
  const objects: NewObject[] = []
  // The map grows while it is walked: each object adds what it refers to.
  for (const [old, number] of numbers) {
    const object = source.objects.get(old)
    if (!object) throw new PdfSyntaxError(`no object ${old}`, -1)
    const body = writeValue(renumbered(object.value, numbers, first))
    const data = object.stream && source.text.slice(object.stream.start, object.stream.end)
    objects.push({
      number,
      body: data === undefined ? body : `${body}\nstream\n${data}\nendstream`,
    })
  }
  return { font: ref(first), objects }
}

function renumbered(value: PdfValue, numbers: Map<number, number>, first: number): PdfValue {
  if (isRef(value)) {
    const number = numbers.get(value.number) ?? first + numbers.size
    numbers.set(value.number, number)
    return ref(number)
  }
  if (isArray(value)) return value.map((item) => renumbered(item, numbers, first))
  if (!isDict(value)) return value
  const entries = [...value.entries].map(
    ([key, inner]) => [key, renumbered(inner, numbers, first)] as const,
  )
  return { type: 'dict', entries: new Map(entries) }
}
