import { isAnswered } from './condition.ts'
import type {
  Answer,
  Answers,
  FieldDefinition,
  FormDefinition,
  FormWorld,
  Problem,
  Text,
} from './definition.ts'
import { allFields, findField, prune, visits } from './journey.ts'
import { printAnswer } from './print.ts'
import { checkField } from './validate.ts'

export type RevisionChanges = {
  /** Answered before, not asked any more: kept aside, not filed. */
  noLongerAsked: readonly { field: string; label: Text; value: string }[]
  /** Asked now, and was not before. */
  newlyAsked: readonly { field: string; label: Text; page: string; optional: boolean }[]
  /** Asked before and now, by other rules; `problems` when the answer does not fit them. */
  changed: readonly { field: string; label: Text; page: string; problems: readonly Problem[] }[]
  /** Answers that go on under the new form, pruned. */
  kept: Answers
  /** Every other answer, for a draft that may go back or be asked again: nothing is lost. */
  aside: Answers
}

/**
 * What a change of the law means for one draft: its answers under the old form against the new
 * form. The citizen sees this and confirms; nothing is filed under the new form without.
 */
export function compareRevisions(
  oldForm: FormDefinition,
  newForm: FormDefinition,
  answers: Answers,
  world: FormWorld,
): RevisionChanges {
  const { kept, dropped } = prune(newForm, answers)
  const asked = visits(newForm, answers).flatMap(({ page, fields }) =>
    fields.map((field) => ({ page: page.key, field })),
  )
  const before = new Map(allFields(oldForm).map(({ field }) => [field.key, field]))
  const wasAsked = new Set(
    visits(oldForm, answers).flatMap(({ fields }) => fields.map((field) => field.key)),
  )
  return {
    noLongerAsked: Object.entries(dropped).map(([key, answer]) =>
      describeDropped(findField(oldForm, key) ?? findField(newForm, key), key, answer, world),
    ),
    newlyAsked: asked
      .filter(({ field }) => !wasAsked.has(field.key))
      .map(({ page, field }) => ({
        field: field.key,
        label: field.label,
        page,
        optional: field.optional === true,
      })),
    changed: asked
      .filter(({ field }) => wasAsked.has(field.key) && isOther(before.get(field.key), field))
      .map(({ page, field }) => ({
        field: field.key,
        label: field.label,
        page,
        problems: isAnswered(kept[field.key])
          ? checkField(field, kept[field.key], { answers: kept, world })
          : [],
      })),
    kept,
    aside: dropped,
  }
}

function describeDropped(
  field: FieldDefinition | undefined,
  key: string,
  answer: Answer,
  world: FormWorld,
): RevisionChanges['noLongerAsked'][number] {
  if (!field) return { field: key, label: { vi: key }, value: '' }
  return { field: key, label: field.label, value: printAnswer(field, answer, world) }
}

/** Whether the rule of a field changed; words and conditions alone do not change an answer. */
function isOther(before: FieldDefinition | undefined, now: FieldDefinition): boolean {
  return before === undefined || ruleOf(before) !== ruleOf(now)
}

const WORDS = new Set(['label', 'hint', 'missing', 'printLabel', 'when', 'copyOf', 'inline'])

function ruleOf(field: FieldDefinition): string {
  const rule = Object.entries(field).filter(([name]) => !WORDS.has(name))
  return JSON.stringify(rule.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
