import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { prune, type Answers } from '../forms/index.ts'
import { loadProcedures } from '../procedures/index.ts'
import { lockOpenDraft } from './access.ts'
import { ensureFields, type Draft } from './draft.ts'
import { expiryOf } from './start-draft.ts'
import { updateDraft } from './store.ts'

export type SaveAnswers = {
  draftId: string
  set: Answers
  /** Fields the citizen emptied. */
  clear?: readonly string[]
  agencyId?: string | null
}

export type Saved = { draft: Draft; hidden: readonly string[] }

/**
 * Saves some answers of a draft, whether they are right or not: nothing typed is lost. An answer
 * that the new ones hide is taken out of the declaration, kept aside and named in `hidden`; it comes
 * back when its question does. Refuses `not-found`, `draft-already-filed`, `draft-expired`,
 * `procedure-unknown`, `field-unknown`.
 */
export async function saveAnswers(ctx: Ctx, input: SaveAnswers): Promise<Saved> {
  const procedures = await loadProcedures(ctx.db)
  return ctx.db.tx(async (db) => {
    const draft = await lockOpenDraft(ctx, db, input.draftId)
    const now = ctx.clock.now()
    const definition = procedures.revision(draft.procedureKey, draft.revision)
    if (!definition) throw new Refusal('procedure-unknown')
    ensureFields(definition.form, input.set)
    const merged = merge(draft, input)
    const { kept } = prune(definition.form, merged)
    const keptAside = without(merged, kept)
    const change = {
      answers: kept,
      keptAside,
      revision: draft.revision,
      agencyId: input.agencyId === undefined ? draft.agencyId : input.agencyId,
      updatedAt: now,
      expiresAt: expiryOf(definition, now),
    }
    const hidden = Object.keys(keptAside).filter((key) => key in draft.answers)
    return { draft: await updateDraft(db, draft.id, change), hidden }
  })
}

function merge(draft: Draft, input: SaveAnswers): Answers {
  const merged: Record<string, Answers[string]> = {
    ...draft.keptAside,
    ...draft.answers,
    ...input.set,
  }
  for (const key of input.clear ?? []) delete merged[key]
  return merged
}

function without(all: Answers, kept: Answers): Answers {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !(key in kept)))
}

export type Adopt = { draftId: string }

/**
 * Moves an open draft to the revision in force today, keeping every answer: what the new form no
 * longer asks is kept aside. The caller has shown the citizen what changed. Refuses `not-found`,
 * `draft-already-filed`, `draft-expired`, `procedure-not-in-force`.
 */
export async function adoptRevision(ctx: Ctx, input: Adopt): Promise<Draft> {
  const procedures = await loadProcedures(ctx.db)
  return ctx.db.tx(async (db) => {
    const draft = await lockOpenDraft(ctx, db, input.draftId)
    const now = ctx.clock.now()
    const definition = procedures.revisionOn(draft.procedureKey, legalDay(now))
    if (!definition) throw new Refusal('procedure-not-in-force')
    const all = { ...draft.keptAside, ...draft.answers }
    const { kept } = prune(definition.form, all)
    return updateDraft(db, draft.id, {
      answers: kept,
      keptAside: without(all, kept),
      revision: definition.revision,
      agencyId: draft.agencyId,
      updatedAt: now,
      expiresAt: expiryOf(definition, now),
    })
  })
}
