import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { secretToken, sha256Hex } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { City } from '../agencies/index.ts'
import type { FileStore } from '../files/index.ts'
import { heldBy } from '../dossiers/index.ts'
import { dayInWords } from './book-minutes.ts'
import {
  allotSeriesNo,
  findExtract,
  insertExtract,
  type ExtractKey,
  type ExtractSeries,
  type ExtractSource,
} from './extract-store.ts'
import { agencyOnPaper } from './result-facts.ts'
import type { ResultPaper } from './results.ts'

const SUFFIX: Readonly<Record<ExtractSeries, string>> = {
  birthCopy: 'TLKS-BS',
  deathCopy: 'TLKT-BS',
  amendment: 'TLCC',
}

/** `7/TLKS-BS`, as it prints after "Số:". */
export function extractNumber({ series, no }: Pick<ExtractKey, 'series' | 'no'>): string {
  return `${no}/${SUFFIX[series]}`
}

export type ExtractHead = {
  agencyLines: readonly string[]
  number: string
  placeAndDate: string
}

export type MakeExtract = {
  /** Whose book it is, and who gives the number. */
  agencyId: string
  series: ExtractSeries
  source: ExtractSource
  count: number
  askedBy: string | null
  preparedBy: string
  requestKey: string
  /** The paper, once its number is known. */
  paper(head: ExtractHead): ResultPaper
}

/** Numbers an extract and leaves its PDF to a job; in the caller's transaction. */
export async function makeExtract(
  ctx: Ctx,
  db: Queryable,
  { paper, ...given }: MakeExtract & { city: City },
): Promise<ExtractKey> {
  const { agencyId, series, source, count, askedBy, preparedBy, requestKey } = given
  const now = ctx.clock.now()
  const today = legalDay(now)
  const year = yearOf(today)
  const no = await allotSeriesNo(db, { agencyId, series, year })
  const key = { agencyId, series, year, no }
  const { agencyLines, place } = agencyOnPaper(given.city, agencyId, today)
  const placeAndDate = `${place}, ${dayInWords(today)}`
  const token = secretToken()
  await insertExtract(db, {
    ...key,
    source,
    count,
    askedBy,
    content: paper({ agencyLines, number: extractNumber(key), placeAndDate }),
    token,
    tokenHash: sha256Hex(token),
    preparedBy,
    preparedAt: now,
    requestKey,
  })
  await enqueue(db, 'issue-extract', key, { key: `extract:${agencyId}:${series}:${year}:${no}` })
  return key
}

/**
 * The extract's bytes, for officers who hold the book. Refuses `not-found`, `certificate-not-ready`.
 */
export async function readExtract(
  ctx: Ctx,
  files: FileStore,
  key: ExtractKey,
): Promise<Uint8Array> {
  if (!(await heldBy(ctx)).includes(key.agencyId)) throw new Refusal('not-found')
  const extract = await findExtract(ctx.db, key)
  if (!extract) throw new Refusal('not-found')
  if (!extract.sha256) throw new Refusal('certificate-not-ready')
  return files.read(extract.sha256)
}
