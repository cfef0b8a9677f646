import { bitsOf, isCommon } from './name-frequency.ts'
import { compareWords, type NameWord, type WordLikeness } from './name-words.ts'

export type NameReason =
  | 'same'
  | 'marks'
  | 'sound'
  | 'near'
  | 'order'
  | 'light-word'
  | 'word-missing'
  | 'differs'

export type NameLikeness = {
  /** How much it speaks for one name (above 0) or for two (below). */
  bits: number
  /** What is alike or different, the weightiest first; the same whichever name comes first. */
  reasons: readonly NameReason[]
  /** A word of one stands against another word in the other: Gia Bảo, Gia Huy. */
  hasOtherWord: boolean
  /** The given name is the same but for marks that one of them leaves out everywhere. */
  isGivenSame: boolean
}

/** How much of a word's weight a likeness keeps, and what it costs. */
const WEIGHTS: Readonly<Record<WordLikeness, { share: number; cost: number }>> = {
  same: { share: 1, cost: 0 },
  unmarked: { share: 1, cost: 0.3 },
  marks: { share: 0.85, cost: 1 },
  sound: { share: 0.6, cost: 1.5 },
  near: { share: 0.6, cost: 2 },
}

/** A short name is as good as never whole: that a word is missing there says little. */
const COST = { order: 0.7, lightWord: 0.7, missing: 3.5, missingInShort: 1.2, other: 7 }

type Pair = { i: number; j: number; likeness: WordLikeness }

/** Compares two names word by word, whatever their order. Symmetric. */
export function compareNames(a: readonly NameWord[], b: readonly NameWord[]): NameLikeness {
  const pairs = align(a, b)
  const onlyA = a.filter((_, at) => pairs.every(({ i }) => i !== at))
  const onlyB = b.filter((_, at) => pairs.every(({ j }) => j !== at))
  const isOrdered = inOrder(pairs)
  const rest = compareRest(onlyA, onlyB, Math.min(...[a, b].map(countFull)))
  const matched = pairs.map(({ i, j, likeness }) => bitsOfPair(a[i]!, b[j]!, likeness))
  const bits = sum(matched) + rest.bits - (isOrdered ? 0 : COST.order)
  const levels = new Set(pairs.map(({ likeness }) => likeness))
  const reasons: NameReason[] = [
    ...rest.reasons,
    ...(levels.has('near') ? (['near'] as const) : []),
    ...(levels.has('sound') ? (['sound'] as const) : []),
    ...(levels.has('marks') || levels.has('unmarked') ? (['marks'] as const) : []),
    ...(isOrdered ? [] : (['order'] as const)),
  ]
  return {
    bits,
    reasons: reasons.length === 0 ? ['same'] : reasons,
    hasOtherWord: rest.others > 0 || pairs.some((pair) => areTwoNames(a, b, pair)),
    isGivenSame: pairs.some((pair) => isGiven(a, b, { pair, isOrdered })),
  }
}

/** Linh and Ninh sound alike to some, and are two names. */
function areTwoNames(
  a: readonly NameWord[],
  b: readonly NameWord[],
  { i, j, likeness }: Pair,
): boolean {
  return likeness === 'sound' && bothKnown(a[i]!, b[j]!)
}

/** The last word of both; written the other way round, the last of one and the first of the other. */
function isGiven(
  a: readonly NameWord[],
  b: readonly NameWord[],
  { pair: { i, j, likeness }, isOrdered }: { pair: Pair; isOrdered: boolean },
): boolean {
  if (likeness !== 'same' && likeness !== 'unmarked') return false
  const [lastA, lastB] = [a.length - 1, b.length - 1]
  if (i === lastA && j === lastB) return true
  return !isOrdered && ((i === lastA && j === 0) || (i === 0 && j === lastB))
}

function bothKnown(a: NameWord, b: NameWord): boolean {
  return isCommon(a.folded) && isCommon(b.folded)
}

const RANKS: readonly WordLikeness[] = ['same', 'unmarked', 'marks', 'sound', 'near']

/** The likest words first, then those at the nearest places; each word once. */
function align(a: readonly NameWord[], b: readonly NameWord[]): readonly Pair[] {
  const all = a.flatMap((word, i) =>
    b.flatMap((other, j) => {
      const likeness = compareWords(word, other, bothKnown)
      return likeness === undefined ? [] : [{ i, j, likeness }]
    }),
  )
  const rank = ({ i, j, likeness }: Pair) =>
    RANKS.indexOf(likeness) * 10_000 + Math.abs(i - j) * 100 + i + j
  const pairs: Pair[] = []
  for (const pair of all.toSorted((one, other) => rank(one) - rank(other)))
    if (pairs.every(({ i, j }) => i !== pair.i && j !== pair.j)) pairs.push(pair)
  return pairs.toSorted((one, other) => one.i - other.i)
}

function countFull(words: readonly NameWord[]): number {
  return words.filter(({ isLight }) => !isLight).length
}

function inOrder(pairs: readonly Pair[]): boolean {
  return pairs.every(({ j }, at) => at === 0 || j > pairs[at - 1]!.j)
}

function bitsOfPair(a: NameWord, b: NameWord, likeness: WordLikeness): number {
  if (a.isLight || b.isLight) return 0.3
  const { share, cost } = WEIGHTS[likeness]
  return ((bitsOf(a.folded) + bitsOf(b.folded)) / 2) * share - cost
}

type Rest = { bits: number; reasons: readonly NameReason[]; others: number }

/** Words of one name that the other does not have. */
function compareRest(
  onlyA: readonly NameWord[],
  onlyB: readonly NameWord[],
  shorter: number,
): Rest {
  const light = [...onlyA, ...onlyB].filter(({ isLight }) => isLight).length
  const [inA, inB] = [onlyA, onlyB].map((words) => words.filter(({ isLight }) => !isLight).length)
  const others = Math.min(inA!, inB!)
  const missing = Math.max(inA!, inB!) - others
  const missingCost = shorter <= 2 ? COST.missingInShort : COST.missing
  return {
    bits: -others * COST.other - missing * missingCost - light * COST.lightWord,
    reasons: [
      ...(others > 0 ? (['differs'] as const) : []),
      ...(missing > 0 ? (['word-missing'] as const) : []),
      ...(light > 0 ? (['light-word'] as const) : []),
    ],
    others,
  }
}

/** Added from the smallest up, so that the sum is the same whichever name comes first. */
function sum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0)
}
