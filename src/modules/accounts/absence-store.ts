import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Days on which an officer is away, and who does the work meanwhile. */
export type Absence = {
  id: string
  staffId: string
  fromDay: PlainDate
  toDay: PlainDate
  deputyId: string | null
  recordedBy: string
  recordedAt: Date
}

const ABSENCE = `id, staff_id as "staffId", from_day as "fromDay", to_day as "toDay",
  deputy_id as "deputyId", recorded_by as "recordedBy", recorded_at as "recordedAt"`

export async function insertAbsence(db: Queryable, absence: Absence): Promise<void> {
  await db.query(
    `insert into staff_absence (id, staff_id, from_day, to_day, deputy_id, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      absence.id,
      absence.staffId,
      absence.fromDay,
      absence.toDay,
      absence.deputyId,
      absence.recordedBy,
      absence.recordedAt,
    ],
  )
}

export async function findAbsence(db: Queryable, id: string): Promise<Absence | undefined> {
  const { rows } = await db.query<Absence>(
    `select ${ABSENCE} from staff_absence where id::text = $1`,
    [id],
  )
  return rows[0]
}

export async function deleteAbsence(db: Queryable, id: string): Promise<void> {
  await db.query('delete from staff_absence where id = $1', [id])
}

type Span = { staffId: string; fromDay: PlainDate; toDay: PlainDate }

/** Is the officer away on any of these days? */
export async function overlapsAbsence(db: Queryable, span: Span): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from staff_absence where staff_id = $1 and from_day <= $3 and to_day >= $2 limit 1`,
    [span.staffId, span.fromDay, span.toDay],
  )
  return rowCount === 1
}

export async function deleteAssignments(db: Queryable, span: Span): Promise<void> {
  await db.query(`delete from signing_assignment where staff_id = $1 and day between $2 and $3`, [
    span.staffId,
    span.fromDay,
    span.toDay,
  ])
}

/** Absences of now and later of those who work at these agencies, soonest first; at most 200. */
export async function listAbsences(
  db: Queryable,
  asked: { agencyIds: readonly string[]; day: PlainDate },
): Promise<Absence[]> {
  const { rows } = await db.query<Absence>(
    `select ${ABSENCE} from staff_absence
      where to_day >= $2 and staff_id in (
        select staff_id from staff_mandate
         where agency_id = any($1) and from_day <= $2 and (to_day is null or to_day >= $2))
      order by from_day, staff_id limit 200`,
    [asked.agencyIds, asked.day],
  )
  return rows
}

/** For whom this officer does the work on that day. */
export async function listDeputised(
  db: Queryable,
  asked: { staffId: string; day: PlainDate },
): Promise<string[]> {
  const { rows } = await db.query<{ staffId: string }>(
    `select staff_id as "staffId" from staff_absence
      where deputy_id = $1 and from_day <= $2 and to_day >= $2 order by staff_id limit 50`,
    [asked.staffId, asked.day],
  )
  return rows.map(({ staffId }) => staffId)
}
