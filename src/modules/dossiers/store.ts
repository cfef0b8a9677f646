import type { Queryable } from '../../platform/db.ts'
import { secretHash } from './code.ts'
import type { Dossier } from './dossier.ts'

const DOSSIER = `agency_id as "agencyId", id, code, code_day as "codeDay", code_no as "codeNo",
  lookup_no as "lookupNo", procedure_key as "procedureKey", revision, state, step, version, channel,
  is_trial as "isTrial", filed_at as "filedAt", receive_by as "receiveBy",
  received_at as "receivedAt", due_at as "dueAt", due_reasons as "dueReasons",
  ended_at as "endedAt", assignee_id as "assigneeId", escalation,
  call_wanted_at as "callWantedAt", declaration_no as "declarationNo",
  subject_name as "subjectName", requester_name as "requesterName", phone,
  secret`

export { DOSSIER as dossierColumns }

export type DirectoryKind = 'id' | 'code' | 'lookup' | 'secret'

export type Location = { agencyId: string; dossierId: string }

/** Where a dossier lives; keys of every kind are kept apart by a prefix. */
export async function findLocation(
  db: Queryable,
  kind: DirectoryKind,
  key: string,
): Promise<Location | undefined> {
  const { rows } = await db.query<Location>(
    `select agency_id as "agencyId", dossier_id as "dossierId" from dossier_directory where key = $1`,
    [`${kind}:${key}`],
  )
  return rows[0]
}

export async function findDossier(
  db: Queryable,
  at: Location,
  options: { lock: boolean },
): Promise<Dossier | undefined> {
  const { rows } = await db.query<Dossier>(
    `select ${DOSSIER} from dossier where agency_id = $1 and id = $2
     ${options.lock ? 'for update' : ''}`,
    [at.agencyId, at.dossierId],
  )
  return rows[0]
}

export async function setCallWanted(db: Queryable, at: Location, since: Date): Promise<void> {
  await db.query(
    `update dossier set call_wanted_at = coalesce(call_wanted_at, $3)
     where agency_id = $1 and id = $2`,
    [at.agencyId, at.dossierId, since],
  )
}

/** A dossier for modules that have already decided who may see what of it. */
export function findDossierAt(db: Queryable, at: Location): Promise<Dossier | undefined> {
  return findDossier(db, at, { lock: false })
}

export type NewDossier = Dossier & { searchText: string }

export async function insertDossier(db: Queryable, dossier: NewDossier): Promise<void> {
  await db.query(
    `insert into dossier (agency_id, id, code, code_day, code_no, lookup_no, procedure_key, revision,
       state, step, version, channel, is_trial, filed_at, receive_by, due_reasons, declaration_no,
       secret, subject_name, requester_name, phone, search_text)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'filed', null, 1, $9, $10, $11, $12, '[]', 1, $13, $14,
       $15, $16, $17)`,
    [
      dossier.agencyId,
      dossier.id,
      dossier.code,
      dossier.codeDay,
      dossier.codeNo,
      dossier.lookupNo,
      dossier.procedureKey,
      dossier.revision,
      dossier.channel,
      dossier.isTrial,
      dossier.filedAt,
      dossier.receiveBy,
      dossier.secret,
      dossier.subjectName,
      dossier.requesterName,
      dossier.phone,
      dossier.searchText,
    ],
  )
  await db.query(
    `insert into dossier_directory (key, kind, agency_id, dossier_id)
     select kind || ':' || key, kind, $1, $2
     from unnest($3::text[], $4::text[]) as given (kind, key)`,
    [
      dossier.agencyId,
      dossier.id,
      ['id', 'code', 'lookup', 'secret'],
      [dossier.id, dossier.code, dossier.lookupNo, secretHash(dossier.secret)],
    ],
  )
}

/** What a verb may change on the row besides state, step and version, which are move()'s. */
export type DossierChange = Partial<
  Pick<
    Dossier,
    | 'receiveBy'
    | 'receivedAt'
    | 'dueAt'
    | 'dueReasons'
    | 'endedAt'
    | 'assigneeId'
    | 'escalation'
    | 'callWantedAt'
    | 'declarationNo'
    | 'subjectName'
    | 'requesterName'
  >
> & { searchText?: string }

const COLUMNS: Readonly<Record<keyof DossierChange, string>> = {
  receiveBy: 'receive_by',
  receivedAt: 'received_at',
  dueAt: 'due_at',
  dueReasons: 'due_reasons',
  endedAt: 'ended_at',
  assigneeId: 'assignee_id',
  escalation: 'escalation',
  callWantedAt: 'call_wanted_at',
  declarationNo: 'declaration_no',
  subjectName: 'subject_name',
  requesterName: 'requester_name',
  searchText: 'search_text',
}

export async function updateDossier(
  db: Queryable,
  before: Dossier,
  after: { state: string; step: string | null; version: number },
  change: DossierChange,
): Promise<Dossier> {
  const given = Object.entries(change) as [keyof DossierChange, unknown][] // keys are COLUMNS' own
  const sets = given.map(([key], index) => `, ${COLUMNS[key]} = $${index + 6}`)
  const values = given.map(([key, value]) => (key === 'dueReasons' ? JSON.stringify(value) : value))
  const { rows } = await db.query<Dossier>(
    `update dossier set state = $3, step = $4, version = $5 ${sets.join('')}
     where agency_id = $1 and id = $2 returning ${DOSSIER}`,
    [before.agencyId, before.id, after.state, after.step, after.version, ...values],
  )
  return rows[0]!
}
