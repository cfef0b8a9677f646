import type { ComponentChildren } from 'preact'
import { findField, printAnswer, type Answers, type FormWorld } from '../../modules/forms/index.ts'
import type {
  DossierEvent,
  DossierView,
  SupplementRequest,
  World,
} from '../../modules/dossiers/index.ts'
import type { Lane } from '../../modules/interlink/index.ts'
import { Timeline, type TimelineItem } from '../ui/progress-parts.tsx'
import { say, type Lang } from '../words/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { comingSteps } from './coming-steps.ts'
import { awaitedNames, laneItem } from './lane-items.tsx'
import { laneWords } from './lane-words.ts'
import { longDay, machineTime, moment, shortDay } from './moments.ts'
import { trackingWords } from './tracking-words.ts'

export type TimelineProps = {
  view: DossierView
  lang: Lang
  /** "Phường". */
  office: string
  /** Officers by id, as they are introduced. */
  staff: ReadonlyMap<string, string>
  forms: FormWorld
  now: Date
  world: World
  lanes: readonly Lane[]
}

type Titled = Pick<TimelineProps, 'view' | 'lang' | 'office' | 'lanes'>

/** What happened, from the dossier's events, and what is still to come. */
export function DossierTimeline(props: TimelineProps) {
  const { view, lanes, world, lang, office, now } = props
  const context = { city: world.city, lang, office, now, withWords: true }
  const done = view.events.flatMap(
    (event) =>
      (event.kind === 'legOpened'
        ? laneItem(event, view.events, { lanes, context })
        : itemOf(props, event)) ?? [],
  )
  return <Timeline items={[...done, ...comingSteps({ view, lanes, context })]} />
}

function itemOf(props: TimelineProps, event: DossierEvent): TimelineItem | undefined {
  const title = timelineTitle(props, event)
  if (title === undefined) return undefined
  return {
    title,
    meta: <When {...props} event={event} />,
    children: detailOf(props, event),
  }
}

function When({ event, lang, staff, view }: TimelineProps & { event: DossierEvent }) {
  const who = event.actorKind === 'staff' ? staff.get(event.actorId ?? '') : undefined
  const { entryNo, entryYear } = event.facts
  const number =
    event.kind === 'signed' && view.definition.register && entryNo !== undefined
      ? trackingWords(lang).event.number(`${String(entryNo)}/${String(entryYear)}`)
      : undefined
  return (
    <>
      <time dateTime={machineTime(event.at)}>{moment(event.at, lang)}</time>
      {[number, who].filter(Boolean).map((text) => ` · ${text}`)}
    </>
  )
}

/** What the citizen reads of an event; undefined for what is not theirs to know. */
export function timelineTitle(props: Titled, event: DossierEvent): string | undefined {
  const { view, lang, office } = props
  const t = trackingWords(lang).event
  const result = say(view.definition.result.name, lang)
  switch (event.kind) {
    case 'filed':
      return view.dossier.channel === 'online' ? t.filed : t.filedAtDesk
    case 'received':
      return t.received(office)
    case 'supplementRequested':
      return t.supplementRequested(office)
    case 'supplementAnswered':
      return t.supplementAnswered
    case 'stepCompleted':
      return stepTitle(props, event)
    case 'proposed':
      return event.facts.to === 'previewing' ? t.proposedPreview(office) : t.proposed(office)
    case 'previewConfirmed':
      return event.facts['by'] === 'owner' ? t.previewConfirmed : t.previewConfirmedByDesk(office)
    case 'previewDisputed':
      return t.previewDisputed
    case 'sentBack':
      return t.sentBack
    case 'signed':
      return t.signed(result)
    case 'registered':
      return t.handedOverRegister(result)
    case 'handedOver':
      return handedOverTitle(props, result)
    case 'citizenAsked':
      return askedTitle(props, event)
    case 'legsCompleted':
      return laneWords(lang).completed
    case 'crossedOut':
      return t.crossedOut
    case 'entryCorrected':
      return t.entryCorrected
    case 'entryAnnulled':
      return t.entryAnnulled
    case 'numberArrived':
      return t.numberArrived
    case 'declined':
      return t.declined(office)
    case 'refused':
      return t.refused(office)
    case 'withdrawn':
      return t.withdrawn
    case 'dueMoved':
      return t.dueMoved
    case 'verificationAsked':
      return t.verificationAsked(office, placeAsked(props, event))
    case 'verificationAnswered':
      return t.verificationAnswered(placeAsked(props, event))
    case 'escalated':
      return event.facts['to'] === 'head' ? t.escalated : undefined
    case 'noticePosted': {
      const notice = view.notices.find(({ no }) => no === event.facts['no'])
      return notice && t.noticePosted(office, shortDay(notice.fromDay), shortDay(notice.toDay))
    }
    case 'reminded':
      return t.reminded
    case 'called':
      return t.called(office)
    default:
      return undefined
  }
}

function placeAsked({ view, lang }: Titled, { facts }: DossierEvent): string {
  const inquiry = view.inquiries.find(({ no }) => no === facts['no'])
  return inquiry?.place ?? trackingWords(lang).event.verificationUnknown
}

