import { evaluate, isAnswered } from './condition.ts'
import { copyRules } from './copy-rules.ts'
import type {
  Answer,
  Answers,
  FieldDefinition,
  FormDefinition,
  PageDefinition,
} from './definition.ts'

export type Visit = {
  page: PageDefinition
  fields: readonly FieldDefinition[]
  /** Fields of the page that are not asked because their answer is another field's, `source`. */
  copies: readonly Copy[]
}

export type Copy = { field: FieldDefinition; source: string }

type Walk = {
  visits: Visit[]
  /** Answers to fields that are asked. */
  kept: Record<string, Answer>
  /** `kept` and the answers copied from other fields. */
  complete: Record<string, Answer>
  dropped: Record<string, Answer>
}

/**
 * Walks the form once, in order. A condition sees only answers that were themselves asked (or
 * copied), so a chain of hidden questions falls together: that is why everything here is one walk.
 */
function walk(form: FormDefinition, answers: Answers): Walk {
  const result: Walk = { visits: [], kept: {}, complete: {}, dropped: {} }
  const copied = new Map<string, string>()
  for (const page of form.pages) {
    const shown = page.when === undefined || evaluate(page.when, result.complete)
    const fields = shown ? page.fields.filter((field) => take(field, answers, result, copied)) : []
    const copies = page.fields.flatMap((field) => {
      const source = copied.get(field.key)
      return source === undefined ? [] : [{ field, source }]
    })
    if (fields.length > 0) result.visits.push({ page, fields, copies })
  }
  for (const [key, answer] of Object.entries(answers)) {
    if (Object.hasOwn(result.kept, key) || !isAnswered(answer)) continue
    // A copy is no answer of its own; another answer in its place would be lost.
    const isCopy = copied.has(key) && isSame(answer, result.complete[key])
    if (!isCopy) result.dropped[key] = answer
  }
  return result
}

function isSame(one: Answer, other: Answer | undefined): boolean {
  const sorted = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}

/** Notes the answer of one field; says whether the field is asked. */
function take(
  field: FieldDefinition,
  answers: Answers,
  into: Walk,
  copied: Map<string, string>,
): boolean {
  if (field.when !== undefined && !evaluate(field.when, into.complete)) return false
  const copy = copyRules(field).find(({ when }) => evaluate(when, into.complete))
  if (copy !== undefined) {
    copied.set(field.key, copy.field)
    const source = into.complete[copy.field]
    if (source !== undefined) into.complete[field.key] = source
    return false
  }
  const answer = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined
  if (answer === undefined) return true
  const kept = field.type === 'group' && isItems(answer) ? pruneItems(field, answer, into) : answer
  into.kept[field.key] = kept
  into.complete[field.key] = kept
  return true
}

type Group = FieldDefinition & { type: 'group' }

function pruneItems(group: Group, items: readonly Answers[], into: Walk): readonly Answers[] {
  return items.map((item, index) => {
    const shown = itemFields(group, item, into.complete)
    const kept = Object.fromEntries(
      Object.entries(item).filter(([key]) => shown.some((field) => field.key === key)),
    )
    for (const [key, answer] of Object.entries(item)) {
      if (!Object.hasOwn(kept, key) && isAnswered(answer))
        into.dropped[`${group.key}.${index}.${key}`] = answer
    }
    return kept
  })
}

/** Fields asked in one item of a group; their conditions see the item first, then the form. */
export function itemFields(group: Group, item: Answers, answers: Answers): FieldDefinition[] {
  const known: Record<string, Answer> = { ...answers }
  return group.fields.filter((field) => {
    if (field.when !== undefined && !evaluate(field.when, known)) return false
    const answer = Object.hasOwn(item, field.key) ? item[field.key] : undefined
    if (answer === undefined) delete known[field.key]
    else known[field.key] = answer
    return true
  })
}

export function isItems(answer: Answer | undefined): answer is readonly Answers[] {
  return Array.isArray(answer) && answer.every((item) => typeof item === 'object' && item !== null)
}

/** The path through the pages that these answers lead to, without pages with nothing to ask. */
export function journey(form: FormDefinition, answers: Answers): PageDefinition[] {
  return walk(form, answers).visits.map((visit) => visit.page)
}

/** The fields asked on a page, given all answers; none when the page is not on the journey. */
export function visibleFields(
  form: FormDefinition,
  pageKey: string,
  answers: Answers,
): readonly FieldDefinition[] {
  return walk(form, answers).visits.find((visit) => visit.page.key === pageKey)?.fields ?? []
}

/** Every page of the journey with the fields asked on it. */
export function visits(form: FormDefinition, answers: Answers): readonly Visit[] {
  return walk(form, answers).visits
}

/**
 * Takes away the answers to questions that are no longer asked. `dropped` holds them with their
 * values (`group.0.sub` in groups), so that the page can say which and an undo can bring them back.
 */
export function prune(form: FormDefinition, answers: Answers): { kept: Answers; dropped: Answers } {
  const { kept, dropped } = walk(form, answers)
  return { kept, dropped }
}

/**
 * The answers as filed: pruned, and with copied answers filled in, so that every reader after the
 * form (checks, certificate, duplicates) finds `father.name` whoever filed.
 */
export function complete(form: FormDefinition, answers: Answers): Answers {
  return walk(form, answers).complete
}

/**
 * The field whose answer this one is: itself, or the one it copies while these answers say so. What
 * is to be changed at a copied field (an officer's proposal, a link "sửa") is changed there.
 */
export function answerSource(form: FormDefinition, answers: Answers, key: string): string {
  const copies = walk(form, answers).visits.flatMap((visit) => visit.copies)
  return copies.find(({ field }) => field.key === key)?.source ?? key
}

/** All fields of a form, whatever the answers, each with its page. */
export function allFields(
  form: FormDefinition,
): { page: PageDefinition; field: FieldDefinition }[] {
  return form.pages.flatMap((page) => page.fields.map((field) => ({ page, field })))
}

/** The field with this key; for `group.0.sub` the field inside the group. */
export function findField(form: FormDefinition, key: string): FieldDefinition | undefined {
  const fields = allFields(form).map((entry) => entry.field)
  const exact = fields.find((field) => field.key === key)
  if (exact) return exact
  for (const field of fields) {
    if (field.type !== 'group' || !key.startsWith(`${field.key}.`)) continue
    const sub = key.slice(field.key.length + 1).replace(/^\d+\./, '')
    return field.fields.find((inner) => inner.key === sub)
  }
  return undefined
}
