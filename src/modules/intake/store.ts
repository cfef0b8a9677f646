import type { Queryable } from '../../platform/db.ts'
import type { Answers } from '../forms/index.ts'
import type { Draft, DraftFile, Seal, SealContent } from './draft.ts'

const DRAFT = `id, procedure_key as "procedureKey", revision, agency_id as "agencyId", answers,
  kept_aside as "keptAside", version, resume_code as "resumeCode", phone,
  phone_confirmed_at as "phoneConfirmedAt", created_at as "createdAt", updated_at as "updatedAt",
  expires_at as "expiresAt", sealed_at as "sealedAt", counter_agency_id as "counterAgencyId",
  counter_staff_id as "counterStaffId", slip_no as "slipNo", truly_filed_at as "trulyFiledAt"`

export async function insertDraft(db: Queryable, draft: Draft): Promise<void> {
  await db.query(
    `insert into draft (id, procedure_key, revision, agency_id, answers, kept_aside, version,
       resume_code, created_at, updated_at, expires_at, counter_agency_id, counter_staff_id, slip_no,
       truly_filed_at)
     values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $8, $9, $10, $11, $12, $13)`,
    [
      draft.id,
      draft.procedureKey,
      draft.revision,
      draft.agencyId,
      JSON.stringify(draft.answers),
      JSON.stringify(draft.keptAside),
      draft.resumeCode,
      draft.createdAt,
      draft.expiresAt,
      draft.counterAgencyId,
      draft.counterStaffId,
      draft.slipNo,
      draft.trulyFiledAt,
    ],
  )
}

export async function findDraft(
  db: Queryable,
  id: string,
  options: { lock: boolean },
): Promise<Draft | undefined> {
  const { rows } = await db.query<Draft>(
    `select ${DRAFT} from draft where id = $1 ${options.lock ? 'for update' : ''}`,
    [id],
  )
  return rows[0]
}

export async function findDraftByResumeCode(
  db: Queryable,
  code: string,
  now: Date,
): Promise<Draft | undefined> {
  const { rows } = await db.query<Draft>(
    `select ${DRAFT} from draft where resume_code = $1 and expires_at > $2`,
    [code, now],
  )
  return rows[0]
}

export type DraftChange = {
  answers: Answers
  keptAside: Answers
  revision: number
  agencyId: string | null
  updatedAt: Date
  expiresAt: Date
}

export async function updateDraft(db: Queryable, id: string, change: DraftChange): Promise<Draft> {
  const { rows } = await db.query<Draft>(
    `update draft set answers = $2, kept_aside = $3, revision = $4, agency_id = $5,
       updated_at = $6, expires_at = $7, version = version + 1, expiry_noticed_at = null
     where id = $1 returning ${DRAFT}`,
    [
      id,
      JSON.stringify(change.answers),
      JSON.stringify(change.keptAside),
      change.revision,
      change.agencyId,
      change.updatedAt,
      change.expiresAt,
    ],
  )
  return rows[0]!
}

export async function setPhone(
  db: Queryable,
  draftId: string,
  phone: string,
  confirmedAt: Date | null,
): Promise<void> {
  await db.query(`update draft set phone = $2, phone_confirmed_at = $3 where id = $1`, [
    draftId,
    phone,
    confirmedAt,
  ])
}

export async function listDraftsOf(
  db: Queryable,
  who: { ids: readonly string[]; phone: string | null; now: Date; limit: number },
): Promise<Draft[]> {
  const { rows } = await db.query<Draft>(
    `select ${DRAFT} from draft
     where sealed_at is null and expires_at > $3
       and (id = any($1::uuid[]) or (phone = $2 and phone_confirmed_at is not null))
     order by updated_at desc limit $4`,
    [who.ids, who.phone, who.now, who.limit],
  )
  return rows
}

const FILE = `id, field, component, sha256, size_bytes as "sizeBytes", mime, name,
  uploaded_at as "uploadedAt"`

export async function listDraftFiles(db: Queryable, draftId: string): Promise<DraftFile[]> {
  const { rows } = await db.query<DraftFile>(
    `select ${FILE} from draft_file where draft_id = $1 order by uploaded_at, id limit 200`,
    [draftId],
  )
  return rows
}

