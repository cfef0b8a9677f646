import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

export type BlankState = 'in-stock' | 'used' | 'spoiled'

export type Blank = {
  serial: string
  state: BlankState
  dossierId: string | null
  reason: string | null
  receivedOn: PlainDate
  changedBy: string
  changedAt: Date
  /** Of its destruction; null while it is whole, and for blanks spoiled before minutes were kept. */
  minutes: { year: number; no: number } | null
}

export type Printer = { id: string; name: string; dxMm: number; dyMm: number }

/** Returns how many were new: a serial already known is left as it is. */
export async function insertBlanks(
  db: Queryable,
  agencyId: string,
  given: { serials: readonly string[]; receivedOn: PlainDate; by: string; at: Date },
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into blank (agency_id, serial, state, received_on, changed_by, changed_at)
     select $1, serial, 'in-stock', $3, $4, $5 from unnest($2::text[]) as given (serial)
     on conflict do nothing`,
    [agencyId, given.serials, given.receivedOn, given.by, given.at],
  )
  return rowCount ?? 0
}

export type BlankChange = {
  serial: string
  state: Exclude<BlankState, 'in-stock'>
  from: readonly BlankState[]
  dossierId: string | null
  reason: string | null
  by: string
  at: Date
}

/** False when the serial is unknown or not in a state it may leave. */
export async function changeBlank(
  db: Queryable,
  agencyId: string,
  change: BlankChange,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update blank set state = $3, dossier_id = coalesce($4, dossier_id), reason = $5,
       changed_by = $6, changed_at = $7
     where agency_id = $1 and serial = $2 and state = any($8)`,
    [
      agencyId,
      change.serial,
      change.state,
      change.dossierId,
      change.reason,
      change.by,
      change.at,
      change.from,
    ],
  )
  return rowCount === 1
}

const BLANK = `blank.serial, blank.state, blank.dossier_id as "dossierId", blank.reason,
  blank.received_on as "receivedOn", blank.changed_by as "changedBy",
  blank.changed_at as "changedAt",
  case when made.no is not null then json_build_object('year', made.year, 'no', made.no) end
    as minutes`

const WITH_MINUTES = `blank left join blank_minutes made
  on made.agency_id = blank.agency_id and made.serial = blank.serial`

export async function findBlank(
  db: Queryable,
  agencyId: string,
  serial: string,
): Promise<Blank | undefined> {
  const { rows } = await db.query<Blank>(
    `select ${BLANK} from ${WITH_MINUTES} where blank.agency_id = $1 and blank.serial = $2`,
    [agencyId, serial],
  )
  return rows[0]
}

export async function countBlanks(
  db: Queryable,
  agencyId: string,
): Promise<Record<BlankState, number>> {
  const { rows } = await db.query<{ state: BlankState; n: number }>(
    `select state, count(*)::int as n from blank where agency_id = $1 group by state`,
    [agencyId],
  )
  const counts = { 'in-stock': 0, used: 0, spoiled: 0 }
  for (const { state, n } of rows) counts[state] = n
  return counts
}

/** The newest changes first. */
export async function listBlanks(db: Queryable, agencyId: string, limit: number): Promise<Blank[]> {
  const { rows } = await db.query<Blank>(
    `select ${BLANK} from ${WITH_MINUTES} where blank.agency_id = $1
     order by blank.changed_at desc, blank.serial limit $2`,
    [agencyId, limit],
  )
  return rows
}

/** Blanks used for a dossier, also those destroyed since; newest change first. */
export async function listBlanksOf(
  db: Queryable,
  { agencyId, dossierId }: { agencyId: string; dossierId: string },
): Promise<Blank[]> {
  const { rows } = await db.query<Blank>(
    `select ${BLANK} from ${WITH_MINUTES} where blank.agency_id = $1 and blank.dossier_id = $2
     order by blank.changed_at desc, blank.serial limit 50`,
    [agencyId, dossierId],
  )
  return rows
}

export type BlankMinutes = {
  agencyId: string
  year: number
  no: number
  serial: string
  dossierId: string | null
  reason: string
  writtenBy: string
  writtenAt: Date
}

export async function insertMinutes(db: Queryable, minutes: BlankMinutes): Promise<void> {
  await db.query(
    `insert into blank_minutes (agency_id, year, no, serial, dossier_id, reason, written_by,
       written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      minutes.agencyId,
      minutes.year,
      minutes.no,
      minutes.serial,
      minutes.dossierId,
      minutes.reason,
      minutes.writtenBy,
      minutes.writtenAt,
    ],
  )
}

export async function findMinutes(
  db: Queryable,
  { agencyId, year, no }: Pick<BlankMinutes, 'agencyId' | 'year' | 'no'>,
): Promise<BlankMinutes | undefined> {
  const { rows } = await db.query<BlankMinutes>(
    `select agency_id as "agencyId", year, no, serial, dossier_id as "dossierId", reason,
       written_by as "writtenBy", written_at as "writtenAt"
     from blank_minutes where agency_id = $1 and year = $2 and no = $3`,
    [agencyId, year, no],
  )
  return rows[0]
}

export async function nextBlank(db: Queryable, agencyId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ serial: string }>(
    `select serial from blank where agency_id = $1 and state = 'in-stock' order by serial limit 1`,
    [agencyId],
  )
  return rows[0]?.serial
}

export async function upsertPrinter(
  db: Queryable,
  agencyId: string,
  printer: Printer,
): Promise<void> {
  await db.query(
    `insert into printer (agency_id, id, name, dx_mm, dy_mm) values ($1, $2, $3, $4, $5)
     on conflict (agency_id, id) do update
       set name = excluded.name, dx_mm = excluded.dx_mm, dy_mm = excluded.dy_mm`,
    [agencyId, printer.id, printer.name, printer.dxMm, printer.dyMm],
  )
}

export async function listPrinters(db: Queryable, agencyId: string): Promise<Printer[]> {
  const { rows } = await db.query<Printer>(
    `select id, name, dx_mm::float8 as "dxMm", dy_mm::float8 as "dyMm" from printer
     where agency_id = $1 order by name, id limit 50`,
    [agencyId],
  )
  return rows
}
