import { calendarFor, dueFor, type Extension } from '../calendar/index.ts'
import type { LimitDefinition, ProcedureDefinition, StepDefinition } from '../procedures/index.ts'
import type { Inquiry } from './inquiry-store.ts'
import type { World } from './world.ts'

/**
 * The commune asked answers within 5 working days; 3 working days after its answer the asking
 * commune has finished. A revision may say otherwise of its step.
 * @basis NĐ 123/2015/NĐ-CP Điều 26(2), 28 [check]
 */
const ANSWER: LimitDefinition = { kind: 'working-days', days: 5 }
const FINISH: LimitDefinition = { kind: 'working-days', days: 3 }

/** By when the commune that is asked now has to answer. */
export function answerByFor(
  world: World,
  asked: { agencyId: string; at: Date; step: StepDefinition },
): Date {
  const calendar = calendarFor(world.calendar, asked.agencyId)
  return dueFor(calendar, { receivedAt: asked.at, limit: asked.step.limit ?? ANSWER }).dueAt
}

/**
 * The time that inquiries add: from the answer, or from the end of the time for it, what the step
 * leaves to finish. An answer that comes early ends the wait early.
 */
export function inquiryExtensions(
  world: World,
  definition: ProcedureDefinition,
  asked: { agencyId: string; inquiries: readonly Inquiry[] },
): readonly Extension[] {
  const calendar = calendarFor(world.calendar, asked.agencyId)
  return asked.inquiries.map((inquiry) => {
    const step = definition.steps.find(({ key }) => key === inquiry.step)
    const receivedAt = inquiry.answeredAt ?? inquiry.answerBy
    const { dueAt } = dueFor(calendar, { receivedAt, limit: step?.finish ?? FINISH })
    return { at: inquiry.askedAt, to: dueAt, why: 'verification' }
  })
}

/** What still waits for its answer at this step. */
export function openInquiries(
  inquiries: readonly Inquiry[],
  step: string | null,
): readonly Inquiry[] {
  return inquiries.filter((inquiry) => inquiry.step === step && inquiry.answeredAt === null)
}
