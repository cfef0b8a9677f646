import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../platform/db.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { cityFiles, readCityData } from './city-data.ts'
import { writeCityTables } from './store-seed.ts'
import { lockCityData, selectEdition, writeEdition } from './store.ts'

/** Rises when the way rows are made from the files changes, so that they are loaded again. */
const MAKING = 1

/**
 * Loads the city's tables from the files in `dataDir`; returns false, having read only the hash,
 * when they are loaded already. Codes, desks, holders and stages set by hand are kept.
 */
export async function seedCity(db: Db, dataDir: string): Promise<boolean> {
  const dataHash = hashOf(dataDir)
  if ((await selectEdition(db))?.dataHash === dataHash) return false
  const tables = readCityData(dataDir)
  return await db.tx(async (tx) => {
    await lockCityData(tx)
    if ((await selectEdition(tx))?.dataHash === dataHash) return false
    await writeCityTables(tx, tables)
    await writeEdition(tx, { dataHash, deskHours: tables.deskHours })
    return true
  })
}

function hashOf(dataDir: string): string {
  const files = cityFiles.map((file) => sha256Hex(readFileSync(join(dataDir, file))))
  return sha256Hex(canonicalJson([MAKING, ...files]))
}
