import type { Ctx } from '../../platform/ctx.ts'
import { enqueue } from '../../platform/jobs.ts'
import { deleteCodesEnded, deleteExpiredDrafts, takeDraftsToWarn } from './store.ts'

const DAY_MS = 86_400_000

/** Notice comes this long before the end. */
export const NOTICE_DAYS = 3

/**
 * Warns the owners of drafts that end soon (once for each end), then removes drafts whose time is
 * over and one-time codes of yesterday, in bounded batches. Run once an hour; safe to repeat.
 */
export async function expireDrafts(ctx: Ctx): Promise<{ warned: number; removed: number }> {
  const now = ctx.clock.now()
  const warned = await ctx.db.tx(async (db) => {
    const due = await takeDraftsToWarn(db, new Date(now.getTime() + NOTICE_DAYS * DAY_MS), now)
    for (const draft of due) {
      const { expiresAt } = draft
      const message = {
        template: 'draft-ends-soon',
        recipient: draft.phone,
        params: { endsAt: expiresAt.toISOString() },
        occasion: `draft-ends:${draft.id}:${expiresAt.toISOString()}`,
      }
      await enqueue(db, 'notify', message, { expiresAt })
    }
    return due.length
  })
  await deleteCodesEnded(ctx.db, new Date(now.getTime() - DAY_MS))
  return { warned, removed: await deleteExpiredDrafts(ctx.db, now) }
}
