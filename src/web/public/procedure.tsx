import type { ComponentDefinition, ProcedureDefinition } from '../../modules/procedures/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, type WebReply, type WebRequest } from '../http/route.ts'
import { paths } from '../paths.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Crumbs, Facts, LevelBadge, Section, Steps } from '../ui/parts.tsx'
import { langOf, say, words, type Lang } from '../words/index.ts'
import { cityDay, type CityDay } from './day-of-request.ts'
import { Notices, Related } from './notices.tsx'
import { nameIn } from './procedures.tsx'
import { publicWords } from './words.ts'

/** Who, what, where, how long, how much: from the definition in force today. */
export async function procedurePage(req: WebRequest): Promise<WebReply> {
  const today = await cityDay(req)
  const definition = today.procedures.bySlug(req.params['slug'] ?? '', today.day)
  if (definition === undefined) throw new Refusal('not-found')
  const { lang } = req
  const level = levelOffered(today, definition)
  const name = nameIn(definition, lang)
  const field = say(definition.field, lang)
  const content = (
    <div class="wrap page">
      <Crumbs
        lang={lang}
        items={[
          { text: words(lang).home, href: req.href('/') },
          {
            text: field,
            href: `${req.href('/thu-tuc')}?linh-vuc=${encodeURIComponent(definition.field.vi)}`,
          },
          { text: name },
        ]}
      />
      <div class="cols cols--side-l">
        <div class="stack-l">
          <div>
            <h1 lang={langOf(definition.name, lang)}>{name}</h1>
            <p class="lead mt4">{say(definition.summary, lang)}</p>
            <LevelBadge level={level} lang={lang} />
          </div>
          {level >= 3 ? (
            <p class="only-s">
              <ApplyButton definition={definition} lang={lang} />
            </p>
          ) : null}
          <About req={req} today={today} definition={definition} />
        </div>
        <Aside req={req} definition={definition} level={level} />
      </div>
    </div>
  )
  return page(content, {
    title: name,
    description: say(definition.summary, lang),
    nav: '/thu-tuc',
    cacheSeconds: 60,
  })
}

type AboutProps = { req: WebRequest; today: CityDay; definition: ProcedureDefinition }

function About({ req, today, definition }: AboutProps) {
  const { lang } = req
  const t = publicWords(lang).procedure
  return (
    <>
      <Facts facts={factsOf(definition, lang)} />
      <Notices req={req} today={today} definition={definition} />
      <Section id="p1" title={t.who}>
        <ul class="bul">
          {definition.who.map((who) => (
            <li lang={langOf(who, lang)}>{say(who, lang)}</li>
          ))}
        </ul>
      </Section>
      <Section id="p2" title={t.prepare}>
        <Papers definition={definition} lang={lang} />
      </Section>
      <Section id="p3" title={t.steps}>
        <Steps
          steps={definition.citizenSteps.map((step) => ({
            title: say(step.title, lang),
            body: say(step.body, lang),
            who: say(step.who, lang),
            icon: stepIcons[step.icon],
          }))}
        />
      </Section>
      <Section id="p4" title={t.law}>
        <Law definition={definition} lang={lang} />
      </Section>
      <Related req={req} today={today} definition={definition} />
    </>
  )
}

const stepIcons: Record<'person' | 'home' | 'message', IconName> = {
  person: 'person',
  home: 'hall',
  message: 'message',
}

/** The best level any commune offers today; a ward that is not online says so where one files. */
function levelOffered(today: CityDay, definition: ProcedureDefinition): 1 | 2 | 3 | 4 {
  const { city, day } = today
  const online = city.agenciesOn(day).find(({ id }) => city.isOnline(definition.key, id, day))
  // Every form can be taken and printed.
  const hasBlankForm = true
  if (online === undefined) return 2
  return city.offeredLevel(definition.key, online.id, day, {
    hasBlankForm,
    isPaidOnline: false,
    isResultSent: false,
  })
}

function ApplyButton({ definition, lang }: { definition: ProcedureDefinition; lang: Lang }) {
  return (
    <a class="btn btn--big btn--block" href={paths.apply(definition.slug)}>
      {publicWords(lang).procedure.apply}
      <Icon name="next" />
    </a>
  )
}

function factsOf(definition: ProcedureDefinition, lang: Lang) {
  const t = publicWords(lang).procedure
  const { fee, time, where, result } = definition.facts
  const fact = (icon: IconName, term: string, { main, small }: typeof fee) => ({
    icon,
    term,
    main: say(main, lang),
    ...(small ? { small: say(small, lang) } : {}),
  })
  return [
    fact('money', t.fee, fee),
    fact('clock', t.time, time),
    fact('pin', t.where, where),
    fact('paper', t.result, result),
  ]
}

