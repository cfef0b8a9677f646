import type { BirthCertificateData } from './paper-data.ts'

/** What every extract (trích lục) prints besides the event itself. */
type Extract = {
  agencyLines: readonly string[]
  /** Whole, as it stands after "Số:": `15/TLKT`; on a copy `7/TLKT-BS`, `7/TLKS-BS`. */
  number: string
  /** `Láng Thượng, ngày 12 tháng 08 năm 2016`; empty in a preview. */
  placeAndDate: string
  /** Where the event stands: who registered it, the entry `15/2016` and its day `12/08/2016`. */
  registered: { at: string; number: string; on: string }
  /** `Đăng ký lại` where the law puts it. */
  remark: string
  /** `['CHỦ TỊCH']` or `['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']`. */
  signer: { titleLines: readonly string[]; fullName: string }
  /** Where anybody checks it; null for the preview, which is marked as one and has no QR. */
  verification: { url: string } | null
}

/** "Sổ đăng ký khai tử", "Cơ sở dữ liệu hộ tịch điện tử": what a copy was taken from. */
type Copy = { takenFrom: string }

/**
 * Trích lục khai tử, bản chính.
 * @basis Luật Hộ tịch 60/2014/QH13, Điều 32, 34 khoản 2
 * @basis TT 15/2015/TT-BTP, mẫu Trích lục khai tử (`@1`)
 * @basis TT 04/2024/TT-BTP, mẫu Trích lục khai tử (`@2`)
 */
export type DeathExtractData = Extract & {
  deceased: {
    fullName: string
    /** `05/03/1941`, or as much as is known: `1941`. */
    birthDate: string
    sex: string
    ethnicity: string
    nationality: string
    lastResidence: string
    identityPaper: string
  }
  death: {
    /** `08 giờ 30 phút`; empty when the hour is not known. */
    time: string
    date: string
    dateInWords: string
    place: string
    cause: string
    /** `12/2016 do Bệnh viện Bạch Mai cấp ngày 11/08/2016`; another paper with its name first. */
    notice: string
  }
}

/**
 * Trích lục khai tử (bản sao): the same facts, counted apart, with the source it was taken from.
 * @basis Luật Hộ tịch 60/2014/QH13, Điều 63, 64
 */
export type DeathCopyData = DeathExtractData & Copy

/**
 * Trích lục khai sinh (bản sao).
 * @basis Luật Hộ tịch 60/2014/QH13, Điều 63, 64
 * @basis TT 15/2015/TT-BTP, TT 04/2020/TT-BTP, mẫu Trích lục khai sinh (bản sao)
 */
export type BirthCopyData = Extract &
  Copy &
  Pick<BirthCertificateData, 'child' | 'mother' | 'father'>

/**
 * Giấy báo tử of a commune, for a death at home.
 * @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 điểm đ
 */
export type DeathNoticeData = Pick<
  DeathExtractData,
  'agencyLines' | 'number' | 'placeAndDate' | 'signer' | 'verification' | 'deceased'
> & {
  death: Omit<DeathExtractData['death'], 'notice'>
  /** Who asked for it. */
  requester: { fullName: string; relation: string }
}
