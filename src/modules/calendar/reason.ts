import type { PlainDate } from '../../platform/plain-date.ts'

export const reasonKinds = [
  /** Days that do not count, and a Saturday that does. */
  'weekend',
  'holiday',
  'substitute',
  'swap-off',
  'swap-work',
  /** What the moment of receipt did. */
  'after-cutoff',
  'outside-hours',
  /** Where the last moment went. */
  'moved-to-working-day',
  'moved-to-desk-hours',
  /** What happened to the clock. */
  'paused',
  'pause-too-late',
  'restarted',
  'continued',
  'extended',
  'moved',
  /** The day lies outside the holiday table: only weekends were skipped. */
  'calendar-provisional',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** Why a due date is what it is. Data, so that it can be stored and said in any language. */
export type Reason = {
  day: PlainDate
  kind: ReasonKind
  /** Name of the holiday in Vietnamese. */
  name?: string
  /** Its code in the holiday table, for other languages. */
  code?: string
  /** `paused`: the day it ended; absent while it lasts. */
  until?: PlainDate
  /** `paused`: what was waited for. `extended`: by what. `moved`: the reason given. */
  why?: string
  /** `after-cutoff`: the cut-off, `15:00`. */
  time?: string
  /** The holiday is not decided yet. */
  provisional?: true
}
