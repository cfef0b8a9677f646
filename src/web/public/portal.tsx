import { yearOf } from '../../platform/plain-date.ts'
import { page, type WebReply, type WebRequest } from '../http/route.ts'
import { paths } from '../paths.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Notice, Panel, Section } from '../ui/parts.tsx'
import { words } from '../words/index.ts'
import { cityDay, type CityDay } from './day-of-request.ts'
import { hoursInWords } from './hours.ts'
import { offeredFields } from './offered-list.ts'
import { Figures, hasPublishedFigures } from './figures.tsx'
import { FamilyEvents } from './family-events.tsx'
import { DoorPicture } from './pictures.tsx'
import { nameIn } from './procedures.tsx'
import { publicWords } from './words.ts'

/** Search → family events → track → online or counter → fields → open figures. */
export async function portalPage(req: WebRequest): Promise<WebReply> {
  const today = await cityDay(req)
  const t = publicWords(req.lang).portal
  const content = (
    <>
      <WhereOnline req={req} today={today} />
      <Hero req={req} today={today} />
      <div class="wrap band">
        <div class="cols">
          <Section id="h-ev" title={t.events}>
            <p class="sec__lead">{t.eventsLead}</p>
            <FamilyEvents req={req} today={today} />
            <Tiles req={req} />
          </Section>
          <aside class="stack">
            <TrackPanel req={req} />
            <Panel id="h-dd" title={t.resume}>
              <p class="sm">{t.resumeLead}</p>
              <p class="mt4">
                <a href={paths.resume}>{t.resumeLink}</a>
              </p>
            </Panel>
          </aside>
        </div>
      </div>
      <Compare req={req} today={today} />
      <div class="wrap band">
        <div class="cols cols--even">
          <Fields req={req} today={today} />
          {hasPublishedFigures(today.day) ? <Figures req={req} /> : null}
        </div>
      </div>
    </>
  )
  return page(content, { title: t.title, description: t.description, cacheSeconds: 60 })
}

type Props = { req: WebRequest; today: CityDay }

function WhereOnline({ req, today }: Props) {
  const t = publicWords(req.lang).portal
  const { city, day, procedures } = today
  const { onlineWards } = city.counts(day)
  const wards = city.agenciesOn(day, 'commune')
  const online = procedures
    .on(day)
    .filter(({ key }) => wards.some(({ id }) => city.isOnline(key, id, day)))
  const [first] = online
  if (onlineWards === 0 || first === undefined) return null
  const what = online.length === 1 ? nameIn(first, req.lang) : t.noticeCount(online.length)
  return (
    <Notice lang={req.lang}>
      {t.notice(what, onlineWards)} <a href={req.href('/noi-tiep-nhan')}>{t.noticeLink}</a>
    </Notice>
  )
}

