import {
  calendarFor,
  explain,
  explainEn,
  explainVi,
  workingDaysLeft,
  type Reason,
} from '../../modules/calendar/index.ts'
import { isEnded, type Dossier, type World } from '../../modules/dossiers/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { sayIn } from '../ui/lang.tsx'
import type { Lang } from '../words/index.ts'
import { clockTime, shortDay } from './moments.ts'
import { counted, stateName } from './words.ts'

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
export function dueView(world: World, dossier: Dossier, now: Date, lang: Lang = 'vi'): DueView {
  const t = sayIn(lang)
  const explained = lang === 'en' ? explainEn : explainVi
  const reasons = explain(dossier.dueReasons as readonly Reason[], explained)
  const standing = standingStill(dossier, now, lang)
  if (standing) return { ...standing, full: standing.text, reasons }
  const isReceived = dossier.dueAt !== null
  const receiveBy = t('Nhận trước', 'Receive by')
  const at = dossier.dueAt ?? dossier.receiveBy
  const { state, when } = stateOf(world, { dossier, at, now, lang })
  return {
    state,
    text: state === 'late' ? when : isReceived ? capital(when) : `${receiveBy} ${short(when)}`,
    full: state === 'late' ? when : `${isReceived ? t('Hạn trả', 'Due') : receiveBy} ${when}`,
    reasons,
  }
}

function standingStill(
  dossier: Dossier,
  now: Date,
  lang: Lang,
): Pick<DueView, 'state' | 'text'> | undefined {
  const { state } = dossier
  const t = sayIn(lang)
  if (state === 'completing' || state === 'supplementing')
    return { state: 'hold', text: t('Chờ bổ sung', 'Waiting for supplement') }
  if (state === 'previewing')
    return { state: 'hold', text: t('Chờ xác nhận', 'Waiting for confirmation') }
  const endedOn = dossier.endedAt && shortDay(legalDay(dossier.endedAt), legalDay(now))
  if (state === 'signed')
    return { state: 'ok', text: `${t('Đã ký', 'Signed')} ${endedOn ?? ''}`.trim() }
  return isEnded(state) ? { state: 'ok', text: stateName(state, lang) } : undefined
}

type At = { dossier: Dossier; at: Date; now: Date; lang: Lang }

function stateOf(
  world: World,
  { dossier, at, now, lang }: At,
): { state: 'late' | 'today' | 'soon' | 'ok'; when: string } {
  const calendar = calendarFor(world.calendar, dossier.agencyId)
  const days = workingDaysLeft(calendar, { now, dueAt: at })
  const [day, today, time] = [legalDay(at), legalDay(now), clockTime(at)]
  const t = sayIn(lang)
  if (at < now) {
    const late =
      days === 0
        ? t(`Quá hạn từ ${time}`, `Overdue since ${time}`)
        : t(`Quá hạn ${-days} ngày`, `${counted(-days, 'day')} overdue`)
    return { state: 'late', when: late }
  }
  if (day === today) return { state: 'today', when: t(`hôm nay ${time}`, `today ${time}`) }
  const left = t(`còn ${days} ngày`, `${counted(days, 'day')} left`)
  const when = `${shortDay(day, today)}, ${left}`
  return { state: days <= 1 ? 'soon' : 'ok', when }
}

/** Without the days left, which the column has no room for beside the word. */
function short(when: string): string {
  return when.split(', ')[0]!
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
