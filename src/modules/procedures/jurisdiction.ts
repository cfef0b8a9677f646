import type { PlainDate } from '../../platform/plain-date.ts'
import { complete, evaluate, type Answers, type Condition } from '../forms/index.ts'
import type { ProcedureDefinition } from './definition.ts'

type Rule = (
  params: Readonly<Record<string, unknown>>,
  answers: Answers,
  day: PlainDate,
) => readonly string[]

/**
 * `residence-of`: the communes named in some address fields, of the first case that applies.
 * `unit`: always these units. `agency`: always these agencies, as for a department of the city.
 */
const rules: Readonly<Record<string, Rule>> = {
  'residence-of': residenceOf,
  // The published schema has checked what these parameters are.
  unit: (params) => params['codes'] as readonly string[],
  // Agencies by id serve no unit of their own: see `namedAgencies`.
  agency: () => [],
}

export function isJurisdictionRule(rule: string): boolean {
  return Object.hasOwn(rules, rule)
}

/**
 * Codes of the units competent for these answers on the day of filing, each once, in the order the
 * law names them. Empty when the answers name no unit of the city.
 */
export function competentUnits(
  definition: Pick<ProcedureDefinition, 'jurisdiction' | 'form'>,
  answers: Answers,
  day: PlainDate,
): string[] {
  const rule = rules[definition.jurisdiction.rule]
  if (!rule) throw new Error(`no such jurisdiction rule: ${definition.jurisdiction.rule}`)
  const known = complete(definition.form, answers)
  return [...new Set(rule(definition.jurisdiction.params, known, day))]
}

/** Agencies a definition names by id (a department of the city), in its order; else empty. */
export function namedAgencies(
  definition: Pick<ProcedureDefinition, 'jurisdiction'>,
): readonly string[] {
  const { rule, params } = definition.jurisdiction
  // The published schema has checked what these parameters are.
  return rule === 'agency' ? (params['ids'] as readonly string[]) : []
}

type Case = { when?: Condition; fields: readonly string[] }

function residenceOf(
  params: Readonly<Record<string, unknown>>,
  answers: Answers,
  day: PlainDate,
): readonly string[] {
  const cases = params['cases'] as readonly Case[] // as above
  const applies = cases.find(({ when }) => when === undefined || evaluate(when, answers))
  return (applies?.fields ?? []).flatMap((field) => {
    const answer = answers[field]
    if (typeof answer !== 'object' || !('scope' in answer) || answer.scope !== 'city') return []
    // A unit that only begins later cannot be competent yet, whatever its code is now.
    const hasBegun = answer.unitFrom === undefined || answer.unitFrom <= day
    return answer.unit !== undefined && hasBegun ? [answer.unit] : []
  })
}
