import type { DossierEvent } from '../../modules/dossiers/index.ts'
import { isLegEnded, type Lane } from '../../modules/interlink/index.ts'
import { Lanes } from '../ui/lanes.tsx'
import type { TimelineItem } from '../ui/progress-parts.tsx'
import { say, type Lang } from '../words/index.ts'
import { isNumberAwaited, laneShown, partnerName, type LaneContext } from './lane-view.ts'
import { laneWords } from './lane-words.ts'
import { moment } from './moments.ts'

/** The lanes a citizen follows: data exchanged between registers is no step of theirs. */
export function shownLanes(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.filter(({ holds }) => holds)
}

/**
 * An event that opened legs becomes one step of the way: the agencies that began together, side by
 * side. Undefined for one whose lanes an earlier step shows already.
 */
export function laneItem(
  event: DossierEvent,
  events: readonly DossierEvent[],
  given: { lanes: readonly Lane[]; context: LaneContext },
): TimelineItem | undefined {
  const shown = shownLanes(given.lanes)
  const lane = shown.find(({ key }) => key === event.facts['leg'])
  if (lane === undefined) return undefined
  const together = shown.filter(({ openedAt }) => openedAt !== null)
  const first = events.find(
    ({ kind, facts }) => kind === 'legOpened' && together.some(({ key }) => key === facts['leg']),
  )
  return first === event ? groupItem(together, event.at, given.context) : undefined
}

function groupItem(lanes: readonly Lane[], at: Date, context: LaneContext): TimelineItem {
  const t = laneWords(context.lang).group
  const partner = partnerName(context, lanes[0]!.partner)
  const areDone = lanes.every(isOver)
  const working = areDone ? t.done : t.many(lanes.length)
  const alone = areDone ? t.doneOne(partner) : t.one(partner)
  return {
    state: areDone ? 'done' : 'now',
    icon: areDone ? 'check' : 'share',
    title: lanes.length === 1 ? alone : working,
    meta: t.meta(context.office, moment(at, context.lang)),
    children: <Lanes lanes={lanes.map((lane) => laneShown(lane, context))} />,
  }
}

function isOver({ state }: Lane): boolean {
  return state === 'onPaper' || (state !== 'toCome' && isLegEnded(state))
}

/** What other agencies will do once the ward is done, before their legs are opened. */
export function comingLanes(
  lanes: readonly Lane[],
  context: LaneContext,
): TimelineItem | undefined {
  const toCome = shownLanes(lanes).filter(({ state }) => state === 'toCome')
  if (toCome.length === 0) return undefined
  const t = laneWords(context.lang).group
  const partners = [...new Set(toCome.map(({ partner }) => partnerName(context, partner)))]
  return {
    state: 'todo',
    title: t.later(partners.join(', ')),
    meta: t.toCome(context.office),
  }
}

/** While the Ministry's system has not given the number, which holds nothing up. */
export function awaitedNumber(
  lanes: readonly Lane[],
  { lang }: LaneContext,
): TimelineItem | undefined {
  if (!lanes.some(isNumberAwaited)) return undefined
  const t = laneWords(lang)
  return { state: 'now', title: t.awaitingNumber, meta: t.awaitingNumberLead }
}

/** "hộ khẩu cho con và thẻ bảo hiểm y tế": what is collected at the end, '' when nothing comes. */
export function awaitedNames(lanes: readonly Lane[], lang: Lang): string {
  const names = lanes
    .filter(({ holds, state }) => holds && state !== 'refused' && state !== 'cancelled')
    .map(({ name }) => lower(say(name, lang)))
  const last = names.at(-1)
  if (last === undefined) return ''
  const rest = names.slice(0, -1).join(', ')
  return rest === '' ? last : `${rest} ${laneWords(lang).and} ${last}`
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
