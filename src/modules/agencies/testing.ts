import { join } from 'node:path'
import { root } from '../../platform/root.ts'
import { readCityData } from './city-data.ts'
import { makeCity, type City, type CityTables } from './city.ts'

/** The repository's own tables. */
export const dataDir = join(root, 'data')

let tables: CityTables | undefined
let city: City | undefined

export function cityTables(): CityTables {
  tables ??= readCityData(dataDir)
  return tables
}

/** The city without a database, for pure tests of any module. */
export function testCity(): City {
  city ??= makeCity(cityTables())
  return city
}
