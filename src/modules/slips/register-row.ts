import { legalDay } from '../../platform/plain-date.ts'
import { timeliness } from '../calendar/index.ts'
import type { InRegister } from '../dossiers/index.ts'
import { figures } from './paper-words.ts'
import type { RegisterLine } from './slip.ts'
import type { ReceiptRow } from './store.ts'

/** A line of the register: what was written at receipt, then what came of it. */
export type RegisterRow = RegisterLine & {
  /** Số thứ tự: the number of the receipt. */
  no: number
  /** Empty while the result has not been given out. */
  returnedOn: string
  returnedHow: string
  remark: string
}

/** @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 06 */
export function registerRow(receipt: ReceiptRow, dossier: InRegister, now: Date): RegisterRow {
  const line = receipt.content?.line ?? lineOf(receipt, dossier)
  const isHandedOver = dossier.state === 'handed_over'
  const how = dossier.channel === 'interlink' ? 'Liên thông' : 'Tại quầy'
  return {
    ...line,
    no: receipt.no,
    returnedOn: isHandedOver && dossier.closedAt ? figures(legalDay(dossier.closedAt)) : '',
    returnedHow: isHandedOver ? how : '',
    remark: remarksOf({ line, receipt, dossier, now }).join('; '),
  }
}

/** For receipts given before their lines were kept. */
function lineOf(receipt: ReceiptRow, dossier: InRegister): RegisterLine {
  return {
    code: dossier.code,
    procedure: '',
    sets: '',
    name: dossier.requesterName ?? '',
    address: '',
    phone: '',
    lead: '',
    receivedOn: figures(legalDay(receipt.issuedAt)),
    dueOn: dossier.dueAt ? figures(legalDay(dossier.dueAt)) : '',
  }
}

const endings: Partial<Record<InRegister['state'], string>> = {
  refused: 'Từ chối giải quyết',
  withdrawn: 'Người nộp rút hồ sơ',
  lapsed: 'Đã gạch sổ',
  supplementing: 'Chờ bổ sung',
}

type Remarked = { line: RegisterLine; receipt: ReceiptRow; dossier: InRegister; now: Date }

function remarksOf({ line, receipt, dossier, now }: Remarked): string[] {
  const { dueAt, endedAt, state, isTrial, channel } = dossier
  const dueOn = dueAt ? figures(legalDay(dueAt)) : line.dueOn
  const isLate = dueAt !== null && timeliness({ dueAt, endedAt, now }) === 'overdue'
  return [
    isTrial ? 'Thử nghiệm' : '',
    // Given out on paper in an hour without power, entered later.
    line.receivedOn === figures(legalDay(receipt.issuedAt)) ? '' : 'Nhập bù',
    channel === 'interlink' ? 'Liên thông' : '',
    dueOn === line.dueOn ? '' : `Hạn trả mới ${dueOn}`,
    isLate ? 'Quá hạn' : '',
    endings[state] ?? '',
  ].filter(Boolean)
}

/** The thirteen cells of the form, in its order; the last but one (ký nhận) is left for a hand. */
export function registerCells(row: RegisterRow): readonly string[] {
  // A phone does not turn in its middle.
  const phone = row.phone.replaceAll(' ', '\u00a0')
  return [
    String(row.no).padStart(4, '0'),
    // The code is longer than its column: it turns after the agency's part.
    row.code.replace('-', '-\n'),
    row.procedure,
    row.sets,
    row.name,
    [row.address, phone].filter(Boolean).join('; '),
    row.lead,
    row.receivedOn,
    row.dueOn,
    row.returnedOn,
    row.returnedHow,
    '',
    row.remark,
  ]
}
