import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldVietnamese, parseCsv } from '../../modules/agencies/index.ts'
import { root } from '../../platform/root.ts'

/** One line of the city's published list of 2016; only some are procedures of this product yet. */
export type Offered = { key: string; name: string; field: string; agency: string }

let kept: readonly Offered[] | undefined

/** The list of services planned for 2016 (132 in 37 fields); the plan, not what can be filed. */
export function offeredList(): readonly Offered[] {
  kept ??= parseCsv(readFileSync(join(root, 'data/catalogue.csv'), 'utf8'))
    .filter((row) => row['batch'] === '132')
    .map((row) => ({
      key: row['key'] ?? '',
      name: row['name'] ?? '',
      field: row['field'] ?? '',
      agency: row['agency'] ?? '',
    }))
  return kept
}

/** Fields with their count, most first. */
export function offeredFields(): { field: string; count: number }[] {
  const byField = Map.groupBy(offeredList(), ({ field }) => field)
  return [...byField]
    .map(([field, list]) => ({ field, count: list.length }))
    .toSorted((a, b) => b.count - a.count || a.field.localeCompare(b.field, 'vi'))
}

/** Lines of the list that hold every word asked, marks or not; at most 20. */
export function searchOffered(text: string): readonly Offered[] {
  const asked = foldVietnamese(text).split(' ').filter(Boolean)
  if (asked.length === 0) return []
  return offeredList()
    .filter(({ name, field }) => {
      const own = foldVietnamese(`${name} ${field}`)
      return asked.every((word) => own.includes(word))
    })
    .slice(0, 20)
}
