import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { calendarFor, dueFor } from '../calendar/index.ts'
import { stand, type DeskAct, type Dossier, type World } from '../dossiers/index.ts'
import { insertCitizenTask, type CitizenTask } from './citizen-task-store.ts'
import { ANSWER_WITHIN_WORKING_DAYS } from './lead-effects.ts'
import { onAskingLeg } from './ward-answer.ts'

export type AskCitizen = DeskAct &
  Pick<CitizenTask, 'kind' | 'who' | 'component'> & {
    /** Which leg of the dossier needs it. */
    leg: string
  }

/**
 * A partner needs what only the citizen can give: a signature, an original. The ward tells them
 * what, where and before when; the ward still answers the partner. Refuses as `answerPartner`, and
 * `component-unknown`.
 * @basis TTLT 05/2015/TTLT-BTP-BCA-BYT; practice.md 13
 */
export async function askCitizen(ctx: Ctx, input: AskCitizen): Promise<Dossier> {
  const { leg: key, kind, who, component } = input
  return onAskingLeg(ctx, { ...input, action: 'askCitizen' }, async (asking) => {
    const { db, at, world, dossier, leg, staffId } = asking
    const { components } = asking.definition
    if (!components.some((known) => known.key === component)) {
      throw new Refusal('component-unknown', { component })
    }
    const now = ctx.clock.now()
    const by = comeBy(world, dossier.agencyId, now)
    const task = { leg: leg.leg, kind, who, component, by, toldBy: staffId, toldAt: now }
    const no = await insertCitizenTask(db, at, task)
    return stand(ctx, db, {
      dossier,
      kind: 'citizenAsked',
      facts: { leg: key, no, kind, who, component, by: by.toISOString() },
      requestKey: input.requestKey,
    })
  })
}

/** The last moment at which the desk is open, within the days the ward has to answer. */
export function comeBy(world: Pick<World, 'calendar'>, agencyId: string, now: Date): Date {
  const limit = { kind: 'working-days', days: ANSWER_WITHIN_WORKING_DAYS } as const
  return dueFor(calendarFor(world.calendar, agencyId), { receivedAt: now, limit }).dueAt
}
