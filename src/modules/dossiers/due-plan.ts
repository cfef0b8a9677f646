import type { Queryable } from '../../platform/db.ts'
import { addDays, instantAt, legalDay, plainDate, yearOf } from '../../platform/plain-date.ts'
import { addWorkingDays, calendarFor, deskClose, type Calendar } from '../calendar/index.ts'
import { closeDueActions, setDueAction } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import type { Listener } from './move.ts'
import type { Location } from './store.ts'
import { definitionOf, worldOf, type World } from './world.ts'

/** What our clock does to a dossier, each at its moment; `lapse` is the registry's. */
export const dueKinds = [
  'receive',
  'warn',
  'escalate',
  'escalate-city',
  'remind-week',
  'remind-month',
  'remind-lapse',
] as const

export type DueKind = (typeof dueKinds)[number]

/** Working days after the head was told, the city is [check: the city's setting]. */
const CITY_AFTER_DAYS = 2

type Waiting = { agencyId: string; at: Date }

/** By when to receive; and when the city hears that nobody did. */
export async function planReceipt(
  db: Queryable,
  world: World,
  at: Location,
  receiveBy: Date,
): Promise<void> {
  await setDueAction(db, at, { kind: 'receive', at: receiveBy })
  const late = { agencyId: at.agencyId, at: receiveBy }
  await setDueAction(db, at, { kind: 'escalate-city', at: cityAt(world, late) })
}

/**
 * The warning on the working day before the last, the report to the head when the time is over, the
 * one to the city two working days later. Limits too short for it have no warning.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(9) (at the latest one day before the due date)
 */
export async function planDue(
  db: Queryable,
  world: World,
  at: Location,
  { dueAt, now }: { dueAt: Date; now: Date },
): Promise<void> {
  const calendar = calendarFor(world.calendar, at.agencyId)
  const warnAt = instantAt(addWorkingDays(calendar, legalDay(dueAt), -1), 0)
  if (warnAt > now) await setDueAction(db, at, { kind: 'warn', at: warnAt })
  else await closeDueActions(db, at, now, { kind: 'warn' })
  await setDueAction(db, at, { kind: 'escalate', at: dueAt })
  await setDueAction(db, at, {
    kind: 'escalate-city',
    at: cityAt(world, { agencyId: at.agencyId, at: dueAt }),
  })
}

function cityAt(world: World, { agencyId, at }: Waiting): Date {
  const calendar = calendarFor(world.calendar, agencyId)
  return closeOf(calendar, at, CITY_AFTER_DAYS)
}

/** When the desk closes so many working days after that moment. */
function closeOf(calendar: Calendar, from: Date, days: number): Date {
  const day = addWorkingDays(calendar, legalDay(from), days)
  return deskClose(calendar, day) ?? instantAt(addDays(day, 1), 0)
}

/** Listens: a result that waits to be collected is remembered three times before the year is over. */
export const planReminders: Listener = async (_ctx, db, event, dossier) => {
  if (event.kind !== 'signed' && event.kind !== 'legsCompleted') return
  if (dossier.channel === 'interlink') return
  const world = await worldOf(db)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  for (const { kind, on } of remindersAfter(world, dossier, event.at)) {
    if (on > event.at) await setDueAction(db, at, { kind, at: on })
  }
}

/** Days of a month, and the day of December on which the last reminder goes out. */
const MONTH_DAYS = 30
const LAST_REMINDER = '12-15'

/**
 * After 5 working days, after 30 days, and two weeks before the year ends, when an entry that
 * nobody came to sign is crossed out.
 * @basis practice.md 2; LHT 60/2014/QH13 Điều 16(2), 58 [check: the days are the city's setting]
 */
function remindersAfter(
  world: World,
  dossier: Dossier,
  since: Date,
): readonly { kind: DueKind; on: Date }[] {
  const calendar = calendarFor(world.calendar, dossier.agencyId)
  const day = legalDay(since)
  const lastDay = plainDate(`${yearOf(day)}-${LAST_REMINDER}`)
  return [
    { kind: 'remind-week', on: instantAt(addWorkingDays(calendar, day, 5), NINE) },
    { kind: 'remind-month', on: instantAt(addDays(day, MONTH_DAYS), NINE) },
    ...(definitionOf(world, dossier).register
      ? [{ kind: 'remind-lapse' as const, on: instantAt(lastDay, NINE) }]
      : []),
  ]
}

/** Messages are sent by day. */
const NINE = 9 * 60
