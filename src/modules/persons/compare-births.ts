import {
  addDays,
  daysInMonth,
  parsePlainDate,
  yearOf,
  type PlainDate,
} from '../../platform/plain-date.ts'

export type BirthReason =
  | 'same'
  | 'day-off'
  | 'swapped'
  | 'year-off'
  | 'part-differs'
  | 'year-same'
  | 'near-year'
  | 'differs'

/** When somebody was born: a day, or a year where nobody knows the day. */
export type Birth = { date: PlainDate | null; year: number | null }

export type BirthLikeness = { bits: number; reason: BirthReason | null }

/** A day is one of some 20,000, a year one of some 60: how much it says that they agree. */
const BITS: Readonly<Record<BirthReason, number>> = {
  same: 14,
  'day-off': 8.5,
  swapped: 8.5,
  'year-off': 8,
  'part-differs': 3.5,
  'year-same': 5.5,
  'near-year': 0,
  differs: -10,
}

/** Compares two births; nothing is said where one is unknown. Symmetric. */
export function compareBirths(a: Birth, b: Birth): BirthLikeness {
  const reason = reasonOf(a, b)
  return { reason, bits: reason === null ? 0 : BITS[reason] }
}

function reasonOf(a: Birth, b: Birth): BirthReason | null {
  if (a.year === null || b.year === null) return null
  if (a.date && a.date === b.date) return 'same'
  if (isYearOnly(a) || isYearOnly(b)) return compareYears(a.year, b.year)
  return compareDates(a.date!, b.date!)
}

/** On many papers the first of January stands for a day nobody knows. */
function isYearOnly({ date }: Birth): boolean {
  return date === null || date.endsWith('-01-01')
}

function compareYears(a: number, b: number): BirthReason {
  if (a === b) return 'year-same'
  return Math.abs(a - b) === 1 ? 'near-year' : 'differs'
}

function compareDates(a: PlainDate, b: PlainDate): BirthReason {
  if (addDays(a, 1) === b || addDays(b, 1) === a) return 'day-off'
  if (swapDayAndMonth(a) === b) return 'swapped'
  const isSameDay = a.slice(5) === b.slice(5)
  if (isSameDay && Math.abs(yearOf(a) - yearOf(b)) === 1) return 'year-off'
  const isSameYear = yearOf(a) === yearOf(b)
  const isOnePart = a.slice(5, 7) === b.slice(5, 7) || a.slice(8) === b.slice(8)
  return isSameYear && isOnePart ? 'part-differs' : 'differs'
}

/** 2016-03-08 ↔ 2016-08-03; undefined when that is no day, or the same one. */
export function swapDayAndMonth(date: PlainDate): PlainDate | undefined {
  const swapped = parsePlainDate(`${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`)
  return swapped === date ? undefined : swapped
}

/** The days that a slip of the pen may have made of this one, without the day itself. */
export function datesNear(date: PlainDate): readonly PlainDate[] {
  const swapped = swapDayAndMonth(date)
  return [
    addDays(date, -1),
    addDays(date, 1),
    ...(swapped ? [swapped] : []),
    ...[-1, 1].map((years) => inOtherYear(date, years)),
  ]
}

/** 29 February stands at 28 where the year has none. */
function inOtherYear(date: PlainDate, years: number): PlainDate {
  const year = yearOf(date) + years
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, Number(date.slice(5, 7))))
  const text = `${String(year).padStart(4, '0')}${date.slice(4, 8)}${String(day).padStart(2, '0')}`
  return parsePlainDate(text) ?? date
}
