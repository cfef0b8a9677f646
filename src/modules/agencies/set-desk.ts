import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Desk, DeskSpan } from './agency.ts'
import { raiseEdition, updateDesk } from './store.ts'

/**
 * Sets where and when the desk of an agency receives; null hours: the city's default.
 * Refuses `desk-hours-malformed` and `agency-unknown`.
 */
export async function setDesk(ctx: Ctx, input: { agencyId: string; desk: Desk }): Promise<void> {
  const { agencyId, desk } = input
  if (desk.hours?.some((span) => !isSpan(span)))
    throw new Refusal('desk-hours-malformed', { agencyId })
  await ctx.db.tx(async (db) => {
    await raiseEdition(db)
    if (!(await updateDesk(db, agencyId, desk))) throw new Refusal('agency-unknown', { agencyId })
  })
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

function isSpan({ weekday, from, to }: DeskSpan): boolean {
  return (
    Number.isInteger(weekday) &&
    weekday >= 1 &&
    weekday <= 7 &&
    TIME.test(from) &&
    TIME.test(to) &&
    from < to
  )
}
