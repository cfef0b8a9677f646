import { canonicalJson } from '../../platform/ids.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { definitionOf, type DossierView, type World } from '../dossiers/index.ts'
import {
  checkField,
  conditionFields,
  findField,
  printAnswer,
  visits,
  type Answers,
  type FieldDefinition,
  type FormDefinition,
} from '../forms/index.ts'
import { formWorldOf } from '../procedures/index.ts'
import { correctedAnswers, type CorrectedField } from './acts.ts'
import { printAnew } from './entry-paper.ts'
import type { EntryWithAct } from './store.ts'

/** A field of the book that may be corrected, with what the book says of it now. */
export type Correctable = {
  field: FieldDefinition
  /** As the correction names it: "Họ, chữ đệm, tên (Người mẹ)". */
  label: string
  value: Answers[string] | undefined
  printed: string
}

/**
 * The fields that can be corrected: those whose value stands on the paper. What decides which parts
 * there are (are the parents known?) is no matter of a correction.
 */
export function correctableFields(
  world: World,
  view: DossierView,
  entry: EntryWithAct,
): readonly Correctable[] {
  const { form } = definitionOf(world, view.dossier)
  const answers = correctedAnswers(entry.content.answers, entry.acts)
  const paperOf = (given: Answers) =>
    canonicalJson(printAnew(world, view, { entry, answers: given }))
  const whole = paperOf(answers)
  const deciding = new Set(decidingFields(form))
  const forms = formWorldOf(world.city, legalDay(entry.preparedAt))
  return visits(form, answers).flatMap(({ page, fields }) =>
    fields
      .filter(({ key, type }) => !deciding.has(key) && !UNPRINTED.includes(type))
      .filter(({ key }) => key in answers && paperOf(without(answers, key)) !== whole)
      .map((field) => ({
        field,
        label: `${field.label.vi} (${page.title.vi})`,
        value: answers[field.key],
        printed: printAnswer(field, answers[field.key], forms),
      })),
  )
}

const UNPRINTED: readonly FieldDefinition['type'][] = ['file', 'undertaking', 'phone', 'group']

function without(answers: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([other]) => other !== key))
}

/** Keys that a condition of the form reads. */
function decidingFields({ pages }: FormDefinition): readonly string[] {
  return pages.flatMap((page) =>
    [page.when, ...page.fields.map(({ when }) => when)].flatMap((when) =>
      when ? conditionFields(when) : [],
    ),
  )
}

export type NewValues = Readonly<Record<string, Answers[string]>>

/**
 * The corrections that new values make, with both values as they print. Values that are as before
 * are left out. Refuses `correction-empty`, `correction-unclear` (fields): not a field of the book,
 * or a value that the form would not take.
 */
export function correctionsOf(
  world: World,
  view: DossierView,
  { entry, set }: { entry: EntryWithAct; set: NewValues },
): readonly CorrectedField[] {
  const known = correctableFields(world, view, entry)
  const answers = correctedAnswers(entry.content.answers, entry.acts)
  const forms = formWorldOf(world.city, legalDay(entry.preparedAt))
  const wrong = Object.entries(set)
    .filter(([key, value]) => {
      const found = known.find(({ field }) => field.key === key)
      const after = { ...answers, [key]: value }
      return !found || checkField(found.field, value, { answers: after, world: forms }).length > 0
    })
    .map(([key]) => key)
  if (wrong.length > 0) throw new Refusal('correction-unclear', { fields: wrong })
  const corrected = known.flatMap(({ field, label, printed }) => {
    const value = set[field.key]
    if (value === undefined) return []
    const after = printAnswer(field, value, forms)
    return after === printed ? [] : [{ key: field.key, label, before: printed, after, value }]
  })
  if (corrected.length === 0) throw new Refusal('correction-empty')
  return corrected
}

/** The definition of a field of an entry's form. */
export function fieldOf(world: World, view: DossierView, key: string): FieldDefinition | undefined {
  return findField(definitionOf(world, view.dossier).form, key)
}
