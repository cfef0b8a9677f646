import type { LegDefinition, LimitDefinition, ProcedureDefinition } from './definition.ts'
import type { Mistake } from './mistakes.ts'

const HOURS_A_DAY = 8

/**
 * The most working days that a limit can take, public holidays aside (they only lengthen calendar
 * time): the same day may become the next working day; hours fill days of eight; of seven calendar
 * days running five are worked, and of what is left over at most five.
 */
export function workingDaysAtMost(limit: LimitDefinition): number {
  switch (limit.kind) {
    case 'same-day':
      return 1
    case 'working-days':
      return limit.days
    case 'working-hours':
      return Math.ceil(limit.hours / HOURS_A_DAY)
    case 'days':
      return 5 * Math.floor(limit.days / 7) + Math.min(limit.days % 7, 5)
  }
}

/**
 * Working days from the first hand-over to the last result that the hand-over to the citizen waits
 * for, along the longest path. A leg whose predecessor is unknown or in a circle counts alone.
 */
export function longestPathDays(legs: readonly LegDefinition[]): number {
  const byKey = new Map(legs.map((leg) => [leg.key, leg]))
  const daysTo = (leg: LegDefinition, seen: readonly string[]): number => {
    const own = leg.sendWithinWorkingDays + workingDaysAtMost(leg.limit)
    const before = 'after' in leg.opens ? byKey.get(leg.opens.after) : undefined
    if (before === undefined || seen.includes(before.key)) return own
    return own + daysTo(before, [...seen, before.key])
  }
  const waited = legs.filter(({ holds }) => holds === 'handOver')
  return Math.max(0, ...waited.map((leg) => daysTo(leg, [leg.key])))
}

/** The partners' time, with the days to send to them, must fit into the time the citizen is told. */
export function checkLegLengths({ legs = [], limit }: ProcedureDefinition): Mistake[] {
  const [longest, whole] = [longestPathDays(legs), workingDaysAtMost(limit)]
  if (longest <= whole) return []
  return [{ path: 'legs', code: 'legs-longer-than-limit', detail: `${longest} > ${whole}` }]
}
