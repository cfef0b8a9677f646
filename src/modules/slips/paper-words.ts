import { legalDay, minuteOfDay, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { LimitDefinition } from '../procedures/index.ts'

/** How papers write days, hours and limits. Papers are in Vietnamese. */
const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** `16 giờ 30 phút`. */
export function timeOnPaper(at: Date): string {
  const minutes = minuteOfDay(at)
  return `${twoDigits(Math.floor(minutes / 60))} giờ ${twoDigits(minutes % 60)} phút`
}

/**
 * `ngày 19 tháng 8 năm 2016`; days and the months 1 and 2 with two digits.
 * @basis NĐ 30/2020/NĐ-CP Phụ lục I, mục II.4; before: TT 01/2011/TT-BNV Điều 9
 */
export function dayOnPaper(day: PlainDate): string {
  const month = Number(day.slice(5, 7))
  const printed = month < 3 ? twoDigits(month) : month
  return `ngày ${day.slice(8)} tháng ${printed} năm ${day.slice(0, 4)}`
}

/** `16 giờ 30 phút, ngày 19 tháng 8 năm 2016`. */
export function momentOnPaper(at: Date): string {
  return `${timeOnPaper(at)}, ${dayOnPaper(legalDay(at))}`
}

/** `16 giờ 30 phút, thứ Sáu` and `ngày 19 tháng 8 năm 2016`. */
export function appointment(at: Date): readonly string[] {
  const day = legalDay(at)
  return [`${timeOnPaper(at)}, ${WEEKDAYS[weekdayOf(day) - 1]!}`, dayOnPaper(day)]
}

/** `19/08/2016`. */
export function figures(day: PlainDate): string {
  return day.split('-').toReversed().join('/')
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

export function limitInWords(limit: LimitDefinition): string {
  switch (limit.kind) {
    case 'same-day':
      return 'ngay trong ngày'
    case 'working-days':
      return `${twoDigits(limit.days)} ngày làm việc`
    case 'working-hours':
      return `${twoDigits(limit.hours)} giờ làm việc`
    case 'days':
      return `${twoDigits(limit.days)} ngày`
  }
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
