import type { Queryable } from '../../platform/db.ts'
import type { Location } from '../dossiers/index.ts'
import type { PaperSeries } from '../procedures/index.ts'

export type PaperNumber = { agencyId: string; series: PaperSeries; year: number; no: number }

export type NumberedPaper = PaperNumber & { dossier: Location; issuedAt: Date }

/** The series' next number, its row locked until the transaction ends; gapless. */
export async function allotPaperNo(
  db: Queryable,
  { agencyId, series, year }: Omit<PaperNumber, 'no'>,
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into paper_series as kept (agency_id, series, year, last_no) values ($1, $2, $3, 1)
     on conflict (agency_id, series, year) do update set last_no = kept.last_no + 1
     returning last_no as no`,
    [agencyId, series, year],
  )
  return rows[0]!.no
}

export async function insertNumberedPaper(db: Queryable, paper: NumberedPaper): Promise<void> {
  await db.query(
    `insert into numbered_paper (agency_id, series, year, no, dossier_agency_id, dossier_id, issued_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      paper.agencyId,
      paper.series,
      paper.year,
      paper.no,
      paper.dossier.agencyId,
      paper.dossier.dossierId,
      paper.issuedAt,
    ],
  )
}

const PAPER = `agency_id as "agencyId", series, year, no, issued_at as "issuedAt",
  json_build_object('agencyId', dossier_agency_id, 'dossierId', dossier_id) as dossier`

export async function findNumberedPaper(
  db: Queryable,
  key: PaperNumber,
): Promise<NumberedPaper | undefined> {
  const { rows } = await db.query<NumberedPaper>(
    `select ${PAPER} from numbered_paper
     where agency_id = $1 and series = $2 and year = $3 and no = $4`,
    [key.agencyId, key.series, key.year, key.no],
  )
  return rows[0]
}

/** The numbered paper that came of a dossier. */
export async function findPaperOf(
  db: Queryable,
  at: Location,
  series: PaperSeries,
): Promise<NumberedPaper | undefined> {
  const { rows } = await db.query<NumberedPaper>(
    `select ${PAPER} from numbered_paper
     where dossier_agency_id = $1 and dossier_id = $2 and series = $3`,
    [at.agencyId, at.dossierId, series],
  )
  return rows[0]
}

/** When the agency first numbered a paper of the series here; undefined before it did. */
export async function firstIssuedAt(
  db: Queryable,
  { agencyId, series }: Pick<PaperNumber, 'agencyId' | 'series'>,
): Promise<Date | undefined> {
  const { rows } = await db.query<{ issuedAt: Date }>(
    `select issued_at as "issuedAt" from numbered_paper where agency_id = $1 and series = $2
     order by year, no limit 1`,
    [agencyId, series],
  )
  return rows[0]?.issuedAt
}
