import { seedCalendar } from '../modules/calendar/index.ts'
import type { Db } from '../platform/db.ts'

/** Loads holidays and office hours from the data directory; safe to repeat. Returns what to print. */
export async function seedCalendarTables(db: Db, dataDir: string): Promise<string> {
  const { holidays, officeHours } = await seedCalendar(db, dataDir)
  return `calendar: ${holidays} days off or swapped, ${officeHours} windows of hours`
}
