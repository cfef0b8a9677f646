import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Draft, Seal, SealedFile } from './draft.ts'
import { findSeal, insertSeal } from './store.ts'

export type SealDraft = {
  draft: Draft
  requestKey: string
  agencyId: string
  phone: string | null
  files: readonly SealedFile[]
}

/**
 * Freezes a draft under its own id. The caller holds the draft's row lock and has checked it.
 * Refuses `key-reused` when the key already sealed something else.
 */
export async function seal(ctx: Ctx, db: Queryable, input: SealDraft): Promise<Seal> {
  const other = await findSeal(db, { requestKey: input.requestKey })
  if (other) throw new Refusal('key-reused')
  const content = { answers: input.draft.answers, phone: input.phone, files: input.files }
  const made: Seal = {
    id: input.draft.id,
    requestKey: input.requestKey,
    agencyId: input.agencyId,
    procedureKey: input.draft.procedureKey,
    revision: input.draft.revision,
    content,
    contentSha256: sha256Hex(canonicalJson(content)),
    sealedAt: ctx.clock.now(),
  }
  await insertSeal(db, made)
  return made
}
