import { loadCity, type City } from '../../modules/agencies/index.ts'
import { loadProcedures, notHeldBack, type Procedures } from '../../modules/procedures/index.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import type { WebRequest } from '../http/route.ts'

export type CityDay = { city: City; procedures: Procedures; day: PlainDate }

/** The city and what it offers on the day of the request. */
export async function cityDay(
  req: Pick<WebRequest<never, never, never>, 'deps'>,
): Promise<CityDay> {
  const { db, clock } = req.deps
  const [city, procedures] = await Promise.all([loadCity(db), loadProcedures(db)])
  return { city, procedures: notHeldBack(procedures, city), day: legalDay(clock.now()) }
}

/** The text of a query parameter, without blanks at the ends; at most 200 characters. */
export function queryText(query: Readonly<Record<string, unknown>>, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value.trim().slice(0, 200).normalize('NFC') : ''
}
