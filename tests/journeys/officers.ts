import { findStaffByLogin, findStaffInSession } from '../../src/modules/accounts/index.ts'
import { loadCity, type AgencyKind } from '../../src/modules/agencies/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import type { World } from './world.ts'

/**
 * The demo's officer of this login, at the agency that serves the ward Láng Thượng: its committee,
 * its police, its social insurance. For verbs called behind the pages.
 */
export async function officer(
  world: World,
  login: string,
  kind: AgencyKind = 'commune',
): Promise<Ctx> {
  const { db, clock, log } = world.deps
  const day = legalDay(clock.now())
  const staff = await findStaffByLogin(db, login)
  const agency = (await loadCity(db)).agencyFor(kind, '00187', day)
  if (staff === undefined || agency === undefined) throw new Error(`no officer ${login}`)
  const found = await findStaffInSession(db, { staffId: staff.id, agencyId: agency.id, day })
  if (found === undefined) throw new Error(`${login} has no mandate on ${day}`)
  const { staffId, agencyId, roles } = found
  return { db, clock, log, actor: { kind: 'staff', staffId, agencyId, roles } }
}
