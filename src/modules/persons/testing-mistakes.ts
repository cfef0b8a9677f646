import { addDays, parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'
import { swapDayAndMonth } from './compare-births.ts'
import type { Identity } from './person.ts'
import { weighted, type Random } from './testing-random.ts'

/** A mistake as people make it in writing; undefined where it does not apply. */
type Mistake<T> = (value: T, random: Random) => T | undefined

/** In one name. Tones and letters are changed on the composed text. */
const nameMistakes: Readonly<Record<string, readonly [Mistake<string>, number]>> = {
  marksDropped: [(name) => folded(name), 14],
  marksOfOneWordDropped: [(name, random) => oneWord(name, random, folded), 10],
  dWithoutBar: [(name) => changed(name, name.replaceAll('Đ', 'D').replaceAll('đ', 'd')), 10],
  tonePlacement: [(name) => changed(name, otherPlacement(name)), 60],
  wrongTone: [(name, random) => oneWord(name, random, otherTone), 8],
  decomposed: [(name) => name.normalize('NFD'), 6],
  capitals: [(name) => name.toLocaleUpperCase('vi'), 5],
  iForY: [(name) => changed(name, swapLetters(name, 'iy')), 8],
  sForX: [(name, random) => initials(name, random, ['S', 'X']), 25],
  chForTr: [(name, random) => initials(name, random, ['Ch', 'Tr']), 12],
  dForGiForR: [(name, random) => initials(name, random, ['D', 'Gi', 'R']), 10],
  lForN: [(name, random) => initials(name, random, ['L', 'N']), 12],
  cForKForQ: [(name, random) => initials(name, random, ['C', 'K', 'Q']), 12],
  lightWord: [toggleLight, 10],
  middleMissing: [dropMiddle, 10],
  order: [otherOrder, 7],
  letter: [(name, random) => oneWord(name, random, (word) => slip(word, random)), 6],
}

const birthMistakes: Readonly<Record<string, readonly [Mistake<PlainDate>, number]>> = {
  dayOff: [(date, random) => addDays(date, random.chance(0.5) ? 1 : -1), 30],
  swapped: [(date) => swapDayAndMonth(date), 25],
  yearOff: [(date, random) => otherYear(date, random.chance(0.5) ? 1 : -1), 25],
  monthWrong: [(date, random) => otherMonth(date, 1 + random.below(12)), 20],
}

const parentMistakes = ['mother', 'father', 'motherGone', 'fatherGone'] as const

export type Mistaken = { identity: Identity; mistakes: readonly string[] }

/** The same person as somebody else writes them down, with one to three mistakes. */
export function makeMistakes(identity: Identity, random: Random): Mistaken {
  const count = 1 + (random.chance(0.45) ? 1 : 0) + (random.chance(0.3) ? 1 : 0)
  let made: Mistaken = { identity, mistakes: [] }
  for (let tries = 0; made.mistakes.length < count && tries < 20; tries++) {
    const next = oneMistake(made.identity, random)
    const isTwiceBorn =
      next !== undefined &&
      made.identity.birthDate !== identity.birthDate &&
      made.identity.birthDate !== next.identity.birthDate
    if (next && !isTwiceBorn && !made.mistakes.includes(next.mistake))
      made = { identity: next.identity, mistakes: [...made.mistakes, next.mistake] }
  }
  return made
}

type One = { identity: Identity; mistake: string }

function oneMistake(identity: Identity, random: Random): One | undefined {
  const where = random.next()
  if (where < 0.6) {
    const name = nameMistake(identity.name, random)
    return name && { identity: { ...identity, name: name.text }, mistake: name.mistake }
  }
  if (where < 0.85) return identity.birthDate ? birthMistake(identity, random) : undefined
  if (where < 0.97) return identity.motherName ? parentMistake(identity, random) : undefined
  return { identity: { ...identity, sex: undefined }, mistake: 'sexMissing' }
}

const pickName = weighted(Object.entries(nameMistakes).map(([key, [, weight]]) => [key, weight]))
const pickBirth = weighted(Object.entries(birthMistakes).map(([key, [, weight]]) => [key, weight]))

function nameMistake(name: string, random: Random): { text: string; mistake: string } | undefined {
  const mistake = pickName(random)
  const text = nameMistakes[mistake]![0](name, random)
  return text === undefined || text === name ? undefined : { text, mistake }
}

function birthMistake(identity: Identity, random: Random): One | undefined {
  const mistake = pickBirth(random)
  const birthDate = birthMistakes[mistake]![0](identity.birthDate!, random)
  if (birthDate === undefined || birthDate === identity.birthDate) return undefined
  return { identity: { ...identity, birthDate }, mistake }
}

function parentMistake(identity: Identity, random: Random): One | undefined {
  const mistake = random.pick(parentMistakes)
  if (mistake === 'motherGone')
    return identity.fatherName
      ? { identity: { ...identity, motherName: undefined }, mistake }
      : undefined
  if (mistake === 'fatherGone') return { identity: { ...identity, fatherName: undefined }, mistake }
  const key = `${mistake}Name` as const
  const name = identity[key] ? nameMistake(identity[key], random) : undefined
  return name && { identity: { ...identity, [key]: name.text }, mistake: `${mistake}Misspelled` }
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

function changed(before: string, after: string): string | undefined {
  return before.normalize('NFC') === after.normalize('NFC') ? undefined : after
}

function oneWord(
  name: string,
  random: Random,
  change: (word: string) => string | undefined,
): string | undefined {
  const words = name.normalize('NFC').split(' ')
  const at = random.below(words.length)
  const word = change(words[at]!)
  return word === undefined ? undefined : changed(name, words.with(at, word).join(' '))
}

/** hòa → hoà, thủy → thuỷ: the tone one letter further, or back. */
function otherPlacement(name: string): string {
  return name
    .normalize('NFD')
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\p{L})/giu, '$1$3$2')
    .normalize('NFC')
}

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

