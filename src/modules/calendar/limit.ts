import {
  addDays,
  instantAt,
  legalDay,
  minuteOfDay,
  type PlainDate,
} from '../../platform/plain-date.ts'
import { dayReason, deskClose, isWorkingDay, windowsOf, type Calendar } from './calendar.ts'
import type { Reason } from './reason.ts'
import {
  addWorkingMs,
  daysFrom,
  firstWorkingDayFrom,
  isWorkingMoment,
  nextDeskMoment,
  reasonsBetween,
  toDeskMoment,
  workingMsBetween,
} from './working-time.ts'

/** The same shape as a procedure's limit; `cutoff` is `HH:MM`. */
export type Limit =
  | { kind: 'same-day'; cutoff: string }
  | { kind: 'working-days'; days: number }
  | { kind: 'working-hours'; hours: number }
  | { kind: 'days'; days: number }

/** Where a clock stands: when it runs out, and what it needs to go on after a pause. */
export type Count = {
  dueAt: Date
  /** The day the count began, which is never day 1. */
  startDay: PlainDate
  /** What the count itself reached, before it was moved to a working day or to desk hours. */
  reached: Date
  reasons: readonly Reason[]
}

/** [from, to): the clock runs again at `to`. */
export type Span = { from: Date; to: Date }

export type Rule = {
  begin(start: Date): Count
  /** The same count after a pause that began before it ran out. Time spent stays spent. */
  resume(count: Count, pause: Span): Count
}

export function ruleOf(cal: Calendar, limit: Limit): Rule {
  switch (limit.kind) {
    case 'same-day':
      return sameDay(cal, limit.cutoff)
    case 'working-days':
      return workingDays(cal, positive(limit.days, Number.isSafeInteger(limit.days)))
    case 'working-hours':
      return workingHours(cal, positive(limit.hours, Number.isFinite(limit.hours)) * 3_600_000)
    case 'days':
      return calendarDays(cal, positive(limit.days, Number.isSafeInteger(limit.days)))
  }
}

function positive(amount: number, isShaped: boolean): number {
  if (!isShaped || amount <= 0) throw new RangeError(`not a time limit: ${amount}`)
  return amount
}

/**
 * Done the day it is received; received after the cut-off (15:00:00 itself is in time), after the
 * desk closed or on a day off: the next working day. A supplement is received like a dossier.
 * @basis LHT 60/2014/QH13 Điều 16(2), 34(2); NĐ 61/2018/NĐ-CP Điều 18(2), 18(3)
 */
function sameDay(cal: Calendar, cutoff: string): Rule {
  const begin = (start: Date): Count => {
    const day = legalDay(start)
    const close = deskClose(cal, day)
    if (close && start < close && start <= instantAt(day, minuteOf(cutoff)))
      return {
        dueAt: close,
        startDay: day,
        reached: close,
        reasons: reasonsBetween(cal, eve(day), day),
      }
    const late: Reason[] = isWorkingDay(cal, day)
      ? [{ day, kind: 'after-cutoff', time: cutoff }]
      : []
    const next = takeDays(cal, { after: day, past: start, days: 1, momentOn: closeOf(cal) })
    const skipped = isWorkingDay(cal, day) ? [] : reasonsBetween(cal, eve(day), day)
    return { ...next, startDay: day, reasons: [...late, ...skipped, ...next.reasons] }
  }
  return { begin, resume: (count, pause) => merged(count, pause, begin(pause.to)) }
}

/**
 * The day after receipt is day 1; due when the desk closes on the last one. A working day is spent
 * when the desk closes on it with the clock running.
 * @basis BLDS 91/2015/QH13 Điều 147(2), 148
 */
function workingDays(cal: Calendar, days: number): Rule {
  const momentOn = closeOf(cal)
  return {
    begin: (start) => {
      const day = legalDay(start)
      const taken = takeDays(cal, { after: day, past: start, days, momentOn })
      return { ...taken, startDay: day, reasons: [...receiptReasons(cal, day), ...taken.reasons] }
    },
    resume: (count, pause) => resumeDays(cal, { count, pause, momentOn }),
  }
}

/** A due date that was moved: the days left until it, each ending at its time of day. */
export function movedRule(cal: Calendar, at: Date, to: Date): Rule {
  const minute = minuteOfDay(to)
  const momentOn = (day: PlainDate) => {
    const wanted = instantAt(day, minute)
    const [first] = windowsOf(cal, day, 'reception')
    return first && wanted < first.opens
      ? first.opens
      : toDeskMoment(cal, wanted, instantAt(day, 0))
  }
  return {
    begin: () => ({ dueAt: to, startDay: legalDay(at), reached: to, reasons: [] }),
    resume: (count, pause) => resumeDays(cal, { count, pause, momentOn }),
  }
}

/**
 * Counted on the hours of work from the moment of receipt, or from the next opening.
 * Half a day is four hours, a day eight (onestop.md 4).
 */
