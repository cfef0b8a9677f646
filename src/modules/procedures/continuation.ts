import { allFields, complete, type Answer, type Answers } from '../forms/index.ts'
import type { Continuation, ProcedureDefinition } from './definition.ts'

/** The result that the next errand cites: its number `7/2016` and its day `2016-08-12`. */
export type ContinuedFrom = { number: string; day: string }

/**
 * First answers of the next errand: nothing that was said is asked again. What its form does not
 * ask is left out.
 */
export function continuedAnswers(
  { answers: map, set }: Continuation,
  from: { form: ProcedureDefinition['form']; answers: Answers } & ContinuedFrom,
  next: Pick<ProcedureDefinition, 'form'>,
): Answers {
  const known = complete(from.form, from.answers)
  const asked = new Set(allFields(next.form).map(({ field }) => field.key))
  const sourceOf = (source: string): Answer | undefined =>
    source === '=number' ? from.number : source === '=day' ? from.day : known[source]
  const passed = Object.entries(map).map(([field, source]) => [field, sourceOf(source)] as const)
  return Object.fromEntries(
    [...passed, ...Object.entries(set)].flatMap(([field, value]) =>
      asked.has(field) && value !== undefined ? [[field, value] as const] : [],
    ),
  )
}
