import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { currentStep, stepAfter } from './complete-step.ts'
import { deskAct, keepWords, type AtDesk, type DeskAct } from './desk-act.ts'
import { listDeclarations, startPause } from './detail-store.ts'
import { findDuplicates } from './duplicates.ts'
import type { Dossier } from './dossier.ts'
import { listMarks } from './mark-store.ts'
import { move } from './move.ts'
import { ensureNoticeOver } from './notice.ts'
import { keepNumber } from './personal-number.ts'
import { findPersonsAlike } from './persons-alike.ts'
import { keepResultFacts, type EnteredFacts } from './result-facts.ts'

export type Propose = DeskAct & {
  /** Needed when a field differs from the papers, or another dossier or a person looks alike. */
  remark?: string
  /** The 12 digits that the Ministry's software gave for the child; left out in an outage. */
  personalNumber?: string
  /** What the definition's `result.facts` ask for. */
  resultFacts?: EnteredFacts
}

/**
 * Proposes the result for signature; with a preview the citizen confirms it first. Differences from
 * the papers must have been closed as one of three, and what is unusual needs a remark that the
 * signer will read. Refuses as `deskAct`, and `step-not-a-proposal`, `difference-open`,
 * `proposal-needs-remark`, `number-does-not-fit`, `number-taken`, as `keepResultFacts`, and
 * `notice-missing`, `notice-not-over` where the law wants a public notice first.
 * @basis LHT 60/2014/QH13 Điều 16(2); NĐ 137/2015/NĐ-CP Điều 13, 14; practice.md 5, 6, 14
 */
export async function propose(ctx: Ctx, input: Propose): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'propose' }, async (desk) => {
    const { db, at, dossier, definition } = desk
    const step = currentStep(definition, dossier)
    if (step.kind !== 'propose') throw new Refusal('step-not-a-proposal')
    const now = ctx.clock.now()
    await ensureNoticeOver(desk, now)
    const unusual = await ensureExplained(desk, input.remark)
    await keepNumber(ctx, desk, { entered: input.personalNumber, by: desk.staffId })
    await keepResultFacts(ctx, desk, input.resultFacts ?? {})
    const words = input.remark?.trim()
      ? await keepWords(db, at, {
          kind: 'proposal',
          body: input.remark,
          writtenBy: desk.staffId,
          writtenAt: now,
        })
      : {}
    if (definition.preview) await startPause(db, at, { why: 'preview', pausedAt: now })
    return move(ctx, db, {
      dossier,
      action: 'propose',
      to: definition.preview ? 'previewing' : 'signing',
      step: stepAfter(definition, step).key,
      facts: { ...unusual, ...words, declarationNo: dossier.declarationNo },
      requestKey: input.requestKey,
    })
  })
}

async function ensureExplained(
  desk: AtDesk,
  remark: string | undefined,
): Promise<{ differs: number; alike: number; persons?: number }> {
  const { db, at } = desk
  const differing = (await listMarks(db, at)).filter(({ verdict }) => verdict === 'differs')
  if (differing.some(({ closedAs }) => closedAs === null)) throw new Refusal('difference-open')
  const alike = await findDuplicates(db, at)
  const persons = await countUndecided(desk)
  const isUnusual = differing.length > 0 || alike.length > 0 || persons > 0
  if (isUnusual && !remark?.trim()) throw new Refusal('proposal-needs-remark')
  const unusual = { differs: differing.length, alike: alike.length }
  return persons > 0 ? { ...unusual, persons } : unusual
}

/** People recorded who are likely the subject, and of whom no officer has said so or not. */
async function countUndecided({ db, at, dossier, definition }: AtDesk): Promise<number> {
  const [newest] = await listDeclarations(db, at)
  const answers = newest?.answers ?? {}
  const persons = await findPersonsAlike(db, { dossier, definition, answers })
  return persons.filter(({ band, isSame }) => band === 'likely' && !isSame).length
}
