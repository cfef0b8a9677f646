import type { ComponentChildren } from 'preact'
import { page, type WebReply, type WebRequest } from '../http/route.ts'
import { paths } from '../paths.ts'
import { Crumbs, Section } from '../ui/parts.tsx'
import { words } from '../words/index.ts'
import { helpWords, type Article } from './help-words.ts'

export function helpPage(req: WebRequest): Promise<WebReply> {
  const t = words(req.lang)
  const { links } = helpWords(req.lang)
  return article(req, {
    content: helpWords(req.lang).help,
    nav: '/tro-giup',
    end: (
      <p class="acts">
        <a class="btn" href={t.help.hotlineHref}>
          {links.call} {t.help.hotlineNumber}
        </a>
        <a class="btn btn--2" href={req.href(paths.track)}>
          {t.navTrack}
        </a>
      </p>
    ),
  })
}

export function levelsPage(req: WebRequest): Promise<WebReply> {
  return article(req, { content: helpWords(req.lang).levels })
}

export function dataPage(req: WebRequest): Promise<WebReply> {
  return article(req, { content: helpWords(req.lang).data })
}

export function accessPage(req: WebRequest): Promise<WebReply> {
  return article(req, { content: helpWords(req.lang).access })
}

async function article(
  req: WebRequest,
  shown: { content: Article; nav?: string; end?: ComponentChildren },
): Promise<WebReply> {
  const { title, lead, sections } = shown.content
  const content = (
    <div class="wrap page">
      <Crumbs
        lang={req.lang}
        items={[{ text: words(req.lang).home, href: req.href('/') }, { text: title }]}
      />
      <div class="measure stack-l">
        <div>
          <h1>{title}</h1>
          <p class="lead mt4">{lead}</p>
        </div>
        {sections.map(({ heading, list }, index) => (
          <Section id={`s${index + 1}`} title={heading}>
            <ul class="bul">
              {list.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </Section>
        ))}
        {shown.end}
      </div>
    </div>
  )
  return page(content, { title, nav: shown.nav, cacheSeconds: 300 })
}
