import { legalDay } from '../../platform/plain-date.ts'
import type { SlipData } from '../papers/index.ts'
import { appointment, dayOnPaper, momentOnPaper, upperFirst } from './paper-words.ts'
import { bold, contentOf, headSigns, line, phoneOf, reasonOf, requesterOf, sheet } from './sheet.ts'
import type { SlipFacts } from './slip-facts.ts'

/**
 * The agency apologises, once, and gives another day.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 04; NĐ 61/2018/NĐ-CP Điều 19(9)
 * @basis QĐ 09/2015/QĐ-TTg Điều 6 (a written apology with reason and new date)
 */
export function apologySheet(facts: SlipFacts): SlipData {
  const { view, agency, act } = facts
  const { dossier } = view
  if (!dossier.receivedAt) throw new Error('only what was received has a day to move')
  const promised = new Date(String(act.facts['dueBefore']))
  const due = new Date(String(act.facts['due']))
  const body = {
    blocks: [
      line('Kính gửi: ', bold(requesterOf(facts))),
      line(`Số điện thoại: ${phoneOf(facts)}`),
      line(
        `${upperFirst(dayOnPaper(legalDay(dossier.receivedAt)))}, ${agency.name} `,
        'tiếp nhận hồ sơ đề nghị giải quyết: ',
        bold(contentOf(facts)),
        ` của ông/bà; mã số ${dossier.code}.`,
      ),
      line(`Thời gian hẹn trả kết quả: ${momentOnPaper(promised)}.`),
      line(
        `Tuy nhiên, ${agency.name} không trả được kết quả giải quyết hồ sơ của ông/bà đúng thời `,
        'hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
      ),
      line(bold('Lý do: '), reasonOf(facts)),
    ],
    box: {
      lead: `${agency.name} xin lỗi ông/bà và sẽ trả kết quả giải quyết hồ sơ vào:`,
      big: appointment(due),
      rest: [],
    },
    after: [
      line(
        'Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của ông/bà. ',
        `${agency.name} mong nhận được sự thông cảm của ông/bà.`,
      ),
    ],
    signatures: headSigns(facts),
  }
  return sheet(facts, body, { from: 'agency' })
}
