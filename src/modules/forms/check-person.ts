import type { Answer, Answers, FieldDefinition, Problem, Text } from './definition.ts'
import { labelEn, must, problem } from './messages.ts'
import {
  checkName,
  checkNamePart,
  checkPersonalNumber,
  isOldCardNumber,
  nameLengthMax,
  normaliseAnyPhone,
  type NameProblem,
  type PersonalNumberProblem,
} from '../people/index.ts'

const NAME_TEXTS: Record<NameProblem, Required<Text>> = {
  'name-empty': { vi: 'còn trống. Nhập tên', en: 'is empty. Enter the name' },
  'name-too-long': {
    vi: `dài quá ${nameLengthMax} chữ, không ghi được vào giấy tờ. Viết ngắn lại`,
    en: `is longer than ${nameLengthMax} letters and cannot go on papers. Shorten it`,
  },
  'name-has-digit': {
    vi: 'không được có chữ số. Viết bằng chữ',
    en: 'must not have digits. Write it in letters',
  },
  'name-has-control': {
    vi: 'có ký tự ẩn không dùng được. Xóa rồi gõ lại',
    en: 'has hidden characters that cannot be used. Delete it and type it again',
  },
  'name-has-symbol': {
    vi: 'chỉ gồm chữ cái, dấu cách, dấu gạch nối và dấu phẩy trên. Bỏ ký tự khác',
    en: 'may have only letters, spaces, hyphens and apostrophes. Remove the rest',
  },
  'name-not-latin': {
    vi: 'phải viết bằng chữ cái La-tinh, như trên hộ chiếu',
    en: 'must be written in Latin letters, as in the passport',
  },
  'name-single-letter': {
    vi: 'chỉ có một chữ cái. Viết đầy đủ tên',
    en: 'has only one letter. Write the whole name',
  },
}

/** A name as people in Vietnam have them; hyphens and apostrophes of other languages pass. */
export function checkPersonName(
  field: FieldDefinition & { type: 'name' },
  answer: Answer,
): Problem[] {
  if (typeof answer !== 'object' || !('full' in answer)) return []
  const part = field.partsShown ? 'given' : 'full'
  const fault = checkName(answer.full)
  if (fault !== undefined) {
    const text = NAME_TEXTS[fault]
    return [problem(field, fault, must(field, text.vi, text.en), faultyPart(answer) ?? part)]
  }
  const hasParts = answer.surname !== undefined || answer.middle !== undefined
  if (!field.partsShown || answer.given !== undefined || !hasParts) return []
  return [problem(field, 'missing', field.missing ?? givenMissing(field), 'given')]
}

function givenMissing(field: FieldDefinition): Text {
  return { vi: `${field.label.vi}: nhập tên`, en: `${labelEn(field)}: enter the given name` }
}

function faultyPart(name: { surname?: string; middle?: string; given?: string }) {
  const parts = ['surname', 'middle', 'given'] as const
  return parts.find((part) => name[part] !== undefined && checkNamePart(name[part]) !== undefined)
}

const NUMBER_TEXTS: Record<PersonalNumberProblem, Required<Text>> = {
  'number-length': {
    vi: 'phải đủ 12 chữ số. Đếm lại trên thẻ',
    en: 'needs 12 digits. Count them on the card',
  },
  'number-province-unknown': {
    vi: 'có ba số đầu không phải mã tỉnh hoặc mã nước nào. Xem lại trên thẻ',
    en: 'begins with no code of a province or country. Look at the card again',
  },
  'number-sex-mismatch': {
    vi: 'không khớp với giới tính (chữ số thứ tư). Xem lại số trên thẻ',
    en: 'does not fit the sex (fourth digit). Look at the card again',
  },
  'number-year-mismatch': {
    vi: 'không khớp với năm sinh (chữ số thứ năm, thứ sáu). Xem lại số và năm sinh',
    en: 'does not fit the year of birth (fifth and sixth digits). Check both',
  },
}

const BOTH_KINDS: Required<Text> = {
  vi: 'phải đủ 12 chữ số, hoặc 9 chữ số của Chứng minh nhân dân cũ',
  en: 'needs 12 digits, or the 9 digits of the old identity card',
}

/** Twelve digits that fit sex and year of birth, or the nine of the old card where allowed. */
export function checkPersonalNumberField(
  field: FieldDefinition & { type: 'personalNumber' },
  digits: string,
  answers: Answers,
): Problem[] {
  if (field.kinds.includes('9') && isOldCardNumber(digits)) return []
  if (!/^\d{12}$/.test(digits) || !field.kinds.includes('12')) {
    const text = field.kinds.includes('9') ? BOTH_KINDS : NUMBER_TEXTS['number-length']
    return [problem(field, 'number-length', must(field, text.vi, text.en))]
  }
  const sex = typeof field.sex === 'string' ? asSex(answers[field.sex]) : field.sex?.is
  const birth = field.birth === undefined ? undefined : answers[field.birth]
  const year = /^\d{4}/.exec(String(birth ?? ''))?.[0]
  const fault = checkPersonalNumber(digits, {
    sex,
    birthYear: year === undefined ? undefined : Number(year),
  })
  if (fault === undefined) return []
  const text = NUMBER_TEXTS[fault]
  return [problem(field, fault, must(field, text.vi, text.en))]
}

function asSex(answer: Answer | undefined): 'male' | 'female' | undefined {
  return answer === 'male' || answer === 'female' ? answer : undefined
}

export function checkPhone(field: FieldDefinition, phone: string): Problem[] {
  if (normaliseAnyPhone(phone) === phone) return []
  const vi = 'phải là số di động hoặc máy bàn ở Việt Nam, ví dụ 0912 345 678'
  const en = 'must be a mobile or fixed number in Vietnam, such as 0912 345 678'
  return [problem(field, 'phone-not-valid', must(field, vi, en))]
}
