import { legalDay } from '../../platform/plain-date.ts'
import type { SlipBlock, SlipData, SlipSignature } from '../papers/index.ts'
import { legName, legsTold, partnerName } from './legs-told.ts'
import { appointment, figures, momentOnPaper, timeOnPaper } from './paper-words.ts'
import { bold, contentOf, line, requesterOf, sheet } from './sheet.ts'
import type { SlipFacts } from './slip-facts.ts'

/**
 * Goes with the hand-off to another agency: what each agency does, and by when.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(6), 19(7)
 */
export function transferSheet(facts: SlipFacts): SlipData {
  const { view, world, agency, act } = facts
  const leg = legsTold(view.events).find(({ key }) => key === act.facts['leg'])
  if (!leg) throw new Error('a transfer without a leg')
  const partner = partnerName(world, leg.partner)
  return sheet(
    facts,
    {
      blocks: [
        line('Kính gửi: ', bold(partner)),
        line(`${agency.name} chuyển hồ sơ của: `, bold(requesterOf(facts))),
        line('Nội dung yêu cầu giải quyết: ', bold(contentOf(facts))),
        line('Để cơ quan giải quyết: ', bold(legName(view.definition, leg))),
        line(`Thời gian chuyển: ${momentOnPaper(act.at)}.`),
        line('Nội dung công việc và thời hạn giải quyết của từng cơ quan:'),
        agenciesTable(facts),
      ],
      box: {
        lead: `Cơ quan trả kết quả về ${agency.name} trước:`,
        big: appointment(leg.dueAt),
        rest: [],
      },
      after: [],
      signatures: [
        electronic('CƠ QUAN CHUYỂN', agency.name, 'Chuyển'),
        electronic('CƠ QUAN NHẬN', partner, 'Nhận'),
      ],
    },
    { from: 'agency' },
  )
}

/** The agency that leads, then every other that was asked so far. */
function agenciesTable({ view, world, agency }: SlipFacts): SlipBlock {
  const { dossier, definition, events } = view
  const lead = dossier.dueAt ? dueCell(dossier.dueAt) : ''
  const asked = legsTold(events).map((leg) => [
    partnerName(world, leg.partner),
    legName(definition, leg),
    dueCell(leg.dueAt),
  ])
  const rows = [[agency.name, `Chủ trì: ${definition.name.vi}`, lead], ...asked]
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 0, centred: true },
      { title: 'Cơ quan', width: 1, centred: false },
      { title: 'Công việc', width: 1.2, centred: false },
      { title: 'Thời hạn', width: 0, centred: true },
    ],
    rows: rows.map((row, index) => [String(index + 1), ...row]),
  }
}

function dueCell(at: Date): string {
  return `${timeOnPaper(at)}\nngày ${figures(legalDay(at))}`
}

function electronic(title: string, name: string, verb: string): SlipSignature {
  return { titleLines: [title], note: `(${verb} qua mạng, không phải ký)`, name }
}
