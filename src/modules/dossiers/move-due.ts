import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { calendarFor, moveDueDate, type Extension } from '../calendar/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { deskAct, keepWords, type DeskAct } from './desk-act.ts'
import { findNewestNote, listPauses } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { dueOf } from './due.ts'
import { planDue } from './due-plan.ts'
import { listEvents } from './event-store.ts'
import { inquiryExtensions } from './inquiry.ts'
import { listInquiries } from './inquiry-store.ts'
import { stand } from './move.ts'
import { noticeExtensions } from './notice.ts'
import type { DossierChange } from './store.ts'
import type { World } from './world.ts'

export type MoveDue = DeskAct & { to: Date; reason: string }

/**
 * Moves the due date once, with the reason that the written apology gives. Only the head of the
 * agency or a deputy may. Refuses as `deskAct`, and `due-date-already-moved`,
 * `due-date-without-reason`, `due-date-in-past`, `due-date-not-later`,
 * `due-date-outside-desk-hours`.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(9)
 */
export async function moveDue(ctx: Ctx, input: MoveDue): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'moveDue' }, async (desk) => {
    const { db, at, dossier, world, staffId } = desk
    // What the law ended has no date left to move.
    if (!dossier.dueAt || dossier.endedAt) {
      throw new Refusal('act-not-now', { state: dossier.state })
    }
    const now = ctx.clock.now()
    const moved = moveDueDate(calendarFor(world.calendar, dossier.agencyId), {
      dueAt: dossier.dueAt,
      moved: await movedOf(db, dossier),
      to: input.to,
      reason: input.reason,
      now,
    })
    const words = { kind: 'due-moved', body: input.reason, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    await planDue(db, world, at, { dueAt: moved.to, now })
    return stand(ctx, db, {
      dossier,
      kind: 'dueMoved',
      facts: { ...facts, dueBefore: dossier.dueAt.toISOString(), due: moved.to.toISOString() },
      change: { dueAt: moved.to, escalation: null },
      requestKey: input.requestKey,
    })
  })
}

type Given = { dossier: Dossier; definition: ProcedureDefinition; world: World }

/** The due date of a received dossier after all that happened to its clock, as a change of its row. */
export async function dueNow(ctx: Ctx, db: Queryable, given: Given): Promise<DossierChange> {
  const { dossier, definition, world } = given
  if (!dossier.receivedAt) throw new Error('a dossier has a due date once it is received')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const pauses = await listPauses(db, at)
  const due = dueOf(world, definition, {
    agencyId: dossier.agencyId,
    receivedAt: dossier.receivedAt,
    pauses,
    moved: await movedOf(db, dossier),
    extensions: await extensionsOf(db, given),
  })
  const now = ctx.clock.now()
  await planDue(db, world, at, { dueAt: due.dueAt, now })
  const change = { dueAt: due.dueAt, dueReasons: due.reasons }
  return due.dueAt > now ? { ...change, escalation: null } : change
}

/** The time that the law adds. */
export async function extensionsOf(db: Queryable, given: Given): Promise<readonly Extension[]> {
  const { dossier, definition, world } = given
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const inquiries = await listInquiries(db, at)
  const { agencyId } = dossier
  return [
    ...inquiryExtensions(world, definition, { agencyId, inquiries }),
    ...(await noticeExtensions(db, world, given)),
  ]
}

async function movedOf(db: Queryable, dossier: Dossier) {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const events = await listEvents(db, at)
  const event = events.find(({ kind }) => kind === 'dueMoved')
  if (!event) return null
  const note = await findNewestNote(db, at, 'due-moved')
  return { at: event.at, to: new Date(String(event.facts['due'])), reason: note?.body ?? '' }
}
