import { addDays, legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { dayReason, isKnownYear, isWorkingDay, windowsOf, type Calendar } from './calendar.ts'
import type { Reason } from './reason.ts'

/** A table of hours without hours would be searched for ever. */
const SEARCH_DAYS_MAX = 4000

/** Days from `day` on, for searches that must end. */
export function* daysFrom(day: PlainDate): Generator<PlainDate> {
  for (let n = 0; n < SEARCH_DAYS_MAX; n += 1) yield addDays(day, n)
  throw new Error(`no working moment within ${SEARCH_DAYS_MAX} days after ${day}`)
}

/** Whole working minutes in [from, to], on the hours of work. Zero when `to` is not later. */
export function workingMinutesBetween(cal: Calendar, from: Date, to: Date): number {
  return Math.floor(workingMsBetween(cal, from, to) / 60_000)
}

export function workingMsBetween(cal: Calendar, from: Date, to: Date): number {
  let total = 0
  for (let day = legalDay(from); day <= legalDay(to); day = addDays(day, 1))
    for (const { opens, closes } of windowsOf(cal, day, 'work'))
      total += Math.max(0, Math.min(+closes, +to) - Math.max(+opens, +from))
  return total
}

/**
 * The earliest moment by which `ms` of working time have passed since `from`; `from` for zero.
 * Limits in hours ("04 giờ làm việc") run on these hours: half a day is four of them.
 */
export function addWorkingMs(cal: Calendar, from: Date, ms: number): Date {
  let left = ms
  if (left <= 0) return from
  for (const day of daysFrom(legalDay(from)))
    for (const { opens, closes } of windowsOf(cal, day, 'work')) {
      const start = Math.max(+opens, +from)
      const length = Math.max(0, +closes - start)
      if (left <= length) return new Date(start + left)
      left -= length
    }
  throw new Error('unreachable: daysFrom ends by throwing')
}

/** Is the moment in the hours of work (closing moment included)? */
export function isWorkingMoment(cal: Calendar, at: Date): boolean {
  return windowsOf(cal, legalDay(at), 'work').some((w) => w.opens <= at && at <= w.closes)
}

/** Is the desk open for the public on a working day at this moment (closing moment included)? */
export function isDeskMoment(cal: Calendar, at: Date): boolean {
  return windowsOf(cal, legalDay(at), 'reception').some((w) => w.opens <= at && at <= w.closes)
}

/**
 * A time limit in hours may end while the desk is closed. The promise is then the last desk moment
 * before it, which keeps the limit; only if that is not after `floor` (where the clock started) is
 * it the next time the desk opens.
 */
export function toDeskMoment(cal: Calendar, at: Date, floor: Date): Date {
  if (isDeskMoment(cal, at)) return at
  for (let day = legalDay(at); day >= legalDay(floor); day = addDays(day, -1)) {
    const before = windowsOf(cal, day, 'reception').findLast(({ closes }) => closes <= at)
    if (before) return before.closes > floor ? before.closes : nextDeskMoment(cal, at)
  }
  return nextDeskMoment(cal, at)
}

/** `at` when the desk is open, else when it opens next on a working day. */
export function nextDeskMoment(cal: Calendar, at: Date): Date {
  for (const day of daysFrom(legalDay(at))) {
    const next = windowsOf(cal, day, 'reception').find(({ closes }) => closes >= at)
    if (next) return next.opens > at ? next.opens : at
  }
  throw new Error('unreachable: daysFrom ends by throwing')
}

/** Reasons for the days in (after, until]: those skipped, and Saturdays worked. */
export function reasonsBetween(cal: Calendar, after: PlainDate, until: PlainDate): Reason[] {
  const reasons: Reason[] = []
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1))
    reasons.push(...reasonsOf(cal, day))
  return withoutRepeats(reasons)
}

function reasonsOf(cal: Calendar, day: PlainDate): Reason[] {
  const reason = dayReason(cal, day)
  const unknown: Reason[] = isKnownYear(cal, day) ? [] : [{ day, kind: 'calendar-provisional' }]
  return reason ? [...unknown, reason] : unknown
}

/** One warning that the calendar is provisional is enough. */
function withoutRepeats(reasons: Reason[]): Reason[] {
  const first = reasons.find(({ kind }) => kind === 'calendar-provisional')
  return reasons.filter((reason) => reason.kind !== 'calendar-provisional' || reason === first)
}

export function firstWorkingDayFrom(cal: Calendar, day: PlainDate): PlainDate {
  for (const candidate of daysFrom(day)) if (isWorkingDay(cal, candidate)) return candidate
  throw new Error('unreachable: daysFrom ends by throwing')
}
