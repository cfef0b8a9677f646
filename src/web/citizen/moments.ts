import {
  legalDay,
  minuteOfDay,
  toLegalIso,
  weekdayOf,
  type PlainDate,
} from '../../platform/plain-date.ts'
import type { Lang } from '../words/index.ts'

const DAYS: Record<Lang, readonly string[]> = {
  vi: ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** `19/08/2016`. */
export function shortDay(day: PlainDate): string {
  return day.split('-').toReversed().join('/')
}

/** "thứ Sáu, 19/08/2016". */
export function longDay(day: PlainDate, lang: Lang): string {
  return `${DAYS[lang][weekdayOf(day)]}, ${shortDay(day)}`
}

/** `16:05`, legal time. */
export function timeOf(instant: Date): string {
  const minute = minuteOfDay(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** "16:05 thứ Sáu, 12/08/2016". */
export function moment(instant: Date, lang: Lang): string {
  return `${timeOf(instant)} ${longDay(legalDay(instant), lang)}`
}

/** "09:41, 19/08/2016". */
export function shortMoment(instant: Date): string {
  return `${timeOf(instant)}, ${shortDay(legalDay(instant))}`
}

/** "16 giờ 30 phút, ngày 19 tháng 8 năm 2016", as papers write it. */
export function paperMoment(instant: Date): string {
  const minute = minuteOfDay(instant)
  const time = `${Math.floor(minute / 60)} giờ ${String(minute % 60).padStart(2, '0')} phút`
  return `${time}, ${paperDay(legalDay(instant))}`
}

/** "ngày 19 tháng 8 năm 2016". */
export function paperDay(day: PlainDate): string {
  const [year, month, date] = day.split('-')
  return `ngày ${Number(date)} tháng ${Number(month)} năm ${year}`
}

/** For `<time datetime>`. */
export function machineTime(instant: Date): string {
  return toLegalIso(instant)
}

/** First letter large, for a sentence that begins with a weekday. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
