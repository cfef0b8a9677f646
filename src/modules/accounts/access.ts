import type { Queryable } from '../../platform/db.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { isInForce, type StaffInSession } from './staff.ts'
import { findStaffById, findTokenRow, listMandatesOf } from './store.ts'

/** The officer at that agency on that day, or undefined: disabled, or no mandate there then. */
export async function findStaffInSession(
  db: Queryable,
  asked: { staffId: string; agencyId: string; day: PlainDate },
): Promise<StaffInSession | undefined> {
  const staff = await findStaffById(db, asked.staffId)
  if (staff === undefined || staff.state !== 'active') return undefined
  const mandates = await listMandatesOf(db, asked.staffId)
  const roles = mandates
    .filter((mandate) => mandate.agencyId === asked.agencyId && isInForce(mandate, asked.day))
    .map((mandate) => mandate.role)
  if (roles.length === 0) return undefined
  return { staffId: staff.id, name: staff.name, agencyId: asked.agencyId, roles }
}

/** The officer whose API token this is, or undefined: unknown, expired, revoked, disabled. */
export async function findTokenHolder(
  db: Queryable,
  asked: { token: string; now: Date },
): Promise<StaffInSession | undefined> {
  const row = await findTokenRow(db, sha256Hex(asked.token), asked.now)
  if (row === undefined) return undefined
  const { staffId, agencyId } = row
  return findStaffInSession(db, { staffId, agencyId, day: legalDay(asked.now) })
}
