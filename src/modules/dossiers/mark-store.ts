import type { Queryable } from '../../platform/db.ts'
import type { FieldMark } from './dossier.ts'
import type { Location } from './store.ts'

/** One more mark of a field; those before it stay. */
export async function insertMark(db: Queryable, at: Location, mark: FieldMark): Promise<void> {
  await db.query(
    `insert into dossier_mark
       (agency_id, dossier_id, field, no, verdict, paper_says, closed_as, marked_by, marked_at)
     select $1, $2, $3, coalesce(max(no), 0) + 1, $4, $5, $6, $7, $8
     from dossier_mark where agency_id = $1 and dossier_id = $2 and field = $3`,
    [
      at.agencyId,
      at.dossierId,
      mark.field,
      mark.verdict,
      mark.paperSays,
      mark.closedAs,
      mark.markedBy,
      mark.markedAt,
    ],
  )
}

const MARK = `field, verdict, paper_says as "paperSays", closed_as as "closedAs",
  marked_by as "markedBy", marked_at as "markedAt"`

/** The last mark of each field. */
export async function listMarks(db: Queryable, at: Location): Promise<FieldMark[]> {
  const { rows } = await db.query<FieldMark>(
    `select distinct on (field) ${MARK} from dossier_mark
     where agency_id = $1 and dossier_id = $2 order by field, no desc limit 200`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

/** Marks that a later one of the same field replaced, newest first. */
export async function listEarlierMarks(db: Queryable, at: Location): Promise<FieldMark[]> {
  const { rows } = await db.query<FieldMark>(
    `select ${MARK} from dossier_mark mark
     where agency_id = $1 and dossier_id = $2 and exists (
       select 1 from dossier_mark later
        where later.agency_id = mark.agency_id and later.dossier_id = mark.dossier_id
          and later.field = mark.field and later.no > mark.no)
     order by marked_at desc, no desc limit 200`,
    [at.agencyId, at.dossierId],
  )
  return rows
}
