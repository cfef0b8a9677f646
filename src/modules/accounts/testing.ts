import type { Ctx } from '../../platform/ctx.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { acceptInvite, invite } from './invite.ts'
import type { StaffRole } from './staff.ts'

/** The password of every officer made for a test. */
export const TEST_PASSWORD = 'mot-cua-thu-nghiem'

/** An active officer with roles at an agency from 2016 on; returns the id. */
export async function makeStaff(
  ctx: Ctx,
  made: { login: string; name: string; agencyId: string; roles: readonly StaffRole[] },
): Promise<string> {
  const { login, name, agencyId, roles } = made
  const mandate = { agencyId, roles, fromDay: plainDate('2016-01-01'), toDay: null }
  const { staffId, token } = await invite(ctx, { login, name, mandates: [mandate] })
  await acceptInvite(ctx, { token, password: TEST_PASSWORD })
  return staffId
}
