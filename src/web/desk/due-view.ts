import {
  calendarFor,
  explain,
  explainVi,
  workingDaysLeft,
  type Reason,
} from '../../modules/calendar/index.ts'
import { isEnded, type Dossier, type World } from '../../modules/dossiers/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { clockTime, shortDay } from './moments.ts'
import { stateNames } from './words.ts'

export type DueView = {
  state: 'late' | 'today' | 'soon' | 'hold' | 'ok'
  /** In the worklist, where the column says "Hạn trả". */
  text: string
  /** Alone on the dossier. */
  full: string
  /** One sentence a reason, in order; empty before receipt. */
  reasons: readonly string[]
}

/** How a dossier stands to its time: before receipt, by when to receive it. Never by colour alone. */
export function dueView(world: World, dossier: Dossier, now: Date): DueView {
  const reasons = explain(dossier.dueReasons as readonly Reason[], explainVi)
  const standing = standingStill(dossier, now)
  if (standing) return { ...standing, full: standing.text, reasons }
  const isReceived = dossier.dueAt !== null
  const at = dossier.dueAt ?? dossier.receiveBy
  const { state, when } = stateOf(world, { dossier, at, now })
  return {
    state,
    text: state === 'late' ? when : isReceived ? capital(when) : `Nhận trước ${short(when)}`,
    full: state === 'late' ? when : `${isReceived ? 'Hạn trả' : 'Nhận trước'} ${when}`,
    reasons,
  }
}

function standingStill(dossier: Dossier, now: Date): Pick<DueView, 'state' | 'text'> | undefined {
  const { state } = dossier
  if (state === 'completing' || state === 'supplementing')
    return { state: 'hold', text: 'Chờ bổ sung' }
  if (state === 'previewing') return { state: 'hold', text: 'Chờ xác nhận' }
  const endedOn = dossier.endedAt && shortDay(legalDay(dossier.endedAt), legalDay(now))
  if (state === 'signed') return { state: 'ok', text: `Đã ký ${endedOn ?? ''}`.trim() }
  return isEnded(state) ? { state: 'ok', text: stateNames[state] } : undefined
}

type At = { dossier: Dossier; at: Date; now: Date }

function stateOf(
  world: World,
  { dossier, at, now }: At,
): { state: 'late' | 'today' | 'soon' | 'ok'; when: string } {
  const calendar = calendarFor(world.calendar, dossier.agencyId)
  const days = workingDaysLeft(calendar, { now, dueAt: at })
  const [day, today] = [legalDay(at), legalDay(now)]
  if (at < now) {
    const late = days === 0 ? `Quá hạn từ ${clockTime(at)}` : `Quá hạn ${-days} ngày`
    return { state: 'late', when: late }
  }
  if (day === today) return { state: 'today', when: `hôm nay ${clockTime(at)}` }
  const when = `${shortDay(day, today)}, còn ${days} ngày`
  return { state: days <= 1 ? 'soon' : 'ok', when }
}

/** Without the days left, which the column has no room for beside the word. */
function short(when: string): string {
  return when.split(', ')[0]!
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
