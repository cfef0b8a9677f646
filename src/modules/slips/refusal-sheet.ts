import type { SlipData } from '../papers/index.ts'
import { bothSign, DESK, line, reasonOf, sheet, whoLines } from './sheet.ts'
import type { SlipFacts } from './slip-facts.ts'

/**
 * The dossier is not received, with every reason.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 03; NĐ 61/2018/NĐ-CP Điều 17(1)
 */
export function declineSheet(facts: SlipFacts): SlipData {
  return refusing(facts, {
    verb: 'Tiếp nhận hồ sơ của',
    what: `${DESK} ${facts.agency.name} thông báo không tiếp nhận, giải quyết hồ sơ này`,
    officer: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
  })
}

/**
 * Refused after receipt: the dossier was received, so the words say what is not done.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(8); TT 01/2018/TT-VPCP Điều 9, Mẫu số 03
 */
export function refusalSheet(facts: SlipFacts): SlipData {
  return refusing(facts, {
    verb: 'Hồ sơ của',
    what: `${facts.agency.name} thông báo từ chối giải quyết hồ sơ này`,
    officer: 'NGƯỜI GIẢI QUYẾT HỒ SƠ',
  })
}

type Said = { verb: string; what: string; officer: string }

function refusing(facts: SlipFacts, { verb, what, officer }: Said): SlipData {
  const reasons = reasonOf(facts).split('\n').filter(Boolean)
  return sheet(facts, {
    blocks: [
      ...whoLines(facts, verb),
      line(`Qua xem xét, ${what} với lý do cụ thể như sau:`),
      ...reasons.map((reason) => line(reason)),
      line('Xin thông báo để ông/bà được biết và thực hiện.'),
    ],
    box: {
      lead: '',
      big: [],
      rest: [
        [
          'Ông/bà có quyền khiếu nại theo quy định của pháp luật. ',
          'Cần hỏi thêm, ông/bà gọi 1900 1009 và đọc mã tra cứu.',
        ],
      ],
    },
    after: [],
    signatures: bothSign(facts, officer),
  })
}
