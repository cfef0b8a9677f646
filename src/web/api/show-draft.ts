import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadCity } from '../../modules/agencies/index.ts'
import { validateForm } from '../../modules/forms/index.ts'
import {
  answersWithFiles,
  getOwnDraft,
  listOwnDraftFiles,
  type Draft,
  type DraftFile,
} from '../../modules/intake/index.ts'
import {
  formWorldOf,
  loadProcedures,
  type ProcedureDefinition,
} from '../../modules/procedures/index.ts'
import { instant } from './schemas.ts'

export type OpenDraft = {
  draft: Draft
  files: readonly DraftFile[]
  definition: ProcedureDefinition
}

/** The caller's draft with its files and revision. Refuses `not-found`. */
export async function openDraft(ctx: Ctx, draftId: string): Promise<OpenDraft> {
  const [draft, procedures] = await Promise.all([getOwnDraft(ctx, draftId), loadProcedures(ctx.db)])
  const files = await listOwnDraftFiles(ctx, draftId)
  const definition = procedures.revision(draft.procedureKey, draft.revision)
  if (!definition) throw new Refusal('procedure-unknown')
  return { draft, files, definition }
}

/** What field checks need today. */
export async function formWorldToday(ctx: Ctx) {
  return formWorldOf(await loadCity(ctx.db), legalDay(ctx.clock.now()))
}

/** The draft as the API answers it, with everything that is wrong in it today. */
export async function showDraft(ctx: Ctx, { draft, files, definition }: OpenDraft) {
  const answers = answersWithFiles(draft.answers, files)
  const world = await formWorldToday(ctx)
  return {
    id: draft.id,
    procedure: draft.procedureKey,
    revision: draft.revision,
    resumeCode: draft.resumeCode,
    agencyId: draft.agencyId,
    answers,
    keptAside: Object.keys(draft.keptAside),
    uploads: files.map(showUpload),
    problems: validateForm(definition.form, answers, world),
    phoneConfirmed: draft.phoneConfirmedAt !== null,
    updatedAt: instant(draft.updatedAt),
    expiresAt: instant(draft.expiresAt),
    filedAt: instant(draft.sealedAt),
  }
}

export function showUpload(file: Omit<DraftFile, 'uploadedAt'>) {
  const { id, field, component, name, mime, sizeBytes, sha256 } = file
  return { id, field, component, name, mime, sizeBytes, sha256 }
}
