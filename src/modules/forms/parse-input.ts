import type { Answer, Answers, FieldDefinition, Problem } from './definition.ts'
import { itemPlace, rawList, rawText, type RawInputs } from './input-names.ts'
import { must, problem } from './messages.ts'
import { joinName, normaliseAnyPhone, normaliseName, normaliseNumber } from '../people/index.ts'

export type Parsed = { value?: Answer; problems: readonly Problem[] }

const NOTHING: Parsed = { problems: [] }

type Of<Type extends FieldDefinition['type']> = FieldDefinition & { type: Type }

/**
 * Reads a field from the inputs of an HTML form. Text that cannot be a value of the field is a
 * problem; whether the value is allowed is asked by `validatePage`. No value means left empty.
 */
export function parseInput(field: FieldDefinition, raw: RawInputs): Parsed {
  switch (field.type) {
    case 'name':
      return parseName(field, raw)
    case 'date':
      return parseDate(field, raw)
    case 'time':
      return parseTime(field, raw)
    case 'address':
      return parseAddress(field, raw)
    case 'group':
      return parseGroup(field, raw)
    case 'file': {
      const ids = rawList(raw, field.key)
      return ids.length > 0 ? valued(ids) : NOTHING
    }
    default:
      return parseSimple(field, rawText(raw, field.key))
  }
}

function valued(value: Answer): Parsed {
  return { value, problems: [] }
}

function parseSimple(field: FieldDefinition, text: string): Parsed {
  if (text === '') return NOTHING
  switch (field.type) {
    case 'year':
    case 'number':
      return parseWhole(field, text)
    case 'money':
      return parseWhole(field, text.replace(/[ .]|đồng$|đ$/giu, ''))
    case 'yesNo':
      return text === 'yes' || text === 'no' ? valued(text === 'yes') : notAnOption(field)
    case 'undertaking':
      return text === 'yes' ? valued(true) : notAnOption(field)
    case 'personalNumber':
      return valued(normaliseNumber(text))
    case 'phone':
      return valued(normaliseAnyPhone(text) ?? text)
    case 'text':
      return valued(text.replace(/\r\n?/g, '\n'))
    default:
      return valued(text)
  }
}

function notAnOption(field: FieldDefinition): Parsed {
  const message = {
    vi: 'Chọn một trong các câu trả lời có sẵn',
    en: 'Choose one of the answers offered',
  }
  return { problems: [problem(field, 'not-an-option', message)] }
}

function parseWhole(field: FieldDefinition, text: string): Parsed {
  if (/^\d{1,15}$/.test(text)) return valued(Number(text))
  const message = must(field, 'chỉ gồm chữ số', 'must be digits only')
  return { problems: [problem(field, 'not-a-number', message)] }
}

function parseName(field: Of<'name'>, raw: RawInputs): Parsed {
  const read = (part: string) => normaliseName(rawText(raw, `${field.key}.${part}`))
  const parts = { surname: read('surname'), middle: read('middle'), given: read('given') }
  const full = read('full') || (field.partsShown ? joinName(parts) : '')
  if (full === '') return NOTHING
  const hints = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''))
  return valued(field.partsShown ? { full, ...hints } : { full })
}

function parseDate(field: Of<'date'>, raw: RawInputs): Parsed {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    rawText(raw, `${field.key}.${part}`),
  ) as [string, string, string] // three parts in, three strings out
  if (day === '' && month === '' && year === '') return NOTHING
  const wrong = wrongDatePart(day, month, year)
  if (wrong) return { problems: [problem(field, wrong.code, wrong.message, wrong.part)] }
  const pad = (text: string) => text.padStart(2, '0')
  return valued([year, month && pad(month), day && pad(day)].filter(Boolean).join('-'))
}

type WrongPart = { code: string; part: string; message: { vi: string; en: string } }

