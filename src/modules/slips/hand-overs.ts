import { dueFor, timeliness, type Calendar, type Timeliness } from '../calendar/index.ts'
import { standingEvents, type Dossier, type DossierEvent } from '../dossiers/index.ts'
import { legsTold } from './legs-told.ts'
import type { LimitDefinition, StepDefinition } from '../procedures/index.ts'

/** The work went from one hand to the next. */
export type HandOver = {
  at: Date
  giver: string
  receiver: string
  /** How the giver's own part ended; empty where no limit runs (the submitter, a colleague). */
  result: string
  remark: string
}

type Given = {
  /** All of the dossier's, oldest first. */
  events: readonly DossierEvent[]
  steps: readonly StepDefinition[]
  dossier: Pick<Dossier, 'filedAt' | 'receiveBy' | 'dueAt'>
  names: ReadonlyMap<string, string>
  /** Name of an agency that does a part, by its id. */
  partner(id: string): string
  /** Of the agency, with its own hours. */
  calendar: Calendar
}

const DESK = 'Bộ phận Một cửa'
const SUBMITTER = 'Người nộp hồ sơ'

const remarks: Readonly<Record<string, string>> = {
  received: 'Tiếp nhận',
  supplementRequested: 'Yêu cầu bổ sung',
  supplementAnswered: 'Đã bổ sung',
  stepCompleted: 'Xong bước',
  proposed: 'Trình kết quả',
  previewConfirmed: 'Xác nhận bản xem trước',
  previewDisputed: 'Báo bản xem trước chưa đúng',
  sentBack: 'Trả lại người trình',
  signed: 'Đã ký',
  registered: 'Đã ghi sổ',
  handedOver: 'Trả kết quả',
  refused: 'Từ chối giải quyết',
  withdrawn: 'Rút hồ sơ',
  crossedOut: 'Gạch sổ',
  assigned: 'Chuyển người xử lý',
  refusalProposed: 'Đề nghị từ chối',
}

const results: Readonly<Record<Timeliness, string>> = {
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  overdue: 'Quá hạn',
  withinLimit: '',
}

/**
 * Every hand-over of the work since receipt, from the events alone: who gave it to whom, when, and
 * whether the giver was in time. A step with its own limit is measured by it, any other by the due
 * date of the whole.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 05 (trước hạn, đúng hạn, quá hạn)
 */
export function handOvers(given: Given): readonly HandOver[] {
  const rows = [...ownHandOvers(given), ...partnerHandOvers(given)]
  return rows.toSorted((a, b) => +a.at - +b.at)
}

/** Another agency's part runs beside the agency's own. */
function partnerHandOvers({ events, partner }: Given): readonly HandOver[] {
  return legsTold(events).flatMap((leg) => {
    const name = partner(leg.partner)
    const out = {
      at: leg.openedAt,
      giver: DESK,
      receiver: name,
      result: '',
      remark: 'Chuyển xử lý',
    }
    const { endedAt, dueAt } = leg
    if (!endedAt) return [out]
    const result = results[timeliness({ dueAt, endedAt, now: endedAt })]
    return [out, { at: endedAt, giver: name, receiver: DESK, result, remark: 'Trả lời' }]
  })
}

function ownHandOvers(given: Given): readonly HandOver[] {
  const { names } = given
  const passed = passings(given)
  return passed.map((passing, index) => {
    const { event, from, to } = passing
    const next = passed[index + 1]
    const assignee = names.get(String(event.facts['assignee']))
    const taker = assignee ?? (next?.from === to ? officerOf(next.event, names) : '')
    return {
      at: event.at,
      giver: named(from, officerOf(event, names)),
      receiver: named(to, taker),
      result: resultOf(passing, given),
      remark: remarks[event.kind] ?? '',
    }
  })
}

type Passing = {
  event: DossierEvent
  from: string
  to: string
  /** When `from` had got the work. */
  since: Date
  /** Of the step that `from` did; null when it has none of its own. */
  limit: LimitDefinition | null
}

function passings({ events, steps, dossier }: Given): Passing[] {
  const passed: Passing[] = []
  let [state, step, since]: [string, string | null, Date] = ['filed', null, dossier.filedAt]
  for (const event of events) {
    const doing = steps.find(({ key }) => key === step)
    const from = partyOf(state, doing)
    const isMove = !standingEvents.some((kind) => kind === event.kind)
    if (isMove) [state, step] = [String(event.facts.to), event.facts.step ?? null]
    const next = steps.find(({ key }) => key === step)
    const to = partyOf(state, next)
    const isPassed = event.kind === 'assigned' || from !== to
    const isReceived = passed.length > 0 || event.kind === 'received'
    if (!isPassed || !isReceived) continue
    passed.push({ event, from, to, since, limit: doing?.limit ?? null })
    since = event.at
  }
  return passed
}

/** Whose hands a dossier is in, as papers call them. */
function partyOf(state: string, step: StepDefinition | undefined): string {
  switch (state) {
    case 'processing':
    case 'signing':
      return step?.name.vi ?? DESK
    case 'completing':
    case 'supplementing':
    case 'previewing':
    case 'handed_over':
      return SUBMITTER
    case 'refusing':
      return 'Lãnh đạo cơ quan'
    case 'interlinking':
      return DESK
    default:
      return DESK
  }
}

function named(party: string, officer: string): string {
  return officer === '' || party === SUBMITTER ? party : `${party}, ${officer}`
}

function officerOf({ actorKind, actorId }: DossierEvent, names: Given['names']): string {
  return actorKind === 'staff' ? (names.get(actorId ?? '') ?? '') : ''
}

/** The clock ends with the signature: who gives the result out afterwards is not measured. */
const UNMEASURED = ['assigned', 'registered', 'handedOver', 'crossedOut']

function resultOf(passing: Passing, { dossier, calendar }: Given): string {
  const { event, from, since, limit } = passing
  if (from === SUBMITTER || UNMEASURED.includes(event.kind)) return ''
  const own = limit ? dueFor(calendar, { receivedAt: since, limit }).dueAt : dossier.dueAt
  const dueAt = event.kind === 'received' ? dossier.receiveBy : own
  return dueAt ? results[timeliness({ dueAt, endedAt: event.at, now: event.at })] : ''
}
