import type { Queryable } from '../../platform/db.ts'
import { listSystemKeys } from '../dossiers/index.ts'
import { about, type Difference, type Side } from './compare-sides.ts'
import type { MessageType } from './message.ts'
import { sourceOf } from './noting.ts'

/** What a partner writes that always leaves an event on the lead's dossier. */
const leavesEvent: ReadonlySet<MessageType> = new Set(['delayed', 'result', 'refused', 'cancelled'])

/** For `motcua reconcile`: a message taken without what it should have done to a dossier. */
export async function checkEffects(
  db: Queryable,
  sides: readonly Side[],
): Promise<readonly Difference[]> {
  const expected = sides.flatMap(({ leg, traces }) =>
    traces
      .filter(({ direction, type }) => direction === 'in' && leavesEvent.has(type))
      .map(({ id, type }) => ({ leg, type, requestKey: sourceOf({ id }) })),
  )
  const known = await listSystemKeys(
    db,
    expected.map(({ leg: { agencyId }, requestKey }) => ({ agencyId, requestKey })),
  )
  const silent = expected.filter(({ requestKey }) => !known.has(requestKey))
  const homeless = sides.filter(({ leg }) => leg.side === 'partner' && leg.dossierId === null)
  return [
    ...silent.map(({ leg, type }) => about(leg, 'effect-missing', `${type} without an event`)),
    ...homeless.map(({ leg }) => about(leg, 'effect-missing', 'open without a dossier')),
  ]
}
