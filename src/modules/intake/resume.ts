import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readResumeCode, type Draft, type DraftFile } from './draft.ts'
import { getOwnDraft } from './access.ts'
import { findDraftByResumeCode, listDraftFiles, listDraftsOf } from './store.ts'

/** The draft a resume code opens. Refuses `resume-code-unknown` for anything else, alike. */
export async function resume(ctx: Ctx, input: { code: string }): Promise<Draft> {
  const code = readResumeCode(input.code)
  const draft = code && (await findDraftByResumeCode(ctx.db, code, ctx.clock.now()))
  if (!draft) throw new Refusal('resume-code-unknown')
  return draft
}

/** The caller's open drafts, newest first, at most 50. */
export async function listOwnDrafts(ctx: Ctx): Promise<Draft[]> {
  if (ctx.actor.kind !== 'citizen') return []
  return listDraftsOf(ctx.db, {
    ids: ctx.actor.draftIds,
    phone: ctx.actor.phone,
    now: ctx.clock.now(),
    limit: 50,
  })
}

/** The files of the caller's draft. Refuses `not-found`. */
export async function listOwnDraftFiles(ctx: Ctx, draftId: string): Promise<DraftFile[]> {
  const draft = await getOwnDraft(ctx, draftId)
  return listDraftFiles(ctx.db, draft.id)
}
