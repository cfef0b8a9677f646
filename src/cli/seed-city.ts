import { seedCity } from '../modules/agencies/index.ts'
import type { Db } from '../platform/db.ts'

/** Loads units, agencies and the rollout from the data directory; safe to repeat. Returns what to print. */
export async function seedCityTables(db: Db, dataDir: string): Promise<string> {
  const isLoadedNow = await seedCity(db, dataDir)
  return isLoadedNow ? 'city: units, agencies and rollout loaded' : 'city: unchanged'
}
