import { birth2016 } from '../catalogue/testing.ts'
import {
  moves,
  standingActs,
  type DeskView,
  type Dossier,
  type DossierEvent,
} from '../modules/dossiers/index.ts'
import { hasTemplate, messageText } from '../modules/notifications/index.ts'
import { slipFor } from '../modules/slips/index.ts'
import { plainDate } from '../platform/plain-date.ts'
import { timelineTitle } from './citizen/timeline.tsx'
import { happened } from './desk/happened.ts'
import { stateName } from './desk/words.ts'
import { slipName } from './words/slips.ts'

/** One turn a dossier can take: who, when, what paper, what the citizen is told and reads. */
type Turn = { event: string; who: readonly string[]; when: readonly string[]; facts: Facts }

type Facts = DossierEvent['facts']

/** docs/turns.md: from the machine's tables and the words of the product, by `npm run format`. */
export function turnsPage(): string {
  return [
    '# Every turn a dossier can take',
    '',
    'Made from the tables of `src/modules/dossiers`, the slips, the messages and the pages, by',
    '`npm run format`; do not edit. Who: see `machine.md`. A number stands for a look-up number, a',
    'day for a due date. Where the citizen has no phone, what would have been a message puts the',
    'dossier onto the list “Cần gọi”.',
    '',
    '| turn | who | when | paper | message to the citizen | on the tracking page |',
    '| --- | --- | --- | --- | --- | --- |',
    ...turns().map(rowOf),
    '',
  ].join('\n')
}

function turns(): readonly Turn[] {
  const events = [...new Set([...moves, ...standingActs].map(({ event }) => event))]
  return events.map((event) => {
    const ways = moves.filter((move) => move.event === event)
    const standing = standingActs.filter((act) => act.event === event)
    const by = [...ways, ...standing].flatMap((act) => act.by)
    const from = ways.map((way) => `${nameOf(way.from)} → ${nameOf(way.to)}`)
    const during = standing.flatMap((act) => act.during.map(nameOf))
    const when = [...new Set([...from, ...during])]
    return { event, who: [...new Set(by)], when, facts: factsOf(event, ways[0]?.to) }
  })
}

function nameOf(state: Dossier['state'] | null): string {
  return state === null ? 'Chưa nộp' : stateName(state)
}

/** What an event of this kind says, as far as the words for it depend on it. */
function factsOf(event: string, to: string | undefined): Facts {
  const own: Record<string, Facts> = {
    stepCompleted: { step: 'ky' },
    previewConfirmed: { by: 'owner' },
    escalated: { to: 'head' },
    verificationAsked: { no: 1 },
    verificationAnswered: { no: 1 },
    noticePosted: { no: 1 },
  }
  return { ...(to === undefined ? {} : { to }), ...own[event] }
}

function rowOf(turn: Turn): string {
  const event = sampleEvent(turn)
  const { text } = happened(event, { names: new Map(), view: sampleView }, 'vi')
  const slip = slipFor[turn.event]
  const read = timelineTitle({ view: sampleView, lang: 'vi', office: 'Phường', lanes: [] }, event)
  const cells = [
    text,
    turn.who.join(', '),
    turn.when.join('; '),
    slip ? slipName(slip) : '',
    hasTemplate(turn.event) ? messageText(turn.event, sampleParams) : '',
    read ?? '',
  ]
  return `| ${cells.join(' | ')} |`
}

const NOON = new Date('2016-08-19T16:30:00+07:00')

const sampleParams = {
  code: '000.00.00.H26-160812-0001',
  lookupNo: '407 182 6354',
  receiveBy: NOON.toISOString(),
  dueAt: NOON.toISOString(),
  by: NOON.toISOString(),
  who: 'chủ hộ',
  verb: 'ký',
  paper: 'Phiếu báo thay đổi hộ khẩu, nhân khẩu',
}

function sampleEvent({ event, facts, who }: Turn): DossierEvent {
  const isOwners = who.includes('owner')
  const actorKind = isOwners ? 'citizen' : who[0] === 'system' ? 'system' : 'staff'
  return {
    agencyId: '',
    seq: 1,
    dossierId: '',
    version: 1,
    kind: event,
    at: NOON,
    actorKind,
    actorId: null,
    facts,
    hash: '',
  }
}

/** As much of a dossier as the words ask for. */
const sampleView = {
  dossier: { channel: 'online' },
  definition: birth2016,
  events: [],
  inquiries: [{ no: 1, place: 'UBND phường Láng Hạ' }],
  notices: [{ no: 1, fromDay: plainDate('2016-08-12'), toDay: plainDate('2016-08-19') }],
} as unknown as DeskView // the words of both pages read nothing else
