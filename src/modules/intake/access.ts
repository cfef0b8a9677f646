import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Draft } from './draft.ts'
import { findDraft } from './store.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A draft is its browser's, or its confirmed phone's; one of the counter is that agency's. To
 * everybody else it does not exist.
 */
export function mayOpenDraft(actor: Ctx['actor'], draft: Draft): boolean {
  if (actor.kind === 'staff') return draft.counterAgencyId === actor.agencyId
  if (actor.kind !== 'citizen') return false
  if (actor.draftIds.includes(draft.id)) return true
  return actor.phone !== null && draft.phoneConfirmedAt !== null && actor.phone === draft.phone
}

/** The caller's draft. Refuses `not-found` when there is none or it is somebody else's. */
export async function getOwnDraft(
  ctx: Ctx,
  id: string,
  options: { db?: Queryable; lock?: boolean } = {},
): Promise<Draft> {
  const draft = UUID.test(id)
    ? await findDraft(options.db ?? ctx.db, id, { lock: options.lock ?? false })
    : undefined
  if (!draft || !mayOpenDraft(ctx.actor, draft)) throw new Refusal('not-found')
  return draft
}

/** As `getOwnDraft`, locked, and still open. Refuses `draft-already-filed`, `draft-expired`. */
export async function lockOpenDraft(ctx: Ctx, db: Queryable, id: string): Promise<Draft> {
  const draft = await getOwnDraft(ctx, id, { db, lock: true })
  if (draft.sealedAt) throw new Refusal('draft-already-filed')
  if (draft.expiresAt <= ctx.clock.now()) throw new Refusal('draft-expired')
  return draft
}

/** Is `id` a draft that the caller may open? */
export async function isOwnDraft(ctx: Ctx, id: string): Promise<boolean> {
  const draft = UUID.test(id) ? await findDraft(ctx.db, id, { lock: false }) : undefined
  return draft !== undefined && mayOpenDraft(ctx.actor, draft)
}
