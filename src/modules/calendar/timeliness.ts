import { addDays, legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay, type Calendar } from './calendar.ts'

export type Timeliness = 'early' | 'onTime' | 'overdue' | 'withinLimit'

/**
 * Ended: `overdue` when it ended after the due moment; `early` when it ended on a legal day before
 * the due day; otherwise `onTime`, the due moment included. A same-day procedure is thus on time,
 * never early. Open: `withinLimit` until the due moment, then `overdue`; while the clock stands,
 * what counts is when it stopped.
 * @basis TT 01/2020/TT-VPCP, Biểu II.06a [check: "trước hạn" by day]; the national portal compares
 * `NgayKetThucXuLy <= NgayHenTra` and ends a waiting dossier at the request (onestop.md 4)
 */
export function timeliness(input: {
  dueAt: Date
  endedAt: Date | null
  now: Date
  pausedSince?: Date | null
}): Timeliness {
  const { dueAt, endedAt } = input
  if (endedAt === null) return (input.pausedSince ?? input.now) <= dueAt ? 'withinLimit' : 'overdue'
  if (endedAt > dueAt) return 'overdue'
  return legalDay(endedAt) < legalDay(dueAt) ? 'early' : 'onTime'
}

/**
 * Working days after today up to and including the due day: 0 when it is due today (or before the
 * next working day), negative by the working days since the due day.
 */
export function workingDaysLeft(cal: Calendar, { now, dueAt }: { now: Date; dueAt: Date }): number {
  const [today, due] = [legalDay(now), legalDay(dueAt)]
  return today <= due ? workingDaysIn(cal, today, due) : 0 - workingDaysIn(cal, due, today)
}

/** Working days in (after, until]. */
function workingDaysIn(cal: Calendar, after: PlainDate, until: PlainDate): number {
  let days = 0
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1))
    if (isWorkingDay(cal, day)) days += 1
  return days
}