function workingHours(cal: Calendar, ms: number): Rule {
  const count = (start: Date, left: number): Count => {
    const reached = addWorkingMs(cal, start, left)
    const dueAt = toDeskMoment(cal, reached, start)
    const day = legalDay(start)
    const outside: Reason[] = isWorkingMoment(cal, start) ? [] : [{ day, kind: 'outside-hours' }]
    const moved: Reason[] =
      +dueAt === +reached ? [] : [{ day: legalDay(dueAt), kind: 'moved-to-desk-hours' }]
    const skipped = reasonsBetween(cal, eve(day), legalDay(dueAt))
    return { dueAt, startDay: day, reached, reasons: [...outside, ...skipped, ...moved] }
  }
  return {
    begin: (start) => count(start, ms),
    resume: (before, pause) =>
      merged(before, pause, count(pause.to, workingMsBetween(cal, pause.from, before.reached))),
  }
}

/**
 * Every day counts, the day after receipt first; a last day that is not worked moves to the next
 * working day.
 * @basis BLDS 91/2015/QH13 Điều 147(2), 148(5)
 */
function calendarDays(cal: Calendar, days: number): Rule {
  const endOf = (day: PlainDate) => closeOf(cal)(day) ?? instantAt(addDays(day, 1), 0)
  const count = (startDay: PlainDate, lastDay: PlainDate, past: Date): Count => {
    let day = firstWorkingDayFrom(cal, lastDay)
    while (endOf(day) <= past) day = firstWorkingDayFrom(cal, addDays(day, 1))
    const reasons: Reason[] = reasonsBetween(cal, eve(lastDay), day)
    if (day !== lastDay) reasons.push({ day, kind: 'moved-to-working-day' })
    return { dueAt: atDesk(cal, endOf(day)), startDay, reached: endOf(lastDay), reasons }
  }
  return {
    begin: (start) => count(legalDay(start), addDays(legalDay(start), days), start),
    resume: (before, pause) => {
      const lastDay = legalDay(new Date(+before.reached - 1))
      let left = 0
      for (let day = addDays(before.startDay, 1); day <= lastDay; day = addDays(day, 1))
        if (endOf(day) > pause.from) left += 1
      let last = lastDay
      for (const day of daysFrom(addDays(before.startDay, 1))) {
        if (left === 0) break
        if (endOf(day) <= pause.to) continue
        left -= 1
        last = day
      }
      return merged(before, pause, count(before.startDay, last, pause.to))
    },
  }
}

type MomentOn = (day: PlainDate) => Date | undefined

function resumeDays(
  cal: Calendar,
  { count, pause, momentOn }: { count: Count; pause: Span; momentOn: MomentOn },
): Count {
  let days = 0
  for (let day = addDays(count.startDay, 1); day <= legalDay(count.dueAt); day = addDays(day, 1))
    if (isWorkingDay(cal, day) && endOn(momentOn, day) > pause.from) days += 1
  const dayBefore = addDays(legalDay(pause.to), -1)
  const after = dayBefore > count.startDay ? dayBefore : count.startDay
  const taken = takeDays(cal, { after, past: pause.to, days, momentOn })
  return merged(count, pause, { ...taken, startDay: count.startDay })
}

type Take = { after: PlainDate; past: Date; days: number; momentOn: MomentOn }

/** The `days`-th working day after `after` whose moment lies past `past`. */
function takeDays(cal: Calendar, { after, past, days, momentOn }: Take): Omit<Count, 'startDay'> {
  let left = days
  for (const day of daysFrom(addDays(after, 1))) {
    if (!isWorkingDay(cal, day) || endOn(momentOn, day) <= past) continue
    left -= 1
    if (left > 0) continue
    const dueAt = atDesk(cal, endOn(momentOn, day))
    return { dueAt, reached: dueAt, reasons: reasonsBetween(cal, after, legalDay(dueAt)) }
  }
  throw new Error('unreachable: daysFrom ends by throwing')
}

/** A working day on which this desk does not open ends at midnight. */
function endOn(momentOn: MomentOn, day: PlainDate): Date {
  return momentOn(day) ?? instantAt(addDays(day, 1), 0)
}

function atDesk(cal: Calendar, at: Date): Date {
  return nextDeskMoment(cal, at)
}

function closeOf(cal: Calendar): MomentOn {
  return (day) => deskClose(cal, day)
}

/** Days known before the pause stay as reasons; the days after it are those of the new count. */
function merged(before: Count, pause: Span, after: Count): Count {
  const kept = before.reasons.filter(
    ({ day, kind }) => day <= legalDay(pause.from) && !kind.startsWith('moved-'),
  )
  const known = new Set(kept.map(({ day, kind }) => `${day} ${kind}`))
  const added = after.reasons.filter(({ day, kind }) => !known.has(`${day} ${kind}`))
  return { ...after, startDay: before.startDay, reasons: [...kept, ...added] }
}

/** Received on a day off (a Saturday at the desk, a holiday online): that day is not day 1 either. */
function receiptReasons(cal: Calendar, day: PlainDate): Reason[] {
  return isWorkingDay(cal, day) ? [] : [{ ...dayReason(cal, day), day, kind: 'outside-hours' }]
}

function eve(day: PlainDate): PlainDate {
  return addDays(day, -1)
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}
