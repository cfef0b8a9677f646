import { legalDay } from '../../platform/plain-date.ts'
import { evaluate } from '../forms/index.ts'
import type { SlipBlock, SlipData } from '../papers/index.ts'
import { slipNumber } from './forms.ts'
import {
  appointment,
  figures,
  limitInWords,
  lowerFirst,
  momentOnPaper,
  twoDigits,
} from './paper-words.ts'
import {
  addressOf,
  bold,
  bothSign,
  DESK,
  line,
  officeOf,
  phoneOf,
  sheet,
  whoLines,
} from './sheet.ts'
import type { RegisterLine } from './slip.ts'
import type { SlipFacts } from './slip-facts.ts'

/** Filed as one set; the law counts sets, not sheets. */
const SETS = '01'

/**
 * Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 01; NĐ 61/2018/NĐ-CP Điều 17(1)
 * @basis QĐ 09/2015/QĐ-TTg Điều 6 (before 2018-06-21)
 */
export function receiptSheet(facts: SlipFacts): SlipData {
  const { view, agency, act, day } = facts
  const { dossier, definition } = view
  const copies = copiesOf(facts)
  const dueAt = dossier.dueAt
  if (!dueAt) throw new Error('a received dossier has a due date')
  const body = {
    blocks: [
      line(`${DESK} ${agency.name}`),
      ...whoLines(facts, 'Tiếp nhận hồ sơ của'),
      line('1. Thành phần hồ sơ nộp gồm:'),
      papersTable(facts),
      line(
        `2. Số lượng hồ sơ: ${SETS} (bộ). Lệ phí: ${lowerFirst(definition.facts.fee.main.vi)}.`,
        copies === '' ? '' : ` Bản sao: ${copies} (bản).`,
      ),
      line(`3. Thời gian giải quyết hồ sơ theo quy định: ${limitInWords(definition.limit)}.`),
      line(`4. Thời gian nhận hồ sơ: ${momentOnPaper(dossier.receivedAt ?? act.at)}.`),
    ],
    box: {
      lead: '5. Thời gian trả kết quả:',
      big: appointment(dueAt),
      rest: [[`6. Đăng ký nhận kết quả tại: Bộ phận Một cửa, ${placeOf(facts)}.`]],
    },
    after: [
      line(bold('Mang theo bản chính: '), `${toBring(facts)}.`),
      line(
        `Vào Sổ theo dõi hồ sơ, Quyển số 01/${day.slice(0, 4)}, `,
        `Số thứ tự ${slipNumber({ kind: 'receipt', no: facts.no ?? 0 }).slice(0, 4)}.`,
      ),
    ],
    signatures: bothSign(facts, 'NGƯỜI TIẾP NHẬN HỒ SƠ'),
  }
  const late = `Nếu trễ hẹn, ${officeOf(facts)} gửi Phiếu xin lỗi và hẹn lại ngày trả kết quả.`
  return sheet(facts, body, { foot: `${late} Giấy lập thành 02 liên: giao người nộp, lưu hồ sơ.` })
}

/** @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 06 */
export function registerLine(facts: SlipFacts): RegisterLine {
  const { view, agency, act } = facts
  const { dossier, definition } = view
  return {
    code: dossier.code,
    procedure: definition.name.vi,
    sets: SETS,
    name: dossier.requesterName ?? '',
    address: addressOf(facts),
    phone: phoneOf(facts),
    lead: agency.name,
    receivedOn: figures(legalDay(dossier.receivedAt ?? act.at)),
    dueOn: dossier.dueAt ? figures(legalDay(dossier.dueAt)) : '',
  }
}

function placeOf({ agency }: SlipFacts): string {
  return agency.desk.address ?? agency.name
}

function papersTable(facts: SlipFacts): SlipBlock {
  const rows = papersSent(facts).map(({ name, form }, index) => [
    String(index + 1),
    name,
    '01',
    form,
  ])
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 0, centred: true },
      { title: 'Tên giấy tờ', width: 1, centred: false },
      { title: 'Số bản', width: 0, centred: true },
      { title: 'Hình thức', width: 0, centred: true },
    ],
    rows,
  }
}

/** The declaration, then what came with it; at the counter papers come without a picture of them. */
function papersSent({ view, answers }: SlipFacts): { name: string; form: string }[] {
  const { definition, files, dossier } = view
  const isDigital = dossier.channel === 'online' || dossier.channel === 'interlink'
  const sent = definition.components.flatMap(({ key, name, submit, when }) => {
    const own = files.filter(({ component }) => component === key)
    if (own.length > 0) {
      const isPdf = own.every(({ mime }) => mime === 'application/pdf')
      return [{ name: name.vi, form: isPdf ? 'Điện tử' : 'Ảnh chụp' }]
    }
    const isHandedIn = !isDigital && submit && (!when || evaluate(when, answers))
    return isHandedIn ? [{ name: name.vi, form: 'Bản giấy' }] : []
  })
  const declaration = definition.declaration.title.vi
  return [{ name: declaration, form: isDigital ? 'Điện tử' : 'Bản giấy' }, ...sent]
}

function toBring({ view, answers, agency }: SlipFacts): string {
  const { components } = view.definition
  const keeper = officeOf({ agency })
  const originals = components
    .filter(({ present, when }) => present !== 'no' && (!when || evaluate(when, answers)))
    .map(({ name, present }) => (present === 'keep' ? `${name.vi} (${keeper} giữ lại)` : name.vi))
  const asksIdentity = components.some(({ key }) => key === 'giay-to-tuy-than')
  const identity = asksIdentity ? [] : ['giấy tờ tùy thân có ảnh']
  return ['giấy hẹn này', ...identity, ...originals].join('; ')
}

function copiesOf({ view, answers }: SlipFacts): string {
  const key = view.definition.roles.copies
  const count = key === null ? 0 : answers[key]
  return typeof count === 'number' && count > 0 ? twoDigits(count) : ''
}