/** False when this draft's field already has the same bytes. */
export async function insertDraftFile(
  db: Queryable,
  draftId: string,
  file: DraftFile,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into draft_file (draft_id, id, field, component, sha256, size_bytes, mime, name, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict on constraint draft_file_once_per_field do nothing`,
    [
      draftId,
      file.id,
      file.field,
      file.component,
      file.sha256,
      file.sizeBytes,
      file.mime,
      file.name,
      file.uploadedAt,
    ],
  )
  return rowCount === 1
}

export async function deleteDraftFile(
  db: Queryable,
  draftId: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `delete from draft_file where draft_id = $1 and id::text = $2`,
    [draftId, id],
  )
  return rowCount === 1
}

export async function deleteDraft(db: Queryable, id: string): Promise<void> {
  await db.query(`delete from draft where id = $1 and sealed_at is null`, [id])
}

export type OneTimeCode = {
  id: string
  draftId: string | null
  phone: string
  codeHash: string
  tries: number
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
}

export async function countCodesSince(db: Queryable, phone: string, since: Date): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from
       (select 1 from one_time_code where phone = $1 and created_at > $2 limit 100) recent`,
    [phone, since],
  )
  return rows[0]!.n
}

export async function insertCode(db: Queryable, code: OneTimeCode): Promise<void> {
  await db.query(
    `insert into one_time_code (id, draft_id, phone, code_hash, tries, created_at, expires_at)
     values ($1, $2, $3, $4, 0, $5, $6)`,
    [code.id, code.draftId, code.phone, code.codeHash, code.createdAt, code.expiresAt],
  )
}

/** The newest unused code for this phone (and draft, when bound to one), locked. */
export async function lockNewestCode(
  db: Queryable,
  phone: string,
  draftId: string | null,
): Promise<OneTimeCode | undefined> {
  const { rows } = await db.query<OneTimeCode>(
    `select id, draft_id as "draftId", phone, code_hash as "codeHash", tries,
       created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt"
     from one_time_code
     where phone = $1 and draft_id is not distinct from $2 and used_at is null
     order by created_at desc limit 1 for update`,
    [phone, draftId],
  )
  return rows[0]
}

export async function countTry(db: Queryable, id: string): Promise<void> {
  await db.query(`update one_time_code set tries = tries + 1 where id = $1`, [id])
}

export async function useCode(db: Queryable, id: string, at: Date): Promise<void> {
  await db.query(`update one_time_code set used_at = $2 where id = $1`, [id, at])
}

/** Removes at most 5,000 codes that ended before `before`. */
export async function deleteCodesEnded(db: Queryable, before: Date): Promise<void> {
  await db.query(
    `delete from one_time_code where id in
       (select id from one_time_code where expires_at < $1 order by expires_at limit 5000)`,
    [before],
  )
}

export async function insertSeal(db: Queryable, seal: Seal): Promise<void> {
  await db.query(
    `insert into seal (id, request_key, agency_id, procedure_key, revision, content, content_sha256, sealed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      seal.id,
      seal.requestKey,
      seal.agencyId,
      seal.procedureKey,
      seal.revision,
      JSON.stringify(seal.content),
      seal.contentSha256,
      seal.sealedAt,
    ],
  )
  await db.query(`update draft set sealed_at = $2 where id = $1`, [seal.id, seal.sealedAt])
}

export async function findSeal(
  db: Queryable,
  by: { id: string } | { requestKey: string },
): Promise<Seal | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['request_key', by.requestKey]
  const { rows } = await db.query<Omit<Seal, 'content'> & { content: SealContent }>(
    `select id, request_key as "requestKey", agency_id as "agencyId",
       procedure_key as "procedureKey", revision, content, content_sha256 as "contentSha256",
       sealed_at as "sealedAt"
     from seal where ${column} = $1`,
    [value],
  )
  return rows[0]
}

/** Unsealed drafts that end before `before` and were not warned since they were last saved. */
export async function takeDraftsToWarn(
  db: Queryable,
  before: Date,
  now: Date,
): Promise<{ id: string; phone: string; expiresAt: Date }[]> {
  const { rows } = await db.query<{ id: string; phone: string; expiresAt: Date }>(
    `update draft set expiry_noticed_at = $2
     where id in (select id from draft where sealed_at is null and expires_at < $1
                    and expires_at > $2 and expiry_noticed_at is null
                    and phone_confirmed_at is not null
                  order by expires_at limit 500 for update skip locked)
     returning id, phone, expires_at as "expiresAt"`,
    [before, now],
  )
  return rows
}

/**
 * Removes at most 500 drafts whose time is over; returns how many. One that is being saved or filed
 * at this moment is locked: it is passed over, and no longer expired when looked at again.
 */
export async function deleteExpiredDrafts(db: Queryable, now: Date): Promise<number> {
  const { rowCount } = await db.query(
    `delete from draft where id in
       (select id from draft where sealed_at is null and expires_at <= $1
        order by expires_at limit 500 for update skip locked)`,
    [now],
  )
  return rowCount ?? 0
}
