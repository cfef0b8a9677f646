import type { Ctx } from '../../platform/ctx.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { addDays, daysBetween, legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  deleteAbsence,
  deleteAssignments,
  findAbsence,
  insertAbsence,
  overlapsAbsence,
  type Absence,
} from './absence-store.ts'
import { DEPUTIES, HEADS } from './signing.ts'
import { isInForce, type Mandate, type StaffRole } from './staff.ts'
import { insertAssignment, listMandatesOf } from './store.ts'

export type RecordAbsence = {
  staffId: string
  fromDay: PlainDate
  toDay: PlainDate
  /** Does the work meanwhile; a head's deputy also signs on those days. */
  deputyId?: string | null
}

/** Longer than a year is another mandate. */
const DAYS_MAX = 366

const MAY_FOR_OTHERS: readonly StaffRole[] = [...HEADS, ...DEPUTIES, 'unitAdmin']

/**
 * Records that an officer is away on these days, and who does the work meanwhile: by the officer,
 * or for anyone of the agency by its heads and unit administrator. A deputy of the head is assigned
 * to sign on each of the days. Refuses `absence-days-wrong`, `absence-overlaps`,
 * `absence-deputy-unfit`, `act-not-yours`, `not-found` (of another agency).
 * @basis Nghị định 110/2004/NĐ-CP, Điều 10 (ký thay theo phân công)
 */
export async function recordAbsence(ctx: Ctx, input: RecordAbsence): Promise<void> {
  const { staffId, fromDay, toDay, deputyId = null } = input
  if (toDay < fromDay || daysBetween(fromDay, toDay) >= DAYS_MAX) {
    throw new Refusal('absence-days-wrong')
  }
  await ensureMayRecord(ctx, staffId)
  const now = ctx.clock.now()
  const signed = deputyId === null ? [] : await agenciesDeputised(ctx, { ...input, deputyId })
  await ctx.db.tx(async (db) => {
    if (await overlapsAbsence(db, { staffId, fromDay, toDay })) {
      throw new Refusal('absence-overlaps')
    }
    const recordedBy = ctx.actor.kind === 'staff' ? ctx.actor.staffId : 'system'
    const absence = { staffId, fromDay, toDay, deputyId, recordedBy, recordedAt: now }
    await insertAbsence(db, { ...absence, id: uuidv7(now) })
    if (deputyId === null) return
    for (const agencyId of signed) {
      for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
        await insertAssignment(db, { agencyId, day, staffId: deputyId, assignedAt: now })
      }
    }
  })
}

/** Refuses `not-found` where the officer does not work today, `act-not-yours` for a colleague. */
async function ensureMayRecord(ctx: Ctx, staffId: string): Promise<void> {
  const { actor } = ctx
  if (actor.kind === 'system') return
  if (actor.kind !== 'staff') throw new Refusal('not-found')
  if (actor.staffId === staffId) return
  const mandates = await listMandatesOf(ctx.db, staffId)
  const isColleague = mandates.some(
    (mandate) =>
      mandate.agencyId === actor.agencyId && isInForce(mandate, legalDay(ctx.clock.now())),
  )
  if (!isColleague) throw new Refusal('not-found')
  const may = MAY_FOR_OTHERS.some((role) => actor.roles.includes(role))
  if (!may) throw new Refusal('act-not-yours', { action: 'absence' })
}

type Deputised = RecordAbsence & { deputyId: string }

/**
 * The agencies where the deputy signs for the absent head. A deputy works where the absent officer
 * does, on all of the days, and is another person. Refuses `absence-deputy-unfit`.
 */
async function agenciesDeputised(ctx: Ctx, input: Deputised): Promise<readonly string[]> {
  const { staffId, deputyId, fromDay, toDay } = input
  const lasts = (mandate: Mandate) => isInForce(mandate, fromDay) && isInForce(mandate, toDay)
  const own = (await listMandatesOf(ctx.db, staffId)).filter(lasts)
  const deputys = (await listMandatesOf(ctx.db, deputyId)).filter(lasts)
  const isColleague = deputys.some(({ agencyId }) => own.some((one) => one.agencyId === agencyId))
  const isAway = await overlapsAbsence(ctx.db, { staffId: deputyId, fromDay, toDay })
  if (staffId === deputyId || !isColleague || isAway) throw new Refusal('absence-deputy-unfit')
  const headOf = own.filter(({ role }) => HEADS.includes(role)).map(({ agencyId }) => agencyId)
  const deputyAt = deputys.filter(({ role }) => DEPUTIES.includes(role))
  return headOf.filter((id) => deputyAt.some(({ agencyId }) => agencyId === id))
}

/**
 * Takes an absence back, from today on also the deputy's days of signing that came with it. Refuses
 * `not-found`, `act-not-yours`.
 */
export async function cancelAbsence(ctx: Ctx, absenceId: string): Promise<void> {
  const absence = await findAbsence(ctx.db, absenceId)
  if (!absence) throw new Refusal('not-found')
  await ensureMayRecord(ctx, absence.staffId)
  const today = legalDay(ctx.clock.now())
  await ctx.db.tx(async (db) => {
    await deleteAbsence(db, absence.id)
    if (absence.deputyId !== null) await deleteAssignments(db, { ...daysLeft(absence, today) })
  })
}

function daysLeft(absence: Absence, today: PlainDate) {
  const fromDay = absence.fromDay > today ? absence.fromDay : today
  return { staffId: absence.deputyId!, fromDay, toDay: absence.toDay }
}
