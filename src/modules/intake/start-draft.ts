import type { Ctx } from '../../platform/ctx.ts'
import { randomFrom, uuidv7 } from '../../platform/ids.ts'
import type { Answers } from '../forms/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isOffered, type ProcedureDefinition } from '../procedures/index.ts'
import { ensureFields, RESUME_ALPHABET, type Draft } from './draft.ts'
import { insertDraft } from './store.ts'

const DAY_MS = 86_400_000

export type StartDraft = {
  definition: ProcedureDefinition
  answers: Answers
  /** At the counter: whose, by whom, and the paper slip that is entered later. */
  counter?: Pick<Draft, 'counterAgencyId' | 'counterStaffId' | 'slipNo' | 'trulyFiledAt'>
}

/**
 * A new draft holding its first answers: a draft exists from the first answer on, never before, so
 * that opening a form twice leaves no empty ones behind. Refuses `field-unknown`, and
 * `procedure-not-in-force` for what only another agency's message opens.
 */
export async function startDraft(ctx: Ctx, input: StartDraft): Promise<Draft> {
  if (!isOffered(input.definition)) throw new Refusal('procedure-not-in-force')
  ensureFields(input.definition.form, input.answers)
  const now = ctx.clock.now()
  const draft: Draft = {
    id: uuidv7(now),
    procedureKey: input.definition.key,
    revision: input.definition.revision,
    agencyId: input.counter?.counterAgencyId ?? null,
    answers: input.answers,
    keptAside: {},
    version: 1,
    resumeCode: randomFrom(RESUME_ALPHABET, 8),
    phone: null,
    phoneConfirmedAt: null,
    createdAt: now,
    updatedAt: now,
    expiresAt: expiryOf(input.definition, now),
    sealedAt: null,
    ...(input.counter ?? citizensOwn),
  }
  await insertDraft(ctx.db, draft)
  return draft
}

const citizensOwn = {
  counterAgencyId: null,
  counterStaffId: null,
  slipNo: null,
  trulyFiledAt: null,
} as const

/** Every saved step gives the whole time again. */
export function expiryOf(definition: ProcedureDefinition, now: Date): Date {
  return new Date(now.getTime() + definition.draftExpiresAfterDays * DAY_MS)
}
