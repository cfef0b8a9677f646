import { isAnswered } from './condition.ts'
import type {
  AddressValue,
  Answer,
  Answers,
  FieldDefinition,
  FormDefinition,
  FormWorld,
  Text,
} from './definition.ts'
import { complete, isItems, itemFields, visits } from './journey.ts'
import { shortDate } from './messages.ts'
import { dateInWords, printPhone, printedName } from '../people/index.ts'

export type Lang = 'vi' | 'en'

/** One answer in words, as an officer or a citizen reads it; '' when there is none. */
export function printAnswer(
  field: FieldDefinition,
  answer: Answer | undefined,
  world: FormWorld,
  lang: Lang = 'vi',
): string {
  if (answer === undefined || !isAnswered(answer)) return ''
  if (typeof answer === 'boolean') return say(answer ? YES : NO, lang)
  if (typeof answer === 'number') return printNumber(field, answer, lang)
  if (typeof answer === 'string') return printText(field, answer, world, lang)
  if ('full' in answer) return answer.full
  if ('scope' in answer) return printAddress(answer, world)
  if (field.type === 'group' && isItems(answer))
    return answer.map((item) => printItem(field, item, world, lang)).join('; ')
  return say({ vi: `${answer.length} tệp`, en: `${answer.length} file(s)` }, lang)
}

const YES: Text = { vi: 'Có', en: 'Yes' }
const NO: Text = { vi: 'Không', en: 'No' }

export function say(text: Text, lang: Lang): string {
  return lang === 'en' ? (text.en ?? text.vi) : text.vi
}

function printNumber(field: FieldDefinition, value: number, lang: Lang): string {
  if (field.type === 'year') return String(value)
  const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '.')
  if (field.type === 'money') return `${grouped} đồng`
  const unit = field.type === 'number' && field.unit ? ` ${say(field.unit, lang)}` : ''
  return grouped + unit
}

function printText(field: FieldDefinition, value: string, world: FormWorld, lang: Lang): string {
  switch (field.type) {
    case 'date':
      return printDate(value)
    case 'time': {
      const [hour = '', minute = ''] = value.split(':')
      return lang === 'en' ? value : `${hour} giờ ${minute} phút`
    }
    case 'choice': {
      const option = field.options.find((candidate) => candidate.value === value)
      return option ? say(option.label, lang) : value
    }
    case 'facility': {
      const named = world.facilities?.find(({ code }) => code === value)
      return named ? `${named.name} (${value})` : value
    }
    case 'phone':
      return printPhone(value)
    default:
      return value
  }
}

/** `25/08/2016`, `tháng 8 năm 2016`, `năm 2016`: as much as is known. */
function printDate(value: string): string {
  const [year, month, day] = value.split('-')
  if (day !== undefined) return shortDate(value)
  return month === undefined ? `năm ${year}` : `tháng ${Number(month)} năm ${year}`
}

/** The line, then the place as the city prints it on the day of the check. */
function printAddress(address: AddressValue, world: FormWorld): string {
  const unit = address.unit === undefined ? undefined : world.unitOn(address.unit, world.today)
  const isSame = unit && (!address.unitFrom || address.unitFrom === unit.validFrom)
  const place = address.place || (isSame ? unit.printed : '')
  return [address.line, place].filter(Boolean).join(', ')
}

function printItem(
  group: FieldDefinition & { type: 'group' },
  item: Answers,
  world: FormWorld,
  lang: Lang,
): string {
  return itemFields(group, item, {})
    .map((field) => printAnswer(field, item[field.key], world, lang))
    .filter(Boolean)
    .join(', ')
}

export type Row = {
  field: string
  label: string
  value: string
  /** A date in words, as declarations and certificates repeat it. */
  words?: string
}

export type DeclarationSection = { page: string; title: string; rows: readonly Row[] }

/**
 * The declaration as it prints: sections of label and value, names in capitals. Leaves out what is
 * asked only for the hand-over (`aside`), files and the undertaking, which the paper says itself.
 */
export function declarationRows(
  form: FormDefinition,
  answers: Answers,
  world: FormWorld,
  lang: Lang = 'vi',
): DeclarationSection[] {
  const known = complete(form, answers)
  const asked = new Set(visits(form, answers).map((visit) => visit.page.key))
  return form.pages
    .filter((page) => asked.has(page.key))
    .map((page) => ({
      page: page.key,
      title: say(page.title, lang),
      rows: page.fields
        .filter((field) => isDeclared(field) && Object.hasOwn(known, field.key))
        .map((field) => declarationRow(field, known[field.key], world, lang)),
    }))
    .filter((section) => section.rows.length > 0)
}

function isDeclared(field: FieldDefinition): boolean {
  return !field.aside && field.type !== 'file' && field.type !== 'undertaking'
}

function declarationRow(
  field: FieldDefinition,
  answer: Answer | undefined,
  world: FormWorld,
  lang: Lang,
): Row {
  const printed = printAnswer(field, answer, world, lang)
  const row = {
    field: field.key,
    label: say(field.printLabel ?? field.label, lang),
    value: field.type === 'name' ? printedName(printed) : printed,
  }
  const isWhole = typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer)
  if (field.type !== 'date' || !field.inWords || !isWhole) return row
  const words = dateInWords(answer)
  return words === undefined ? row : { ...row, words }
}

export type SummaryRow = Row & { answered: boolean; optional: boolean }
export type SummarySection = { page: string; title: string; rows: readonly SummaryRow[] }

/** Every question asked with its answer, by page, for "Kiểm tra và nộp"; `page` is the link. */
export function summaryRows(
  form: FormDefinition,
  answers: Answers,
  world: FormWorld,
  lang: Lang = 'vi',
): SummarySection[] {
  return visits(form, answers).map(({ page, fields }) => ({
    page: page.key,
    title: say(page.title, lang),
    rows: fields.map((field) => ({
      field: field.key,
      label: say(field.printLabel ?? field.label, lang),
      value: printAnswer(field, answers[field.key], world, lang),
      answered: isAnswered(answers[field.key]),
      optional: field.optional === true,
    })),
  }))
}
