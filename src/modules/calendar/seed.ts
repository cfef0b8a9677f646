import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../../platform/db.ts'
import type { Holiday, OfficeHours } from './calendar.ts'
import { holidaysFromCsv, officeHoursFromCsv } from './calendar-tables.ts'
import { replaceShipped } from './store.ts'

/** Reads the shipped tables, `holidays.csv` and `office-hours.csv`. */
export async function readCalendarTables(
  dataDir: string,
): Promise<{ holidays: Holiday[]; hours: OfficeHours[] }> {
  const holidays = await readFile(join(dataDir, 'holidays.csv'), 'utf8')
  const hours = await readFile(join(dataDir, 'office-hours.csv'), 'utf8')
  return { holidays: holidaysFromCsv(holidays), hours: officeHoursFromCsv(hours) }
}

/**
 * Loads the shipped tables; as often as you like. What an administrator changed or cancelled stays.
 * Returns how many rows were shipped.
 */
export async function seedCalendar(
  db: Db,
  dataDir: string,
): Promise<{ holidays: number; officeHours: number }> {
  const shipped = await readCalendarTables(dataDir)
  await replaceShipped(db, shipped)
  return { holidays: shipped.holidays.length, officeHours: shipped.hours.length }
}
