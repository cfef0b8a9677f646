import type { Queryable } from '../../platform/db.ts'
import { addDays, instantAt, legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { calendarFor, dueFor, type Extension } from '../calendar/index.ts'
import type { Answers } from '../forms/index.ts'
import { runChecks, type ProcedureDefinition } from '../procedures/index.ts'
import type { AtDesk } from './desk-act.ts'
import { listDeclarations } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { listNotices } from './notice-store.ts'
import type { World } from './world.ts'

/** For how many days the law wants a notice for what is declared; null: it wants none. */
export function noticeDaysOf(
  definition: ProcedureDefinition,
  answers: Answers,
  on: { filedOn: PlainDate; today: PlainDate },
): number | null {
  const days = runChecks(definition, answers, on).flatMap(({ notice }) => notice?.days ?? [])
  return days.length === 0 ? null : Math.max(...days)
}

type Declared = Pick<AtDesk, 'db' | 'at' | 'dossier' | 'definition'>

/** The same, for a dossier as it is declared now. */
export async function noticeDays(desk: Declared, now: Date): Promise<number | null> {
  const [declaration] = await listDeclarations(desk.db, desk.at)
  const on = { filedOn: legalDay(desk.dossier.filedAt), today: legalDay(now) }
  return noticeDaysOf(desk.definition, declaration!.answers, on)
}

/**
 * Nothing is proposed before the notice has hung its time. Refuses `notice-missing`,
 * `notice-not-over` (the last day).
 */
export async function ensureNoticeOver(desk: Declared, now: Date): Promise<void> {
  if ((await noticeDays(desk, now)) === null) return
  const [notice] = await listNotices(desk.db, desk.at)
  if (!notice) throw new Refusal('notice-missing')
  if (legalDay(now) <= notice.toDay) throw new Refusal('notice-not-over', { toDay: notice.toDay })
}

/**
 * The days of the notice do not count: the limit of the procedure begins when they are over.
 * @basis NĐ 123/2015/NĐ-CP Điều 14 [check: the ward's clock meanwhile]
 */
export async function noticeExtensions(
  db: Queryable,
  world: World,
  given: { dossier: Dossier; definition: ProcedureDefinition },
): Promise<readonly Extension[]> {
  const { dossier, definition } = given
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const notices = await listNotices(db, at)
  const calendar = calendarFor(world.calendar, dossier.agencyId)
  return notices.slice(0, 1).map(({ toDay, recordedAt }) => {
    const receivedAt = instantAt(addDays(toDay, 1), 0)
    const { dueAt } = dueFor(calendar, { receivedAt, limit: definition.limit })
    return { at: recordedAt, to: dueAt, why: 'notice' }
  })
}
