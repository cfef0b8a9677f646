import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ReadinessFact } from './stage.ts'
import { agencyExists, raiseEdition, upsertReadiness } from './store.ts'

/** Records that something is, or is no longer, ready at an agency. Refuses `agency-unknown`. */
export async function recordReadiness(ctx: Ctx, fact: ReadinessFact): Promise<void> {
  await ctx.db.tx(async (db) => {
    await raiseEdition(db)
    const { agencyId } = fact
    if (!(await agencyExists(db, agencyId))) throw new Refusal('agency-unknown', { agencyId })
    await upsertReadiness(db, fact)
  })
}
