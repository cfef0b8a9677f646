import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { yearOf } from '../../platform/plain-date.ts'
import { page, type WebReply, type WebRequest } from '../http/route.ts'
import { Icon } from '../ui/icons.tsx'
import { Crumbs, Section } from '../ui/parts.tsx'
import { langOf, say, words, type Lang } from '../words/index.ts'
import { cityDay, queryText } from './day-of-request.ts'
import { offeredFields, offeredList, searchOffered, type Offered } from './offered-list.ts'
import { publicWords } from './words.ts'

/** Search, or everything by field. Only what is published here is a link. */
export async function proceduresPage(req: WebRequest): Promise<WebReply> {
  const today = await cityDay(req)
  const { lang } = req
  const t = publicWords(lang).procedures
  const asked = queryText(req.query, 'q')
  const field = queryText(req.query, 'linh-vuc')
  const isPlanYear = yearOf(today.day) === 2016
  const published = today.procedures.on(today.day)
  const found = asked === '' ? published : today.procedures.search(asked, today.day)
  const shown = field === '' ? found : found.filter((one) => one.field.vi.startsWith(field))
  const planned = !isPlanYear
    ? []
    : asked !== ''
      ? searchOffered(asked)
      : field !== ''
        ? offeredList().filter((one) => one.field === field)
        : []
  const content = (
    <div class="wrap page">
      <Crumbs
        lang={lang}
        items={[{ text: words(lang).home, href: req.href('/') }, { text: t.title }]}
      />
      <div class="measure stack-l">
        <h1>{t.title}</h1>
        <form role="search" action={req.href('/thu-tuc')} method="get">
          <label class="hint block" for="q">
            {publicWords(lang).portal.searchHint}
          </label>
          <div class="search search--line">
            <input
              id="q"
              name="q"
              type="search"
              value={asked}
              autocomplete="off"
              enterkeyhint="search"
            />
            <button class="btn">
              <Icon name="search" />
              <span>{words(lang).search}</span>
            </button>
          </div>
        </form>
        <Found list={shown} asked={asked} req={req} />
        {planned.length > 0 ? <Planned list={planned} lang={lang} /> : null}
        {asked === '' && field === '' && isPlanYear ? <Fields req={req} /> : null}
      </div>
    </div>
  )
  return page(content, { title: t.title, nav: '/thu-tuc', ...(asked ? {} : { cacheSeconds: 60 }) })
}

type FoundProps = { list: readonly ProcedureDefinition[]; asked: string; req: WebRequest }

function Found({ list, asked, req }: FoundProps) {
  const t = publicWords(req.lang).procedures
  if (list.length === 0) {
    return (
      <div class="inset" role="status">
        <p>
          <strong>{asked === '' ? t.noneHere : t.none(asked)}</strong>
        </p>
        <p>
          {t.noneNow} <a href={req.href('/noi-tiep-nhan')}>{words(req.lang).navCounters}</a>
        </p>
      </div>
    )
  }
  return (
    <Section id="tt" title={asked === '' ? t.online : t.found(list.length)}>
      <ul class="links">
        {list.map((one) => (
          <li>
            <a href={req.href(`/thu-tuc/${one.slug}`)} lang={langOf(one.name, req.lang)}>
              {nameIn(one, req.lang)}
            </a>
            <p class="sm muted">{say(one.summary, req.lang)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** English names keep the Vietnamese in brackets. */
export function nameIn(procedure: ProcedureDefinition, lang: Lang): string {
  const { vi, en } = procedure.name
  return lang === 'en' && en !== undefined ? `${en} (${vi})` : vi
}

function Planned({ list, lang }: { list: readonly Offered[]; lang: Lang }) {
  const t = publicWords(lang).procedures
  return (
    <Section id="kh" title={t.planned}>
      <p class="sec__lead">{t.plannedLead}</p>
      <ul class="kv kv--1" lang="vi">
        {list.map(({ name, agency }) => (
          <li>
            {name}
            <span>{agency}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Fields({ req }: { req: WebRequest }) {
  const t = publicWords(req.lang).procedures
  return (
    <Section id="lv" title={t.byField}>
      <p class="sec__lead">{t.byFieldLead}</p>
      <ul class="kv kv--1" lang="vi">
        {offeredFields().map(({ field, count }) => (
          <li>
            <a href={`${req.href('/thu-tuc')}?linh-vuc=${encodeURIComponent(field)}`}>{field}</a>
            <span>{t.count(count)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