function Papers({ definition, lang }: { definition: ProcedureDefinition; lang: Lang }) {
  const t = publicWords(lang).procedure
  const usual = definition.components.filter((component) => !isRare(component))
  const rare = definition.components.filter(isRare)
  const upload = usual.filter(({ submit }) => submit)
  const bring = usual.filter(({ present }) => present !== 'no')
  return (
    <>
      {upload.length > 0 ? (
        <>
          <h3 class="h-s">{t.upload}</h3>
          <PaperList list={upload} lang={lang} isBrought={false} />
        </>
      ) : null}
      {bring.length > 0 ? (
        <>
          <h3 class="h-s mt5">{t.bring}</h3>
          <PaperList list={bring} lang={lang} isBrought />
        </>
      ) : null}
      {rare.length > 0 ? (
        <details class="mt4">
          <summary>{t.rare}</summary>
          <PaperList list={rare} lang={lang} isBrought />
        </details>
      ) : null}
    </>
  )
}

/** Asked only in some cases, which the declaration finds out: no need to read about it before. */
function isRare({ when, hint }: ComponentDefinition): boolean {
  return when !== undefined && hint === undefined
}

function PaperList(props: {
  list: readonly ComponentDefinition[]
  lang: Lang
  isBrought: boolean
}) {
  const { list, lang, isBrought } = props
  const t = publicWords(lang).procedure
  const notes = { no: undefined, keep: t.kept, compare: t.compared }
  return (
    <ul class="ticks">
      {list.map((component) => {
        const hint = component.hint ? say(component.hint, lang) : undefined
        // What is only signed at the counter says so itself.
        const isSigned = !component.submit && component.present === 'keep'
        const small = isBrought ? (isSigned && hint) || notes[component.present] : hint
        return (
          <li>
            <Icon name="paper" />
            <span>
              {say(component.name, lang)}
              {small ? <small>{small}</small> : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Law({ definition, lang }: { definition: ProcedureDefinition; lang: Lang }) {
  const t = publicWords(lang).procedure
  return (
    <details>
      <summary>{t.lawList(definition.legalBasis.length)}</summary>
      <ul class="bul" lang="vi">
        {definition.legalBasis.map(({ instrument, articles, note }) => (
          <li>{[instrument, articles, note?.vi].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
    </details>
  )
}

function Aside(props: { req: WebRequest; definition: ProcedureDefinition; level: number }) {
  const { req, definition, level } = props
  const { lang } = req
  const t = publicWords(lang).procedure
  return (
    <aside class="sticky stack" aria-label={t.file}>
      <div class="panel panel--key">
        <h2>{t.file}</h2>
        {level >= 3 ? (
          <>
            <p class="sm mb4">{t.fileLead}</p>
            <ApplyButton definition={definition} lang={lang} />
            <p class="sm mt4">
              <a href={paths.resume}>{t.resume}</a>
            </p>
          </>
        ) : (
          <p class="sm">{t.notOnline}</p>
        )}
      </div>
      <div class="panel">
        <h2>{t.paperForm}</h2>
        <p class="sm muted">{t.paperFormLead}</p>
        <ul class="links mt4">
          {blanksOf(definition).map(({ href, title }) => (
            <li>
              <Icon name="download" />{' '}
              <a href={href} hreflang="vi">
                {say(title, lang)}
              </a>{' '}
              <span class="muted xs nw">(PDF)</span>
            </li>
          ))}
        </ul>
      </div>
      <form class="panel" action={req.href('/noi-tiep-nhan')} method="get">
        <h2>{t.findWard}</h2>
        <div class="field field--tight">
          <label for="pw" class="reg">
            {t.findWardLabel}
          </label>
          <input type="text" class="in" id="pw" name="q" autocomplete="address-level3" />
        </div>
        <button class="btn btn--2 btn--block">
          <Icon name="pin" />
          {t.findWardButton}
        </button>
      </form>
    </aside>
  )
}

/** The declaration, then the other forms of the same filing. */
function blanksOf({ slug, declaration, furtherDeclarations = [] }: ProcedureDefinition) {
  return [
    { href: `/thu-tuc/${slug}/to-khai.pdf`, title: declaration.title },
    ...furtherDeclarations.map(({ key, title }) => ({
      href: `/thu-tuc/${slug}/mau/${key}`,
      title,
    })),
  ]
}
