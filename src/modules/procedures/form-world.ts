import { plainDate, type PlainDate } from '../../platform/plain-date.ts'
import { primaryCareFacilities, type City } from '../agencies/index.ts'
import type { FormWorld, UnitName } from '../forms/index.ts'

/** What field checks need, from the city's units, for a legal day. */
export function formWorldOf(city: City, today: PlainDate): FormWorld {
  const named = (code: string, validFrom: string, printed: string): UnitName => ({
    code,
    validFrom,
    printed,
  })
  return {
    today,
    facilities: primaryCareFacilities(),
    unitOn: city.unitOn,
    searchUnits: (text, day) =>
      city
        .searchUnits(text, plainDate(day))
        .map(({ unit, printed }) => named(unit.code, unit.validFrom, printed)),
    successors: (code, validFrom, day) => {
      const from = plainDate(validFrom ?? day)
      if (from > day || !city.unit(code, from)) return []
      return city.successors(code, from, plainDate(day)).candidates.map(({ unit }) => {
        const printed = city.printedUnit(unit.code, plainDate(day)) ?? unit.name
        return named(unit.code, unit.validFrom, printed)
      })
    },
  }
}
