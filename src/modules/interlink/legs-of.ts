import type { PlainDate } from '../../platform/plain-date.ts'
import { evaluate, type Answers } from '../forms/index.ts'
import type { LegDefinition, ProcedureDefinition } from '../procedures/index.ts'
import { isLegEnded, type LegState } from './leg.ts'

/**
 * A leg that every registration of a book has, whatever its own revision says: revisions published
 * before there were legs never change, and the Ministry's system serves them all.
 */
export type CommonLeg = {
  book: 'birth' | 'death'
  /** First and last day of filing. */
  validFrom: string
  validTo: string | null
  leg: LegDefinition
}

let common: readonly CommonLeg[] = []

/** The catalogue says which; safe to repeat. */
export function registerCommonLegs(legs: readonly CommonLeg[]): void {
  common = legs
}

/** The legs of a filing under a revision: its own, and those common to its book it does not name. */
export function legsOf(
  definition: ProcedureDefinition,
  filedOn: PlainDate,
): readonly LegDefinition[] {
  const own = definition.legs ?? []
  const book = definition.register?.book
  const added = common
    .filter((row) => row.book === book && isIn(row, filedOn))
    .map(({ leg }) => leg)
    .filter((leg) => !own.some(({ key, service }) => key === leg.key || service === leg.service))
  return [...added, ...own]
}

function isIn({ validFrom, validTo }: CommonLeg, day: PlainDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

/** How a filing's legs stand, as far as opening the next and holding the rest depends on it. */
export type Standing = {
  legs: readonly LegDefinition[]
  answers: Answers
  /** Kinds of the dossier's events so far. */
  happened: ReadonlySet<string>
  /** States of the legs that were opened, by key. */
  states: ReadonlyMap<string, LegState>
  /** Legs that no agency of the city serves, by key: written on paper. */
  elsewhere: ReadonlySet<string>
}

/** The legs to open now: declared, their moment has come, not opened before. */
export function legsToOpen(standing: Standing): readonly LegDefinition[] {
  return applying(standing).filter(
    (leg) => !standing.states.has(leg.key) && isDue(leg, standing) && hasPapers(leg, standing),
  )
}

/** Those of its legs which this filing has: by what was declared, or opened already. */
export function applying({ legs, answers, states }: Standing): readonly LegDefinition[] {
  return legs.filter(
    ({ key, when }) => states.has(key) || when === undefined || evaluate(when, answers),
  )
}

function isDue({ opens }: LegDefinition, { happened, states }: Standing): boolean {
  return 'on' in opens ? happened.has(opens.on) : states.get(opens.after) === 'done'
}

/** The signed paper is made by a job after the signature; what carries it waits for it. */
function hasPapers({ papers }: LegDefinition, { happened }: Standing): boolean {
  return !papers.includes('=result') || happened.has('certificateIssued')
}

/** Does a leg that holds the hand-over still work, or will it yet open? */
export function isHeld(standing: Standing): boolean {
  return applying(standing).some((leg) => leg.holds === 'handOver' && !isOver(leg, standing))
}

/** Ended, never to be opened, or on paper: nothing more comes of it here. */
function isOver(leg: LegDefinition, standing: Standing): boolean {
  const state = standing.states.get(leg.key)
  if (state !== undefined) return isLegEnded(state)
  if (standing.elsewhere.has(leg.key)) return true
  if ('on' in leg.opens) return false
  const { after } = leg.opens
  const first = applying(standing).find(({ key }) => key === after)
  if (first === undefined || !isOver(first, standing)) return first === undefined
  return standing.states.get(first.key) !== 'done'
}
