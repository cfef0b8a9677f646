import type { PlainDate } from '../../platform/plain-date.ts'
import type { Sex } from '../people/index.ts'
import { compareBirths, type BirthReason } from './compare-births.ts'
import { compareNames, type NameLikeness, type NameReason } from './compare-names.ts'
import { readName, type NameWord } from './name-words.ts'
import { birthYearOf, type Identity } from './person.ts'

export type Reason =
  | 'twins'
  | 'siblings'
  | `number-${'same' | 'near' | 'differs'}`
  | `name-${NameReason}`
  | `birth-${BirthReason}`
  | 'sex-differs'
  | `${'mother' | 'father'}-${'same' | 'alike' | 'differs'}`

export type Band = 'likely' | 'possible'

export type Likeness = {
  /** 0..1: how probable it is that both are one person. */
  score: number
  /** Undefined: not worth showing. */
  band: Band | undefined
  /** Why, what weighs most first. */
  reasons: readonly Reason[]
}

/** An identity read once, to be compared often. */
export type Read = {
  name: readonly NameWord[]
  birth: { date: PlainDate | null; year: number | null }
  sex: Sex | null
  number: string | null
  mother: readonly NameWord[]
  father: readonly NameWord[]
}

type Nullable<T> = { [Key in keyof T]?: T[Key] | null }

export function readIdentity(identity: Nullable<Identity>): Read {
  const birthDate = identity.birthDate ?? undefined
  return {
    name: readName(identity.name ?? ''),
    birth: {
      date: birthDate ?? null,
      year: birthYearOf({ birthDate, birthYear: identity.birthYear ?? undefined }),
    },
    sex: identity.sex ?? null,
    number: identity.number ?? null,
    mother: readName(identity.motherName ?? ''),
    father: readName(identity.fatherName ?? ''),
  }
}

/** Among a million people this much agreement is as good as none. */
const EVEN_BITS = 20
const LIKELY_FROM = 0.9
const POSSIBLE_FROM = 0.01

/** Two identities: one person, or two? Symmetric; what is unknown says nothing. */
export function compare(a: Read, b: Read): Likeness {
  const name = compareNames(a.name, b.name)
  const birth = compareBirths(a.birth, b.birth)
  const [mother, father] = [parent(a.mother, b.mother), parent(a.father, b.father)]
  const number = compareNumbers(a.number, b.number)
  const hasOtherSex = a.sex !== null && b.sex !== null && a.sex !== b.sex
  const sexBits = a.sex === null || b.sex === null ? 0 : hasOtherSex ? -5 : 1
  const parents = [mother, father]
  const others = otherChild({ name, birth: birth.reason, parents })
  const bits = name.bits + birth.bits + mother.bits + father.bits + number.bits + sexBits
  const score = 1 / (1 + 2 ** (EVEN_BITS - bits))
  const speaksAgainst =
    others !== null || [birth.reason, number.is, mother.is, father.is].includes('differs')
  return {
    score,
    band: bandOf(score, { mayBeLikely: number.is === 'same' || !speaksAgainst }),
    reasons: [
      ...(others ? [others] : []),
      ...(number.is ? ([`number-${number.is}`] as const) : []),
      ...name.reasons.map((reason) => `name-${reason}` as const),
      ...(birth.reason ? ([`birth-${birth.reason}`] as const) : []),
      ...(hasOtherSex ? (['sex-differs'] as const) : []),
      ...(mother.is ? ([`mother-${mother.is}`] as const) : []),
      ...(father.is ? ([`father-${father.is}`] as const) : []),
    ],
  }
}

/** Whatever the score: who has another parent, birth or number, or is a sibling, is no `likely`. */
function bandOf(score: number, { mayBeLikely }: { mayBeLikely: boolean }): Band | undefined {
  if (score >= LIKELY_FROM && mayBeLikely) return 'likely'
  return score >= POSSIBLE_FROM ? 'possible' : undefined
}

type Parent = { is: 'same' | 'alike' | 'differs' | null; bits: number }

const PARENT_BITS_MAX = 10

function parent(a: readonly NameWord[], b: readonly NameWord[]): Parent {
  if (a.length === 0 || b.length === 0) return { is: null, bits: 0 }
  const { bits, reasons, hasOtherWord } = compareNames(a, b)
  if (hasOtherWord || bits < 3) return { is: 'differs', bits: -9 }
  const is = reasons.length === 1 && reasons[0] === 'same' ? 'same' : 'alike'
  return { is, bits: Math.min(bits, PARENT_BITS_MAX) }
}

/**
 * Same parents and another given name: most likely two children, twins when born on one day. Who
 * renamed a child before signing will know.
 */
function otherChild(known: {
  name: NameLikeness
  birth: BirthReason | null
  parents: readonly Parent[]
}): 'twins' | 'siblings' | null {
  const haveParent = known.parents.some(({ is }) => is === 'same' || is === 'alike')
  const haveOther = known.parents.some(({ is }) => is === 'differs')
  const isSameName = known.name.isGivenSame && !known.name.hasOtherWord
  if (isSameName || !haveParent || haveOther) return null
  return known.birth === 'same' || known.birth === 'day-off' ? 'twins' : 'siblings'
}

type NumberLikeness = { is: 'same' | 'near' | 'differs' | null; bits: number }

function compareNumbers(a: string | null, b: string | null): NumberLikeness {
  if (a === null || b === null) return { is: null, bits: 0 }
  if (a === b) return { is: 'same', bits: 60 }
  const [first = 0, second] = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const isOne = second === undefined
  if (isOne || swapped(a, first) === b) return { is: 'near', bits: 0 }
  return { is: 'differs', bits: -12 }
}

/** The digits at `at` and after it, the other way round. */
function swapped(number: string, at: number): string {
  return number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
}
