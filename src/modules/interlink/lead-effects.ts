import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { calendarFor, dueFor } from '../calendar/index.ts'
import {
  closeDueActions,
  getForSystem,
  keepWords,
  setDueAction,
  stand,
  worldOf,
  type Dossier,
  type EventFacts,
} from '../dossiers/index.ts'
import type { FileStore } from '../files/index.ts'
import { answerInWords, inquiryAnswered } from './ask-commune.ts'
import { endCitizenTasks } from './citizen-task-store.ts'
import type { LegEffect } from './effects.ts'
import { keepResult } from './keep-result.ts'
import { isHeld } from './legs-of.ts'
import type { Bodies } from './message.ts'
import { sourceOf, type Noting } from './noting.ts'
import { leadFilingOf } from './standing.ts'

/** Working days within which the commune answers what another agency asks. */
export const ANSWER_WITHIN_WORKING_DAYS = 2

/** What the lead does with what its partners write: nothing is decided here, only noted and told. */
export function leadEffects(files: FileStore): LegEffect {
  return async (ctx, db, taken) => {
    const { leg, message } = taken
    if (leg.side !== 'lead' || leg.dossierId === null) return
    const at = { agencyId: leg.agencyId, dossierId: leg.dossierId }
    const dossier = await getForSystem(ctx, at, { db })
    const note = { ctx, db, dossier, taken, files }
    switch (message.type) {
      case 'requestSupplement':
        return asked(note, message.body as Bodies['requestSupplement'])
      case 'delayed':
        return delayed(note, message.body as Bodies['delayed'])
      case 'result':
        return resulted(note, message.body as Bodies['result'])
      case 'refused':
        return refused(note, message.body as Bodies['refused'])
      case 'cancelled':
        await ended(note, { became: 'cancelled' })
        return
      default:
        // `received` moves the leg alone: its code and date are in the message.
        return
    }
  }
}

/**
 * The commune answers, never the citizen, within two working days.
 * @basis TTLT 05/2015/TTLT-BTP-BCA-BYT; practice.md 13
 */
async function asked(note: Noting, { no, items }: Bodies['requestSupplement']): Promise<void> {
  const { ctx, db, dossier, taken } = note
  // It crossed our cancel: nobody answers any more.
  if (taken.leg.state !== 'supplementRequested') return
  const { calendar } = await worldOf(db)
  const { dueAt } = dueFor(calendarFor(calendar, dossier.agencyId), {
    receivedAt: ctx.clock.now(),
    limit: { kind: 'working-days', days: ANSWER_WITHIN_WORKING_DAYS },
  })
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  await setDueAction(db, at, { kind: answerAction(taken.leg.key), at: dueAt })
  await moved(note, {
    became: 'supplementRequested',
    no,
    items: items.length,
    answerBy: dueAt.toISOString(),
  })
}

/** The legal moment by which the ward answers a leg's request. */
export function answerAction(leg: string): string {
  return `answer-leg:${leg}`
}

/** The partner's own apology; the slip that the lead keeps says why. */
async function delayed(note: Noting, { dueAt, reason }: Bodies['delayed']): Promise<void> {
  const words = await keepPartnersWords(note, `leg-delayed:${note.taken.leg.key}`, reason)
  await moved(note, { became: 'delayed', due: dueAt, ...words })
}

async function resulted(note: Noting, body: Bodies['result']): Promise<void> {
  const kept = await keepResult(note, body)
  const { facts } = kept
  const dossier = await inquiryAnswered({ ...note, dossier: kept.dossier }, answerInWords(body))
  await ended({ ...note, dossier }, { became: 'done', ...facts })
}

/** Why, in the partner's words: the citizen reads it, and what to do. */
async function refused(note: Noting, { reason }: Bodies['refused']): Promise<void> {
  const words = await keepPartnersWords(note, `leg-refused:${note.taken.leg.key}`, reason)
  const dossier = await inquiryAnswered(note, `Không trả lời được: ${reason}`)
  await ended({ ...note, dossier }, { became: 'refused', holds: await isHolding(note), ...words })
}

/** Does the citizen wait for this leg? */
async function isHolding({ ctx, db, dossier, taken }: Noting): Promise<boolean> {
  const filing = await leadFilingOf(db, dossier, legalDay(ctx.clock.now()))
  const own = filing?.standing.legs.find(({ key }) => key === taken.leg.key)
  return own?.holds === 'handOver'
}

function keepPartnersWords({ ctx, db, dossier, taken }: Noting, kind: string, body: string) {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const writtenBy = taken.leg.otherParty
  return keepWords(db, at, { kind, body, writtenBy, writtenAt: ctx.clock.now() })
}

function moved({ ctx, db, dossier, taken }: Noting, facts: EventFacts): Promise<Dossier> {
  const { leg, message } = taken
  return stand(ctx, db, {
    dossier,
    kind: 'legMoved',
    facts: { leg: leg.key, ...facts },
    requestKey: sourceOf(message),
  })
}

/** A leg has ended: nothing is asked of anybody, and perhaps all of them have. */
async function ended(note: Noting, facts: EventFacts): Promise<void> {
  const { ctx, db, taken } = note
  const now = ctx.clock.now()
  const at = { agencyId: note.dossier.agencyId, dossierId: note.dossier.id }
  await closeDueActions(db, at, now, { kind: answerAction(taken.leg.key) })
  await endCitizenTasks(db, { ...at, leg: taken.leg.leg, endedAt: now })
  // What listens to the event opens the legs that needed this result.
  const after = await moved(note, facts)
  await complete(ctx, db, after)
}

/**
 * When the last leg that holds the hand-over has ended, the legal clock of the filing stops and the
 * citizen is invited to collect everything at one place.
 * @basis NĐ 61/2018/NĐ-CP Điều 20; TTLT 05/2015/TTLT-BTP-BCA-BYT
 */
export async function complete(ctx: Ctx, db: Queryable, dossier: Dossier): Promise<Dossier> {
  const isWaiting = dossier.state === 'signed' || dossier.state === 'interlinking'
  if (!isWaiting || dossier.endedAt !== null) return dossier
  const filing = await leadFilingOf(db, dossier, legalDay(ctx.clock.now()))
  if (filing === undefined || isHeld(filing.standing)) return dossier
  const { standing } = filing
  const refusedLegs = [...standing.states].filter(([, state]) => state === 'refused')
  return stand(ctx, db, {
    dossier,
    kind: 'legsCompleted',
    facts: { legs: standing.states.size, refused: refusedLegs.length },
    change: { endedAt: ctx.clock.now() },
    requestKey: `legs:${dossier.id}`,
  })
}
