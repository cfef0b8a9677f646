import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { AgencyHolder } from './agency.ts'
import { holderBook } from './holders.ts'
import { agencyExists, raiseEdition, selectAgencies, selectHolders, upsertHolder } from './store.ts'

/**
 * Says who holds the dossiers of an agency from a day on. Refuses `agency-unknown` and
 * `holder-circle` (the holder's own dossiers are held by the agency).
 */
export async function setHolder(ctx: Ctx, holder: AgencyHolder): Promise<void> {
  const { agencyId, holderId, fromDay } = holder
  await ctx.db.tx(async (db) => {
    await raiseEdition(db)
    for (const id of [agencyId, holderId])
      if (!(await agencyExists(db, id))) throw new Refusal('agency-unknown', { agencyId: id })
    const book = holderBook(await selectAgencies(db), await selectHolders(db))
    if (book.heldAgencies(agencyId, fromDay).includes(holderId))
      throw new Refusal('holder-circle', { agencyId, holderId })
    await upsertHolder(db, holder)
  })
}
