import { findField, type FieldDefinition } from '../forms/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import type { SupplementItem } from './dossier.ts'

/** A sentence that says what is wrong and how to put it right, and where it can be said. */
export type SupplementReason = {
  key: string
  /** Vietnamese: the citizen reads it. */
  text: string
  fits: 'paper' | readonly FieldDefinition['type'][]
  /** The paper it compares with: only for procedures that ask for it. */
  comparedWith?: string
}

const anyAnswer = ['name', 'date', 'choice', 'number', 'text', 'address', 'ethnicity'] as const

/** Commonest first: the first ten that a procedure has stand on the number keys. */
const reasons: readonly SupplementReason[] = [
  {
    key: 'photo-unreadable',
    text: 'Ảnh mờ hoặc thiếu góc, không đọc được. Chụp lại đủ bốn góc, đủ sáng.',
    fits: 'paper',
  },
  {
    key: 'paper-missing',
    text: 'Chưa có giấy tờ này. Tải lên ảnh hoặc tệp PDF.',
    fits: 'paper',
  },
  {
    key: 'differs-birth-notice',
    text: 'Khác với Giấy chứng sinh. Xem lại và sửa cho khớp, hoặc xin cấp lại Giấy chứng sinh.',
    fits: anyAnswer,
    comparedWith: 'giay-chung-sinh',
  },
  {
    key: 'differs-death-notice',
    text: 'Khác với Giấy báo tử. Xem lại và sửa cho khớp, hoặc xin cấp lại Giấy báo tử.',
    fits: anyAnswer,
    comparedWith: 'giay-bao-tu',
  },
  {
    key: 'differs-identity',
    text: 'Khác với giấy tờ tùy thân. Xem lại và sửa cho khớp.',
    fits: ['name', 'date', 'number', 'text', 'address', 'personalNumber'],
  },
  {
    key: 'differs-marriage',
    text: 'Khác với Giấy chứng nhận kết hôn. Xem lại và sửa cho khớp.',
    fits: ['name', 'choice', 'number'],
    comparedWith: 'giay-ket-hon',
  },
  {
    key: 'address-incomplete',
    text: 'Ghi chưa đủ. Ghi đủ số nhà, đường hoặc thôn, phường hoặc xã.',
    fits: ['address'],
  },
  {
    key: 'pages-missing',
    text: 'Thiếu mặt sau hoặc thiếu trang. Chụp đủ các mặt, các trang.',
    fits: 'paper',
  },
  {
    key: 'name-marks',
    text: 'Họ tên viết sai dấu hoặc thiếu chữ. Viết đúng như trên giấy tờ.',
    fits: ['name'],
  },
  {
    key: 'paper-expired',
    text: 'Giấy tờ đã hết hạn. Tải lên giấy tờ còn hạn.',
    fits: 'paper',
  },
  {
    key: 'paper-wrong',
    text: 'Không đúng giấy tờ được yêu cầu. Tải lên đúng giấy tờ.',
    fits: 'paper',
  },
  {
    key: 'not-signed',
    text: 'Giấy tờ chưa có chữ ký hoặc con dấu. Xin ký, đóng dấu rồi chụp lại.',
    fits: 'paper',
  },
  {
    key: 'not-certified',
    text: 'Cần bản đã chứng thực. Chứng thực tại UBND phường, xã rồi chụp lại.',
    fits: 'paper',
  },
  {
    key: 'number-digits',
    text: 'Số ghi thiếu hoặc thừa chữ số. Ghi đúng như trên giấy tờ.',
    fits: ['personalNumber', 'text', 'number'],
  },
  {
    key: 'date-solar',
    text: 'Ngày ghi chưa đúng. Ghi ngày dương lịch như trên giấy tờ.',
    fits: ['date'],
  },
]

/** What can be said of this field or paper, the procedure's own sentences first. */
export function reasonsFor(
  definition: ProcedureDefinition,
  { kind, about }: Pick<SupplementItem, 'kind' | 'about'>,
): readonly SupplementReason[] {
  const own = (definition.supplementReasons ?? []).filter((reason) => reason.about === about)
  const type =
    about === null || kind !== 'field' ? undefined : findField(definition.form, about)?.type
  const general = reasonsOf(definition).filter(({ fits }) =>
    fits === 'paper' ? kind === 'paper' : type !== undefined && fits.includes(type),
  )
  return [...own.map(({ key, text }) => ({ key, text, fits: 'paper' as const })), ...general]
}

/** The ten that are said most often under this procedure, for the number keys. */
export function commonestReasons(definition: ProcedureDefinition): readonly SupplementReason[] {
  return reasonsOf(definition).slice(0, 10)
}

/** Those that speak of papers which the procedure asks for. */
function reasonsOf({ components }: ProcedureDefinition): readonly SupplementReason[] {
  return reasons.filter(
    ({ comparedWith }) =>
      comparedWith === undefined || components.some(({ key }) => key === comparedWith),
  )
}

/** The key of a sentence that was taken as it is; undefined for an officer's own words. */
export function reasonKeyOf(
  definition: ProcedureDefinition,
  item: Pick<SupplementItem, 'kind' | 'about' | 'reason'>,
): string | undefined {
  const said = item.reason.trim().normalize('NFC')
  return reasonsFor(definition, item).find(({ text }) => text === said)?.key
}
