import { hash } from 'node:crypto'
import { datesNear } from './compare-births.ts'
import { bitsOf, saysLittle } from './name-frequency.ts'
import type { NameWord } from './name-words.ts'
import type { Read } from './likeness.ts'

/**
 * Where somebody is looked for: each key holds few people, and one who was declared with the usual
 * mistakes still shares one. A key is the hash of a kind, a name by sound and a day or year; the
 * order of a name's words is in none of them.
 */
export type SearchKey = string

/** What is kept of a person, about ten keys. */
export function storedKeys(person: Read): readonly SearchKey[] {
  const { date, year } = person.birth
  const words = soundsOf(person.name)
  if (words.length === 0) return []
  const ofYear =
    year === null
      ? []
      : [
          `y:${year}:${joined(words)}`,
          ...withoutOne(words).map((kept) => `w:${year}:${joined(kept)}`),
          ...parentKeys(person, year),
        ]
  const ofDay = date ? words.map((word) => `d:${date}:${word}`) : []
  return unique([`n:${joined(words)}`, ...ofYear, ...ofDay]).map(hashed)
}

export type AskedKey = { key: SearchKey; weight: number }

/** Where to look for one who may be this person; the weight says how much finding there means. */
export function askedKeys(query: Read): readonly AskedKey[] {
  const names = query.name.filter(({ isLight }) => !isLight)
  const words = soundsOf(query.name)
  if (words.length === 0) return []
  const bits = (kept: readonly string[]) =>
    kept.reduce((total, one) => total + bitsOfSound(names, one), 0)
  const { date, year } = query.birth
  const asked = new Map<string, number>([[`n:${joined(words)}`, bits(words)]])
  for (const near of year === null ? [] : [year, year - 1, year + 1]) {
    const closeness = near === year ? 6 : 3
    asked.set(`y:${near}:${joined(words)}`, closeness + bits(words))
    for (const key of parentKeys(query, near)) asked.set(key, closeness + PARENT_BITS)
  }
  for (const kept of year === null ? [] : withoutOne(words)) {
    asked.set(`w:${year}:${joined(kept)}`, 6 + bits(kept))
    asked.set(`y:${year}:${joined(kept)}`, 6 + bits(kept))
  }
  if (year !== null) asked.set(`w:${year}:${joined(words)}`, 6 + bits(words))
  const telling = names.filter(({ folded }) => !saysLittle(folded)).map(({ sound }) => sound)
  for (const word of date ? words : []) asked.set(`d:${date}:${word}`, 14 + bits([word]))
  for (const near of date ? datesNear(date) : [])
    for (const word of telling.length > 0 ? telling : words)
      asked.set(`d:${near}:${word}`, 7 + bits([word]))
  return [...asked].map(([key, weight]) => ({ key: hashed(key), weight }))
}

const PARENT_BITS = 9

function parentKeys({ mother, father }: Read, year: number): readonly string[] {
  const [ofMother, ofFather] = [soundsOf(mother), soundsOf(father)]
  return [
    ...(ofMother.length > 1 ? [`m:${year}:${joined(ofMother)}`] : []),
    ...(ofFather.length > 1 ? [`f:${year}:${joined(ofFather)}`] : []),
  ]
}

/** The sounds of a name that count, each once, in alphabetical order. */
function soundsOf(name: readonly NameWord[]): readonly string[] {
  return unique(name.filter(({ isLight }) => !isLight).map(({ sound }) => sound)).toSorted()
}

/** All but one word, where two are left. */
function withoutOne(words: readonly string[]): readonly (readonly string[])[] {
  return words.length < 3 ? [] : words.map((_, at) => words.toSpliced(at, 1))
}

function bitsOfSound(names: readonly NameWord[], word: string): number {
  return bitsOf(names.find(({ sound }) => sound === word)?.folded ?? '')
}

function joined(words: readonly string[]): string {
  return words.join('+')
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}

/** 64 bits as PostgreSQL writes a bigint: the table of keys holds no names. */
function hashed(key: string): SearchKey {
  return hash('sha256', key, 'buffer').readBigInt64BE(0).toString()
}
