import type { Ctx } from '../../platform/ctx.ts'
import { secretToken, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isInForce } from './staff.ts'
import { findStaffByLogin, insertToken, listMandatesOf, revokeTokensOf } from './store.ts'

/**
 * Issues an API token for an officer at the agency of today's mandate; only its hash is kept.
 * Throws Refusal `staff-unknown` or `staff-no-mandate`.
 */
export async function issueToken(
  ctx: Ctx,
  input: { login: string; label: string; days: number },
): Promise<{ token: string; expiresAt: Date }> {
  const staff = await findStaffByLogin(ctx.db, input.login.toLowerCase())
  if (staff === undefined || staff.state !== 'active') throw new Refusal('staff-unknown')
  const now = ctx.clock.now()
  const mandates = await listMandatesOf(ctx.db, staff.id)
  const current = mandates.find((mandate) => isInForce(mandate, legalDay(now)))
  if (current === undefined) throw new Refusal('staff-no-mandate')
  const token = `mct_${secretToken()}${secretToken()}`
  const expiresAt = new Date(now.getTime() + input.days * 86_400_000)
  await insertToken(ctx.db, {
    id: uuidv7(now),
    tokenHash: sha256Hex(token),
    staffId: staff.id,
    agencyId: current.agencyId,
    label: input.label,
    createdAt: now,
    expiresAt,
  })
  return { token, expiresAt }
}

/** Ends every API token of an officer (one was lost); returns how many. Throws Refusal `staff-unknown`. */
export async function revokeTokens(ctx: Ctx, login: string): Promise<number> {
  const staff = await findStaffByLogin(ctx.db, login.toLowerCase())
  if (staff === undefined) throw new Refusal('staff-unknown')
  return revokeTokensOf(ctx.db, staff.id, ctx.clock.now())
}
