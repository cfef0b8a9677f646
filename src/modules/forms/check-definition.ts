import { conditionFields } from './condition.ts'
import { copyRules } from './copy-rules.ts'
import type {
  Condition,
  CopyRule,
  FieldDefinition,
  FormDefinition,
  PageDefinition,
} from './definition.ts'

/** A mistake of the author of a definition; `path` says where, `detail` names what is wrong. */
export type Mistake = { path: string; code: MistakeCode; detail?: string }

export type MistakeCode =
  | 'key-duplicate'
  | 'key-shape'
  | 'page-empty'
  | 'condition-on-unknown-field'
  | 'condition-on-later-field'
  | 'condition-on-group'
  | 'condition-value-unknown'
  | 'copy-of-unknown-field'
  | 'copy-of-other-type'
  | 'text-empty'
  | 'text-not-nfc'
  | 'text-english-missing'
  | 'question-without-missing'
  | 'options-duplicate'
  | 'options-empty'
  | 'range-empty'
  | 'reference-unknown'
  | 'group-in-group'

const KEY = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Everything an author got wrong that the JSON Schema cannot say. Empty for a good form. */
export function checkDefinition(form: FormDefinition): Mistake[] {
  const mistakes: Mistake[] = []
  const earlier = new Map<string, FieldDefinition>()
  const keys = form.pages.flatMap((page) => page.fields.map((field) => field.key))
  mistakes.push(
    ...duplicates(keys, 'field'),
    ...duplicates(
      form.pages.map(({ key }) => key),
      'page',
    ),
  )
  for (const page of form.pages) {
    mistakes.push(...checkPage(page))
    const known = { earlier, keys }
    if (page.when) mistakes.push(...checkCondition(page.when, `page ${page.key}`, known))
    for (const field of page.fields) {
      mistakes.push(...checkField(field, known))
      earlier.set(field.key, field)
    }
  }
  mistakes.push(...checkTexts(form))
  return mistakes
}

function duplicates(keys: readonly string[], what: string): Mistake[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) => ({
    path: `${what} ${key}`,
    code: 'key-duplicate',
  }))
}

function checkPage(page: PageDefinition): Mistake[] {
  const path = `page ${page.key}`
  return [
    ...(SLUG.test(page.key) ? [] : [{ path, code: 'key-shape' as const }]),
    ...(page.fields.length > 0 ? [] : [{ path, code: 'page-empty' as const }]),
  ]
}

type Known = { earlier: ReadonlyMap<string, FieldDefinition>; keys: readonly string[] }

function checkField(field: FieldDefinition, known: Known): Mistake[] {
  const path = `field ${field.key}`
  const found: Mistake[] = KEY.test(field.key) ? [] : [{ path, code: 'key-shape' }]
  if (field.when) found.push(...checkCondition(field.when, path, known))
  found.push(...copyRules(field).flatMap((copy) => checkCopy(field, copy, path, known)))
  if (field.label.vi.endsWith('?') && !field.missing && !field.optional)
    found.push({ path, code: 'question-without-missing' })
  found.push(...checkByType(field, path, known))
  return found
}

function checkCopy(field: FieldDefinition, copy: CopyRule, path: string, known: Known): Mistake[] {
  const found = checkCondition(copy.when, path, known)
  const source = known.earlier.get(copy.field)
  if (!source) return [...found, { path, code: 'copy-of-unknown-field', detail: copy.field }]
  if (source.type === field.type) return found
  return [...found, { path, code: 'copy-of-other-type', detail: copy.field }]
}

function checkByType(field: FieldDefinition, path: string, known: Known): Mistake[] {
  switch (field.type) {
    case 'choice': {
      const values = field.options.map((option) => option.value)
      const isEmpty = values.length < 2 ? [{ path, code: 'options-empty' as const }] : []
      const isDouble = new Set(values).size < values.length
      return [...isEmpty, ...(isDouble ? [{ path, code: 'options-duplicate' as const }] : [])]
    }
    case 'number':
      return field.min <= field.max ? [] : [{ path, code: 'range-empty' }]
    case 'personalNumber':
      return [field.birth, typeof field.sex === 'string' ? field.sex : undefined]
        .filter((key) => key !== undefined && !known.keys.includes(key))
        .map((detail) => ({ path, code: 'reference-unknown', detail }))
    case 'group':
      return checkGroup(field, path, known)
    default:
      return []
  }
}

function checkGroup(
  group: FieldDefinition & { type: 'group' },
  path: string,
  known: Known,
): Mistake[] {
  const inner = new Map(known.earlier)
  const keys = group.fields.map((field) => field.key)
  const found = duplicates(keys, `${path}.`)
  if (group.timesMin > group.timesMax) found.push({ path, code: 'range-empty' })
  for (const field of group.fields) {
    if (field.type === 'group') found.push({ path, code: 'group-in-group', detail: field.key })
    else found.push(...checkField(field, { earlier: inner, keys: [...known.keys, ...keys] }))
    inner.set(field.key, field)
  }
  return found
}

/** A condition may read only what was asked before it: the journey is one walk forward. */
function checkCondition(condition: Condition, path: string, known: Known): Mistake[] {
  const unread = conditionFields(condition).flatMap((key): Mistake[] => {
    const field = known.earlier.get(key)
    if (field) return []
    const code = known.keys.includes(key)
      ? 'condition-on-later-field'
      : 'condition-on-unknown-field'
    return [{ path, code, detail: key }]
  })
  return [...unread, ...checkValues(condition, path, known)]
}

/** A condition that compares with a value the field can never have would hide it for ever. */
function checkValues(condition: Condition, path: string, known: Known): Mistake[] {
  if ('all' in condition) return condition.all.flatMap((part) => checkValues(part, path, known))
  if ('any' in condition) return condition.any.flatMap((part) => checkValues(part, path, known))
  if ('not' in condition) return checkValues(condition.not, path, known)
  const field = known.earlier.get(condition.field)
  if (!field || 'answered' in condition) return []
  const values = 'in' in condition ? condition.in : [condition.is]
  const can = (value: string | number | boolean) => {
    if (field.type === 'choice') return field.options.some((option) => option.value === value)
    if (field.type === 'yesNo' || field.type === 'undertaking') return typeof value === 'boolean'
    return true
  }
  return values
    .filter((value) => !can(value))
    .map((value) => ({
      path,
      code: 'condition-value-unknown',
      detail: `${condition.field} = ${value}`,
    }))
}

/** Every text is there in Vietnamese, NFC, and in English: pages exist in both languages. */
export function checkTexts(value: unknown, path = ''): Mistake[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((inner, index) => checkTexts(inner, joinPath(path, nameOf(inner, index))))
  const record = Object.entries(value)
  const vi = record.find(([key]) => key === 'vi')?.[1]
  if (typeof vi !== 'string')
    return record.flatMap(([key, inner]) => checkTexts(inner, joinPath(path, key)))
  const en = record.find(([key]) => key === 'en')?.[1]
  const found: Mistake[] = []
  if (vi.trim() === '') found.push({ path, code: 'text-empty' })
  if (vi !== vi.normalize('NFC')) found.push({ path, code: 'text-not-nfc' })
  if (typeof en !== 'string' || en.trim() === '') found.push({ path, code: 'text-english-missing' })
  return found
}

function nameOf(item: unknown, index: number): string {
  const hasKey = typeof item === 'object' && item !== null && 'key' in item
  return hasKey && typeof item.key === 'string' ? item.key : String(index)
}

function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`
}
