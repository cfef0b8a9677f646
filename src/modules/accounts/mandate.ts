import type { Ctx } from '../../platform/ctx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isInForce, type Mandate } from './staff.ts'
import { endMandateRow, findStaffByLogin, insertMandate, listMandatesOf } from './store.ts'

export type AddMandate = Omit<Mandate, 'staffId'> & { login: string }

/**
 * Gives an officer who has an account one more role at an agency, from a day on. Refuses
 * `staff-unknown` (also when disabled), `mandate-exists` (the same role there on one of these days).
 */
export async function addMandate(ctx: Ctx, input: AddMandate): Promise<void> {
  const { login, ...given } = input
  const mandate = { ...given, staffId: await idOf(ctx, login) }
  const before = await sameRole(ctx, mandate)
  const overlaps = before.some(
    ({ fromDay, toDay }) =>
      (mandate.toDay === null || fromDay <= mandate.toDay) &&
      (toDay === null || mandate.fromDay <= toDay),
  )
  if (overlaps) throw new Refusal('mandate-exists')
  await insertMandate(ctx.db, mandate)
}

export type EndMandate = Pick<Mandate, 'agencyId' | 'role'> & { login: string; lastDay: PlainDate }

/**
 * Ends the mandate that is in force on `lastDay` with that day. What the officer may do follows from
 * the mandates of each day: no session has to end. Refuses `staff-unknown`, `staff-no-mandate`.
 */
export async function endMandate(ctx: Ctx, input: EndMandate): Promise<void> {
  const { login, lastDay, ...given } = input
  const staffId = await idOf(ctx, login)
  const current = (await sameRole(ctx, { ...given, staffId })).find((mandate) =>
    isInForce(mandate, lastDay),
  )
  if (!current) throw new Refusal('staff-no-mandate')
  await endMandateRow(ctx.db, { ...current, toDay: lastDay })
}

async function idOf(ctx: Ctx, login: string): Promise<string> {
  const staff = await findStaffByLogin(ctx.db, login.toLowerCase())
  if (staff === undefined || staff.state === 'disabled') throw new Refusal('staff-unknown')
  return staff.id
}

async function sameRole(
  ctx: Ctx,
  { staffId, agencyId, role }: Pick<Mandate, 'staffId' | 'agencyId' | 'role'>,
): Promise<readonly Mandate[]> {
  const mandates = await listMandatesOf(ctx.db, staffId)
  return mandates.filter((one) => one.agencyId === agencyId && one.role === role)
}
