import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findStaffInSession } from './access.ts'
import { networkOf } from './address-limit.ts'
import { verifyPassword } from './password.ts'
import { signInLimitsOf, type SignInLimits } from './rules.ts'
import { isInForce, type StaffInSession } from './staff.ts'
import { clearFailures, countFailures, insertFailure, removeFailures } from './limit-store.ts'
import { findStaffByLogin, listMandatesOf } from './store.ts'

/**
 * Checks a password and returns who it is, at the agency where the officer has a mandate today.
 * Throws Refusal `sign-in-throttled` { minutes }, `sign-in-wrong` (also for unknown and disabled
 * accounts) or `staff-no-mandate`.
 */
export async function signIn(
  ctx: Ctx,
  input: { login: string; password: string; ip: string },
): Promise<StaffInSession> {
  const login = input.login.trim().toLowerCase().normalize('NFC').slice(0, 100)
  const limits = await signInLimitsOf(ctx.db)
  const keys = {
    account: sha256Hex(`account:${login}`),
    address: sha256Hex(`address:${networkOf(input.ip)}`),
  }
  // Noted before it is known, so that many tries at one moment are counted like one after another.
  const noted = await noteTry(ctx, [keys.account, keys.address])
  try {
    await ensureNotThrottled(ctx, keys, limits)
  } catch (error) {
    await removeFailures(ctx.db, noted)
    throw error
  }
  const staff = await findStaffByLogin(ctx.db, login)
  const hash = staff?.state === 'active' ? staff.passwordHash : null
  const isRight = await verifyPassword(input.password, hash)
  if (!isRight || staff === undefined) throw new Refusal('sign-in-wrong')
  await removeFailures(ctx.db, noted)
  await clearFailures(ctx.db, keys.account)
  return agencyToday(ctx, staff.id)
}

/** Is this the password of an active account? For the product's own checks; counts nothing. */
export async function isPasswordOf(
  db: Queryable,
  asked: { login: string; password: string },
): Promise<boolean> {
  const staff = await findStaffByLogin(db, asked.login)
  if (staff?.state !== 'active') return false
  return verifyPassword(asked.password, staff.passwordHash)
}

/** The try at hand is among those counted. */
async function ensureNotThrottled(
  ctx: Ctx,
  keys: { account: string; address: string },
  limits: SignInLimits,
): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - limits.windowMinutes * 60_000)
  const byAccount = await countFailures(ctx.db, keys.account, since)
  const byAddress = await countFailures(ctx.db, keys.address, since)
  if (byAccount > limits.failuresPerAccount || byAddress > limits.failuresPerAddress)
    throw new Refusal('sign-in-throttled', { minutes: limits.windowMinutes })
}

async function noteTry(ctx: Ctx, keyHashes: readonly string[]): Promise<string[]> {
  const now = ctx.clock.now()
  const noted = keyHashes.map((keyHash) => ({ id: uuidv7(now), keyHash, failedAt: now }))
  for (const row of noted) await insertFailure(ctx.db, row)
  return noted.map(({ id }) => id)
}

async function agencyToday(ctx: Ctx, staffId: string): Promise<StaffInSession> {
  const day = legalDay(ctx.clock.now())
  const mandates = await listMandatesOf(ctx.db, staffId)
  const current = mandates.find((mandate) => isInForce(mandate, day))
  if (current === undefined) throw new Refusal('staff-no-mandate')
  const found = await findStaffInSession(ctx.db, { staffId, agencyId: current.agencyId, day })
  if (found === undefined) throw new Refusal('staff-no-mandate')
  return found
}
