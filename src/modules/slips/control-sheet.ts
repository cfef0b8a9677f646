import { legalDay } from '../../platform/plain-date.ts'
import { calendarFor } from '../calendar/index.ts'
import type { SlipData } from '../papers/index.ts'
import { handOvers, type HandOver } from './hand-overs.ts'
import { legsTold, partnerName } from './legs-told.ts'
import { figures, momentOnPaper, timeOnPaper } from './paper-words.ts'
import { line, sheet, contentOf } from './sheet.ts'
import type { SlipFacts } from './slip-facts.ts'

/**
 * Travels with the dossier: whose hands it went through, and whether each was in time.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 05; QĐ 09/2015/QĐ-TTg Điều 6
 */
export function controlSheet(facts: SlipFacts): SlipData {
  const { view, world, agency, names } = facts
  const { dossier, events, definition } = view
  const calendar = calendarFor(world.calendar, dossier.agencyId)
  const { steps } = definition
  const partner = (party: string) => partnerName(world, party)
  const rows = handOvers({ events, steps, dossier, names, calendar, partner }).map(cellsOf)
  const partners = partnersOf(facts)
  return sheet(facts, {
    blocks: [
      line(`Nội dung giải quyết: ${contentOf(facts)}`),
      line(`Cơ quan giải quyết hồ sơ: ${agency.name}`),
      line(`Cơ quan phối hợp giải quyết hồ sơ: ${partners || 'không có'}`),
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 0, centred: true },
          { title: 'Người giao, người nhận', width: 2, centred: false },
          { title: 'Thời gian', width: 0, centred: true },
          { title: 'Kết quả', width: 0, centred: true },
          { title: 'Ghi chú', width: 0.9, centred: false },
        ],
        rows,
      },
    ],
    box: {
      lead: dossier.endedAt ? 'Đã giải quyết xong:' : 'Hẹn trả kết quả:',
      big: [],
      rest: [[whenOf(facts)]],
    },
    after: [],
    signatures: [],
  })
}

function cellsOf(row: HandOver, index: number): readonly string[] {
  return [
    String(index + 1),
    `Giao: ${row.giver}\nNhận: ${row.receiver}`,
    `${timeOnPaper(row.at)}\nngày ${figures(legalDay(row.at))}`,
    row.result,
    row.remark,
  ]
}

function whenOf({ view: { dossier } }: SlipFacts): string {
  const ended = dossier.endedAt ? `${momentOnPaper(dossier.endedAt)}. ` : ''
  const due = dossier.dueAt ? momentOnPaper(dossier.dueAt) : ''
  return dossier.endedAt ? `${ended}Hạn trả: ${due}.` : `${due}.`
}

/** Agencies whose part was asked for. */
function partnersOf({ view, world }: SlipFacts): string {
  const names = legsTold(view.events).map(({ partner }) => partnerName(world, partner))
  return [...new Set(names)].join('; ')
}
