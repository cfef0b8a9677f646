import { allFields, conditionFields } from '../forms/index.ts'
import type { LegDefinition, ProcedureDefinition } from './definition.ts'
import type { Mistake } from './mistakes.ts'

/** What a leg may carry that was not declared, named with `=`: of the entry, or of the lead. */
export const legFactNames = [
  'number',
  'day',
  'book',
  'personalNumber',
  'agency',
  'code',
  'event',
] as const

/** Legs that name what the form, the components or the other legs do not have. */
export function checkLegs(definition: ProcedureDefinition): Mistake[] {
  const legs = definition.legs ?? []
  const keys = legs.map(({ key }) => key)
  const found: Mistake[] =
    new Set(keys).size < keys.length ? [{ path: 'legs', code: 'key-duplicate' }] : []
  return [
    ...found,
    ...legs.flatMap((leg) => checkLeg(definition, leg, legs)),
    ...checkQuestions(definition),
  ]
}

/** What a step asks of another commune: fields of the form, or facts of the dossier. */
function checkQuestions({ form, steps }: ProcedureDefinition): Mistake[] {
  const fields = new Set(allFields(form).map(({ field }) => field.key))
  return steps.flatMap(({ key, asks = {} }) =>
    Object.values(asks)
      .filter(
        (source) => !(source.startsWith('=') ? isLegFact(source.slice(1), []) : fields.has(source)),
      )
      .map((detail) => ({ path: `steps/${key}`, code: 'reference-unknown', detail })),
  )
}

function checkLeg(
  definition: ProcedureDefinition,
  leg: LegDefinition,
  legs: readonly LegDefinition[],
): Mistake[] {
  const fields = new Map(allFields(definition.form).map(({ field }) => [field.key, field]))
  const path = `legs/${leg.key}`
  const unknown = (detail: string) => ({ path, code: 'reference-unknown', detail })
  const found: Mistake[] = []
  const { unitOf } = leg.to
  if (unitOf !== null && fields.get(unitOf)?.type !== 'address') found.push(unknown(unitOf))
  if ('after' in leg.opens && !isBefore(leg, leg.opens.after, legs))
    found.push({ path, code: 'leg-after-unknown', detail: leg.opens.after })
  for (const field of leg.when ? conditionFields(leg.when) : [])
    if (!fields.has(field)) found.push({ path, code: 'condition-on-unknown-field', detail: field })
  for (const source of Object.values(leg.answers))
    if (!(source.startsWith('=') ? isLegFact(source.slice(1), legs) : fields.has(source)))
      found.push(unknown(source))
  const components = definition.components.map(({ key }) => key)
  for (const paper of leg.papers)
    if (paper !== '=result' && !components.includes(paper)) found.push(unknown(paper))
  return found
}

/** A leg follows one that is named above it: so none waits for itself. */
function isBefore(leg: LegDefinition, after: string, legs: readonly LegDefinition[]): boolean {
  const index = legs.findIndex(({ key }) => key === after)
  return index >= 0 && index < legs.indexOf(leg)
}

function isLegFact(name: string, legs: readonly LegDefinition[]): boolean {
  if (legFactNames.some((known) => known === name)) return true
  return legs.some((leg) => leg.results.some((result) => name === `${leg.key}.${result.key}`))
}
