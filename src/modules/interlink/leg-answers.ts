import type { Answer, Answers } from '../forms/index.ts'
import { legFactNames, type LegDefinition } from '../procedures/index.ts'

/** What a leg may carry besides what was declared; named with `=` in a leg's `answers`. */
export type LegFacts = {
  /**
   * `number` and `day` of the register entry (`214/2016`), the paper `book` once it was signed,
   * `agency` as it prints, the `code` of the lead's dossier and which `event` it registers.
   */
  [name in (typeof legFactNames)[number]]?: string
} & {
  /** Results of other legs, `=residence.confirmation`. */
  results: Readonly<Record<string, string>>
}

/**
 * The answers to the form of the service: nothing is typed twice. What was not declared, or is not
 * known yet, is left out; the partner's form says whether it can do without.
 */
export function legAnswers(
  { answers: map }: Pick<LegDefinition, 'answers'>,
  declared: Answers,
  facts: LegFacts,
): Answers {
  const filled = Object.entries(map).flatMap(([field, source]) => {
    const value = source.startsWith('=') ? factOf(facts, source.slice(1)) : declared[source]
    return value === undefined || value === '' ? [] : [[field, value] as const]
  })
  return Object.fromEntries(filled)
}

function factOf(facts: LegFacts, name: string): Answer | undefined {
  const own = legFactNames.find((known) => known === name)
  return own ? facts[own] : facts.results[name]
}
