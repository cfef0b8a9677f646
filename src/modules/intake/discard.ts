import type { Ctx } from '../../platform/ctx.ts'
import { lockOpenDraft } from './access.ts'
import { deleteDraft } from './store.ts'

/**
 * Throws an open draft away with its files' rows; the bytes go when nothing names them any more.
 * Refuses `not-found`, `draft-already-filed`, `draft-expired`.
 */
export async function discard(ctx: Ctx, input: { draftId: string }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const draft = await lockOpenDraft(ctx, db, input.draftId)
    await deleteDraft(db, draft.id)
  })
}
