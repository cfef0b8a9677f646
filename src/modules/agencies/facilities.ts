import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../platform/root.ts'
import { parseCsv } from './csv.ts'

/** Where a health card is used first (nơi đăng ký khám bệnh, chữa bệnh ban đầu). */
export type Facility = {
  /** Five digits: two of the province, three of the facility. */
  code: string
  name: string
  area: string
  /** What is assumed: the codes are placeholders until social insurance gives its list. */
  mark: string
}

let kept: readonly Facility[] | undefined

/** The list of `data/primary-care-facilities.csv`, in its order. Throws on a malformed table. */
export function primaryCareFacilities(): readonly Facility[] {
  kept ??= readFacilities(readFileSync(join(root, 'data/primary-care-facilities.csv'), 'utf8'))
  return kept
}

export function readFacilities(csv: string): readonly Facility[] {
  const facilities = parseCsv(csv.normalize('NFC')).map((row) => ({
    code: row['code'] ?? '',
    name: row['name'] ?? '',
    area: row['area'] ?? '',
    mark: row['mark'] ?? '',
  }))
  const codes = new Set<string>()
  for (const { code, name } of facilities) {
    if (!/^\d{5}$/.test(code)) throw new Error(`not a facility code: ${code}`)
    if (name === '') throw new Error(`a facility without a name: ${code}`)
    if (codes.has(code)) throw new Error(`two facilities with the code ${code}`)
    codes.add(code)
  }
  return facilities
}
