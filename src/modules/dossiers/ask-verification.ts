import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getForSystem, heldBy } from './access.ts'
import { currentStep } from './complete-step.ts'
import { deskAct, keepWords, type AtDesk, type DeskAct } from './desk-act.ts'
import type { Dossier } from './dossier.ts'
import { answerByFor, openInquiries } from './inquiry.ts'
import { answerInquiryRow, insertInquiry, listInquiries, type Inquiry } from './inquiry-store.ts'
import { dueNow } from './move-due.ts'
import { stand } from './move.ts'
import { standingAct } from './standing.ts'
import type { Location } from './store.ts'
import { definitionOf, worldOf } from './world.ts'

export type AskVerification = DeskAct & {
  /** A commune's agency of the city; null for one elsewhere, which `place` names. */
  agencyId: string | null
  place?: string
  question: string
}

/**
 * Asks another commune to verify, at a step that verifies: the law's time for the answer and what
 * it leaves to finish are added to the due date. Refuses as `deskAct`, and `step-not-verification`,
 * `inquiry-place-unknown`, `inquiry-open` (to the same commune), `reason-missing` (the question),
 * `reason-too-long`.
 * @basis NĐ 123/2015/NĐ-CP Điều 26(2), 28 [check]
 */
export async function askVerification(ctx: Ctx, input: AskVerification): Promise<Dossier> {
  const own = await heldBy(ctx)
  return deskAct(ctx, { ...input, action: 'askVerification' }, async (desk) => {
    const { db, at, dossier, world, staffId } = desk
    const step = currentStep(desk.definition, dossier)
    if (step.kind !== 'verify') throw new Refusal('step-not-verification')
    const place = placeOf(ctx, desk, { ...input, own })
    const earlier = openInquiries(await listInquiries(db, at), step.key)
    if (earlier.some((inquiry) => inquiry.place === place)) throw new Refusal('inquiry-open')
    const now = ctx.clock.now()
    const words = { kind: 'inquiry', body: input.question, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    const askedOf = { agencyId: input.agencyId ?? dossier.agencyId, at: now, step }
    const answerBy = answerByFor(world, askedOf)
    const no = await insertInquiry(db, at, {
      step: step.key,
      askedAgencyId: input.agencyId,
      place,
      questionNoteNo: facts.noteNo,
      askedBy: staffId,
      askedAt: now,
      answerBy,
    })
    return stand(ctx, db, {
      dossier,
      kind: 'verificationAsked',
      facts: { ...facts, no, agencyId: input.agencyId, answerBy: answerBy.toISOString() },
      change: await dueNow(ctx, db, desk),
      requestKey: input.requestKey,
    })
  })
}

type Asked = Pick<AskVerification, 'agencyId' | 'place'> & { own: readonly string[] }

/** Refuses `inquiry-place-unknown`: no commune that is there today, or one's own. */
function placeOf(ctx: Ctx, { world }: AtDesk, { agencyId, place, own }: Asked): string {
  if (agencyId === null) {
    const named = place?.trim().normalize('NFC') ?? ''
    if (named === '' || named.length > 200) throw new Refusal('inquiry-place-unknown')
    return named
  }
  const today = legalDay(ctx.clock.now())
  const agency = world.city.agency(agencyId)
  const isThere =
    agency?.kind === 'commune' &&
    agency.validFrom <= today &&
    (agency.validTo === null || today <= agency.validTo)
  if (!isThere || own.includes(agencyId)) throw new Refusal('inquiry-place-unknown')
  return agency.name
}

export type AnswerVerification = DeskAct & { no: number; answer: string }

/**
 * Records an answer that came by letter or telephone. Refuses as `deskAct`, and `inquiry-unknown`,
 * `inquiry-answered`, `reason-missing` (what it says), `reason-too-long`.
 */
export async function answerVerification(ctx: Ctx, input: AnswerVerification): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'answerVerification' }, (desk) =>
    keepAnswer(ctx, desk, { ...input, by: desk.staffId }),
  )
}

export type VerificationAnswered = {
  agencyId: string
  dossierId: string
  no: number
  /** In words that the officer reads, at most 4,000 characters. */
  answer: string
  /** From the caller: the same key records the answer once. */
  requestKey: string
}

/**
 * The answer of a commune that was asked by message, recorded in the caller's transaction. A
 * dossier that ended meanwhile keeps the answer and moves no more. For the system only. Refuses `not-found`,
 * `inquiry-unknown`, `inquiry-answered`, `reason-missing`, `reason-too-long`.
 */
export async function verificationAnswered(
  ctx: Ctx,
  db: Queryable,
  input: VerificationAnswered,
): Promise<Dossier> {
  const { agencyId, dossierId } = input
  const at = { agencyId, dossierId }
  const dossier = await getForSystem(ctx, at, { db, lock: true })
  const world = await worldOf(db)
  const definition = definitionOf(world, dossier)
  const given = { ...input, by: 'system' }
  return keepAnswer(ctx, { db, at, dossier, definition, world }, given)
}

type Answer = { no: number; answer: string; by: string; requestKey: string }

async function keepAnswer(
  ctx: Ctx,
  desk: Omit<AtDesk, 'staffId'>,
  given: Answer,
): Promise<Dossier> {
  const { db, at, dossier } = desk
  const inquiry = (await listInquiries(db, at)).find(({ no }) => no === given.no)
  if (!inquiry) throw new Refusal('inquiry-unknown')
  if (inquiry.answeredAt !== null) throw new Refusal('inquiry-answered')
  const now = ctx.clock.now()
  const words = { kind: 'inquiry-answer', body: given.answer, writtenBy: given.by }
  const facts = await keepWords(db, at, { ...words, writtenAt: now })
  const answered = { no: given.no, answeredBy: given.by, answeredAt: now }
  await answerInquiryRow(db, at, { ...answered, answerNoteNo: facts.noteNo })
  if (!standingAct('answerVerification').during.includes(dossier.state)) return dossier
  return stand(ctx, db, {
    dossier,
    kind: 'verificationAnswered',
    facts: { ...facts, no: given.no },
    change: await dueNow(ctx, db, desk),
    requestKey: given.requestKey,
  })
}

/** One question with its place and time, for whoever carries it. */
export async function findInquiry(
  db: Queryable,
  at: Location,
  no: number,
): Promise<Inquiry | undefined> {
  return (await listInquiries(db, at)).find((inquiry) => inquiry.no === no)
}
