import type { Queryable } from '../../platform/db.ts'
import type { LaneMessage } from './lane.ts'
import type { Bodies, MessageType } from './message.ts'
import type { LegAt } from './store-legs.ts'

/** The messages of some legs of one side, in the order in which it sent and took them. */
export async function listLaneMessages(
  db: Queryable,
  of: { agencyId: string; legs: readonly string[] },
): Promise<readonly (LaneMessage & { leg: string })[]> {
  if (of.legs.length === 0) return []
  const { rows } = await db.query<LaneMessage & { leg: string }>(
    `select leg, type, direction, body - 'paper' as body, accepted_at as "acceptedAt",
       case direction when 'in' then accepted_at else written_at end as at,
       waiting_since as "waitingSince", attempts, dead_at as "deadAt"
     from interlink_message where agency_id = $1 and leg = any($2)
     order by place limit 500`,
    [of.agencyId, of.legs],
  )
  return rows
}

/** What the newest message of a type says. */
export async function findNewestBody<T extends MessageType>(
  db: Queryable,
  at: LegAt,
  type: T,
): Promise<Bodies[T] | undefined> {
  const { rows } = await db.query<{ body: Bodies[T] }>(
    `select body from interlink_message where agency_id = $1 and leg = $2 and type = $3
     order by place desc limit 1`,
    [at.agencyId, at.leg, type],
  )
  return rows[0]?.body
}
