import {
  findInquiry,
  verificationAnswered,
  type Dossier,
  type Listener,
} from '../dossiers/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { inquiryKey, inquiryLeg, inquiryNo } from './inquiry-leg.ts'
import type { Bodies } from './message.ts'
import type { Noting } from './noting.ts'
import { openOne } from './open-legs.ts'
import { leadFilingOf } from './standing.ts'

/**
 * A question to a commune of the city leaves as a message, in the transaction in which it is asked;
 * one to another province leaves by letter.
 * @basis NĐ 123/2015/NĐ-CP Điều 26(2), 28 [check]
 */
export const askCommune: Listener = async (ctx, db, event, dossier) => {
  const { agencyId: to, no } = event.facts
  if (event.kind !== 'verificationAsked' || typeof to !== 'string') return undefined
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const inquiry = await findInquiry(db, at, Number(no))
  const filing = await leadFilingOf(db, dossier, legalDay(ctx.clock.now()))
  const step = filing?.view.definition.steps.find(({ key }) => key === inquiry?.step)
  if (!inquiry || !filing || !step?.asks) return undefined
  const question = filing.view.notes.find((note) => note.no === inquiry.questionNoteNo)
  return openOne(ctx, db, {
    filing,
    dossier,
    leg: inquiryLeg(inquiryKey(inquiry.no), step.asks),
    to,
    dueAt: inquiry.answerBy,
    ...(question ? { more: { question: question.body } } : {}),
  })
}

/** The asked commune's answer or refusal, as the officer reads it; others know nothing of it. */
export async function inquiryAnswered(note: Noting, answer: string): Promise<Dossier> {
  const { ctx, db, dossier, taken } = note
  const no = inquiryNo(taken.leg.key)
  if (no === undefined) return dossier
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const inquiry = await findInquiry(db, at, no)
  // It crossed a letter or a call, which the officer has recorded.
  if (inquiry?.answeredAt !== null) return dossier
  const requestKey = `inquiry:${taken.leg.leg}`
  return verificationAnswered(ctx, db, { ...at, no, answer, requestKey })
}

/** "Có trong Sổ hộ tịch: số 44, quyển số 01, ngày 12/03/1968." */
export function answerInWords({ facts }: Pick<Bodies['result'], 'facts'>): string {
  if (facts['found'] !== 'có') return 'Không có trong Sổ hộ tịch.'
  const parts = [
    ['số', facts['number']],
    ['quyển số', facts['book']],
    ['ngày', facts['day']],
  ].flatMap(([name, value]) => (value?.trim() ? [`${name} ${value}`] : []))
  return parts.length === 0 ? 'Có trong Sổ hộ tịch.' : `Có trong Sổ hộ tịch: ${parts.join(', ')}.`
}
