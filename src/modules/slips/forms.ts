import { plainDate, type PlainDate } from '../../platform/plain-date.ts'
import type { SlipKind } from './slip.ts'

export type SlipForm = {
  /** First day of issue on which the form has this title and mark. */
  from: PlainDate
  titleLines: readonly string[]
  /** Empty while the law gave the form no number. */
  formMark: string
}

/** The one-stop rules of 2018 renamed the papers; the numbering of forms came half a year later. */
const RENAMED = plainDate('2018-06-21')
const NUMBERED = plainDate('2019-01-06')
const FIRST = plainDate('2015-05-10')

const SUPPLEMENT = ['Phiếu yêu cầu bổ sung,', 'hoàn thiện hồ sơ']

/**
 * Titles and form marks by the day of issue, newest first.
 * @basis QĐ 09/2015/QĐ-TTg Điều 6, 7 (until 2018-06-20: “Phiếu hướng dẫn hoàn thiện hồ sơ”)
 * @basis NĐ 61/2018/NĐ-CP Điều 17, 19 (from 2018-06-21)
 * @basis TT 01/2018/TT-VPCP Điều 9, 10, Phụ lục, Mẫu số 01–06 (from 2019-01-06)
 */
const forms: Readonly<Record<SlipKind, readonly SlipForm[]>> = {
  receipt: numbered('Mẫu số 01', ['Giấy tiếp nhận hồ sơ', 'và hẹn trả kết quả']),
  supplement: [
    { from: NUMBERED, titleLines: SUPPLEMENT, formMark: 'Mẫu số 02' },
    { from: RENAMED, titleLines: SUPPLEMENT, formMark: '' },
    { from: FIRST, titleLines: ['Phiếu hướng dẫn hoàn thiện hồ sơ'], formMark: '' },
  ],
  decline: numbered('Mẫu số 03', ['Phiếu từ chối tiếp nhận', 'giải quyết hồ sơ']),
  refusal: numbered('Mẫu số 03', ['Thông báo từ chối giải quyết hồ sơ']),
  apology: numbered('Mẫu số 04', ['Phiếu xin lỗi', 'và hẹn lại ngày trả kết quả']),
  control: numbered('Mẫu số 05', ['Phiếu kiểm soát', 'quá trình giải quyết hồ sơ']),
  transfer: numbered('', ['Phiếu chuyển xử lý']),
  extension: numbered('', ['Phiếu đề nghị gia hạn', 'thời gian giải quyết hồ sơ']),
}

function numbered(formMark: string, titleLines: readonly string[]): readonly SlipForm[] {
  return [
    { from: NUMBERED, titleLines, formMark },
    { from: FIRST, titleLines, formMark: '' },
  ]
}

export function formOn(kind: SlipKind, day: PlainDate): SlipForm {
  const known = forms[kind]
  return known.find(({ from }) => from <= day) ?? known.at(-1)!
}

/** `Mẫu số 06` of the dossier register; empty before forms had numbers. */
export function registerMarkOn(day: PlainDate): string {
  return day >= NUMBERED ? 'Mẫu số 06' : ''
}

const marks: Readonly<Record<SlipKind, string>> = {
  receipt: 'TNHS',
  supplement: 'HDHS',
  decline: 'TCHS',
  refusal: 'TCGQ',
  apology: 'XLHL',
  control: 'KSHS',
  transfer: 'CXL',
  extension: 'GHGQ',
}

/** `0031/TNHS`: numbers begin again with 0001 each year and kind; dots where none is given yet. */
export function slipNumber({ kind, no }: { kind: SlipKind; no: number | null }): string {
  return `${no === null ? '........' : String(no).padStart(4, '0')}/${marks[kind]}`
}
