import { checkAddress } from './check-address.ts'
import { checkDate, checkTime, checkYear } from './check-date.ts'
import { checkPersonName, checkPersonalNumberField, checkPhone } from './check-person.ts'
import { isAnswered } from './condition.ts'
import type {
  Answer,
  Answers,
  FieldDefinition,
  FormDefinition,
  FormWorld,
  Problem,
} from './definition.ts'
import { complete, isItems, itemFields, visits, type Copy } from './journey.ts'
import { missing, must, problem } from './messages.ts'
import { ethnicGroupNames, nationalityNames } from '../people/index.ts'
import { hasShape } from './shape.ts'

/**
 * Everything wrong on one page at once; empty when the page can be left. An answer that another
 * page copies must fit there too: nowhere else can it be put right.
 */
export function validatePage(
  form: FormDefinition,
  pageKey: string,
  answers: Answers,
  world: FormWorld,
): Problem[] {
  const all = visits(form, answers)
  const fields = all.find((candidate) => candidate.page.key === pageKey)?.fields ?? []
  const checkedIn = { answers: complete(form, answers), world }
  const asked = new Set(fields.map(({ key }) => key))
  const copies = all.flatMap((visit) => visit.copies).filter(({ source }) => asked.has(source))
  return once([
    ...fields.flatMap((field) => checkField(field, checkedIn.answers[field.key], checkedIn)),
    ...copies.flatMap((copy) => checkCopy(copy, checkedIn)),
  ])
}

/**
 * Everything wrong in a form at once, in the order of its pages; empty when it can be filed. An
 * answer to no field of the form is a problem too: nothing is accepted unseen.
 */
export function validateForm(form: FormDefinition, answers: Answers, world: FormWorld): Problem[] {
  const known = complete(form, answers)
  const keys = new Set(form.pages.flatMap((page) => page.fields.map((field) => field.key)))
  const unknown = Object.keys(answers).filter((key) => !keys.has(key))
  const found = [
    ...unknown.map(unknownField),
    ...visits(form, answers).flatMap((visit) => [
      ...visit.fields.flatMap((field) =>
        checkField(field, known[field.key], { answers: known, world }),
      ),
      ...visit.copies.flatMap((copy) => checkCopy(copy, { answers: known, world })),
    ]),
  ]
  return once(found)
}

function once(found: readonly Problem[]): Problem[] {
  return found.filter((wrong, index) => found.findIndex(isSameAs(wrong)) === index)
}

/** A copied answer must fit the rules of both fields; what is wrong is put right at its source. */
function checkCopy({ field, source }: Copy, checkedIn: CheckedIn): Problem[] {
  const answer = checkedIn.answers[field.key]
  if (answer === undefined) return []
  return checkField(field, answer, checkedIn).map((wrong) => ({ ...wrong, field: source }))
}

function isSameAs(wrong: Problem): (other: Problem) => boolean {
  return (other) =>
    other.field === wrong.field && other.code === wrong.code && other.part === wrong.part
}

/** An answer or an input that belongs to no field of the form. */
export function unknownField(key: string): Problem {
  return problem(key.slice(0, 80), 'field-unknown', {
    vi: 'Tờ khai không có mục này. Tải lại trang rồi nhập lại',
    en: 'The form has no such field. Reload the page and enter it again',
  })
}

export type CheckedIn = { answers: Answers; world: FormWorld }

/** Everything wrong with one answer. */
export function checkField(
  field: FieldDefinition,
  answer: Answer | undefined,
  checkedIn: CheckedIn,
): Problem[] {
  if (answer === undefined || !isAnswered(answer)) {
    const part = field.type === 'name' ? (field.partsShown ? 'given' : 'full') : undefined
    return field.optional ? [] : [missing(field, part)]
  }
  if (!hasShape(field, answer)) return [wrongShape(field)]
  return checkValue(field, answer, checkedIn)
}

function wrongShape(field: FieldDefinition): Problem {
  const message = must(field, 'không đúng dạng. Nhập lại', 'has the wrong form. Enter it again')
  return problem(field, 'answer-shape', message)
}

