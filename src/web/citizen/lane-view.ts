import type { City } from '../../modules/agencies/index.ts'
import type { Lane, LaneState, LaneStep } from '../../modules/interlink/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import type { LaneChip, LaneShown } from '../ui/lanes.tsx'
import type { TimelineItem } from '../ui/progress-parts.tsx'
import { langOf, say, type Lang } from '../words/index.ts'
import { laneWords, type LaneWords } from './lane-words.ts'
import { shortDay, timeOf } from './moments.ts'

export type LaneContext = {
  city: City
  lang: Lang
  /** "Phường", as a sentence begins with it. */
  office: string
  now: Date
  /** Whether the reader may read what officers wrote: the reason of a refusal. */
  withWords?: boolean
}

/** The partner as citizens know it. */
export function partnerName(
  { city, lang }: Pick<LaneContext, 'city' | 'lang'>,
  party: string | undefined,
): string {
  if (party === undefined) return ''
  return city.agency(party)?.fullName ?? laneWords(lang).ministry
}

/** A leg as a lane: its own state, steps and due date. No names of people. */
export function laneShown(lane: Lane, context: LaneContext): LaneShown {
  const { lang } = context
  const language = langOf(lane.name, lang)
  const note = noteOf(lane, context)
  return {
    id: `lane-${lane.key}`,
    title: say(lane.name, lang),
    ...(language ? { lang: language } : {}),
    agency: partnerName(context, lane.partner),
    chip: chipOf(lane, context),
    ...(note ? { note } : {}),
    items: [...stepsOf(lane).map((step) => itemOf(step, context)), ...comingOf(lane, context)],
  }
}

/** That it was sent is told by its receipt; the open request is shown once, as what is to be done. */
function stepsOf({ steps, state }: Lane): readonly LaneStep[] {
  const isReceived = steps.some(({ what }) => what === 'received')
  const told = isReceived ? steps.filter(({ what }) => what !== 'sent') : steps
  const isAsking = state === 'supplementRequested' && told.at(-1)?.what === 'asked'
  return isAsking ? told.slice(0, -1) : told
}

/** Until it comes the certificate says so too. @basis practice.md 14 */
export function isNumberAwaited({ service, state }: Lane): boolean {
  return service === 'personal_number.give' && waiting.includes(state)
}

const waiting: readonly LaneState[] = ['notSent', 'sent', 'received', 'processing']

const chips = {
  toCome: { kind: 'plain', icon: 'clock' },
  onPaper: { kind: 'plain', icon: 'paper' },
  notSent: { kind: 'wait', icon: 'share' },
  sent: { kind: 'wait', icon: 'share' },
  received: { kind: 'wait', icon: 'clock' },
  processing: { kind: 'wait', icon: 'clock' },
  supplementRequested: { kind: 'act', icon: 'hall' },
  cancelling: { kind: 'plain', icon: 'pause' },
  done: { kind: 'done', icon: 'check' },
  refused: { kind: 'act', icon: 'stop' },
  cancelled: { kind: 'plain', icon: 'cross' },
} as const satisfies Record<LaneState, Pick<LaneChip, 'kind' | 'icon'>>

function chipOf(lane: Lane, { lang, office }: LaneContext): LaneChip {
  const { state, unsent } = lane
  const known = laneWords(lang).state[state]
  const said = typeof known === 'function' ? known(office) : known
  const text = isNumberAwaited(lane) ? laneWords(lang).awaitingNumber : said
  // Saffron with a triangle: something is wrong on the way, and nobody has to act outside.
  if (unsent && (state === 'notSent' || state === 'processing'))
    return { kind: 'soon', icon: 'warn', text }
  return { ...chips[state], text }
}

function noteOf(lane: Lane, context: LaneContext): string | undefined {
  const t = laneWords(context.lang)
  const partner = partnerName(context, lane.partner)
  if (lane.state === 'onPaper') return t.onPaper(context.office)
  if (lane.state === 'refused') {
    const because = context.withWords && lane.refusedBecause
    return because ? `${t.reason} ${because} ${t.refusedTodo}` : t.refusedTodo
  }
  if (lane.unsent === null) return undefined
  return lane.unsent.isStopped
    ? t.stopped(context.office, partner)
    : t.unsent(context.office, partner)
}

function itemOf({ what, at }: LaneStep, { lang, office, now }: LaneContext): TimelineItem {
  const known = laneWords(lang).step[what]
  return {
    title: typeof known === 'function' ? known(office) : known,
    meta: stepMoment(at, now),
    ...(what === 'refused' ? { state: 'act' } : {}),
  }
}

/** "09:40, 19/08", with the year when it is not this one. */
function stepMoment(at: Date, now: Date): string {
  return `${timeOf(at)}, ${dayIn(at, now)}`
}

function dayIn(at: Date, now: Date): string {
  const day = shortDay(legalDay(at))
  return legalDay(at).slice(0, 4) === legalDay(now).slice(0, 4) ? day.slice(0, 5) : day
}

function comingOf(lane: Lane, context: LaneContext): TimelineItem[] {
  const { lang, office, now } = context
  const t = laneWords(lang).coming
  const due = lane.dueAt ? laneWords(lang).due(dayIn(lane.dueAt, now)) : undefined
  const todo = (title: string): TimelineItem => ({ state: 'todo', title })
  const at = (title: string): TimelineItem => ({
    state: 'now',
    title,
    ...(due ? { meta: due } : {}),
  })
  const back = todo(t.back(office))
  switch (lane.state) {
    case 'toCome':
      return [todo(t.send(office)), todo(t.receive), todo(t.workNext), back]
    case 'notSent':
      return [{ state: 'now', title: t.send(office) }, todo(t.receive), todo(t.workNext), back]
    case 'sent':
      return [{ state: 'now', title: t.receive }, todo(t.workNext), back]
    case 'received':
    case 'processing':
      return [at(t.work), back]
    case 'supplementRequested':
      return [askedNow(lane, context), todo(t.workNext), back]
    default:
      return []
  }
}

/** The open request is the last step; it is shown once, as what is to be done. */
function askedNow({ asked }: Lane, { lang, office, now }: LaneContext): TimelineItem {
  const t: LaneWords = laneWords(lang)
  return {
    state: 'act',
    title: t.step.asked(office),
    ...(asked ? { meta: stepMoment(asked.at, now) } : {}),
  }
}
