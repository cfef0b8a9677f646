import type { PlainDate } from '../../platform/plain-date.ts'
import { keptDays } from './kept-days.ts'
import type { UnitIndex } from './successors.ts'
import { isValidOn, unitFullName, unitKey, type Unit, type UnitChange } from './unit.ts'

/** Units by code and day, and what they lie in. */
export type UnitBook = UnitIndex & {
  on(day: PlainDate): readonly Unit[]
  find(code: string, day: PlainDate): Unit | undefined
  districtOf(code: string, day: PlainDate): Unit | undefined
  /** The unit and what it lies in, smallest first; empty when it is no unit that day. */
  upward(code: string, day: PlainDate): readonly Unit[]
  printed(unit: Unit, day: PlainDate): string
}

export function unitBook(units: readonly Unit[], changes: readonly UnitChange[]): UnitBook {
  const byCode = Map.groupBy(units, ({ code }) => code)
  const byKey = new Map(units.map((unit) => [unitKey(unit), unit]))
  const changesByKey = Map.groupBy(changes, ({ fromCode, fromValidFrom }) =>
    unitKey({ code: fromCode, validFrom: fromValidFrom }),
  )
  const sorted = units.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const on = keptDays((day) => sorted.filter((unit) => isValidOn(unit, day)))
  const find = (code: string, day: PlainDate) =>
    byCode.get(code)?.find((unit) => isValidOn(unit, day))
  const upward = (code: string, day: PlainDate) => {
    const chain: Unit[] = []
    let unit = find(code, day)
    while (unit) {
      chain.push(unit)
      unit = find(unit.parentCode, day)
    }
    return chain
  }
  return {
    find,
    upward,
    on,
    districtOf: (code, day) => upward(code, day).find(({ level }) => level === 'district'),
    printed: (unit, day) => upward(unit.code, day).map(unitFullName).join(', '),
    changesFrom: (unit) => changesByKey.get(unitKey(unit)) ?? [],
    byKey: (code, validFrom) => byKey.get(unitKey({ code, validFrom })),
    communesOf: (districtCode, day) =>
      on(day).filter((unit) => unit.level === 'commune' && unit.parentCode === districtCode),
  }
}
