/**
 * A day without a time, `YYYY-MM-DD`, in the proleptic Gregorian calendar. Legal days are days in
 * Asia/Ho_Chi_Minh, which has been UTC+7 without daylight saving since 1975-06-13.
 */
export type PlainDate = string & { readonly __plainDate: unique symbol }

const OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `YYYY-MM-DD`; undefined when it is not a day that exists (31/02, year 0000). */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = SHAPE.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined
  return text as PlainDate
}

/** As `parsePlainDate`, for constants and data that were already checked. Throws on a mistake. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new RangeError(`not a day: ${text}`)
  return date
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** Days since 1970-01-01. */
export function epochDay(date: PlainDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

export function fromEpochDay(day: number): PlainDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as PlainDate
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(epochDay(date) + days)
}

/** `later - earlier` in days. */
export function daysBetween(earlier: PlainDate, later: PlainDate): number {
  return epochDay(later) - epochDay(earlier)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1
}

/** The legal day (Asia/Ho_Chi_Minh) on which an instant falls. */
export function legalDay(instant: Date): PlainDate {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10) as PlainDate
}

/** Minutes since midnight, legal time. */
export function minuteOfDay(instant: Date): number {
  const shifted = new Date(instant.getTime() + OFFSET_MS)
  return shifted.getUTCHours() * 60 + shifted.getUTCMinutes()
}

/** `HH:MM`, legal time. */
export function legalTime(instant: Date): string {
  const minute = minuteOfDay(instant)
  const [hour, rest] = [Math.floor(minute / 60), minute % 60]
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** The instant at a legal day and minute of that day. */
export function instantAt(date: PlainDate, minute: number): Date {
  return new Date(epochDay(date) * DAY_MS + minute * 60_000 - OFFSET_MS)
}

/** `YYYY-MM-DDTHH:MM:SS+07:00`. */
export function toLegalIso(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19) + '+07:00'
}
