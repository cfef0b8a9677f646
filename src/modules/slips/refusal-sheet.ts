import type { SlipData } from '../papers/index.ts'
import {
  bothSign,
  DESK,
  headSigns,
  line,
  reasonOf,
  sheet,
  whoLines,
  type SheetBody,
} from './sheet.ts'
import type { SlipFacts } from './slip-facts.ts'

/**
 * The dossier is not received, with every reason.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 03; NĐ 61/2018/NĐ-CP Điều 17(1)
 */
export function declineSheet(facts: SlipFacts): SlipData {
  const what = `${DESK} ${facts.agency.name} thông báo không tiếp nhận, giải quyết hồ sơ này`
  const signatures = bothSign(facts, 'NGƯỜI TIẾP NHẬN HỒ SƠ')
  return sheet(facts, { ...refusing(facts, 'Tiếp nhận hồ sơ của', what), signatures })
}

/**
 * Refused after receipt: the dossier was received, so the words say what is not done, and the head
 * of the agency signs.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(8); TT 01/2018/TT-VPCP Điều 9, Mẫu số 03
 */
export function refusalSheet(facts: SlipFacts): SlipData {
  const what = `${facts.agency.name} thông báo từ chối giải quyết hồ sơ này`
  const signatures = headSigns(facts)
  return sheet(facts, { ...refusing(facts, 'Hồ sơ của', what), signatures }, { from: 'agency' })
}

function refusing(facts: SlipFacts, verb: string, what: string): Omit<SheetBody, 'signatures'> {
  const reasons = reasonOf(facts).split('\n').filter(Boolean)
  return {
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
  }
}
