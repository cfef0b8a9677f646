import type { Queryable } from '../../platform/db.ts'
import type { Location } from './store.ts'

export type SlipBlock = {
  firstNo: number
  lastNo: number
  reservedAt: Date
  /** How many of it were entered. */
  entered: number
}

/** Reserves the agency's next numbers; two officers at once get two blocks. */
export async function insertBlock(
  db: Queryable,
  agencyId: string,
  block: { count: number; by: string; at: Date },
): Promise<number> {
  await db.query(`select pg_advisory_xact_lock(hashtext('slip-block:' || $1))`, [agencyId])
  const { rows } = await db.query<{ firstNo: number }>(
    `insert into slip_block (agency_id, first_no, last_no, reserved_by, reserved_at)
     select $1, coalesce(max(last_no), 0) + 1, coalesce(max(last_no), 0) + $2, $3, $4
     from slip_block where agency_id = $1
     returning first_no as "firstNo"`,
    [agencyId, block.count, block.by, block.at],
  )
  return rows[0]!.firstNo
}

/** The agency's blocks, newest first. */
export async function listBlocks(db: Queryable, agencyId: string): Promise<SlipBlock[]> {
  const { rows } = await db.query<SlipBlock>(
    `select block.first_no as "firstNo", block.last_no as "lastNo",
       block.reserved_at as "reservedAt",
       (select count(*)::int from paper_slip used where used.agency_id = block.agency_id
          and used.no between block.first_no and block.last_no) as entered
     from slip_block block where block.agency_id = $1 order by block.first_no desc limit 20`,
    [agencyId],
  )
  return rows
}

export async function findBlock(
  db: Queryable,
  agencyId: string,
  no: number,
): Promise<{ reservedAt: Date } | undefined> {
  const { rows } = await db.query<{ reservedAt: Date }>(
    `select reserved_at as "reservedAt" from slip_block
     where agency_id = $1 and first_no <= $2 and last_no >= $2`,
    [agencyId, no],
  )
  return rows[0]
}

export async function isSlipEntered(db: Queryable, agencyId: string, no: number): Promise<boolean> {
  const { rowCount } = await db.query(`select 1 from paper_slip where agency_id = $1 and no = $2`, [
    agencyId,
    no,
  ])
  return rowCount === 1
}

/** False when the slip was entered by another dossier meanwhile. */
export async function insertPaperSlip(
  db: Queryable,
  at: Location,
  slip: { no: number; trulyFiledAt: Date; enteredBy: string; enteredAt: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into paper_slip (agency_id, no, dossier_id, truly_filed_at, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (agency_id, no) do nothing`,
    [at.agencyId, slip.no, at.dossierId, slip.trulyFiledAt, slip.enteredBy, slip.enteredAt],
  )
  return rowCount === 1
}

/** When a dossier that was entered later was truly filed, and under which slip. */
export async function findPaperSlip(
  db: Queryable,
  at: Location,
): Promise<{ no: number; trulyFiledAt: Date } | undefined> {
  const { rows } = await db.query<{ no: number; trulyFiledAt: Date }>(
    `select no, truly_filed_at as "trulyFiledAt" from paper_slip
     where agency_id = $1 and dossier_id = $2`,
    [at.agencyId, at.dossierId],
  )
  return rows[0]
}
