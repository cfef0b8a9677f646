import type { Queryable } from '../../platform/db.ts'
import type { Location } from '../dossiers/index.ts'

/** What a citizen was asked to sign or bring for a leg, once and before when. */
export type CitizenTask = {
  no: number
  leg: string
  kind: 'sign' | 'bring'
  who: 'requester' | 'householdHead'
  component: string
  by: Date
  toldBy: string
  toldAt: Date
  endedAt: Date | null
}

export async function insertCitizenTask(
  db: Queryable,
  at: Location,
  task: Omit<CitizenTask, 'no' | 'endedAt'>,
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into citizen_task (agency_id, dossier_id, no, leg, kind, who, component, by, told_by,
       told_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8, $9
     from citizen_task where agency_id = $1 and dossier_id = $2
     returning no`,
    [
      at.agencyId,
      at.dossierId,
      task.leg,
      task.kind,
      task.who,
      task.component,
      task.by,
      task.toldBy,
      task.toldAt,
    ],
  )
  return rows[0]!.no
}

/** Newest first. */
export async function listCitizenTasks(db: Queryable, at: Location): Promise<CitizenTask[]> {
  const { rows } = await db.query<CitizenTask>(
    `select no, leg, kind, who, component, by, told_by as "toldBy", told_at as "toldAt",
       ended_at as "endedAt"
     from citizen_task where agency_id = $1 and dossier_id = $2 order by no desc limit 50`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

/** The leg was answered, or ended: the citizen need not come any more. */
export async function endCitizenTasks(
  db: Queryable,
  at: Location & { leg: string; endedAt: Date },
): Promise<void> {
  await db.query(
    `update citizen_task set ended_at = $4
     where agency_id = $1 and dossier_id = $2 and leg = $3 and ended_at is null`,
    [at.agencyId, at.dossierId, at.leg, at.endedAt],
  )
}
