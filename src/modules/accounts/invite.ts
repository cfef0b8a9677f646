import type { Ctx } from '../../platform/ctx.ts'
import { secretToken, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { endStaffSessions } from '../../platform/sessions.ts'
import { ensureGoodPassword, hashPassword } from './password.ts'
import { signInLimitsOf } from './rules.ts'
import type { Staff, StaffRole } from './staff.ts'
import {
  findInviteRow,
  findStaffByLogin,
  insertInvite,
  insertMandate,
  insertStaff,
  setPassword,
  useInvite,
  useUpInvites,
} from './store.ts'

export type Invite = {
  login: string
  name: string
  mandates: readonly {
    agencyId: string
    roles: readonly StaffRole[]
    fromDay: PlainDate
    toDay: PlainDate | null
  }[]
}

/**
 * Makes an account that waits for its password, with its mandates, and returns the one-time token
 * of the link. Throws Refusal `staff-login-taken`.
 */
export async function invite(ctx: Ctx, input: Invite): Promise<{ staffId: string; token: string }> {
  const now = ctx.clock.now()
  const login = input.login.toLowerCase()
  const staffId = uuidv7(now)
  const token = secretToken()
  const { inviteHours } = await signInLimitsOf(ctx.db)
  await ctx.db.tx(async (db) => {
    const isNew = await insertStaff(db, { id: staffId, login, name: input.name, createdAt: now })
    if (!isNew) throw new Refusal('staff-login-taken')
    for (const { roles, ...span } of input.mandates)
      for (const role of roles) await insertMandate(db, { staffId, role, ...span })
    const expiresAt = new Date(now.getTime() + inviteHours * 3_600_000)
    await insertInvite(db, { tokenHash: sha256Hex(token), staffId, createdAt: now, expiresAt })
  })
  return { staffId, token }
}

/** A new link for someone already invited or who lost the password; older links end. Throws Refusal `staff-unknown`. */
export async function inviteAgain(ctx: Ctx, login: string): Promise<{ token: string }> {
  const staff = await findStaffByLogin(ctx.db, login.toLowerCase())
  if (staff === undefined || staff.state === 'disabled') throw new Refusal('staff-unknown')
  const now = ctx.clock.now()
  const token = secretToken()
  const { inviteHours } = await signInLimitsOf(ctx.db)
  const expiresAt = new Date(now.getTime() + inviteHours * 3_600_000)
  const staffId = staff.id
  await ctx.db.tx(async (db) => {
    await useUpInvites(db, staffId, now)
    await insertInvite(db, { tokenHash: sha256Hex(token), staffId, createdAt: now, expiresAt })
  })
  return { token }
}

/** Whose link this is. Throws Refusal `invite-not-valid`. */
export async function getInvited(ctx: Ctx, token: string): Promise<Staff> {
  const staff = await findInviteRow(ctx.db, sha256Hex(token), ctx.clock.now())
  if (staff === undefined) throw new Refusal('invite-not-valid')
  return staff
}

/**
 * Sets the password and uses up the link and any other; old sessions end. `passwordHash`: of that
 * password, when it was made already. Throws Refusal `invite-not-valid`, `password-too-short` or
 * `password-is-name`.
 */
export async function acceptInvite(
  ctx: Ctx,
  input: { token: string; password: string; passwordHash?: string },
): Promise<Staff> {
  const staff = await getInvited(ctx, input.token)
  ensureGoodPassword(input.password, staff)
  const passwordHash = input.passwordHash ?? (await hashPassword(input.password))
  const now = ctx.clock.now()
  await ctx.db.tx(async (db) => {
    if (!(await useInvite(db, sha256Hex(input.token), now))) throw new Refusal('invite-not-valid')
    await useUpInvites(db, staff.id, now)
    await setPassword(db, { staffId: staff.id, passwordHash, now })
    await endStaffSessions(db, staff.id)
  })
  return { ...staff, state: 'active' }
}