/** The certificate may have been given before, while other agencies still worked. */
function handedOverTitle({ view, lanes, lang }: Titled, result: string): string {
  const t = trackingWords(lang).event
  if (view.events.some(({ kind }) => kind === 'registered'))
    return t.handedOver(awaitedNames(lanes, lang) || result)
  return view.definition.register ? t.handedOverRegister(result) : t.handedOver(result)
}

/** What the event says was asked, and of whom. */
function askedTitle({ lang, office }: Titled, { facts }: DossierEvent): string {
  const kind = facts['kind'] === 'bring' ? 'bring' : 'sign'
  const who = facts['who'] === 'householdHead' ? 'householdHead' : 'requester'
  return laneWords(lang).asked[kind][who](office)
}

/** The step that ended is the one before the step the event leads to. */
function stepTitle({ view, lang }: Titled, event: DossierEvent): string | undefined {
  const { steps } = view.definition
  const ended = steps[steps.findIndex(({ key }) => key === event.facts.step) - 1]
  return ended && trackingWords(lang).event.stepCompleted(say(ended.name, lang))
}

function detailOf(props: TimelineProps, event: DossierEvent): ComponentChildren {
  const { view } = props
  switch (event.kind) {
    case 'declined':
    case 'refused':
    case 'crossedOut':
    case 'entryCorrected':
    case 'entryAnnulled':
    case 'withdrawn':
    case 'previewDisputed': {
      const note = view.notes.find(({ no }) => no === event.facts['noteNo'])
      return note ? <p class="sm mt1">{note.body}</p> : null
    }
    case 'verificationAsked': {
      const inquiry = view.inquiries.find(({ no }) => no === event.facts['no'])
      if (inquiry === undefined) return null
      const day = longDay(legalDay(inquiry.answerBy), props.lang)
      return <p class="sm mt1">{trackingWords(props.lang).event.verificationBy(day)}</p>
    }
    case 'supplementRequested':
    case 'supplementAnswered': {
      const request = view.supplements.find(({ no }) => no === event.facts['no'])
      if (request === undefined) return null
      return event.kind === 'supplementRequested' ? (
        <Asked {...props} request={request} />
      ) : (
        <Answered {...props} request={request} />
      )
    }
    default:
      return null
  }
}

export function itemTitle(
  view: Pick<DossierView, 'definition'>,
  item: { kind: string; about: string | null },
  lang: Lang,
): string {
  const { definition } = view
  if (item.about === null) return lang === 'en' ? 'Other' : 'Việc khác'
  if (item.kind === 'paper') {
    const component = definition.components.find(({ key }) => key === item.about)
    return component ? say(component.name, lang) : item.about
  }
  const field = findField(definition.form, item.about)
  return field ? say(field.printLabel ?? field.label, lang) : item.about
}

function Asked({ view, lang, request }: TimelineProps & { request: SupplementRequest }) {
  return (
    <ul class="bul sm mt1">
      {request.items.map((item) => (
        <li>
          {itemTitle(view, item, lang)}: {item.reason}
        </li>
      ))}
    </ul>
  )
}

/** Both values stay: what was declared before, and what is declared now. */
function Answered(props: TimelineProps & { request: SupplementRequest }) {
  const { view, lang, request, forms } = props
  const t = trackingWords(lang).answered
  const versions = view.declarations
  const made = versions.find(({ madeAt }) => +madeAt === +(request.answeredAt ?? 0))
  const before = versions.find(({ no }) => no === (made?.no ?? 0) - 1)
  const print = (answers: Answers | undefined, key: string) => {
    const field = findField(view.definition.form, key)
    return field && answers ? printAnswer(field, answers[key], forms, lang) : ''
  }
  return (
    <dl class="dl dl--plain sm mt1">
      {request.items.map((item) => {
        const given = request.answers?.find(({ itemId }) => itemId === item.id)
        const isField = item.kind === 'field' && item.about !== null
        const [old, now] = isField
          ? [print(before?.answers, item.about!), print(made?.answers, item.about!)]
          : ['', '']
        return (
          <div>
            <dt>{itemTitle(view, item, lang)}</dt>
            <dd>
              {isField && old !== now ? (
                <>
                  {t.before}: {old || '…'}
                  <br />
                  {t.after}: <strong>{now}</strong>
                </>
              ) : isField ? (
                t.kept
              ) : null}
              {given?.accepted ? (isField ? ` (${t.accepted})` : t.done) : null}
              {given?.remark ? (
                <span class="block">
                  {t.remark}: {given.remark}
                </span>
              ) : null}
              {item.kind === 'paper' ? <NewFiles {...props} component={item.about} /> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function NewFiles(props: TimelineProps & { request: SupplementRequest; component: string | null }) {
  const { view, request, component, lang } = props
  const added = view.files.filter(
    (file) => file.component === component && +file.addedAt === +(request.answeredAt ?? 0),
  )
  if (added.length === 0) return null
  return <span class="block">{trackingWords(lang).answered.files(added.length)}</span>
}
