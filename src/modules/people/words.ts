import { parsePlainDate } from '../../platform/plain-date.ts'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ']

/**
 * A whole number from 0 to 999 999 999 999 in Vietnamese words, as papers write it: linh (105),
 * lăm (15, 25), mốt (21), tư (24). Throws RangeError on others.
 */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e12)
    throw new RangeError(`not a number to be written in words: ${value}`)
  if (value === 0) return DIGITS[0]!
  const words: string[] = []
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const three = Math.floor(value / 1000 ** group) % 1000
    if (three === 0) continue
    words.push(threeDigits(three, words.length > 0), GROUPS[group]!)
  }
  return words.join(' ').trim()
}

/** `isInner`: something stands before it, so that its hundreds are said even when zero. */
function threeDigits(value: number, isInner: boolean): string {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const words: string[] = []
  if (hundreds > 0 || isInner) words.push(DIGITS[hundreds]!, 'trăm')
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh')
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(DIGITS[tens]!, 'mươi')
  if (units > 0) words.push(unitWord(tens, units))
  return words.join(' ')
}

function unitWord(tens: number, units: number): string {
  if (units === 5 && tens > 0) return 'lăm'
  if (tens > 1 && units === 1) return 'mốt'
  if (tens > 1 && units === 4) return 'tư'
  return DIGITS[units]!
}

/**
 * A date in words as the certificate has it: "ngày mười hai tháng tám năm hai nghìn không trăm mười
 * sáu". Parts that are not known are left out (`2016-08`, `2016`). Undefined when it is no date.
 */
export function dateInWords(date: string): string | undefined {
  const [year = '', month, day] = date.split('-')
  if (parsePlainDate([year, month ?? '01', day ?? '01'].join('-')) === undefined) return undefined
  const words = [`năm ${numberInWords(Number(year))}`]
  if (month !== undefined) words.unshift(`tháng ${monthWord(Number(month))}`)
  if (day !== undefined) words.unshift(`ngày ${numberInWords(Number(day))}`)
  return date.split('-').length > 3 ? undefined : words.join(' ')
}

/** April is *tư*; January is *một* in the solar calendar (*giêng* is lunar). */
function monthWord(month: number): string {
  return month === 4 ? 'tư' : numberInWords(month)
}
