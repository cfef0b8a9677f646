import { addDays, instantAt, weekdayOf, yearOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Reason } from './reason.ts'

/** Names as in `data/holidays.csv`. A swapped Saturday (`swap_work`) is worked, the rest are off. */
export const holidayKinds = ['legal', 'substitute', 'swap_off', 'swap_work'] as const
export type HolidayKind = (typeof holidayKinds)[number]

export type Holiday = {
  day: PlainDate
  /** `TET`, `NATIONAL_SUB` …: stable, so that a day's name can be said in another language. */
  code: string
  name: string
  kind: HolidayKind
  /** The half that is off; the other half is worked. `swap_work` is always the whole day. */
  part: 'day' | 'morning' | 'afternoon'
  /** Where the row comes from; begins with PROVISIONAL while the Prime Minister has not decided. */
  certainty: string
}

/**
 * One window of a table of hours. `work` windows are what limits in hours are counted on;
 * `reception` windows are when the desk is open, and no due time falls outside them. Saturday
 * reception is a reception window only: it never makes Saturday a working day for a limit.
 */
export type OfficeHours = {
  /** Null: the city's hours, for every agency without its own rows for that use and day. */
  agencyId: string | null
  use: 'work' | 'reception'
  days: 'working-day' | 'saturday'
  validFrom: PlainDate
  validTo: PlainDate | null
  /** Minutes since midnight, legal time. */
  opens: number
  closes: number
  source: string
}

export type Calendar = {
  /** The agency whose hours apply; null for the city's. */
  agencyId: string | null
  holidays: ReadonlyMap<PlainDate, readonly Holiday[]>
  hours: readonly OfficeHours[]
  /** Years of the holiday table; outside them only weekends are known. */
  yearFirst: number
  yearLast: number
}

/** Part of a day, in instants: [opens, closes]. */
export type Window = { opens: Date; closes: Date }

export function calendarFromRows(rows: {
  holidays: readonly Holiday[]
  hours: readonly OfficeHours[]
}): Calendar {
  const years = rows.holidays.map(({ day }) => yearOf(day))
  return {
    agencyId: null,
    holidays: Map.groupBy(rows.holidays, ({ day }) => day),
    hours: rows.hours,
    yearFirst: Math.min(...years),
    yearLast: Math.max(...years),
  }
}

/** The same calendar with the hours of one agency (practice.md 17: hours are a table per unit). */
export function calendarFor(cal: Calendar, agencyId: string): Calendar {
  return { ...cal, agencyId }
}

/**
 * Monday to Friday without holidays, substitute days and swapped days off, and the Saturdays worked
 * in their place. A day with one half off is a working day.
 * @basis Bộ luật Lao động 2012 Điều 115; Bộ luật Lao động 2019 Điều 111(3), 112
 */
export function isWorkingDay(cal: Calendar, day: PlainDate): boolean {
  const off = offRows(cal, day)
  const isOff = ['morning', 'afternoon'].every((half) =>
    off.some(({ part }) => part === 'day' || part === half),
  )
  if (isOff) return false
  return weekdayOf(day) <= 5 || swapWork(cal, day) !== undefined
}

/** Why a day is skipped, or why a Saturday counts; undefined for an ordinary working day. */
export function dayReason(cal: Calendar, day: PlainDate): Reason | undefined {
  if (isWorkingDay(cal, day)) {
    const worked = swapWork(cal, day)
    return worked && named({ day, kind: 'swap-work' }, worked)
  }
  const isWeekend = weekdayOf(day) > 5
  const rows = offRows(cal, day)
  const off = rows.find(({ part }) => part === 'day') ?? (isWeekend ? undefined : rows[0])
  if (off === undefined) return { day, kind: 'weekend' }
  return named({ day, kind: kindOf[off.kind] }, off)
}

const kindOf = {
  legal: 'holiday',
  substitute: 'substitute',
  swap_off: 'swap-off',
  swap_work: 'swap-work',
} as const

function named(reason: Reason, row: Holiday): Reason {
  const provisional = row.certainty.startsWith('PROVISIONAL') ? { provisional: true as const } : {}
  return { ...reason, name: row.name, code: row.code, ...provisional }
}

/** Is the year in the holiday table? Outside it the product counts weekends only and says so. */
export function isKnownYear(cal: Calendar, day: PlainDate): boolean {
  return yearOf(day) >= cal.yearFirst && yearOf(day) <= cal.yearLast
}

/**
 * The `days`-th working day after `day`; before it when negative. Zero returns `day` itself, working
 * or not, so that adding n and then m is adding n + m.
 */
export function addWorkingDays(cal: Calendar, day: PlainDate, days: number): PlainDate {
  assertWhole(days)
  const step = days < 0 ? -1 : 1
  let current = day
  for (let left = Math.abs(days); left > 0;) {
    current = addDays(current, step)
    if (isWorkingDay(cal, current)) left -= 1
  }
  return current
}

function assertWhole(days: number): void {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`)
}

/** Windows of a working day in order; none on other days. */
export function windowsOf(cal: Calendar, day: PlainDate, use: OfficeHours['use']): Window[] {
  if (!isWorkingDay(cal, day)) return []
  return hoursOn(cal, { day, use, days: 'working-day' }).map((row) => window(day, row))
}

/**
 * When the desk receives people: the reception windows of a working day, and of a Saturday where
 * the unit opens on Saturday morning.
 * @basis QĐ 14/2010/QĐ-TTg Điều 1 [check]
 */
export function receptionOf(cal: Calendar, day: PlainDate): Window[] {
  if (isWorkingDay(cal, day)) return windowsOf(cal, day, 'reception')
  if (weekdayOf(day) !== 6 || offRows(cal, day).length > 0) return []
  return hoursOn(cal, { day, use: 'reception', days: 'saturday' }).map((row) => window(day, row))
}

/** The moment the desk closes for the day; undefined when it is not a working day. */
export function deskClose(cal: Calendar, day: PlainDate): Date | undefined {
  return windowsOf(cal, day, 'reception').at(-1)?.closes
}

type HoursWanted = { day: PlainDate } & Pick<OfficeHours, 'use' | 'days'>

function hoursOn(cal: Calendar, wanted: HoursWanted): OfficeHours[] {
  const { day } = wanted
  const rows = cal.hours.filter(
    (row) =>
      row.use === wanted.use &&
      row.days === wanted.days &&
      row.validFrom <= day &&
      (row.validTo === null || day <= row.validTo),
  )
  const own = rows.filter(({ agencyId }) => agencyId !== null && agencyId === cal.agencyId)
  const chosen = own.length > 0 ? own : rows.filter(({ agencyId }) => agencyId === null)
  const off = offRows(cal, day)
  return chosen
    .filter((row) => !off.some(({ part }) => part === halfOf(row)))
    .toSorted((a, b) => a.opens - b.opens)
}

function halfOf(row: OfficeHours): 'morning' | 'afternoon' {
  return row.opens < 12 * 60 ? 'morning' : 'afternoon'
}

function window(day: PlainDate, row: OfficeHours): Window {
  return { opens: instantAt(day, row.opens), closes: instantAt(day, row.closes) }
}

function offRows(cal: Calendar, day: PlainDate): Holiday[] {
  return (cal.holidays.get(day) ?? []).filter(({ kind }) => kind !== 'swap_work')
}

function swapWork(cal: Calendar, day: PlainDate): Holiday | undefined {
  return cal.holidays.get(day)?.find(({ kind }) => kind === 'swap_work')
}
