import type { FieldDefinition, Problem, Text } from './definition.ts'

/** Makes a problem at a field; `part` is the input to focus. */
export function problem(
  field: FieldDefinition | string,
  code: string,
  message: Text,
  part?: string,
): Problem {
  const key = typeof field === 'string' ? field : field.key
  return part === undefined ? { field: key, code, message } : { field: key, part, code, message }
}

/** `25/08/2016` from `2016-08-25`. */
export function shortDate(day: string): string {
  return day.split('-').toReversed().join('/')
}

/** A label as it stands inside a sentence: first letter small, unless it starts a proper name. */
export function inSentence(label: string): string {
  const [first = '', second = ''] = label
  const isAbbreviation = second !== '' && second !== second.toLowerCase()
  return isAbbreviation ? label : first.toLowerCase() + label.slice(first.length)
}

export function labelEn(field: FieldDefinition): string {
  return field.label.en ?? field.label.vi
}

type Verb = { vi: string; en: string }

const ENTER: Verb = { vi: 'Nhập', en: 'Enter' }
const CHOOSE: Verb = { vi: 'Chọn', en: 'Choose' }
const VERBS: Partial<Record<FieldDefinition['type'], Verb>> = {
  choice: CHOOSE,
  yesNo: CHOOSE,
  ethnicity: CHOOSE,
  nationality: CHOOSE,
  file: { vi: 'Tải lên', en: 'Upload' },
  group: { vi: 'Thêm', en: 'Add' },
}

/** The problem of a required field left empty: its own words, or made from the label. */
export function missing(field: FieldDefinition, part?: string): Problem {
  return problem(field, 'missing', field.missing ?? missingText(field), part)
}

function missingText(field: FieldDefinition): Text {
  if (field.type === 'undertaking')
    return {
      vi: 'Đánh dấu vào ô cam đoan để nộp hồ sơ',
      en: 'Tick the undertaking to file the dossier',
    }
  const verb = VERBS[field.type] ?? ENTER
  return {
    vi: `${verb.vi} ${inSentence(field.label.vi)}`,
    en: `${verb.en} ${inSentence(labelEn(field))}`,
  }
}

/** `label` followed by what it must be, in both languages. */
export function must(field: FieldDefinition, vi: string, en: string): Text {
  return { vi: `${field.label.vi} ${vi}`, en: `${labelEn(field)} ${en}` }
}
