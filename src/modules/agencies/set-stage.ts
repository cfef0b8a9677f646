import type { Ctx } from '../../platform/ctx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Stage } from './stage.ts'
import { agencyExists, raiseEdition, upsertAgencyStage } from './store.ts'

export type SetStage = {
  procedureKey: string
  agencyId: string
  fromDay: PlainDate
  stage: Stage
  /** The decision it rests on. */
  source: string
}

/** Sets how far a procedure is online at one agency from a day on. Refuses `agency-unknown`. */
export async function setStage(ctx: Ctx, input: SetStage): Promise<void> {
  await ctx.db.tx(async (db) => {
    await raiseEdition(db)
    const { agencyId } = input
    if (!(await agencyExists(db, agencyId))) throw new Refusal('agency-unknown', { agencyId })
    await upsertAgencyStage(db, input)
  })
}
