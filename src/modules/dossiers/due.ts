import {
  calendarFor,
  dueAfter,
  receiveBy,
  type DueAfter,
  type Extension,
} from '../calendar/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import type { Pause } from './dossier.ts'
import type { World } from './world.ts'

/** By when the agency must answer a filing; the wait before receipt is shown and counted. */
export function receiveByFor(world: World, agencyId: string, filing: Filing): Date {
  const calendar = calendarFor(world.calendar, agencyId)
  return receiveBy(calendar, filing.at, filing.definition.receiveWithinWorkingDays).dueAt
}

type Filing = { definition: ProcedureDefinition; at: Date }

export type Clock = {
  agencyId: string
  receivedAt: Date
  pauses: readonly Pause[]
  moved?: { at: Date; to: Date; reason: string } | null
  /** Time that the law adds. */
  extensions?: readonly Extension[]
}

/** The due date under the law the dossier is pinned to, after its pauses. */
export function dueOf(world: World, definition: ProcedureDefinition, clock: Clock): DueAfter {
  return dueAfter(calendarFor(world.calendar, clock.agencyId), {
    receivedAt: clock.receivedAt,
    limit: definition.limit,
    pauses: clock.pauses
      .filter(({ why }) => definition.clock.pausesFor.includes(why))
      .map((pause) => ({ from: pause.pausedAt, to: pause.resumedAt, why: pause.why })),
    afterSupplement: definition.clock.afterSupplement,
    moved: clock.moved ?? null,
    extensions: clock.extensions ?? [],
  })
}
