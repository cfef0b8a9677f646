import { parsePlainDate } from '../../platform/plain-date.ts'
import type { FieldDefinition, FormWorld, Problem } from './definition.ts'
import { labelEn, must, problem } from './messages.ts'

type DateField = FieldDefinition & { type: 'date' }

/** A day that exists, with the parts the field demands, not too early and not in the future. */
export function checkDate(field: DateField, value: string, world: FormWorld): Problem[] {
  const [year = '', month, day] = value.split('-')
  const absent = unknownPart(field, month, day)
  if (absent) return [absent]
  // Unknown parts are set to the first so that what is known can be checked.
  const known = `${year}-${month ?? '01'}-${day ?? '01'}`
  if (parsePlainDate(known) === undefined || value.split('-').length > 3)
    return [notReal(field, day, month, year)]
  if (field.yearMin !== undefined && Number(year) < field.yearMin)
    return [tooEarly(field, field.yearMin, 'year')]
  if (field.latest === 'today' && value > world.today.slice(0, value.length))
    return [inFuture(field, futurePart(value, world.today))]
  return []
}

function unknownPart(
  field: DateField,
  month: string | undefined,
  day: string | undefined,
): Problem | undefined {
  const unknown = field.unknown ?? 'none'
  if (month === undefined && unknown !== 'day-and-month') {
    const message = {
      vi: `${field.label.vi}: nhập thêm tháng`,
      en: `${labelEn(field)}: enter the month too`,
    }
    return problem(field, 'date-incomplete', message, 'month')
  }
  if (day !== undefined || unknown !== 'none') return undefined
  const message = {
    vi: `${field.label.vi}: nhập thêm ngày`,
    en: `${labelEn(field)}: enter the day too`,
  }
  return problem(field, 'date-incomplete', message, 'day')
}

function notReal(
  field: DateField,
  day: string | undefined,
  month: string | undefined,
  year: string,
): Problem {
  const typed = [day, month, year].filter(Boolean).join('/')
  const message = {
    vi: `Không có ngày ${typed}. Kiểm tra lại ngày, tháng, năm`,
    en: `There is no such day as ${typed}. Check day, month and year`,
  }
  return problem(field, 'date-not-real', message, 'day')
}

function inFuture(field: FieldDefinition, part?: string): Problem {
  const vi = 'phải là ngày hôm nay hoặc trước đó'
  const message = must(field, vi, 'must be today or earlier')
  return problem(field, 'date-in-future', message, part)
}

/** The first part that lies in the future is the one to focus. */
function futurePart(value: string, today: string): string {
  if (value.slice(0, 4) > today.slice(0, 4)) return 'year'
  if (value.slice(0, 7) > today.slice(0, 7)) return 'month'
  return 'day'
}

function tooEarly(field: FieldDefinition, yearMin: number, part?: string): Problem {
  const vi = `phải từ năm ${yearMin} trở đi. Kiểm tra lại năm`
  const message = must(field, vi, `must be ${yearMin} or later. Check the year`)
  return problem(field, 'date-too-early', message, part)
}

export function checkYear(
  field: FieldDefinition & { type: 'year' },
  year: number,
  world: FormWorld,
): Problem[] {
  if (year < 1000 || year > 9999) {
    const message = must(field, 'phải đủ bốn chữ số, ví dụ 1988', 'needs four digits, such as 1988')
    return [problem(field, 'date-year', message)]
  }
  if (year < field.yearMin) return [tooEarly(field, field.yearMin)]
  if (field.latest === 'today' && year > Number(world.today.slice(0, 4))) {
    const message = must(field, 'không được sau năm nay', 'must not be after this year')
    return [problem(field, 'date-in-future', message)]
  }
  return []
}

export function checkTime(field: FieldDefinition, value: string): Problem[] {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return []
  const message = {
    vi: 'Nhập giờ từ 0 đến 23 và phút từ 0 đến 59, ví dụ 16 giờ 30 phút',
    en: 'Enter an hour from 0 to 23 and minutes from 0 to 59, such as 16:30',
  }
  return [problem(field, 'time-not-real', message, 'hour')]
}
