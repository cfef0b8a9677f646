import type { City } from '../../modules/agencies/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { maskNumber, printedName } from '../../modules/people/index.ts'
import type { Band, Fact, FactKind, Identity, Person, Reason } from '../../modules/persons/index.ts'
import { sayIn } from '../ui/lang.tsx'
import { say, type Lang } from '../words/index.ts'
import { bookTitle } from './book-place.ts'
import { longDay } from './moments.ts'

const bands: Readonly<Record<Band, Text>> = {
  likely: { vi: 'Rất có thể là một người', en: 'Most likely the same person' },
  possible: { vi: 'Có thể là một người', en: 'Possibly the same person' },
}

const unlike: Text = { vi: 'Ít giống', en: 'Little alike' }

/** How alike, in words: the score is for sorting. */
export function bandText(band: Band | undefined, lang: Lang): string {
  return say(band ? bands[band] : unlike, lang)
}

/** Why two look alike, or not. */
const reasons: Readonly<Record<Reason, Text>> = {
  twins: {
    vi: 'cùng cha mẹ và ngày sinh nhưng khác tên: có thể là trẻ sinh đôi',
    en: 'same parents and day of birth, another name: perhaps twins',
  },
  siblings: {
    vi: 'cùng cha mẹ nhưng khác tên: có thể là anh chị em',
    en: 'same parents, another name: perhaps siblings',
  },
  'number-same': { vi: 'trùng số định danh', en: 'same personal number' },
  'number-near': { vi: 'số định danh khác một chữ số', en: 'personal number one digit apart' },
  'number-differs': { vi: 'số định danh khác', en: 'another personal number' },
  'name-same': { vi: 'trùng họ tên', en: 'same name' },
  'name-marks': { vi: 'trùng tên khi bỏ dấu', en: 'same name without its marks' },
  'name-sound': {
    vi: 'tên đọc giống nhau (i/y, s/x, ch/tr, d/gi/r, l/n, c/k/q)',
    en: 'names sound alike (i/y, s/x, ch/tr, d/gi/r, l/n, c/k/q)',
  },
  'name-near': { vi: 'tên khác một chữ cái', en: 'names one letter apart' },
  'name-order': { vi: 'họ và tên viết khác thứ tự', en: 'words of the name in another order' },
  'name-light-word': { vi: 'thêm hoặc bớt “Thị”, “Văn”', en: 'with or without “Thị”, “Văn”' },
  'name-word-missing': { vi: 'một tên thiếu chữ', en: 'a word of one name is missing' },
  'name-differs': { vi: 'tên có chữ khác nhau', en: 'a word of the name differs' },
  'birth-same': { vi: 'trùng ngày sinh', en: 'same day of birth' },
  'birth-day-off': { vi: 'ngày sinh lệch một ngày', en: 'days of birth one day apart' },
  'birth-swapped': { vi: 'ngày và tháng đảo nhau', en: 'day and month swapped' },
  'birth-year-off': { vi: 'năm sinh lệch một năm', en: 'years of birth one year apart' },
  'birth-part-differs': {
    vi: 'cùng năm sinh, khác ngày hoặc tháng',
    en: 'same year of birth, day or month differs',
  },
  'birth-year-same': { vi: 'trùng năm sinh', en: 'same year of birth' },
  'birth-near-year': { vi: 'năm sinh lệch một năm', en: 'years of birth one year apart' },
  'birth-differs': { vi: 'ngày sinh khác', en: 'another day of birth' },
  'sex-differs': { vi: 'giới tính khác', en: 'another sex' },
  'mother-same': { vi: 'trùng tên mẹ', en: 'same name of the mother' },
  'mother-alike': { vi: 'tên mẹ gần giống', en: 'names of the mother alike' },
  'mother-differs': { vi: 'khác tên mẹ', en: 'another mother' },
  'father-same': { vi: 'trùng tên cha', en: 'same name of the father' },
  'father-alike': { vi: 'tên cha gần giống', en: 'names of the father alike' },
  'father-differs': { vi: 'khác tên cha', en: 'another father' },
}

export function reasonsText(given: readonly Reason[], lang: Lang): string {
  return given.map((reason) => say(reasons[reason], lang)).join('; ')
}

export function sexText(sex: Identity['sex'] | null, lang: Lang): string {
  if (!sex) return ''
  const t = sayIn(lang)
  return sex === 'male' ? t('Nam', 'Male') : t('Nữ', 'Female')
}

type Born = { birthDate?: Person['birthDate'] | undefined; birthYear?: number | null | undefined }

/** `01/08/2016`, or `1950` where the day is not known. */
export function birthText({ birthDate, birthYear }: Born): string {
  return birthDate ? longDay(birthDate) : birthYear ? String(birthYear) : ''
}

/** "NGUYỄN MINH AN, sinh 01/08/2016". */
export function personText(person: Person, lang: Lang): string {
  const t = sayIn(lang)
  if (person.name === null) return t('Đã xóa dữ liệu cá nhân', 'Personal data erased')
  const birth = birthText(person)
  return printedName(person.name) + (birth ? `, ${t('sinh', 'born')} ${birth}` : '')
}

export function numberText(number: string | null | undefined): string {
  return number ? maskNumber(number) : ''
}

const kinds: Readonly<Record<FactKind, Text>> = {
  born: { vi: 'Đăng ký khai sinh', en: 'Birth registered' },
  died: { vi: 'Đăng ký khai tử', en: 'Death registered' },
  'number-given': { vi: 'Cấp số định danh cá nhân', en: 'Personal number given' },
  'residence-registered': { vi: 'Đăng ký thường trú', en: 'Permanent residence registered' },
  'residence-deleted': { vi: 'Xóa đăng ký thường trú', en: 'Permanent residence deleted' },
  'card-issued': { vi: 'Cấp thẻ BHYT', en: 'Health insurance card issued' },
  changed: { vi: 'Thay đổi, cải chính hộ tịch', en: 'Entry changed or corrected' },
  locked: { vi: 'Được báo đã chết ở nơi khác', en: 'Death reported from elsewhere' },
  annulled: { vi: 'Hủy điều đã ghi nhận', en: 'Annulled' },
}

export function factName(kind: FactKind, lang: Lang): string {
  return say(kinds[kind], lang)
}

/** "Sổ đăng ký khai sinh năm 2016, số 12/2016, UBND phường Láng Thượng". */
export function entryText({ entry }: Pick<Fact, 'entry'>, city: City, lang: Lang): string {
  if (!entry) return ''
  const t = sayIn(lang)
  const agency = city.agency(entry.agencyId)?.name ?? t('cơ quan khác', 'another agency')
  const number = `${entry.no}/${entry.year}`
  return `${say(bookTitle(entry), lang)}, ${t('số', 'no.')} ${number}, ${agency}`
}