function Hero({ req, today }: Props) {
  const t = publicWords(req.lang).portal
  const quick = t.quickLinks.flatMap(({ key, text }) => {
    const offered = today.procedures.offeredOn(key, today.day)
    return offered ? [{ slug: offered.slug, text }] : []
  })
  return (
    <div class="hero">
      <DoorPicture />
      <div class="wrap hero__in">
        <h1 id="q-l">{t.question}</h1>
        <form role="search" action={req.href('/thu-tuc')} method="get">
          <label class="hint block" for="q">
            {t.searchHint}
          </label>
          <div class="search">
            <input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search" />
            <button class="btn">
              <Icon name="search" />
              <span>{words(req.lang).search}</span>
            </button>
          </div>
        </form>
        {quick.length > 0 ? (
          <ul class="quick" aria-label={t.quick}>
            {quick.map(({ slug, text }) => (
              <li>
                <a href={req.href(`/thu-tuc/${slug}`)}>{text}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}

function Tiles({ req }: { req: WebRequest }) {
  const t = publicWords(req.lang).portal
  return (
    <ul class="tiles mt4">
      {t.tiles.map(({ icon, text, q }) => (
        <li>
          <a class="tile" href={`${req.href('/thu-tuc')}?q=${encodeURIComponent(q)}`}>
            {/* The names are those of the icon set; the words file is plain text. */}
            <Icon name={icon as IconName} />
            <span>
              <b>{text}</b>
              <small>{t.tileNote}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function TrackPanel({ req }: { req: WebRequest }) {
  const t = publicWords(req.lang).portal
  const help = words(req.lang).help
  return (
    <Panel id="h-tc" title={t.track} kind="paper">
      <form action={req.href(paths.track)} method="get">
        <div class="field field--tight">
          <label for="mhs">{t.trackLabel}</label>
          <p class="hint" id="mhs-h">
            {t.trackHint} <span class="nw">407 182 6396</span> {t.or}{' '}
            <span class="nw">000.07.06.H26-160812-0042</span>
          </p>
          <input
            type="text"
            class="in"
            id="mhs"
            name="ma"
            aria-describedby="mhs-h"
            autocapitalize="characters"
            autocomplete="off"
            spellcheck={false}
          />
        </div>
        <button class="btn btn--block">{t.trackButton}</button>
      </form>
      <p class="sm mt4 muted">
        {t.offline} <strong class="nw ink">MC 4071826396</strong> {t.offlineTo}{' '}
        <strong class="ink">{help.smsNumber}</strong>
        {t.offlineOr}{' '}
        <a href={help.hotlineHref} class="nw">
          {help.hotlineNumber}
        </a>{' '}
        {t.offlineEnd}
      </p>
    </Panel>
  )
}

function Compare({ req, today }: Props) {
  const t = publicWords(req.lang).portal
  const hours = hoursInWords(today.city.tables.deskHours, req.lang)
  return (
    <section class="band band--paper sec" aria-labelledby="h-ch">
      <div class="wrap">
        <h2 class="thresh mb5" id="h-ch">
          {t.compare}
        </h2>
        <div class="vs">
          <div>
            <h3>
              <Icon name="screen" />
              {t.byNet}
            </h3>
            <Bullets list={t.byNetList} />
            <p class="mt4">
              <a class="btn" href={req.href('/thu-tuc')}>
                {t.byNetButton}
              </a>
            </p>
          </div>
          <div>
            <h3>
              <Icon name="hall" />
              {t.byDesk}
            </h3>
            <Bullets list={t.byDeskList(hours)} />
            <p class="mt4">
              <a class="btn btn--2" href={req.href('/noi-tiep-nhan')}>
                {t.byDeskButton}
              </a>
            </p>
          </div>
        </div>
      </div>
    </section>
  )
}

function Bullets({ list }: { list: readonly string[] }) {
  return (
    <ul class="bul">
      {list.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  )
}

const FIELDS_SHOWN = 6

/** In the plan's own year its fields; otherwise what is really here. */
function Fields({ req, today }: Props) {
  const t = publicWords(req.lang)
  const href = req.href('/thu-tuc')
  if (yearOf(today.day) !== 2016) {
    const names = Map.groupBy(today.procedures.on(today.day), ({ field }) => field.vi)
    return (
      <Section id="h-lv" title={t.portal.fields}>
        <ul class="kv kv--1">
          {[...names].map(([field, list]) => (
            <li>
              <a href={`${href}?linh-vuc=${encodeURIComponent(field)}`}>{field}</a>
              <span>{t.procedures.count(list.length)}</span>
            </li>
          ))}
        </ul>
        <p class="mt4">
          <a href={href}>{t.portal.all}</a>
        </p>
      </Section>
    )
  }
  const fields = offeredFields()
  return (
    <Section id="h-lv" title={t.portal.fields}>
      <p class="sec__lead">{t.procedures.byFieldLead}</p>
      <ul class="kv kv--1" lang="vi">
        {fields.slice(0, FIELDS_SHOWN).map(({ field, count }) => (
          <li>
            <a href={`${href}?linh-vuc=${encodeURIComponent(field)}`}>{field}</a>
            <span>{t.procedures.count(count)}</span>
          </li>
        ))}
      </ul>
      <p class="mt4">
        <a href={href}>{t.portal.allFields(fields.length)}</a>
      </p>
    </Section>
  )
}
