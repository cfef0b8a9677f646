import type { Queryable } from '../../platform/db.ts'
import type { AtDesk, Location } from '../dossiers/index.ts'
import { evaluate, type Answers } from '../forms/index.ts'
import type { LegDefinition, ProcedureDefinition } from '../procedures/index.ts'

/** True while a leg that holds the hand-over of this dossier has not ended. */
export type OpenLegs = (db: Queryable, at: Location) => Promise<boolean>

const ports: OpenLegs[] = []

/** Legs belong to a module above this one, which says here how they stand. The last one counts. */
export function registerLegsPort(openLegs: OpenLegs): void {
  ports.push(openLegs)
}

/** The legs of a filing that everything waits for before it is handed over, by what was declared. */
export function holdingLegs(
  definition: ProcedureDefinition,
  answers: Answers,
): readonly LegDefinition[] {
  return (definition.legs ?? []).filter(
    ({ holds, when }) => holds === 'handOver' && (!when || evaluate(when, answers)),
  )
}

/** Does another agency still work for this dossier, or will once the book is signed? */
export async function isHeldByLegs(
  { db, at, dossier, definition }: Pick<AtDesk, 'db' | 'at' | 'dossier' | 'definition'>,
  answers: Answers,
): Promise<boolean> {
  const legs = holdingLegs(definition, answers)
  if (legs.length === 0) return false
  const opensLater = legs.some(({ opens }) => 'on' in opens && opens.on === 'registered')
  if (opensLater && dossier.state === 'signed') return true
  const openLegs = ports.at(-1)
  if (!openLegs) throw new Error('nobody says how the legs stand')
  return openLegs(db, at)
}
