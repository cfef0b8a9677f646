import { addDays, fromEpochDay, epochDay, plainDate } from '../../platform/plain-date.ts'
import type { Identity } from './person.ts'
import { makeMistakes } from './testing-mistakes.ts'
import { makeChild, makeElder, makeParents, makeSibling, makeTwin } from './testing-people.ts'
import { randomFrom, weighted, type Random } from './testing-random.ts'

/** A filing about somebody who is known, written down with mistakes. */
export type TruePair = {
  kind: 'birth' | 'death' | 'death-year'
  of: number
  identity: Identity
  mistakes: readonly string[]
}

/** `count` filings about some of `people`; `of` is the index of the person meant. */
export function makeTruePairs(
  seed: number,
  people: readonly Identity[],
  count: number,
): readonly TruePair[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const of = random.below(people.length)
    const { identity, mistakes } = makeMistakes(people[of]!, random)
    if (identity.motherName && random.chance(0.9)) return { kind: 'birth', of, identity, mistakes }
    return { of, ...asDeceased(identity, mistakes, random) }
  })
}

type Deceased = Omit<TruePair, 'of'>

/** The declaration of a death asks for no parents, and the year is enough. */
function asDeceased(
  { motherName: _, fatherName: __, ...identity }: Identity,
  mistakes: readonly string[],
  random: Random,
): Deceased {
  if (!identity.birthDate || !random.chance(0.1))
    return { kind: identity.birthDate ? 'death' : 'death-year', identity, mistakes }
  const { birthDate, ...others } = identity
  const birthYear = Number(birthDate.slice(0, 4))
  return { kind: 'death-year', identity: { ...others, birthYear }, mistakes }
}

/** A filing about somebody new: what an officer should not be warned of. */
export type CleanFiling = { kind: CleanKind; identity: Identity }

export type CleanKind =
  | 'birth'
  | 'death'
  | 'death-year'
  | 'sibling'
  | 'twin'
  | 'namesake'
  | 'namesake-near-day'
  | 'named-after-parent'

const kindOf = weighted<CleanKind>([
  ['birth', 50],
  ['death', 17],
  ['death-year', 3],
  ['sibling', 12],
  ['twin', 5],
  ['namesake', 5],
  ['namesake-near-day', 4],
  ['named-after-parent', 4],
])

/** `count` filings about nobody of `people`, a third of them made to be mistaken for somebody. */
export function makeCleanFilings(
  seed: number,
  people: readonly Identity[],
  count: number,
): readonly CleanFiling[] {
  const random = randomFrom(seed)
  const children = people.filter(({ motherName, birthDate }) => motherName && birthDate)
  const known = new Set(children.map(wholeOf))
  return Array.from({ length: count }, () => {
    const kind = kindOf(random)
    for (;;) {
      const identity = cleanOf[kind](random, random.pick(children))
      if (!known.has(wholeOf(identity))) return { kind, identity }
    }
  })
}

/** Who is equal in all of this to somebody known is not somebody new. */
function wholeOf({ name, birthDate, motherName }: Identity): string {
  return [name, birthDate, motherName].join('|')
}

const recentDay = (random: Random) =>
  fromEpochDay(epochDay(plainDate('2016-08-31')) - random.below(11_000))

const cleanOf: Readonly<Record<CleanKind, (random: Random, like: Identity) => Identity>> = {
  birth: (random) => makeChild(random, makeParents(random), recentDay(random)),
  death: (random) => ({ ...makeElder(random), birthDate: addDays(recentDay(random), -14_000) }),
  'death-year': (random) => {
    const { name, sex } = makeElder(random)
    return { name, sex, birthYear: 1931 + random.below(54) }
  },
  sibling: makeSibling,
  twin: makeTwin,
  namesake: (random, { name, sex, birthDate }) => ({
    name,
    sex,
    birthDate,
    ...makeParents(random),
  }),
  'namesake-near-day': (random, { name, sex, birthDate }) => {
    const near = addDays(birthDate!, random.chance(0.5) ? 1 : -1)
    return { name, sex, birthDate: near, ...makeParents(random) }
  },
  'named-after-parent': (random, like) => {
    const [motherName, fatherName] = [makeParents(random).motherName, like.name]
    return { ...makeChild(random, { motherName, fatherName }, recentDay(random)), name: like.name }
  },
}
