import type { AmendmentExtractData, MinutesData } from './book-papers.ts'
import type {
  BirthCopyData,
  DeathCopyData,
  DeathExtractData,
  DeathNoticeData,
} from './extract-data.ts'
import type { SlipData } from './slip-data.ts'

/**
 * What each paper prints. Every string is already in its printed form (dates `15/08/2016`, names as
 * they stand in the register); an empty string prints as an empty line.
 */
export type Papers = {
  'birth-certificate@1': BirthCertificateData
  'birth-certificate@2': BirthCertificateData
  'birth-copy@1': BirthCopyData
  'death-extract@1': DeathExtractData
  'death-extract@2': DeathExtractData
  'death-copy@1': DeathCopyData
  'death-notice@1': DeathNoticeData
  'amendment-extract@1': AmendmentExtractData
  'minutes@1': MinutesData
  'birth-declaration@1': DeclarationData
  'birth-declaration@2': DeclarationData
  'declaration@1': DeclarationData
  'blank-overlay@1': BlankOverlayData
  'result-letter@1': ResultLetterData
  'slip@1': SlipData
}

export type PaperTemplate = keyof Papers

/**
 * Giấy khai sinh, bản chính.
 * @basis Luật Hộ tịch 60/2014/QH13, Điều 14 khoản 1
 * @basis TT 15/2015/TT-BTP, mẫu Giấy khai sinh (`@1`)
 * @basis TT 04/2024/TT-BTP, mẫu Giấy khai sinh (`@2`)
 */
export type BirthCertificateData = {
  /** `UBND PHƯỜNG LÁNG THƯỢNG`, `QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI`; the first line prints bold. */
  agencyLines: readonly string[]
  /** `28/2016` */
  number: string
  child: {
    fullName: string
    birthDate: string
    birthDateInWords: string
    sex: string
    ethnicity: string
    nationality: string
    birthPlace: string
    homeTown: string
    /** Empty while the number is awaited. */
    personalNumber: string
  }
  /** Null when unknown: the rows stay and are blank. */
  mother: ParentData | null
  father: ParentData | null
  /** Người đi khai sinh. */
  requester: { fullName: string; identityPaper: string }
  /** `UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội` */
  registeredAt: string
  registeredOn: string
  /** `['CHỦ TỊCH']` or `['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']`. */
  signer: { titleLines: readonly string[]; fullName: string }
  remark: string
  /** Where anybody checks it; null for the preview, which is marked as one and has no QR. */
  verification: { url: string } | null
}

export type ParentData = {
  fullName: string
  birthYear: string
  ethnicity: string
  nationality: string
  residence: string
}

/** Any procedure's declaration (tờ khai), filled in or blank. */
export type DeclarationData = {
  title: string
  /** After "Kính gửi:". */
  agency: string
  intro?: string
  sections: readonly { title?: string; rows: readonly DeclarationRow[] }[]
  undertaking: string
  /** Làm tại. */
  place: string
  /** `ngày 15 tháng 08 năm 2016`; empty on a blank. */
  date: string
  requester: string
  /** Prints the places for the mother's and the father's signatures. */
  parents?: { mother: string; father: string }
  /** Who signs, left to right, in place of the requester alone. */
  signatures?: readonly { title: string; name: string }[]
  /** Đề nghị cấp bản sao: `Có, 3 bản`; boxes to tick on a blank. Not printed when left out. */
  copies?: string
  /** `Mẫu TP/HT-…`, top right. */
  formNumber?: string
  /** Small print at the foot, one note a line. */
  notes?: readonly string[]
  /** To be filled: dotted lines, which are also form fields of the PDF. */
  blank?: boolean
}

export type DeclarationRow = {
  label: string
  value: string
  /** Share of the line in sixths; 6, a line of its own, when left out. */
  span?: 1 | 2 | 3 | 4 | 5 | 6
  /** On a blank: how many lines to leave. */
  lines?: 1 | 2 | 3
  /** On a blank: boxes to tick in place of a line. */
  options?: readonly string[]
}

/** Values alone, for the Ministry's numbered blank (phôi), whose frame and labels are printed. */
export type BlankOverlayData = {
  certificate: BirthCertificateData
  /** What this printer shifts, in millimetres: right and down are positive. */
  offset: { dxMm: number; dyMm: number }
}

/** A result in words, for procedures whose result is no register entry. */
export type ResultLetterData = {
  title: string
  agencyLines: readonly string[]
  number: string
  addressee: string
  intro: string
  rows: readonly { label: string; value: string }[]
  /** `Hà Nội, ngày 12 tháng 08 năm 2016`; empty in a preview. */
  placeAndDate: string
  signer: { titleLines: readonly string[]; fullName: string }
  /** As on certificates: null prints a preview. */
  verification: { url: string } | null
}
