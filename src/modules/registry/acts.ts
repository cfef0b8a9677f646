import type { PlainDate } from '../../platform/plain-date.ts'
import type { Answers } from '../forms/index.ts'

/** What may happen to an entry: one end, then what is noted beside it for ever. */
export type ActKind =
  | 'registered'
  | 'crossed-out'
  | 'corrected'
  | 'annulled'
  | 'noted'
  | 'number-given'

/** What an amendment rests on: `12/QĐ-UBND` of a day, by whom. */
export type Decision = { no: string; day: PlainDate; by: string }

/** One field of a correction; both values as they print. */
export type CorrectedField = {
  key: string
  label: string
  before: string
  after: string
  /** The new answer; null where the field is now empty. */
  value: Answers[string] | null
}

export type Correction = {
  fields: readonly CorrectedField[]
  /** Null before collection, where the head signs anew and no decision is needed. */
  decision: Decision | null
}

type Written = {
  actNo: number
  reason: string | null
  /** A member of the staff, or `system`. */
  writtenBy: string
  writtenAt: Date
}

export type RegisterAct = Written &
  (
    | { kind: 'registered'; paperBook: string; paperPage: number; facts: null }
    | { kind: 'crossed-out'; paperBook: null; paperPage: null; facts: null }
    | { kind: 'noted'; paperBook: null; paperPage: null; facts: null }
    | { kind: 'corrected'; paperBook: null; paperPage: null; facts: Correction }
    | { kind: 'annulled'; paperBook: null; paperPage: null; facts: { decision: Decision } }
    | { kind: 'number-given'; paperBook: null; paperPage: null; facts: { number: string } }
  )

/** The end of an entry: signed into the paper book, or crossed out. Null while only prepared. */
export type EntryEnd = Extract<RegisterAct, { kind: 'registered' | 'crossed-out' }>

export function isEnd(act: RegisterAct): act is EntryEnd {
  return act.kind === 'registered' || act.kind === 'crossed-out'
}

export type EntryState = 'prepared' | 'registered' | 'crossed-out' | 'annulled'

/** How an entry stands by what happened to it. */
export function entryState(acts: readonly RegisterAct[]): EntryState {
  if (acts.some(({ kind }) => kind === 'annulled')) return 'annulled'
  return acts.find(isEnd)?.kind ?? 'prepared'
}

/** The declared answers with every later correction. */
export function correctedAnswers(answers: Answers, acts: readonly RegisterAct[]): Answers {
  const set = acts
    .filter((act) => act.kind === 'corrected')
    .flatMap(({ facts }) => facts.fields.map(({ key, value }) => [key, value] as const))
  const now: Record<string, Answers[string]> = { ...answers }
  for (const [key, value] of set) {
    if (value === null) delete now[key]
    else now[key] = value
  }
  return now
}

/** The personal number noted after the signature; undefined while there is none. */
export function numberGiven(acts: readonly RegisterAct[]): string | undefined {
  return acts.find((act) => act.kind === 'number-given')?.facts.number
}
