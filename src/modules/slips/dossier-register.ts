import type { Ctx } from '../../platform/ctx.ts'
import {
  addDays,
  instantAt,
  legalDay,
  parsePlainDate,
  plainDate,
  yearOf,
  type PlainDate,
} from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadCity, type Agency } from '../agencies/index.ts'
import { heldBy, listForRegister, type InRegister } from '../dossiers/index.ts'
import { renderDossierRegister, type RegisterHead } from '../papers/index.ts'
import { registerMarkOn } from './forms.ts'
import { figures } from './paper-words.ts'
import { registerCells, registerRow, type RegisterRow } from './register-row.ts'
import { countReceipts, listReceipts, type ReceiptRow } from './store.ts'

/** Both days belong to the period. */
export type Period = { from: PlainDate; to: PlainDate }

export type RegisterAsked = Period & { agencyId: string }

/** Where a page ended: the number of the year is not enough, a period may span two years. */
export type RegisterPlace = { issuedAt: Date; no: number }

export type RegisterPage = {
  rows: readonly RegisterRow[]
  next: RegisterPlace | null
  /** Counted to at most 10,000. */
  total: number
}

export const REGISTER_PAGE = 50
export const REGISTER_COUNT_MAX = 10_000

/**
 * One page of the dossier register (sổ theo dõi hồ sơ) of an agency that the officer's agency
 * holds. Refuses `not-found`, `period-reversed`, `period-too-long`.
 * @basis TT 01/2018/TT-VPCP Điều 9, 10, Mẫu số 06; QĐ 09/2015/QĐ-TTg Điều 6
 */
export async function listDossierRegister(
  ctx: Ctx,
  asked: RegisterAsked & { after?: RegisterPlace },
): Promise<RegisterPage> {
  await ensureMayRead(ctx, asked)
  const span = spanOf(asked)
  const { after } = asked
  const [receipts, total] = await Promise.all([
    listReceipts(ctx.db, { ...span, ...(after ? { after } : {}), limit: REGISTER_PAGE + 1 }),
    countReceipts(ctx.db, { ...span, limit: REGISTER_COUNT_MAX }),
  ])
  const shown = receipts.slice(0, REGISTER_PAGE)
  const last = receipts.length > REGISTER_PAGE ? shown.at(-1) : undefined
  return {
    rows: await rowsOf(ctx, shown),
    next: last ? { issuedAt: last.issuedAt, no: last.no } : null,
    total,
  }
}

/**
 * The register of the period as a PDF, written while it is read. Refuses as `listDossierRegister`,
 * before the first byte.
 */
export async function printDossierRegister(
  ctx: Ctx,
  asked: RegisterAsked,
): Promise<AsyncIterable<Uint8Array>> {
  const agency = await ensureMayRead(ctx, asked)
  return renderDossierRegister(headOf(agency, asked), cellsOf(ctx, asked), {
    createdAt: ctx.clock.now(),
    total: (rows) => `Tổng số: ${rows} hồ sơ.`,
  })
}

async function ensureMayRead(ctx: Ctx, asked: RegisterAsked): Promise<Agency> {
  const held = await heldBy(ctx)
  const agency = (await loadCity(ctx.db)).agency(asked.agencyId)
  if (!agency || !held.includes(agency.id)) throw new Refusal('not-found')
  if (asked.to < asked.from) throw new Refusal('period-reversed')
  if (asked.to >= aYearAfter(asked.from)) throw new Refusal('period-too-long')
  return agency
}

/** The same day of the next year; for 29/02 the day after 28/02. */
function aYearAfter(day: PlainDate): PlainDate {
  const next = `${String(yearOf(day) + 1).padStart(4, '0')}${day.slice(4)}`
  return parsePlainDate(next) ?? plainDate(`${next.slice(0, 4)}-03-01`)
}

function spanOf({ agencyId, from, to }: RegisterAsked) {
  return { agencyId, from: instantAt(from, 0), until: instantAt(addDays(to, 1), 0) }
}

function headOf(agency: Agency, { from, to }: Period): RegisterHead {
  const years = [...new Set([from, to].map((day) => day.slice(0, 4)))]
  const books = years.map((year) => `01/${year}`).join(' và ')
  return {
    formMark: registerMarkOn(to),
    agencyName: agency.name,
    deskLines: ['Bộ phận tiếp nhận', 'và trả kết quả'],
    title: 'Sổ theo dõi hồ sơ',
    subtitle: `Quyển số ${books}, từ ngày ${figures(from)} đến ngày ${figures(to)}`,
  }
}

async function rowsOf(ctx: Ctx, receipts: readonly ReceiptRow[]): Promise<RegisterRow[]> {
  const now = ctx.clock.now()
  const agencyId = receipts[0]?.agencyId
  if (agencyId === undefined) return []
  const ids = receipts.map(({ dossierId }) => dossierId)
  const found = await listForRegister(ctx.db, { agencyId, ids })
  const byId = new Map<string, InRegister>(found.map((dossier) => [dossier.id, dossier]))
  return receipts.flatMap((receipt) => {
    const dossier = byId.get(receipt.dossierId)
    return dossier ? [registerRow(receipt, dossier, now)] : []
  })
}

const ROWS_AT_ONCE = 200

async function* cellsOf(ctx: Ctx, asked: RegisterAsked): AsyncGenerator<readonly string[]> {
  let after: RegisterPlace | undefined
  for (;;) {
    const place = after ? { after } : {}
    const receipts = await listReceipts(ctx.db, { ...spanOf(asked), ...place, limit: ROWS_AT_ONCE })
    for (const row of await rowsOf(ctx, receipts)) yield registerCells(row)
    const last = receipts.at(-1)
    if (!last || receipts.length < ROWS_AT_ONCE) return
    after = { issuedAt: last.issuedAt, no: last.no }
  }
}

/** The month so far: what the page offers before a period is chosen. */
export function thisMonth(now: Date): Period {
  const to = legalDay(now)
  return { from: plainDate(`${to.slice(0, 7)}-01`), to }
}
