import type { Queryable } from '../../platform/db.ts'
import type {
  DeclarationVersion,
  DossierFile,
  DossierNote,
  Pause,
  SupplementAnswer,
  SupplementRequest,
} from './dossier.ts'
import type { Location } from './store.ts'

export async function insertDeclaration(
  db: Queryable,
  at: Location,
  version: DeclarationVersion,
): Promise<void> {
  await db.query(
    `insert into declaration (agency_id, dossier_id, no, answers, sha256, made_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      at.agencyId,
      at.dossierId,
      version.no,
      JSON.stringify(version.answers),
      version.sha256,
      version.madeAt,
    ],
  )
}

export async function listDeclarations(db: Queryable, at: Location): Promise<DeclarationVersion[]> {
  const { rows } = await db.query<DeclarationVersion>(
    `select no, answers, sha256, made_at as "madeAt" from declaration
     where agency_id = $1 and dossier_id = $2 order by no desc limit 50`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

export async function insertFiles(
  db: Queryable,
  at: Location,
  files: readonly DossierFile[],
): Promise<void> {
  if (files.length === 0) return
  await db.query(
    `insert into dossier_file (agency_id, dossier_id, id, field, component, sha256, size_bytes, mime, name, added_at)
     select $1, $2, id, field, component, sha256, size_bytes, mime, name, $3
     from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[],
       $10::text[])
       as given (id, field, component, sha256, size_bytes, mime, name)`,
    [
      at.agencyId,
      at.dossierId,
      files[0]!.addedAt,
      files.map((file) => file.id),
      files.map((file) => file.field),
      files.map((file) => file.component),
      files.map((file) => file.sha256),
      files.map((file) => file.sizeBytes),
      files.map((file) => file.mime),
      files.map((file) => file.name),
    ],
  )
}

export async function listFiles(db: Queryable, at: Location): Promise<DossierFile[]> {
  const { rows } = await db.query<DossierFile>(
    `select id, field, component, sha256, size_bytes as "sizeBytes", mime, name, added_at as "addedAt"
     from dossier_file where agency_id = $1 and dossier_id = $2 order by added_at, id limit 200`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

export async function insertSupplement(
  db: Queryable,
  at: Location,
  request: SupplementRequest,
): Promise<void> {
  await db.query(
    `insert into supplement_request (agency_id, dossier_id, no, items, requested_by, requested_at, declaration_no)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      at.agencyId,
      at.dossierId,
      request.no,
      JSON.stringify(request.items),
      request.requestedBy,
      request.requestedAt,
      request.declarationNo,
    ],
  )
}

export async function answerSupplementRow(
  db: Queryable,
  at: Location,
  given: { no: number; answers: readonly SupplementAnswer[]; answeredAt: Date },
): Promise<void> {
  await db.query(
    `update supplement_request set answers = $4, answered_at = $5
     where agency_id = $1 and dossier_id = $2 and no = $3`,
    [at.agencyId, at.dossierId, given.no, JSON.stringify(given.answers), given.answeredAt],
  )
}

export async function listSupplements(db: Queryable, at: Location): Promise<SupplementRequest[]> {
  const { rows } = await db.query<SupplementRequest>(
    `select no, items, requested_by as "requestedBy", requested_at as "requestedAt", answers,
       answered_at as "answeredAt", declaration_no as "declarationNo"
     from supplement_request where agency_id = $1 and dossier_id = $2 order by no desc limit 50`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

export async function listPauses(db: Queryable, at: Location): Promise<Pause[]> {
  const { rows } = await db.query<Pause>(
    `select no, why, paused_at as "pausedAt", resumed_at as "resumedAt" from dossier_pause
     where agency_id = $1 and dossier_id = $2 order by no limit 100`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

export async function startPause(
  db: Queryable,
  at: Location,
  pause: Pick<Pause, 'why' | 'pausedAt'>,
): Promise<void> {
  await db.query(
    `insert into dossier_pause (agency_id, dossier_id, no, why, paused_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4
     from dossier_pause where agency_id = $1 and dossier_id = $2`,
    [at.agencyId, at.dossierId, pause.why, pause.pausedAt],
  )
}

export async function endPause(db: Queryable, at: Location, resumedAt: Date): Promise<void> {
  await db.query(
    `update dossier_pause set resumed_at = $3
     where agency_id = $1 and dossier_id = $2 and resumed_at is null`,
    [at.agencyId, at.dossierId, resumedAt],
  )
}

/** Writes a reason in words; returns its number in the dossier. */
export async function insertNote(
  db: Queryable,
  at: Location,
  note: Omit<DossierNote, 'no'>,
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into dossier_note (agency_id, dossier_id, no, kind, body, written_by, written_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6
     from dossier_note where agency_id = $1 and dossier_id = $2
     returning no`,
    [at.agencyId, at.dossierId, note.kind, note.body, note.writtenBy, note.writtenAt],
  )
  return rows[0]!.no
}

export async function listNotes(db: Queryable, at: Location): Promise<DossierNote[]> {
  const { rows } = await db.query<DossierNote>(
    `select no, kind, body, written_by as "writtenBy", written_at as "writtenAt" from dossier_note
     where agency_id = $1 and dossier_id = $2 order by no desc limit 100`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

export async function findNewestNote(
  db: Queryable,
  at: Location,
  kind: string,
): Promise<Pick<DossierNote, 'body'> | undefined> {
  const { rows } = await db.query<Pick<DossierNote, 'body'>>(
    `select body from dossier_note where agency_id = $1 and dossier_id = $2 and kind = $3
     order by no desc limit 1`,
    [at.agencyId, at.dossierId, kind],
  )
  return rows[0]
}

export async function upsertOpening(
  db: Queryable,
  at: Location,
  opening: { staffId: string; version: number; openedAt: Date },
): Promise<void> {
  await db.query(
    `insert into dossier_opening (agency_id, dossier_id, staff_id, version, opened_at)
     values ($1, $2, $3, $4, $5)
     on conflict (agency_id, dossier_id, staff_id) do update
       set version = excluded.version, opened_at = excluded.opened_at`,
    [at.agencyId, at.dossierId, opening.staffId, opening.version, opening.openedAt],
  )
}

export async function openedVersion(
  db: Queryable,
  at: Location,
  staffId: string,
): Promise<number | undefined> {
  const { rows } = await db.query<{ version: number }>(
    `select version from dossier_opening where agency_id = $1 and dossier_id = $2 and staff_id = $3`,
    [at.agencyId, at.dossierId, staffId],
  )
  return rows[0]?.version
}

export async function setDueAction(
  db: Queryable,
  at: Location,
  action: { kind: string; at: Date },
): Promise<void> {
  await db.query(
    `insert into due_action (agency_id, dossier_id, kind, at) values ($1, $2, $3, $4)
     on conflict (agency_id, dossier_id, kind) do update set at = excluded.at, done_at = null`,
    [at.agencyId, at.dossierId, action.kind, action.at],
  )
}

/** Ends the legal moments still open: all, or those of one kind. */
export async function closeDueActions(
  db: Queryable,
  at: Location,
  now: Date,
  of: { kind?: string } = {},
): Promise<void> {
  await db.query(
    `update due_action set done_at = $3
     where agency_id = $1 and dossier_id = $2 and done_at is null
       and ($4::text is null or kind = $4)`,
    [at.agencyId, at.dossierId, now, of.kind ?? null],
  )
}
