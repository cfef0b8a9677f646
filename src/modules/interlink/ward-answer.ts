import type { Ctx } from '../../platform/ctx.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  closeDueActions,
  deskAct,
  ensureAnswered,
  formWorldOf,
  keepPaper,
  stand,
  type AtDesk,
  type DeskAct,
  type Dossier,
  type Paper,
  type SupplementAnswer,
} from '../dossiers/index.ts'
import { checkField, findField, isAnswered, type Answers } from '../forms/index.ts'
import { endCitizenTasks } from './citizen-task-store.ts'
import { answerAction } from './lead-effects.ts'
import type { Bodies } from './message.ts'
import { send } from './send.ts'
import { findNewestBody } from './store-lanes.ts'
import { findOpenedLeg, type Leg } from './store-legs.ts'

export type AnswerPartner = DeskAct & {
  /** Which leg of the dossier asks. */
  leg: string
  /** The number of the request that was read: a later one is not answered by it. */
  no: number
  answers: readonly SupplementAnswer[]
  /** Corrected fields of the partner's form; only those asked about. */
  set: Answers
  /** Papers for the partner, their bytes already stored. */
  papers: readonly Paper[]
}

/**
 * The ward answers what a partner asked, from what it has; nothing is typed twice. Refuses as
 * `deskAct`, and `leg-not-asking`, `supplement-incomplete` (items), `supplement-field-not-asked`,
 * `reason-too-long`, `declaration-incomplete` (problems), `field-unknown`.
 * @basis TTLT 05/2015/TTLT-BTP-BCA-BYT; practice.md 13
 */
export async function answerPartner(ctx: Ctx, input: AnswerPartner): Promise<Dossier> {
  return onAskingLeg(ctx, { ...input, action: 'answerPartner' }, async (asking) => {
    const { db, at, dossier, leg, asked } = asking
    if (asked.no !== input.no) throw new Refusal('leg-not-asking')
    ensureAnswered(asked.items, { ...input, files: input.papers })
    ensureFits(asking, ctx, input)
    for (const paper of input.papers) await keepPaper(ctx, db, dossier, paper)
    const { no, answers, set, papers } = input
    await send(ctx, db, { at: leg, type: 'answerSupplement', body: { no, answers, set, papers } })
    const now = ctx.clock.now()
    await closeDueActions(db, at, now, { kind: answerAction(leg.key) })
    await endCitizenTasks(db, { ...at, leg: leg.leg, endedAt: now })
    return stand(ctx, db, {
      dossier,
      kind: 'legAnswered',
      facts: {
        leg: leg.key,
        no,
        wordsSha256: sha256Hex(canonicalJson([answers, set])),
        papers: papers.map(({ component, sha256 }) => ({ component, sha256 })),
      },
      requestKey: input.requestKey,
    })
  })
}

/** Values are judged by the form of the service, as the partner will; refused before they leave. */
function ensureFits(asking: AskingLeg, ctx: Ctx, { set, papers }: AnswerPartner): void {
  const empty = asking.asked.items.filter(
    ({ about }) => about !== null && about in set && !isAnswered(set[about]),
  )
  if (empty.length > 0)
    throw new Refusal('supplement-incomplete', { items: empty.map(({ id }) => id) })
  const { world, leg } = asking
  const definition = world.procedures.servingOn(leg.service, legalDay(ctx.clock.now()))
  if (definition === undefined) return
  const inWorld = { answers: set, world: formWorldOf(world, ctx.clock.now()) }
  const problems = Object.entries(set).flatMap(([key, value]) => {
    const field = findField(definition.form, key)
    if (!field) throw new Refusal('field-unknown', { field: key.slice(0, 80) })
    return checkField(field, value, inWorld)
  })
  if (problems.length > 0) throw new Refusal('declaration-incomplete', { problems })
  const unknown = papers.find((paper) =>
    definition.components.every(({ key }) => key !== paper.component),
  )
  if (unknown) throw new Refusal('field-unknown', { field: unknown.component.slice(0, 80) })
}

export type AskingLeg = AtDesk & { leg: Leg; asked: Bodies['requestSupplement'] }

type OnLeg = DeskAct & { leg: string; action: 'answerPartner' | 'askCitizen' }

/** The frame of what the ward does about a partner's request: the dossier locked, then its leg. */
export function onAskingLeg(
  ctx: Ctx,
  input: OnLeg,
  work: (asking: AskingLeg) => Promise<Dossier>,
): Promise<Dossier> {
  return deskAct(ctx, input, async (desk) => {
    const { db, at } = desk
    const leg = await findOpenedLeg(db, { ...at, key: input.leg })
    if (leg?.state !== 'supplementRequested') throw new Refusal('leg-not-asking')
    const asked = await findNewestBody(db, leg, 'requestSupplement')
    if (!asked) throw new Error('a leg that asks without a request')
    return work({ ...desk, leg, asked })
  })
}
