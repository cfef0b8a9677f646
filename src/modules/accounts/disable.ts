import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { endStaffSessions } from '../../platform/sessions.ts'
import { findStaffByLogin, setDisabled } from './store.ts'

/** Disables an account: sessions end, tokens stop, the row stays. Throws Refusal `staff-unknown`. */
export async function disable(ctx: Ctx, login: string): Promise<void> {
  const staff = await findStaffByLogin(ctx.db, login.toLowerCase())
  if (staff === undefined) throw new Refusal('staff-unknown')
  await ctx.db.tx(async (db) => {
    await setDisabled(db, staff.id, ctx.clock.now())
    await endStaffSessions(db, staff.id)
  })
}
