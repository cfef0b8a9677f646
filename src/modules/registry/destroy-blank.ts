import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { staffNames } from '../accounts/index.ts'
import {
  ensureStaff,
  findDossierAt,
  findLocation,
  getForStaff,
  worldOf,
} from '../dossiers/index.ts'
import { renderPaper, type MinutesData } from '../papers/index.ts'
import {
  changeBlank,
  findBlank,
  findMinutes,
  insertMinutes,
  listBlanksOf,
  type Blank,
  type BlankMinutes,
  type BlankState,
} from './blank-store.ts'
import { dayInWords } from './book-minutes.ts'
import { allotSeriesNo } from './extract-store.ts'
import { agencyOnPaper } from './result-facts.ts'

export type MinutesKey = Pick<BlankMinutes, 'year' | 'no'>

export type SpoilBlank = { serial: string; reason: string }

/**
 * Counts a blank as spoiled and destroys it with minutes. Refuses `blank-not-in-stock`,
 * `reason-missing`, `reason-too-long`.
 * @basis TT 15/2015/TT-BTP Điều 29; practice.md 4, 7
 */
export async function spoilBlank(ctx: Ctx, input: SpoilBlank): Promise<MinutesKey> {
  const given = { ...input, from: ['in-stock', 'used'] as const }
  return ctx.db.tx((db) => destroyBlank(ctx, db, given))
}

export type DestroyBlank = SpoilBlank & {
  from: readonly BlankState[]
  /** Only where it is used for this dossier. */
  dossierId?: string
}

/** The same in the caller's transaction. */
export async function destroyBlank(
  ctx: Ctx,
  db: Queryable,
  input: DestroyBlank,
): Promise<MinutesKey> {
  const { agencyId, staffId } = ensureStaff(ctx)
  const reason = input.reason.trim().normalize('NFC')
  if (reason === '') throw new Refusal('reason-missing')
  if (reason.length > 500) throw new Refusal('reason-too-long')
  const serial = input.serial.trim().toUpperCase()
  const before = await findBlank(db, agencyId, serial)
  const isOurs = input.dossierId === undefined || before?.dossierId === input.dossierId
  const now = ctx.clock.now()
  const change = { serial, state: 'spoiled' as const, from: input.from, dossierId: null, reason }
  const isChanged = isOurs && (await changeBlank(db, agencyId, { ...change, by: staffId, at: now }))
  if (!isChanged) throw new Refusal('blank-not-in-stock')
  const year = yearOf(legalDay(now))
  const no = await allotSeriesNo(db, { agencyId, series: 'blankMinutes', year })
  const dossierId = before?.dossierId ?? null
  const written = { reason, writtenBy: staffId, writtenAt: now }
  await insertMinutes(db, { agencyId, year, no, serial, dossierId, ...written })
  return { year, no }
}

/** Blanks that were used for a dossier, with the minutes of those destroyed. Refuses `not-found`. */
export async function listDossierBlanks(ctx: Ctx, code: string): Promise<readonly Blank[]> {
  const { agencyId } = ensureStaff(ctx)
  const dossier = await getForStaff(ctx, code)
  return listBlanksOf(ctx.db, { agencyId, dossierId: dossier.id })
}

/** `2/BB-HP` */
export function minutesNumber({ no }: MinutesKey): string {
  return `${no}/BB-HP`
}

/** Biên bản hủy phôi, to be printed and signed by hand. Refuses `not-found`. */
export async function blankMinutes(ctx: Ctx, key: MinutesKey): Promise<Uint8Array> {
  const { agencyId } = ensureStaff(ctx)
  const minutes = await findMinutes(ctx.db, { agencyId, ...key })
  if (!minutes) throw new Refusal('not-found')
  const { city } = await worldOf(ctx.db)
  const day = legalDay(minutes.writtenAt)
  const { agencyLines, agencyPrinted, place } = agencyOnPaper(city, agencyId, day)
  const names = await staffNames(ctx.db, [minutes.writtenBy])
  const data: MinutesData = {
    agencyLines,
    minutesNumber: minutesNumber(minutes),
    title: 'BIÊN BẢN HỦY PHÔI',
    about: 'Phôi Giấy khai sinh',
    placeAndDate: `${place}, ${dayInWords(day)}`,
    paragraphs: [
      `Hôm nay, ${dayInWords(day)}, tại ${agencyPrinted}, chúng tôi tiến hành hủy phôi sau đây:`,
    ],
    rows: [
      { label: 'Số phôi', value: minutes.serial },
      ...(await usedFor(ctx, minutes)),
      { label: 'Lý do hủy', value: minutes.reason },
      { label: 'Cách hủy', value: 'cắt góc, đóng dấu “HỦY”, lưu cùng biên bản' },
    ],
    closing: 'Biên bản được đọc lại cho mọi người cùng nghe và thống nhất ký tên.',
    signers: [
      { title: 'Người lập biên bản', fullName: names.get(minutes.writtenBy) ?? '' },
      { title: 'Người chứng kiến', fullName: '' },
      { title: 'Thủ trưởng cơ quan', fullName: '' },
    ],
  }
  return renderPaper('minutes@1', data, { createdAt: minutes.writtenAt })
}

async function usedFor({ db }: Ctx, { dossierId }: BlankMinutes): Promise<MinutesData['rows']> {
  if (dossierId === null) return []
  const at = await findLocation(db, 'id', dossierId)
  const dossier = at && (await findDossierAt(db, at))
  return dossier ? [{ label: 'Đã in cho hồ sơ', value: dossier.code }] : []
}
