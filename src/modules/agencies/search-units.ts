import { foldVietnamese } from './fold-vietnamese.ts'
import type { Unit } from './unit.ts'

export const UNITS_FOUND_MAX = 20

export type Searchable = { unit: Unit; printed: string }

type Indexed = Searchable & { name: string; whole: string }

/**
 * Search by name or code: marks, case and normal form do not matter, words may be in any order and
 * the last one unfinished ("thuong lang", "lang thuong dong d"). Best first: the exact name, names
 * that begin so, then the rest by place. At most 20.
 */
export function unitSearch(units: readonly Searchable[]): (text: string) => Searchable[] {
  const index: Indexed[] = units.map((entry) => ({
    ...entry,
    name: foldVietnamese(entry.unit.name),
    whole: foldVietnamese(entry.printed),
  }))
  return (text) => {
    const asked = foldVietnamese(text)
    if (asked === '') return []
    return index
      .map((entry) => ({ entry, rank: rankOf(entry, asked) }))
      .filter(({ rank }) => rank < NOT_FOUND)
      .toSorted((a, b) => a.rank - b.rank || byWhole(a.entry, b.entry))
      .slice(0, UNITS_FOUND_MAX)
      .map(({ entry: { unit, printed } }) => ({ unit, printed }))
  }
}

const NOT_FOUND = 9

function rankOf({ unit, name, whole }: Indexed, asked: string): number {
  if (unit.code === asked) return 0
  if (name === asked || whole === asked) return 0
  if (whole.startsWith(`${asked} `)) return 1
  const beside = asked.startsWith(`${name} `) || asked.includes(` ${name} `)
  if (beside && hasWords(whole, asked)) return 2
  if (name.startsWith(asked)) return 3
  if (hasWords(name, asked)) return 4
  return hasWords(whole, asked) ? 5 : NOT_FOUND
}

/** Every word asked begins another word of the text: "dong d" is Đống Đa but not Hà Đông. */
function hasWords(text: string, asked: string): boolean {
  const left = text.split(' ')
  const longestFirst = asked.split(' ').toSorted((a, b) => b.length - a.length)
  return longestFirst.every((part) => {
    const at = left.findIndex((word) => word.startsWith(part))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function byWhole(a: Indexed, b: Indexed): number {
  return a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : 0
}
