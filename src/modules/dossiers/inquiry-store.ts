import type { Queryable } from '../../platform/db.ts'
import type { Location } from './store.ts'

/** A question to another commune and its answer; the words are notes of the dossier. */
export type Inquiry = {
  no: number
  step: string
  /** Null: a commune that is no agency of the city. */
  askedAgencyId: string | null
  /** As it is named on pages. */
  place: string
  questionNoteNo: number
  askedBy: string
  askedAt: Date
  /** The law gives the commune until then. */
  answerBy: Date
  answerNoteNo: number | null
  answeredBy: string | null
  answeredAt: Date | null
}

type NewInquiry = Omit<Inquiry, 'no' | 'answerNoteNo' | 'answeredBy' | 'answeredAt'>

/** Returns its number in the dossier. */
export async function insertInquiry(
  db: Queryable,
  at: Location,
  inquiry: NewInquiry,
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into dossier_inquiry (agency_id, dossier_id, no, step, asked_agency_id, place,
       question_note_no, asked_by, asked_at, answer_by)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8, $9
     from dossier_inquiry where agency_id = $1 and dossier_id = $2
     returning no`,
    [
      at.agencyId,
      at.dossierId,
      inquiry.step,
      inquiry.askedAgencyId,
      inquiry.place,
      inquiry.questionNoteNo,
      inquiry.askedBy,
      inquiry.askedAt,
      inquiry.answerBy,
    ],
  )
  return rows[0]!.no
}

/** In the order in which they were asked. */
export async function listInquiries(db: Queryable, at: Location): Promise<Inquiry[]> {
  const { rows } = await db.query<Inquiry>(
    `select no, step, asked_agency_id as "askedAgencyId", place,
       question_note_no as "questionNoteNo", asked_by as "askedBy", asked_at as "askedAt",
       answer_by as "answerBy", answer_note_no as "answerNoteNo", answered_by as "answeredBy",
       answered_at as "answeredAt"
     from dossier_inquiry where agency_id = $1 and dossier_id = $2 order by no limit 20`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

export async function answerInquiryRow(
  db: Queryable,
  at: Location,
  given: { no: number; answerNoteNo: number; answeredBy: string; answeredAt: Date },
): Promise<void> {
  await db.query(
    `update dossier_inquiry set answer_note_no = $4, answered_by = $5, answered_at = $6
     where agency_id = $1 and dossier_id = $2 and no = $3`,
    [at.agencyId, at.dossierId, given.no, given.answerNoteNo, given.answeredBy, given.answeredAt],
  )
}
