import type { PlainDate } from '../../platform/plain-date.ts'

const DAYS_KEPT_MAX = 8

/** Keeps the answers for the days asked last: almost every question is about today. */
export function keptDays<T>(answer: (day: PlainDate) => T): (day: PlainDate) => T {
  const kept = new Map<PlainDate, T>()
  return (day) => {
    const known = kept.get(day)
    if (known !== undefined) return known
    if (kept.size >= DAYS_KEPT_MAX) kept.clear()
    const fresh = answer(day)
    kept.set(day, fresh)
    return fresh
  }
}
