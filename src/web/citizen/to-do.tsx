import type { CitizenTask, Lane } from '../../modules/interlink/index.ts'
import { isEnded } from '../../modules/dossiers/index.ts'
import { originalsToCompare } from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { paths } from '../paths.ts'
import { Callout } from '../ui/parts.tsx'
import { langOf, say } from '../words/index.ts'
import type { Own, OwnLegs } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { awaitedNames } from './lane-items.tsx'
import { partnerName } from './lane-view.ts'
import { laneWords } from './lane-words.ts'
import { longDay, timeOf } from './moments.ts'
import { trackingWords } from './tracking-words.ts'

type Props = Own & { legs: OwnLegs }

/** The one thing the citizen must do now, if any. */
export function ToDo(props: Props) {
  const { req, own, legs } = props
  const { view } = own
  const { dossier, definition } = view
  const task = isEnded(dossier.state) ? undefined : legs.tasks.find(({ endedAt }) => !endedAt)
  const t = trackingWords(req.lang).act
  const result = say(definition.result.name, req.lang)
  switch (dossier.state) {
    case 'completing':
    case 'supplementing': {
      const open = view.supplements.find(({ answers }) => answers === null)
      return (
        <Callout kind="act" id="viec" title={t.supplement(open?.items.length ?? 1)}>
          <p>{t.supplementLead}</p>
          <Go href={req.href(dossierPath(dossier.id, 'bo-sung'))} text={t.supplementButton} />
        </Callout>
      )
    }
    case 'previewing':
      return (
        <Callout kind="act" id="viec" title={t.preview}>
          <p>{t.previewLead(result)}</p>
          <Go href={req.href(dossierPath(dossier.id, 'ban-xem-truoc'))} text={t.previewButton} />
        </Callout>
      )
    case 'declined':
    case 'refused':
    case 'lapsed':
      return <Ended req={req} own={own} />
    default:
      break
  }
  if (task) return <ForAgency {...props} task={task} />
  if (dossier.state === 'signed') return <Collect req={req} own={own} />
  if (dossier.state === 'interlinking' && dossier.endedAt) return <CollectRest {...props} />
  return null
}

/** What another agency needs of the citizen, told by the ward: at the ward, before an hour. */
function ForAgency({ req, own, legs, task }: Props & { task: CitizenTask }) {
  const { lang } = req
  const t = laneWords(lang).task
  const { definition, dossier } = own.view
  const component = definition.components.find(({ key }) => key === task.component)
  const paper = component ? shortName(say(component.name, lang)) : ''
  const lane = legs.lanes.find(({ leg }) => leg === task.leg)
  const agency = own.world.city.agency(dossier.agencyId)
  const before = `${timeOf(task.by)} ${longDay(legalDay(task.by), lang)}`
  const context = { city: own.world.city, lang, office: own.office, now: own.now }
  return (
    <Callout kind="act" id="viec" title={t.title[task.kind][task.who]}>
      <p>
        <strong>{t.what[task.kind][task.who](paper)}</strong>{' '}
        {t.why(partnerName(context, lane?.partner), own.office)} {t.come[task.who]}{' '}
        <strong class="nw">{before}</strong>.
      </p>
      <Go
        href={`${req.href(paths.counters)}?q=${encodeURIComponent(placeOf(agency?.name))}`}
        text={t.where}
      />
    </Callout>
  )
}

/** Without the number of the form and what else stands in brackets. */
function shortName(name: string): string {
  return name.split(' (')[0]!
}

function placeOf(agency: string | undefined): string {
  return (agency ?? '').replace(/^UBND (phường |xã |thị trấn )?/, '')
}

/** All agencies have ended: what they sent back is collected where it was filed. */
function CollectRest({ req, own, legs }: Props) {
  const t = trackingWords(req.lang).act
  const names = awaitedNames(legs.lanes, req.lang)
  const undone = legs.lanes.filter(({ holds, state }) => holds && state === 'refused')
  return (
    <Callout
      kind="info"
      id="viec"
      icon="paper"
      title={names === '' ? laneWords(req.lang).group.done : t.collect(names)}
    >
      {names === '' ? null : <p>{t.collectNone}</p>}
      {undone.map((lane) => (
        <Undone req={req} own={own} lane={lane} />
      ))}
    </Callout>
  )
}

function Undone({ req, own, lane }: Own & { lane: Lane }) {
  const { lang } = req
  const t = laneWords(lang)
  const context = { city: own.world.city, lang, office: own.office, now: own.now }
  return (
    <p class="mt2">
      <strong>{t.undone(partnerName(context, lane.partner), say(lane.name, lang))}</strong>{' '}
      {lane.refusedBecause ? (
        <>
          {t.reason} <span lang="vi">{lane.refusedBecause}</span>{' '}
        </>
      ) : null}
      {t.refusedTodo}
    </p>
  )
}

function Go({ href, text }: { href: string; text: string }) {
  return (
    <p class="mt4 acts">
      <a class="btn" href={href}>
        {text}
      </a>
      <a href="tel:19001009" class="nw">
        1900 1009
      </a>
    </p>
  )
}

function Collect({ req, own }: Own) {
  const { definition, declarations } = own.view
  const t = trackingWords(req.lang).act
  const bring = originalsToCompare(definition, declarations[0]!.answers)
  return (
    <Callout
      kind="info"
      id="viec"
      icon="paper"
      title={t.collect(say(definition.result.name, req.lang))}
    >
      {bring.length === 0 ? (
        <p>{t.collectNone}</p>
      ) : (
        <>
          <p>{t.collectLead}</p>
          <ul class="bul">
            {bring.map(({ name }) => (
              <li lang={langOf(name, req.lang)}>{say(name, req.lang)}</li>
            ))}
          </ul>
        </>
      )}
    </Callout>
  )
}

const endings = { declined: 'decline', refused: 'refuse', lapsed: 'crossed-out' } as const

function Ended({ req, own }: Own) {
  const { dossier, definition, notes } = own.view
  const t = trackingWords(req.lang).act
  const state = dossier.state as keyof typeof endings // the caller's three states
  const note = notes.find(({ kind }) => kind === endings[state])
  return (
    <Callout kind="act" id="viec" title={t[state]}>
      {note ? (
        <p>
          {t.reason} {note.body}
        </p>
      ) : null}
      <p class="mt4 acts">
        <a class="btn" href={`${req.href(`/to-khai/moi/${definition.slug}`)}?moi=1`}>
          {t.again}
        </a>
        <a href="tel:19001009">{t.call}</a>
      </p>
    </Callout>
  )
}
