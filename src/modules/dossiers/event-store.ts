import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { DossierEvent, EventFacts } from './dossier.ts'

export type AgencyHead = {
  agencyId: string
  codeDay: PlainDate
  codeNo: number
  eventSeq: number
  chainHead: string
}

/** The agency's one row, made on first use and locked to the end of the transaction. */
export async function lockAgencyHead(
  db: Queryable,
  agencyId: string,
  day: PlainDate,
): Promise<AgencyHead> {
  const { rows } = await db.query<AgencyHead>(
    `insert into agency_head as head (agency_id, code_day, code_no, event_seq, chain_head)
     values ($1, $2, 0, 0, '')
     on conflict (agency_id) do update set event_seq = head.event_seq
     returning agency_id as "agencyId", code_day as "codeDay", code_no as "codeNo",
       event_seq as "eventSeq", chain_head as "chainHead"`,
    [agencyId, day],
  )
  return rows[0]!
}

/** The head as it is, for verification; undefined where nothing was ever filed. */
export async function findAgencyHead(
  db: Queryable,
  agencyId: string,
): Promise<Pick<AgencyHead, 'eventSeq' | 'chainHead'> | undefined> {
  const { rows } = await db.query<Pick<AgencyHead, 'eventSeq' | 'chainHead'>>(
    `select event_seq as "eventSeq", chain_head as "chainHead"
     from agency_head where agency_id = $1`,
    [agencyId],
  )
  return rows[0]
}

export async function updateAgencyHead(db: Queryable, head: AgencyHead): Promise<void> {
  await db.query(
    `update agency_head set code_day = $2, code_no = $3, event_seq = $4, chain_head = $5
     where agency_id = $1`,
    [head.agencyId, head.codeDay, head.codeNo, head.eventSeq, head.chainHead],
  )
}

/** The last number given out on a day that is no longer the head's day (the clock went back). */
export async function lastCodeNo(db: Queryable, agencyId: string, day: PlainDate): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `select coalesce(max(code_no), 0) as no from dossier where agency_id = $1 and code_day = $2`,
    [agencyId, day],
  )
  return rows[0]!.no
}

export type NewEvent = DossierEvent & { requestKey: string | null; prevHash: string }

export async function insertEvent(db: Queryable, event: NewEvent): Promise<void> {
  await db.query(
    `insert into dossier_event (agency_id, seq, dossier_id, version, kind, at, actor_kind, actor_id,
       facts, request_key, prev_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      event.agencyId,
      event.seq,
      event.dossierId,
      event.version,
      event.kind,
      event.at,
      event.actorKind,
      event.actorId,
      JSON.stringify(event.facts),
      event.requestKey,
      event.prevHash,
      event.hash,
    ],
  )
}

const EVENT = `agency_id as "agencyId", seq, dossier_id as "dossierId", version, kind, at,
  actor_kind as "actorKind", actor_id as "actorId", facts, hash`

export async function listEvents(
  db: Queryable,
  at: { agencyId: string; dossierId: string },
): Promise<(DossierEvent & { facts: EventFacts })[]> {
  const { rows } = await db.query<DossierEvent>(
    `select ${EVENT} from dossier_event where agency_id = $1 and dossier_id = $2
     order by version limit 1000`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

/** What happened after a version, oldest first. */
export async function listKindsSince(
  db: Queryable,
  at: { agencyId: string; dossierId: string },
  version: number,
): Promise<string[]> {
  const { rows } = await db.query<{ kind: string }>(
    `select kind from dossier_event where agency_id = $1 and dossier_id = $2 and version > $3
     order by version limit 1000`,
    [at.agencyId, at.dossierId, version],
  )
  return rows.map(({ kind }) => kind)
}

/** The event that an earlier try with this key appended. */
export async function findEventByKey(
  db: Queryable,
  agencyId: string,
  requestKey: string,
): Promise<DossierEvent | undefined> {
  const { rows } = await db.query<DossierEvent>(
    `select ${EVENT} from dossier_event where agency_id = $1 and request_key = $2`,
    [agencyId, requestKey],
  )
  return rows[0]
}

/** One page of an agency's chain, for verification: rows after `seq`, oldest first. */
/** Which of these request keys of the system have their event, agency by agency. */
export async function listSystemKeys(
  db: Queryable,
  asked: readonly { agencyId: string; requestKey: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ key: string }>(
    `select request_key as key from dossier_event
     where (agency_id, request_key) in (select * from unnest($1::text[], $2::text[]))`,
    [asked.map(({ agencyId }) => agencyId), asked.map(({ requestKey }) => `system:${requestKey}`)],
  )
  return new Set(rows.map(({ key }) => key.slice('system:'.length)))
}

export async function listChain(
  db: Queryable,
  agencyId: string,
  after: number,
): Promise<(DossierEvent & { requestKey: string | null; prevHash: string })[]> {
  const { rows } = await db.query<DossierEvent & { requestKey: string | null; prevHash: string }>(
    `select ${EVENT}, request_key as "requestKey", prev_hash as "prevHash"
     from dossier_event where agency_id = $1 and seq > $2 order by seq limit 1000`,
    [agencyId, after],
  )
  return rows
}

/** Agencies that have events: a few hundred in a city. */
export async function listAgenciesWithEvents(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select agency_id as id from agency_head order by agency_id limit 10000`,
  )
  return rows.map(({ id }) => id)
}
