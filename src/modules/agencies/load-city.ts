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
  type Edition,
} from './store.ts'

/** By edition, which names one content for ever: the newest, and one that others still read. */
const kept = new Map<string, City>()
const KEPT_MAX = 2

/**
 * The city as the database has it now. One small query; the rows are read again only when something
 * changed since. Throws when the city was never loaded.
 */
export async function loadCity(db: Queryable): Promise<City> {
  const edition = await selectEdition(db)
  if (!edition) throw new Error('the city was never loaded: run the seed')
  const known = kept.get(edition.edition)
  if (known) return known
  const city = await readCity(db, edition)
  // A change that came between the reads has its own edition: do not keep new rows under the old.
  if ((await selectEdition(db))?.edition === edition.edition) keep(edition.edition, city)
  return city
}

function keep(edition: string, city: City): void {
  for (const oldest of kept.keys()) {
    if (kept.size < KEPT_MAX) break
    kept.delete(oldest)
  }
  kept.set(edition, city)
}

async function readCity(db: Queryable, { deskHours }: Edition): Promise<City> {
  return makeCity({
    units: await selectUnits(db),
    changes: await selectUnitChanges(db),
    agencies: await selectAgencies(db),
    holders: await selectHolders(db),
    stageRules: await selectStageRules(db),
    readiness: await selectReadiness(db),
    deskHours,
  })
}
