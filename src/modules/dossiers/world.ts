import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import type { FormWorld } from '../forms/index.ts'
import { loadCity, type City } from '../agencies/index.ts'
import { loadCalendar, type Calendar } from '../calendar/index.ts'
import {
  formWorldOf as formWorldOn,
  loadProcedures,
  type ProcedureDefinition,
  type Procedures,
} from '../procedures/index.ts'
import type { Dossier } from './dossier.ts'

/** The reference data a verb decides by: units and agencies, holidays, published procedures. */
export type World = { city: City; calendar: Calendar; procedures: Procedures }

/** Each part is kept by its module and read again only when its rows changed. */
export async function worldOf(db: Queryable): Promise<World> {
  // One after another: inside a transaction they share one connection.
  const city = await loadCity(db)
  const calendar = await loadCalendar(db)
  return { city, calendar, procedures: await loadProcedures(db) }
}

/** The revision a dossier is pinned to. */
export function definitionOf(world: World, dossier: Dossier): ProcedureDefinition {
  const definition = world.procedures.revision(dossier.procedureKey, dossier.revision)
  if (!definition)
    throw new Error(`revision ${dossier.revision} of ${dossier.procedureKey} is gone`)
  return definition
}

/** What field checks need, for the legal day of an instant. */
export function formWorldOf(world: World, at: Date): FormWorld {
  return formWorldOn(world.city, legalDay(at))
}
