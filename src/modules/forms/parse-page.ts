import type { Answer, Answers, FieldDefinition, FormDefinition, Problem } from './definition.ts'
import { prune } from './journey.ts'
import { isItems } from './journey.ts'
import { ownsInput, rawText, type RawInputs } from './input-names.ts'
import { parseInput } from './parse-input.ts'
import { unknownField } from './validate.ts'

export type PageInput = {
  /** All answers after this page: pruned. The old ones when an unknown field was posted. */
  answers: Answers
  /** Answers taken away because they are no longer asked, with their values. */
  dropped: Answers
  /** What could not be read; what can be read is in `answers` all the same. */
  problems: readonly Problem[]
  /** The citizen asked for a further (or one less) item of a group: show the page again. */
  again: boolean
}

/**
 * Reads a posted page into the answers. Names that begin with `_` are buttons and tokens; any other
 * name that no field of the page owns is refused as a whole, with nothing changed.
 */
export function parsePage(
  form: FormDefinition,
  pageKey: string,
  answers: Answers,
  raw: RawInputs,
): PageInput {
  const page = form.pages.find((candidate) => candidate.key === pageKey)
  const fields = page?.fields ?? []
  const strangers = Object.keys(raw).filter(
    (name) => !name.startsWith('_') && !fields.some((field) => ownsInput(field, name)),
  )
  if (strangers.length > 0)
    return { answers, dropped: {}, problems: strangers.map(unknownField), again: false }
  const next: Record<string, Answer> = { ...answers }
  const problems: Problem[] = []
  for (const field of fields) {
    if (!isPosted(field, raw)) continue
    const parsed = parseInput(field, raw)
    problems.push(...parsed.problems)
    if (parsed.value !== undefined) next[field.key] = parsed.value
    else if (parsed.problems.length === 0) delete next[field.key]
  }
  const again = changeItems(fields, next, raw)
  const { kept, dropped } = prune(form, next)
  const asked = problems.filter((wrong) => !Object.hasOwn(dropped, wrong.field))
  return { answers: kept, dropped, problems: asked, again }
}

/** Files arrive by their own road: a page without their inputs leaves them as they are. */
function isPosted(field: FieldDefinition, raw: RawInputs): boolean {
  return field.type !== 'file' || Object.hasOwn(raw, field.key)
}

/** `_add=key` and `_remove=key.2`, the buttons of a repeating group. */
function changeItems(
  fields: readonly FieldDefinition[],
  answers: Record<string, Answer>,
  raw: RawInputs,
): boolean {
  const groups = fields.filter((field) => field.type === 'group')
  const [add, remove] = [rawText(raw, '_add'), rawText(raw, '_remove')]
  for (const group of groups) {
    const answer = answers[group.key]
    const items = isItems(answer) ? answer : []
    const index = /^\d{1,4}$/.exec(remove.slice(group.key.length + 1))?.[0]
    if (add === group.key && items.length < group.timesMax) answers[group.key] = [...items, {}]
    else if (remove.startsWith(`${group.key}.`) && index !== undefined)
      answers[group.key] = items.toSpliced(Number(index), 1)
  }
  return add !== '' || remove !== ''
}