function otherTone(word: string): string | undefined {
  const apart = word.normalize('NFD')
  const tone = TONES.slice(1).find((one) => apart.includes(one))
  if (tone === undefined) return undefined
  const other = TONES[(TONES.indexOf(tone) % 5) + 1]!
  return apart.replace(tone, other).normalize('NFC')
}

/** One of two letters for the other, where the word has only letters around it (ly, li). */
function swapLetters(name: string, letters: string): string {
  const [one, other] = [...letters]
  return name
    .normalize('NFD')
    .replace(/(?<=\p{L}\p{M}*)[iy](?=\p{M}*(?:\s|$))/giu, (found) =>
      found.toLowerCase() === one ? other! : one!,
    )
    .normalize('NFC')
}

/** The first consonant of one word as another that sounds like it. */
function initials(name: string, random: Random, group: readonly string[]): string | undefined {
  const words = name.normalize('NFC').split(' ')
  const at = words.findIndex((word) => group.some((one) => startsWith(word, one)))
  if (at < 0) return undefined
  const from = group.find((one) => startsWith(words[at]!, one))!
  const to = random.pick(group.filter((one) => one !== from))
  return words.with(at, to + words[at]!.slice(from.length)).join(' ')
}

function startsWith(word: string, initial: string): boolean {
  const next = folded(word.slice(initial.length)).charAt(0)
  return word.startsWith(initial) && /[aeiouy]/.test(next)
}

function toggleLight(name: string, random: Random): string | undefined {
  const words = name.split(' ')
  const at = words.findIndex((word, index) => index > 0 && /^(thị|văn)$/iu.test(word))
  if (at > 0 && at < words.length - 1) return words.toSpliced(at, 1).join(' ')
  if (words.length < 2) return undefined
  return words.toSpliced(1, 0, random.chance(0.5) ? 'Thị' : 'Văn').join(' ')
}

function dropMiddle(name: string, random: Random): string | undefined {
  const words = name.split(' ')
  if (words.length < 3) return undefined
  return words.toSpliced(1 + random.below(words.length - 2), 1).join(' ')
}

/** The given name first, as on a foreign paper, or the surname last. */
function otherOrder(name: string, random: Random): string | undefined {
  const words = name.split(' ')
  if (words.length < 2) return undefined
  const [surname, ...rest] = words
  return random.chance(0.5)
    ? [...rest, surname].join(' ')
    : [words.at(-1), ...words.slice(0, -1)].join(' ')
}

/** One letter left out, or two neighbours swapped. */
function slip(word: string, random: Random): string | undefined {
  if (word.length < 3) return undefined
  const at = 1 + random.below(word.length - 2)
  return random.chance(0.5)
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
}

function otherYear(date: PlainDate, years: number): PlainDate | undefined {
  return parsePlainDate(`${Number(date.slice(0, 4)) + years}${date.slice(4)}`)
}

function otherMonth(date: PlainDate, month: number): PlainDate | undefined {
  return parsePlainDate(`${date.slice(0, 5)}${String(month).padStart(2, '0')}${date.slice(7)}`)
}
