import type { Queryable } from '../../platform/db.ts'
import type { DueKind } from './due-plan.ts'

export type DueAction = { agencyId: string; dossierId: string; kind: DueKind; at: Date }

/** What is due and not done, longest first. */
export async function listDueNow(
  db: Queryable,
  asked: { now: Date; kinds: readonly DueKind[]; limit: number },
): Promise<DueAction[]> {
  const { rows } = await db.query<DueAction>(
    `select agency_id as "agencyId", dossier_id as "dossierId", kind, at from due_action
     where done_at is null and at <= $1 and kind = any($2) order by at limit $3`,
    [asked.now, asked.kinds, asked.limit],
  )
  return rows
}