function checkValue(field: FieldDefinition, answer: Answer, checkedIn: CheckedIn): Problem[] {
  const { world } = checkedIn
  switch (field.type) {
    case 'text':
      return checkText(field, String(answer))
    case 'name':
      return checkPersonName(field, answer)
    case 'date':
      return checkDate(field, String(answer), world)
    case 'year':
      return checkYear(field, Number(answer), world)
    case 'time':
      return checkTime(field, String(answer))
    case 'choice':
      return among(
        field,
        String(answer),
        field.options.map((option) => option.value),
      )
    case 'ethnicity':
      return among(field, String(answer), ethnicGroupNames)
    case 'nationality':
      return among(field, String(answer), nationalityNames)
    case 'facility':
      return among(
        field,
        String(answer),
        (world.facilities ?? []).map(({ code }) => code),
      )
    case 'address':
      return checkAddress(field, answer, world)
    case 'personalNumber':
      return checkPersonalNumberField(field, String(answer), checkedIn.answers)
    case 'phone':
      return checkPhone(field, String(answer))
    case 'money':
      return checkRange(field, Number(answer), { min: 0, max: field.dongMax })
    case 'number':
      return checkRange(field, Number(answer), field)
    case 'group':
      return isItems(answer) ? checkItems(field, answer, checkedIn) : []
    case 'file':
      return checkFiles(field, answer)
    case 'undertaking':
      return answer === true ? [] : [missing(field)]
    case 'yesNo':
      return []
  }
}

function among(field: FieldDefinition, answer: string, allowed: readonly string[]): Problem[] {
  if (allowed.includes(answer)) return []
  const message = {
    vi: 'Chọn một trong các câu trả lời có sẵn',
    en: 'Choose one of the answers offered',
  }
  return [problem(field, 'not-an-option', message)]
}

/** Line breaks are allowed where the field has several lines; nothing else unseen is. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/u

function checkText(field: FieldDefinition & { type: 'text' }, text: string): Problem[] {
  const length = [...text].length
  if (length > field.lengthMax) {
    const vi = `dài quá ${field.lengthMax} chữ (đang có ${length}). Viết ngắn lại`
    const en = `is longer than ${field.lengthMax} characters (now ${length}). Shorten it`
    return [problem(field, 'text-too-long', must(field, vi, en))]
  }
  if (UNSEEN.test(field.multiline ? text.replaceAll('\n', ' ') : text)) {
    const vi = 'có ký tự ẩn không dùng được. Xóa rồi gõ lại'
    const en = 'has hidden characters that cannot be used. Delete it and type it again'
    return [problem(field, 'text-control', must(field, vi, en))]
  }
  return []
}

function checkRange(
  field: FieldDefinition,
  value: number,
  { min, max }: { min: number; max: number },
): Problem[] {
  if (value >= min && value <= max) return []
  const format = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, '.')
  const vi = `phải từ ${format(min)} đến ${format(max)}`
  const en = `must be from ${format(min)} to ${format(max)}`
  return [problem(field, 'out-of-range', must(field, vi, en))]
}

function checkItems(
  field: FieldDefinition & { type: 'group' },
  items: readonly Answers[],
  checkedIn: CheckedIn,
): Problem[] {
  const count = { min: Math.max(field.timesMin, 1), max: field.timesMax }
  if (items.length < count.min || items.length > count.max) {
    const vi = `phải có từ ${count.min} đến ${count.max} mục`
    const en = `must have from ${count.min} to ${count.max} entries`
    return [problem(field, 'group-count', must(field, vi, en))]
  }
  return items.flatMap((item, index) =>
    itemFields(field, item, checkedIn.answers).flatMap((inner) =>
      checkField(inner, item[inner.key], {
        ...checkedIn,
        answers: { ...checkedIn.answers, ...item },
      }).map((wrong) => ({ ...wrong, field: `${field.key}.${index}.${wrong.field}` })),
    ),
  )
}

function checkFiles(field: FieldDefinition & { type: 'file' }, answer: Answer): Problem[] {
  const count = Array.isArray(answer) ? answer.length : 0
  if (count <= field.filesMax) return []
  const message = {
    vi: `Chỉ gửi tối đa ${field.filesMax} tệp cho ${inner(field.label.vi)}. Bỏ bớt tệp`,
    en: `Send at most ${field.filesMax} files for ${field.label.en ?? field.label.vi}`,
  }
  return [problem(field, 'files-too-many', message)]
}

function inner(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
