import type { Queryable } from '../../platform/db.ts'
import { makeCity, type City } from './city.ts'
import {
  selectAgencies,
  selectEdition,
  selectHolders,
  selectReadiness,
  selectStageRules,
  selectUnitChanges,
  selectUnits,
} from './store.ts'

/** The city as the database has it now. Throws when it was never loaded. */
export async function loadCity(db: Queryable): Promise<City> {
  return (await load(db)).city
}

export type CityHandle = {
  readonly city: City
  /** Loads again when something changed since; one small query otherwise. Returns whether. */
  refresh(): Promise<boolean>
}

/** The city for a process: loaded once, loaded again when changed. */
export async function openCity(db: Queryable): Promise<CityHandle> {
  let current = await load(db)
  return {
    get city() {
      return current.city
    },
    refresh: async () => {
      const now = await selectEdition(db)
      if (now?.edition === current.edition) return false
      current = await load(db)
      return true
    },
  }
}

/** The edition is read first: a change during the reading shows at the next refresh. */
async function load(db: Queryable): Promise<{ city: City; edition: number }> {
  const loaded = await selectEdition(db)
  if (!loaded) throw new Error('the city was never loaded: run the seed')
  const city = makeCity({
    units: await selectUnits(db),
    changes: await selectUnitChanges(db),
    agencies: await selectAgencies(db),
    holders: await selectHolders(db),
    stageRules: await selectStageRules(db),
    readiness: await selectReadiness(db),
    deskHours: loaded.deskHours,
  })
  return { city, edition: loaded.edition }
}
