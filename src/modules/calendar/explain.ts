import { weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Reason } from './reason.ts'

/** What explaining needs in one language. */
export type ExplainWords = {
  /** Monday first. */
  weekdays: readonly string[]
  skipped(day: string, why: string): string
  holiday(reason: Reason): string
  undecided: string
  waits: Readonly<Record<string, string>>
  other: Readonly<
    Record<
      | 'after-cutoff'
      | 'outside-hours'
      | 'moved-to-working-day'
      | 'moved-to-desk-hours'
      | 'paused'
      | 'pausedUntil'
      | 'pause-too-late'
      | 'restarted'
      | 'continued'
      | 'extended'
      | 'moved'
      | 'swap-work'
      | 'calendar-provisional',
      (slots: Slots) => string
    >
  >
}

type Slots = {
  day: string
  weekday: string
  until: string
  why: string
  time: string
  year: string
}

/** One sentence a reason, in the order given. */
export function explain(reasons: readonly Reason[], words: ExplainWords): string[] {
  return reasons.map((reason) => sentence(reason, words))
}

function sentence(reason: Reason, words: ExplainWords): string {
  const weekday = words.weekdays[weekdayOf(reason.day) - 1]!
  const slots: Slots = {
    day: shortDay(reason.day),
    weekday,
    until: reason.until ? shortDay(reason.until) : '',
    why: words.waits[reason.why ?? ''] ?? reason.why ?? '',
    time: reason.time ?? '',
    year: reason.day.slice(0, 4),
  }
  switch (reason.kind) {
    case 'weekend':
      return words.skipped(slots.day, weekday)
    case 'holiday':
    case 'substitute':
    case 'swap-off': {
      const undecided = reason.provisional ? ` (${words.undecided})` : ''
      return words.skipped(slots.day, `${weekday}, ${words.holiday(reason)}${undecided}`)
    }
    case 'paused':
      return words.other[reason.until ? 'pausedUntil' : 'paused'](slots)
    default:
      return words.other[reason.kind](slots)
  }
}

/** `22/08`. */
function shortDay(day: PlainDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`
}
