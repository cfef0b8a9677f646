import type { Ctx } from '../../platform/ctx.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkPersonalNumber } from '../people/index.ts'
import { releaseClaims, takeClaim } from './claim-store.ts'
import { currentStep, stepAfter } from './complete-step.ts'
import { deskAct, keepWords, type AtDesk, type DeskAct } from './desk-act.ts'
import {
  findNewestNote,
  insertNote,
  listDeclarations,
  listMarks,
  startPause,
} from './detail-store.ts'
import { findDuplicates } from './duplicates.ts'
import type { Dossier } from './dossier.ts'
import { move } from './move.ts'
import { keepResultFacts, type EnteredFacts } from './result-facts.ts'

export type Propose = DeskAct & {
  /** Needed when a field differs from the papers, or another dossier looks alike. */
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
 * `proposal-needs-remark`, `number-does-not-fit`, `number-taken`, and as `keepResultFacts`.
 * @basis LHT 60/2014/QH13 Điều 16(2); NĐ 137/2015/NĐ-CP Điều 13, 14; practice.md 5, 6, 14
 */
export async function propose(ctx: Ctx, input: Propose): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'propose' }, async (desk) => {
    const { db, at, dossier, definition } = desk
    const step = currentStep(definition, dossier)
    if (step.kind !== 'propose') throw new Refusal('step-not-a-proposal')
    const unusual = await ensureExplained(desk, input.remark)
    const now = ctx.clock.now()
    await keepNumber(ctx, desk, input.personalNumber)
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
  { db, at }: AtDesk,
  remark: string | undefined,
): Promise<{ differs: number; alike: number }> {
  const differing = (await listMarks(db, at)).filter(({ verdict }) => verdict === 'differs')
  if (differing.some(({ closedAs }) => closedAs === null)) throw new Refusal('difference-open')
  const alike = await findDuplicates(db, at)
  const isUnusual = differing.length > 0 || alike.length > 0
  if (isUnusual && !remark?.trim()) throw new Refusal('proposal-needs-remark')
  return { differs: differing.length, alike: alike.length }
}

/**
 * The number is personal data: it is kept as an erasable row, never in the event. One that was kept
 * before the declaration was corrected must fit what is declared now, or a new one is given.
 */
async function keepNumber(ctx: Ctx, desk: AtDesk, given: string | undefined): Promise<void> {
  const fits = desk.definition.register?.givesNumber
  if (!fits) return
  const entered = given?.replace(/\s/g, '') ?? ''
  const number = entered || (await findNewestNote(desk.db, desk.at, NUMBER))?.body
  if (!number) return
  const [declaration] = await listDeclarations(desk.db, desk.at)
  const sex = declaration?.answers[fits.sex]
  const birth = declaration?.answers[fits.birth]
  const problem = checkPersonalNumber(number, {
    ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    ...(typeof birth === 'string' ? { birthYear: Number(birth.slice(0, 4)) } : {}),
  })
  if (problem) throw new Refusal('number-does-not-fit')
  const keyHash = sha256Hex(`personal-number:${number}`)
  const claim = { kind: NUMBER, keyHash, takenAt: ctx.clock.now() } as const
  if (!(await takeClaim(desk.db, desk.at, claim))) throw new Refusal('number-taken')
  await releaseClaims(desk.db, desk.at, { of: [NUMBER], but: [keyHash] })
  if (entered === '') return
  const note = { kind: NUMBER, body: number, writtenBy: desk.staffId }
  await insertNote(desk.db, desk.at, { ...note, writtenAt: ctx.clock.now() })
}

const NUMBER = 'personal-number' as const
