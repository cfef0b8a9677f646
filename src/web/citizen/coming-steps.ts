import { isEnded, type DossierView } from '../../modules/dossiers/index.ts'
import type { Lane } from '../../modules/interlink/index.ts'
import type { TimelineItem } from '../ui/progress-parts.tsx'
import { say } from '../words/index.ts'
import { awaitedNames, awaitedNumber, comingLanes } from './lane-items.tsx'
import type { LaneContext } from './lane-view.ts'
import { laneWords } from './lane-words.ts'
import { trackingWords } from './tracking-words.ts'

type Given = { view: DossierView; lanes: readonly Lane[]; context: LaneContext }

/** What comes next, by the state; dashed. */
export function comingSteps(given: Given): TimelineItem[] {
  const { view, lanes, context } = given
  const { state } = view.dossier
  if (isEnded(state)) return []
  const others = comingLanes(lanes, context)
  const rest = restOf(given)
  const number = awaitedNumber(lanes, context)
  return [number, ...ownSteps(given), others, rest].filter((item) => item !== undefined)
}

const todo = (title: string): TimelineItem => ({ state: 'todo', title })
const now = (title: string): TimelineItem => ({ state: 'now', title })
const act = (title: string): TimelineItem => ({ state: 'act', title })

/** What the agency that received it, and the citizen, still do. */
function ownSteps({ view, context: { lang, office } }: Given): TimelineItem[] {
  const t = trackingWords(lang).todo
  const result = say(view.definition.result.name, lang)
  const collect = { ...todo(t.collect(result)), meta: t.message }
  switch (view.dossier.state) {
    case 'filed':
      return [now(t.receive(office)), todo(t.sign(result)), collect]
    case 'completing':
      return [act(t.supplement), todo(t.receive(office)), todo(t.sign(result)), collect]
    case 'supplementing':
      return [act(t.supplement), todo(t.sign(result)), collect]
    case 'processing':
    case 'refusing':
      return [now(t.examine(office)), todo(t.sign(result)), collect]
    case 'previewing':
      return [act(t.preview), todo(t.sign(result)), collect]
    case 'signing':
      return [now(t.signing), collect]
    case 'interlinking':
      return []
    default:
      return [now(t.collect(result))]
  }
}

/** What the other agencies send back is collected last, at the same place. */
function restOf({ view, lanes, context: { lang, office } }: Given): TimelineItem | undefined {
  const names = awaitedNames(lanes, lang)
  if (names === '') return undefined
  const t = laneWords(lang)
  const isReady = view.dossier.state === 'interlinking' && view.dossier.endedAt !== null
  const title = t.collect(names, office)
  return isReady ? now(title) : { ...todo(title), meta: t.collectMeta }
}
