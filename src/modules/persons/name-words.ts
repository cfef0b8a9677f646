import { normaliseName } from '../people/index.ts'

/** One word of a name, three times coarser. */
export type NameWord = {
  /** Lower case with its marks, the tone at the end, so that *hoà* and *hòa* are one. */
  marked: string
  /** Letters without marks, đ as d. */
  folded: string
  /** As it sounds to many: `sound`. */
  sound: string
  /** Comes and goes on papers without meaning another person: *Thị*, *Văn*, the H' of H'Hen. */
  isLight: boolean
  /** The whole name was written without marks, so that their absence says nothing. */
  isBare: boolean
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** Without marks *thi* and *van* may be *Thị* and *Văn*; beside marked words they are Thi and Vân. */
const LIGHT = new Set(['thi\u0323', 'văn', 'h', 'k'])
const LIGHT_BARE = new Set(['thi', 'van', 'h', 'k'])

/** The words of a full name in the order written. Names of one people are joined by ' and -. */
export function readName(full: string): readonly NameWord[] {
  const words = normaliseName(full)
    .toLowerCase()
    .split(/[\s'’ʼ-]+/u)
    .map(readWord)
    .filter(({ folded }) => folded !== '')
  const isBare = words.every(({ marked, folded }) => marked === folded)
  const isLight = ({ marked, folded }: Written) =>
    isBare ? LIGHT_BARE.has(folded) : LIGHT.has(marked)
  const hasTwo = words.filter((word) => !isLight(word)).length >= 2
  return words.map((word) => ({
    ...word,
    isBare,
    isLight: hasTwo && isLight(word),
  }))
}

type Written = Pick<NameWord, 'marked' | 'folded' | 'sound'>

/** A few thousand words make most names: each is taken apart once. */
const readBefore = new Map<string, Written>()
const READ_MAX = 20_000

function readWord(word: string): Written {
  const before = readBefore.get(word)
  if (before) return before
  const written = takeApart(word)
  if (readBefore.size >= READ_MAX) readBefore.clear()
  readBefore.set(word, written)
  return written
}

function takeApart(word: string): Written {
  const apart = word.normalize('NFD')
  const tones = apart.match(TONE)?.toSorted().join('') ?? ''
  const folded = apart
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z]/g, '')
  const marked = apart.replace(TONE, '').normalize('NFC') + tones
  return { marked, folded, sound: sound(folded) }
}

/**
 * What people confuse in writing falls together: i/y, s/x, ch/tr, d/gi/r, l/n, c/k/q, g/gh, ng/ngh,
 * ph/f. Takes a folded word.
 */
export function sound(folded: string): string {
  const [, first = '', rest = ''] = /^(gi(?=[aeou])|[^aeiouy]*)(.*)$/.exec(folded) ?? []
  return initial(first, rest) + rest.replaceAll('y', 'i').replace(/k$/, 'c')
}

function initial(first: string, rest: string): string {
  const known = INITIALS[first]
  if (known !== undefined) return known
  // "gìn" is d/r + "in", "gì" likewise; "ghi" is not.
  if (first === 'g' && rest.startsWith('i')) return 'd'
  return first
}

const INITIALS: Readonly<Record<string, string>> = {
  x: 's',
  tr: 'ch',
  gi: 'd',
  r: 'd',
  n: 'l',
  c: 'k',
  q: 'k',
  gh: 'g',
  ngh: 'ng',
  ph: 'f',
}

/** How far two words are from each other; undefined when they are different words. */
export type WordLikeness = 'same' | 'unmarked' | 'marks' | 'sound' | 'near'

export function compareWords(
  a: NameWord,
  b: NameWord,
  bothKnown: (a: NameWord, b: NameWord) => boolean,
): WordLikeness | undefined {
  if (a.marked === b.marked) return 'same'
  if (a.folded === b.folded) return a.isBare || b.isBare ? 'unmarked' : 'marks'
  if (a.sound === b.sound) return 'sound'
  // Huy and Duy are one letter apart and two names; Thanh and Thnah are one.
  return isNear(a.folded, b.folded) && !bothKnown(a, b) ? 'near' : undefined
}

/** One letter missing, added, changed or swapped with its neighbour; of four letters and more. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length < 4 || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const isChanged = short.slice(at + 1) === long.slice(at + 1)
  const isSwapped =
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2)
  return isChanged || isSwapped
}
