import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureDefinition, StepDefinition } from '../procedures/index.ts'
import { deskAct, keepWords, type AtDesk, type DeskAct } from './desk-act.ts'
import type { Dossier } from './dossier.ts'
import { openInquiries } from './inquiry.ts'
import { listInquiries } from './inquiry-store.ts'
import { move } from './move.ts'

export type CompleteStep = DeskAct & { remark?: string }

/**
 * Finishes a check, verification or consultation and opens the definition's next step. Refuses as
 * `deskAct`, and `step-needs-proposal` when the current step is one that proposes,
 * `inquiry-waiting` while another commune may still answer, `inquiry-needs-remark` when it did not.
 */
export async function completeStep(ctx: Ctx, input: CompleteStep): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'completeStep' }, async (desk) => {
    const { db, at, dossier, definition, staffId } = desk
    const step = currentStep(definition, dossier)
    if (step.kind === 'propose') throw new Refusal('step-needs-proposal')
    const now = ctx.clock.now()
    await ensureVerified(desk, { step, remark: input.remark, now })
    const words = input.remark?.trim()
      ? await keepWords(db, at, {
          kind: 'step',
          body: input.remark,
          writtenBy: staffId,
          writtenAt: now,
        })
      : {}
    return move(ctx, db, {
      dossier,
      action: 'completeStep',
      to: 'processing',
      step: stepAfter(definition, step).key,
      facts: { done: step.key, ...words },
      requestKey: input.requestKey,
    })
  })
}

type Ending = { step: StepDefinition; remark: string | undefined; now: Date }

/** What another commune was asked is waited for; after its time the officer says why to go on. */
async function ensureVerified({ db, at }: AtDesk, { step, remark, now }: Ending): Promise<void> {
  const [open] = openInquiries(await listInquiries(db, at), step.key).toSorted(
    (a, b) => +b.answerBy - +a.answerBy,
  )
  if (!open) return
  const { place, answerBy } = open
  if (now <= answerBy) throw new Refusal('inquiry-waiting', { place, answerBy })
  if (!remark?.trim()) throw new Refusal('inquiry-needs-remark', { place })
}

export function currentStep(definition: ProcedureDefinition, dossier: Dossier): StepDefinition {
  const step = definition.steps.find(({ key }) => key === dossier.step)
  if (!step) throw new Error(`a received dossier stands at no step of ${definition.key}`)
  return step
}

/** `checkDefinition` has made sure that a `sign` step comes last. */
export function stepAfter(definition: ProcedureDefinition, step: StepDefinition): StepDefinition {
  const next = definition.steps[definition.steps.indexOf(step) + 1]
  if (!next) throw new Error(`no step after ${step.key} of ${definition.key}`)
  return next
}
