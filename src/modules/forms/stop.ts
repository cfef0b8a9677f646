import type { Answers, FormDefinition, Text } from './definition.ts'
import { visits } from './journey.ts'

/** What to say instead of asking on, when an answer means that nothing is to be filed. */
export function stopOf(form: FormDefinition, answers: Answers): Text | undefined {
  for (const { fields } of visits(form, answers))
    for (const field of fields) {
      if (field.type !== 'choice') continue
      const chosen = field.options.find(({ value }) => value === answers[field.key])
      if (chosen?.stops) return chosen.stops
    }
  return undefined
}
