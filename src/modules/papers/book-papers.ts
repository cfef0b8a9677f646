import type { DeathExtractData } from './extract-data.ts'

/**
 * Biên bản: the closing of a book, the destruction of a blank. Printed and signed by hand.
 * @basis Luật Hộ tịch 60/2014/QH13, Điều 58; NĐ 30/2020/NĐ-CP (thể thức)
 */
export type MinutesData = {
  agencyLines: readonly string[]
  /** `2/BB-HP`; empty where minutes bear no number. */
  minutesNumber: string
  /** `BIÊN BẢN`, then what it is about: `Về việc khóa Sổ đăng ký khai sinh năm 2016`. */
  title: string
  about: string
  placeAndDate: string
  paragraphs: readonly string[]
  rows: readonly { label: string; value: string }[]
  closing: string
  /** Who signs, from left to right; an empty name leaves a place to write it. */
  signers: readonly { title: string; fullName: string }[]
}

/**
 * Trích lục cải chính hộ tịch, bản chính.
 * @basis Luật Hộ tịch 60/2014/QH13, Điều 28; TT 15/2015/TT-BTP, TT 04/2020/TT-BTP, mẫu Trích lục
 *   thay đổi, cải chính, bổ sung hộ tịch
 */
export type AmendmentExtractData = Pick<
  DeathExtractData,
  'agencyLines' | 'number' | 'placeAndDate' | 'registered' | 'signer' | 'verification'
> & {
  subject: { fullName: string; birthDate: string; sex: string; personalNumber: string }
  /** `khai sinh`, `khai tử`: what was registered. */
  event: string
  amended: readonly { label: string; before: string; after: string }[]
  /** `Quyết định số 12/QĐ-UBND ngày 15/08/2016 của UBND …`. */
  decision: string
  reason: string
}
