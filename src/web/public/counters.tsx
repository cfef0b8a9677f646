import type { Agency, City } from '../../modules/agencies/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { page, type WebReply, type WebRequest } from '../http/route.ts'
import { Icon } from '../ui/icons.tsx'
import { Crumbs, Section, Tag } from '../ui/parts.tsx'
import { words } from '../words/index.ts'
import { cityDay, queryText, type CityDay } from './day-of-request.ts'
import { hoursInWords } from './hours.ts'
import { nameIn } from './procedures.tsx'
import { publicWords } from './words.ts'

/** Counters by name of ward, old or new; a ward that is not online says so and names its counter. */
export async function countersPage(req: WebRequest): Promise<WebReply> {
  const today = await cityDay(req)
  const { lang } = req
  const t = publicWords(lang).counters
  const asked = queryText(req.query, 'q')
  const content = (
    <div class="wrap page">
      <Crumbs
        lang={lang}
        items={[{ text: words(lang).home, href: req.href('/') }, { text: t.title }]}
      />
      <div class="measure stack-l">
        <div>
          <h1>{t.title}</h1>
          <p class="lead mt4">{t.lead}</p>
        </div>
        <form role="search" action={req.href('/noi-tiep-nhan')} method="get">
          <div class="field field--tight">
            <label for="q">{t.label}</label>
            <p class="hint" id="q-hint">
              {t.hint}
            </p>
            <input
              type="text"
              class="in"
              id="q"
              name="q"
              value={asked}
              aria-describedby="q-hint"
              autocomplete="address-level3"
            />
          </div>
          <button class="btn">
            <Icon name="pin" />
            {t.button}
          </button>
        </form>
        {asked === '' ? null : <Results req={req} today={today} asked={asked} />}
      </div>
    </div>
  )
  return page(content, { title: t.title, nav: '/noi-tiep-nhan' })
}

type ResultsProps = { req: WebRequest; today: CityDay; asked: string }

function Results({ req, today, asked }: ResultsProps) {
  const { city, day, procedures } = today
  const t = publicWords(req.lang).counters
  const found = city.searchUnits(asked, day)
  const agencies = found.flatMap(({ unit, printed }) => {
    const agency = city.agencyFor('commune', unit.code, day)
    return agency ? [{ agency, printed }] : []
  })
  if (agencies.length === 0) return <NotFound req={req} today={today} asked={asked} />
  const offered = procedures.on(day).filter(({ agencyKind }) => agencyKind === 'commune')
  return (
    <Section id="kq" title={t.found(agencies.length)}>
      <ul class="ticks">
        {agencies.map(({ agency, printed }) => (
          <li>
            <Icon name="hall" />
            <div>
              <h3 class="h-s">{t.deskOf(agency.name)}</h3>
              <CounterFacts agency={agency} printed={printed} city={city} req={req} />
              <OnlineLines offered={offered} agency={agency} today={today} req={req} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function CounterFacts(props: { agency: Agency; printed: string; city: City; req: WebRequest }) {
  const { agency, printed, city, req } = props
  const t = publicWords(req.lang).counters
  return (
    <>
      <p class="sm">{printed}</p>
      {agency.desk.address ? <p class="sm">{t.address(agency.desk.address)}</p> : null}
      {agency.desk.phone ? <p class="sm">{t.phone(agency.desk.phone)}</p> : null}
      <p class="sm">{t.open(hoursInWords(city.deskHours(agency.id), req.lang))}</p>
    </>
  )
}

/** The procedures of the counter, by how far each is online there. */
function OnlineLines(props: {
  offered: readonly ProcedureDefinition[]
  agency: Agency
  today: CityDay
  req: WebRequest
}) {
  const { offered, agency, today, req } = props
  const { city, day } = today
  const t = publicWords(req.lang).counters
  const how = Map.groupBy(offered, ({ key }) => {
    if (!city.isOnline(key, agency.id, day)) return 'counter'
    return city.isTrial(key, agency.id, day) ? 'trial' : 'online'
  })
  const tags = {
    online: (
      <Tag kind="done" icon="check">
        {t.online}
      </Tag>
    ),
    trial: (
      <Tag kind="soon" icon="warn">
        {t.trial}
      </Tag>
    ),
    counter: <Tag icon="hall">{t.notOnline}</Tag>,
  }
  return (
    <>
      {(['online', 'trial', 'counter'] as const).map((one) => {
        const procedures = how.get(one) ?? []
        return procedures.length === 0 ? null : (
          <p class="sm mt1">
            {tags[one]}{' '}
            {procedures.map((procedure, index) => (
              <>
                {index > 0 ? '; ' : ''}
                <a href={req.href(`/thu-tuc/${procedure.slug}`)}>{nameIn(procedure, req.lang)}</a>
              </>
            ))}
          </p>
        )
      })}
    </>
  )
}

/** A name of another day: say what it has become. */
function NotFound({ req, today, asked }: ResultsProps) {
  const t = publicWords(req.lang).counters
  return (
    <div class="inset" role="status">
      <p>
        <strong>{t.none(asked)}</strong>
      </p>
      <OldNames today={today} asked={asked} req={req} />
      <p class="sm">{t.noneNow}</p>
    </div>
  )
}

function OldNames({ req, today, asked }: ResultsProps) {
  const { city, day } = today
  const t = publicWords(req.lang).counters
  const ends = new Set(city.tables.units.flatMap(({ validTo }) => validTo ?? []))
  const old = [...ends]
    .filter((end) => end < day)
    .flatMap((end) =>
      city.searchUnits(asked, end).map(({ unit, printed }) => ({ unit, printed, end })),
    )
    .filter(({ unit, end }) => unit.validTo === end)
    .slice(0, 5)
  if (old.length === 0) return null
  return (
    <ul class="bul">
      {old.map(({ unit, printed, end }) => {
        const next = city.successors(unit.code, end, day).candidates
        const names = next.flatMap((one) => city.printedUnit(one.unit.code, day) ?? [])
        return (
          <li>
            {t.became(printed)}{' '}
            {names.map((name, index) => (
              <>
                {index > 0 ? '; ' : ''}
                <a href={`${req.href('/noi-tiep-nhan')}?q=${encodeURIComponent(name)}`}>{name}</a>
              </>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
