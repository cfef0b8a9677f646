import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Location } from './store.ts'

/** A public notice and the days on which it hangs, the last one inclusive. */
export type PostedNotice = {
  no: number
  place: string
  fromDay: PlainDate
  toDay: PlainDate
  postedBy: string
  recordedAt: Date
}

/** Returns its number in the dossier. */
export async function insertNotice(
  db: Queryable,
  at: Location,
  notice: Omit<PostedNotice, 'no'>,
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into posted_notice
       (agency_id, dossier_id, no, place, from_day, to_day, posted_by, recorded_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7
     from posted_notice where agency_id = $1 and dossier_id = $2
     returning no`,
    [
      at.agencyId,
      at.dossierId,
      notice.place,
      notice.fromDay,
      notice.toDay,
      notice.postedBy,
      notice.recordedAt,
    ],
  )
  return rows[0]!.no
}

/** Newest first: the first one counts. */
export async function listNotices(db: Queryable, at: Location): Promise<PostedNotice[]> {
  const { rows } = await db.query<PostedNotice>(
    `select no, place, from_day as "fromDay", to_day as "toDay", posted_by as "postedBy",
       recorded_at as "recordedAt"
     from posted_notice where agency_id = $1 and dossier_id = $2 order by no desc limit 20`,
    [at.agencyId, at.dossierId],
  )
  return rows
}