function wrongDatePart(day: string, month: string, year: string): WrongPart | undefined {
  if (year === '')
    return {
      code: 'date-incomplete',
      part: 'year',
      message: { vi: 'Nhập năm, đủ bốn chữ số', en: 'Enter the year, in four digits' },
    }
  if (!/^\d{4}$/.test(year))
    return {
      code: 'date-year',
      part: 'year',
      message: { vi: 'Năm phải đủ bốn chữ số, ví dụ 2016', en: 'The year needs four digits' },
    }
  if (month === '' && day !== '')
    return {
      code: 'date-incomplete',
      part: 'month',
      message: { vi: 'Nhập tháng', en: 'Enter the month' },
    }
  if (month !== '' && !inRange(month, 12))
    return {
      code: 'date-not-real',
      part: 'month',
      message: { vi: 'Tháng phải là số từ 1 đến 12', en: 'The month is a number from 1 to 12' },
    }
  if (day !== '' && !inRange(day, 31))
    return {
      code: 'date-not-real',
      part: 'day',
      message: { vi: 'Ngày phải là số từ 1 đến 31', en: 'The day is a number from 1 to 31' },
    }
  return undefined
}

function inRange(text: string, max: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= max
}

function parseTime(field: Of<'time'>, raw: RawInputs): Parsed {
  const hour = rawText(raw, `${field.key}.hour`)
  const minute = rawText(raw, `${field.key}.minute`)
  if (hour === '' && minute === '') return NOTHING
  const isHour = /^\d{1,2}$/.test(hour) && Number(hour) <= 23
  const isMinute = /^\d{1,2}$/.test(minute) && Number(minute) <= 59
  if (isHour && isMinute) return valued(`${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`)
  const message = {
    vi: 'Nhập giờ từ 0 đến 23 và phút từ 0 đến 59, ví dụ 16 giờ 30 phút',
    en: 'Enter an hour from 0 to 23 and minutes from 0 to 59, such as 16:30',
  }
  return { problems: [problem(field, 'time-not-real', message, isHour ? 'minute' : 'hour')] }
}

function parseAddress(field: Of<'address'>, raw: RawInputs): Parsed {
  const read = (part: string) => rawText(raw, `${field.key}.${part}`).replace(/\r\n?|\n/g, ' ')
  const scopeText = read('scope')
  const scope = field.scopes.find((allowed) => allowed === scopeText) ?? field.scopes[0]!
  if (scopeText !== '' && scopeText !== scope) return notAnOption(field)
  const line = read('line')
  if (scope !== 'city') {
    const place = read('place')
    return place === '' && line === '' ? NOTHING : valued({ scope, place, line })
  }
  const [unit = '', unitFrom = ''] = read('unit').split('@')
  const place = read('unitText')
  if (unit === '' && place === '' && line === '') return NOTHING
  return valued({
    scope,
    ...(unit === '' ? {} : { unit }),
    ...(unit === '' || unitFrom === '' ? {} : { unitFrom }),
    place,
    line,
  })
}

function parseGroup(field: Of<'group'>, raw: RawInputs): Parsed {
  const byIndex = new Map<number, Record<string, string | readonly string[]>>()
  for (const [name, value] of Object.entries(raw)) {
    const place = itemPlace(field.key, name)
    if (place === undefined || value === undefined) continue
    const inputs = byIndex.get(place.index) ?? {}
    inputs[place.rest] = value
    byIndex.set(place.index, inputs)
  }
  const problems: Problem[] = []
  const items = [...byIndex]
    .toSorted(([a], [b]) => a - b)
    .map(([, inputs], index) => {
      const item: Record<string, Answer> = {}
      for (const inner of field.fields) {
        const parsed = parseInput(inner, inputs)
        if (parsed.value !== undefined) item[inner.key] = parsed.value
        for (const wrong of parsed.problems)
          problems.push({ ...wrong, field: `${field.key}.${index}.${wrong.field}` })
      }
      return item as Answers
    })
  // Items left wholly empty at the end are lines the citizen did not need.
  while (items.length > 0 && Object.keys(items.at(-1)!).length === 0 && problems.length === 0)
    items.pop()
  return items.length > 0 ? { value: items, problems } : { problems }
}
