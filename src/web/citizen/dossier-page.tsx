import { listStaffAt } from '../../modules/accounts/index.ts'
import {
  isGiven,
  isOwnersMove,
  showLookupNo,
  viewForOwner,
  worldOf,
  type DossierView,
  type World,
} from '../../modules/dossiers/index.ts'
import type { FormWorld } from '../../modules/forms/index.ts'
import {
  lanesOf,
  listCitizenTasks,
  type CitizenTask,
  type Lane,
} from '../../modules/interlink/index.ts'
import { listMessagesOf } from '../../modules/notifications/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { page, type WebReply } from '../http/route.ts'
import { paths } from '../paths.ts'
import { Icon } from '../ui/icons.tsx'
import { Back, Pairs, Panel, Section } from '../ui/parts.tsx'
import { TrialMark } from '../ui/trial-mark.tsx'
import { langOf, say, type Lang } from '../words/index.ts'
import { roleNames } from '../words/roles.ts'
import { Due } from './due-view.tsx'
import { dossierPath } from './file.tsx'
import { Messages } from './messages.tsx'
import { Continuations } from './next-errands.tsx'
import { officeName } from './office.ts'
import { paramOf, type Req } from './request.ts'
import { LegResults } from './leg-results.tsx'
import { DossierTimeline } from './timeline.tsx'
import { ToDo } from './to-do.tsx'
import { trackingWords } from './tracking-words.ts'

/** One's own dossier with all that its pages need. Refuses `not-found`. */
export type OwnDossier = {
  view: DossierView
  world: World
  forms: FormWorld
  /** "Phường", as a sentence begins with it. */
  office: string
  now: Date
}

export async function ownDossier(req: Req): Promise<OwnDossier> {
  const [view, world] = await Promise.all([
    viewForOwner(req.ctx, paramOf(req, 'dossierId')),
    worldOf(req.deps.db),
  ])
  const now = req.ctx.clock.now()
  const agency = world.city.agency(view.dossier.agencyId)
  return {
    view,
    world,
    now,
    forms: formWorldOf(world.city, legalDay(now)),
    office: officeName(agency, req.lang),
  }
}

/** Tracking: what you must do, when and where, what happened, papers and messages. */
export async function showDossier(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  const { view, world, now } = own
  const { dossier, definition } = view
  const { lang } = req
  const t = trackingWords(lang)
  const [messages, staff, legs] = await Promise.all([
    listMessagesOf(req.deps.db, dossier.id),
    staffOf(req, own),
    legsOfOwn(req, own),
  ])
  const content = (
    <div class="wrap page">
      <Back href={req.href(paths.track)}>{t.track.other}</Back>
      <div class="cols cols--side-l">
        <div class="stack-l">
          <div>
            <Numbers {...dossier} lang={lang} />
            <h1 lang={langOf(definition.name, lang)}>{say(definition.name, lang)}</h1>
          </div>
          <ToDo req={req} own={own} legs={legs} />
          <Continuations req={req} own={own} />
          <Due facts={dossier} world={world} now={now} lang={lang} reasons={dossier.dueReasons} />
          <Section id="td" title={t.progress}>
            <DossierTimeline
              {...own}
              forms={own.forms}
              lang={lang}
              staff={staff}
              lanes={legs.lanes}
            />
          </Section>
        </div>
        <aside class="sticky stack">
          <DossierPanel req={req} own={own} />
          <LegResults req={req} own={own} legs={legs} />
          <Messages messages={messages} lookupNo={dossier.lookupNo} lang={lang} />
        </aside>
      </div>
    </div>
  )
  return page(content, { title: `${t.numbers.code} ${dossier.code}`, nav: '/tra-cuu' })
}

/** What other agencies do for the dossier, and what they need of the citizen. */
export type OwnLegs = { lanes: readonly Lane[]; tasks: readonly CitizenTask[] }

async function legsOfOwn(req: Req, { view, now }: OwnDossier): Promise<OwnLegs> {
  const { dossier } = view
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const [lanes, tasks] = await Promise.all([
    lanesOf(req.deps.db, dossier, legalDay(now)),
    listCitizenTasks(req.deps.db, at),
  ])
  return { lanes, tasks }
}

/** Officers of the agency, as citizens meet them: name and desk. */
async function staffOf(req: Req, { view, now }: OwnDossier): Promise<Map<string, string>> {
  const { agencyId } = view.dossier
  const list = await listStaffAt(req.deps.db, { agencyIds: [agencyId], day: legalDay(now) })
  return new Map(
    list.map(({ id, name, role }) => [
      id,
      req.lang === 'en' ? name : `${name}, ${roleNames([role])}`,
    ]),
  )
}

export function Numbers(props: { lookupNo: string; code: string; isTrial: boolean; lang: Lang }) {
  const t = trackingWords(props.lang).numbers
  return (
    <p class="muted sm">
      <span class="nw">
        {t.lookup} <strong class="code ink">{showLookupNo(props.lookupNo)}</strong>
      </span>
      {' · '}
      <span class="nw">
        {t.code} <strong class="code ink">{props.code}</strong>
      </span>{' '}
      {props.isTrial ? <TrialMark lang={props.lang} /> : null}
    </p>
  )
}

export type Own = { req: Req; own: OwnDossier }

function DossierPanel({ req, own }: Own) {
  const { dossier, definition } = own.view
  const { lang } = req
  const t = trackingWords(lang).side
  const link = (to: string) => req.href(dossierPath(dossier.id, to))
  const result = say(definition.result.name, lang)
  const pairs = [
    { term: t.subject, value: dossier.subjectName ?? '' },
    { term: t.submitter, value: dossier.requesterName ?? '' },
    { term: t.channel, value: t.channels[dossier.channel] },
    { term: t.fee, value: say(definition.facts.fee.main, lang) },
  ]
  const mayWithdraw = isOwnersMove('withdraw', dossier.state)
  return (
    <Panel id="tt" title={t.dossier}>
      <Pairs pairs={pairs.filter(({ value }) => value !== '')} plain />
      <ul class="links sm mt4">
        <li>
          <Icon name="print" /> <a href={link('da-nop')}>{t.receipt}</a>
        </li>
        {dossier.receivedAt ? (
          <li>
            <Icon name="print" /> <a href={link('giay-hen')}>{t.appointment}</a>
          </li>
        ) : null}
        <li>
          <Icon name="download" /> <a href={link('giay-to')}>{t.slips}</a>
        </li>
        <li>
          <Icon name="download" />{' '}
          <a href={dossierPath(dossier.id, 'to-khai.pdf')}>{t.declaration}</a>
        </li>
        {(definition.furtherDeclarations ?? []).map(({ key, title }) => (
          <li>
            <Icon name="download" />{' '}
            <a href={dossierPath(dossier.id, `mau/${key}`)}>{say(title, lang)}</a>{' '}
            <span class="muted xs nw">(PDF)</span>
          </li>
        ))}
        {isGiven(dossier) ? (
          <li>
            <Icon name="download" />{' '}
            <a href={dossierPath(dossier.id, 'ket-qua.pdf')}>{t.result(result)}</a>
          </li>
        ) : null}
        {mayWithdraw ? (
          <li>
            <a href={link('rut')}>{t.withdraw}</a>
          </li>
        ) : null}
      </ul>
      {dossier.state === 'signed' ? <p class="sm muted mt4">{t.resultLater(result)}</p> : null}
    </Panel>
  )
}
