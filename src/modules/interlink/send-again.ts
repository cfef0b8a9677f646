import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ensureStaff, heldBy } from '../dossiers/index.ts'
import { askToDeliverMessages } from './send.ts'
import { makeDue } from './store-deliveries.ts'
import { insertSentAgain, lockSentMessage } from './store-lists.ts'

/** Who answers for an agency's exchange. */
export const exchangeRoles = ['unitAdmin', 'civilStatusOfficer', 'chairman', 'director'] as const

/**
 * A person sends a stopped message again, as if it had just been written; who, when and why it had
 * stopped is kept. Refuses `not-found`, `not-your-role`, `message-not-stopped`.
 */
export async function sendAgain(ctx: Ctx, { messageId }: { messageId: string }): Promise<void> {
  const { staffId, roles } = ensureStaff(ctx)
  const agencies = await heldBy(ctx)
  if (!exchangeRoles.some((role) => roles.includes(role))) throw new Refusal('not-your-role')
  const now = ctx.clock.now()
  await ctx.db.tx(async (db) => {
    const message = await lockSentMessage(db, { agencies, id: messageId })
    if (message === undefined) throw new Refusal('not-found')
    const { agencyId, party, leg, seq, deadReason: reason } = message
    if (reason === null) throw new Refusal('message-not-stopped')
    await makeDue(db, { agencyId, leg, seq }, now)
    await insertSentAgain(db, { agencyId, messageId, reason, doneBy: staffId, doneAt: now })
    await askToDeliverMessages(db, { agencyId, leg, otherParty: party })
  })
}
