import type { SlipBlock, SlipData, SlipSignature } from '../papers/index.ts'
import { legName, legsTold, partnerName } from './legs-told.ts'
import { appointment, momentOnPaper } from './paper-words.ts'
import { bold, contentOf, DESK, line, officerSigns, reasonOf, requesterOf, sheet } from './sheet.ts'
import type { SlipFacts } from './slip-facts.ts'

/** Who needs more time, for what, since when and until when. */
type Asking = {
  by: string
  to: string
  work: string
  why: string
  dueBefore: Date | null
  due: Date
  signature: SlipSignature
}

/**
 * More time is asked for: by the agency that handles, of its one-stop desk, while another commune
 * verifies; or by a partner agency, of the agency that leads.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(5), 19(9); NĐ 123/2015/NĐ-CP Điều 26(2), 28 [check]
 */
export function extensionSheet(facts: SlipFacts): SlipData {
  const asking = facts.act.facts['leg'] === undefined ? ownAsking(facts) : partnersAsking(facts)
  const body = {
    blocks: [
      line('Kính gửi: ', bold(asking.to)),
      line(`${asking.by} đang giải quyết hồ sơ của: `, bold(requesterOf(facts))),
      line('Nội dung yêu cầu giải quyết: ', bold(contentOf(facts))),
      line(`Phần việc: ${asking.work}`),
      ...(asking.dueBefore ? [line(`Thời hạn đã hẹn: ${momentOnPaper(asking.dueBefore)}.`)] : []),
      ...reasonLines(asking.why),
    ],
    box: {
      lead: `${asking.by} đề nghị gia hạn thời gian giải quyết đến:`,
      big: appointment(asking.due),
      rest: [],
    },
    after: [],
    signatures: [{ titleLines: [], note: '', name: '' }, asking.signature],
  }
  return sheet(facts, body, { from: 'agency' })
}

function reasonLines(why: string): SlipBlock[] {
  return why === '' ? [] : [line(bold('Lý do: '), why)]
}

function ownAsking(facts: SlipFacts): Asking {
  const { view, agency, world } = facts
  const { dossier, definition } = view
  if (!dossier.dueAt) throw new Error('only what was received can be extended')
  const step = definition.steps.find(({ key }) => key === dossier.step)
  const asked = facts.act.facts['agencyId']
  const place = typeof asked === 'string' ? ` tại ${partnerName(world, asked)}` : ''
  return {
    by: agency.name,
    to: `${DESK} ${agency.name}`,
    work: step?.name.vi ?? definition.name.vi,
    why: `cần xác minh${place}: ${reasonOf(facts)}`,
    dueBefore: null,
    due: dossier.dueAt,
    signature: officerSigns(facts, 'NGƯỜI ĐỀ NGHỊ'),
  }
}

function partnersAsking(facts: SlipFacts): Asking {
  const { view, agency, world, act } = facts
  const leg = legsTold(view.events).find(({ key }) => key === act.facts['leg'])
  if (!leg) throw new Error('a leg that nobody opened asks for time')
  return {
    by: partnerName(world, leg.partner),
    to: agency.name,
    work: legName(view.definition, leg),
    why: reasonOf(facts),
    dueBefore: leg.dueBefore,
    due: leg.dueAt,
    signature: {
      titleLines: ['CƠ QUAN ĐỀ NGHỊ'],
      note: '(Gửi qua mạng, không phải ký)',
      name: partnerName(world, leg.partner),
    },
  }
}
