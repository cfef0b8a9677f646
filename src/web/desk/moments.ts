import { legalDay, minuteOfDay, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Lang } from '../words/index.ts'

const WEEKDAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

export function weekdayName(day: PlainDate, lang: Lang = 'vi'): string {
  return WEEKDAYS[lang][weekdayOf(day) - 1]!
}

/** `16:30`, legal time. */
export function clockTime(at: Date): string {
  const minutes = minuteOfDay(at)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `19/08`, with the year when it is not this one. */
export function shortDay(day: PlainDate, today: PlainDate): string {
  const short = `${day.slice(8)}/${day.slice(5, 7)}`
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short}/${day.slice(0, 4)}`
}

/** `19/08/2016`. */
export function longDay(day: PlainDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** `07:12` today, `18/08 21:55` on another day. */
export function moment(at: Date, now: Date): string {
  const [day, today] = [legalDay(at), legalDay(now)]
  return day === today ? clockTime(at) : `${shortDay(day, today)} ${clockTime(at)}`
}

/** `thứ Sáu 19/08/2016, 10:42`. */
export function fullMoment(at: Date, lang: Lang = 'vi'): string {
  const day = legalDay(at)
  return `${weekdayName(day, lang)} ${longDay(day)}, ${clockTime(at)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
