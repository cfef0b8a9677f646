import type { ComponentChildren, VNode } from 'preact'
import type { PageOptions } from '../http/route.ts'
import type { Frame } from '../http/send.ts'
import { words } from '../words/index.ts'
import { AppBar } from './app-bar.tsx'
import { LangContext } from './lang.tsx'
import { Footer, Header, SlimFooter, type HeaderFacts } from './layout.tsx'

/** A whole HTML document: head, the frame of its layout and the page's content in `<main>`. */
export function Document(props: { content: VNode; options: PageOptions; frame: Frame }) {
  const { content, options, frame } = props
  const layout = options.layout ?? 'citizen'
  return (
    <LangContext.Provider value={frame.lang}>
      <html lang={frame.lang}>
        <Head options={options} frame={frame} />
        <body class={bodyClass(options)}>
          <a class="skip" href="#noi-dung">
            {words(frame.lang).skip}
          </a>
          {layout === 'desk' ? (
            <AppBar frame={frame} nav={options.nav} />
          ) : layout === 'citizen' || layout === 'form' ? (
            <Header facts={headerFacts(frame, options)} isSlim={layout === 'form'} />
          ) : null}
          <Main layout={layout}>{content}</Main>
          {layout === 'citizen' ? (
            <Footer lang={frame.lang} demo={frame.demo} />
          ) : layout === 'form' ? (
            <SlimFooter lang={frame.lang} demo={frame.demo} />
          ) : null}
        </body>
      </html>
    </LangContext.Provider>
  )
}

function Main({ layout, children }: { layout: string; children: ComponentChildren }) {
  const isPaper = layout === 'print'
  return (
    <main id="noi-dung" class={isPaper ? 'sheets' : undefined}>
      {children}
    </main>
  )
}

function bodyClass(options: PageOptions): string | undefined {
  if (options.layout !== 'desk') return undefined
  return options.fillsWindow ? 'dk dk--app' : 'dk'
}

function headerFacts(frame: Frame, options: PageOptions): HeaderFacts {
  const { lang, session, path, english } = frame
  const isCitizen = session !== null && session.kind === 'citizen' && session.phone !== null
  return {
    lang,
    nav: options.nav,
    otherLanguage: english ? (lang === 'en' ? path : `/en${path === '/' ? '' : path}`) : undefined,
    isSignedIn: isCitizen,
  }
}

function Head({ options, frame }: { options: PageOptions; frame: Frame }) {
  const { assets, lang } = frame
  const t = words(lang)
  const layout = options.layout ?? 'citizen'
  const site = layout === 'desk' || layout === 'print' ? t.desk.site : t.site
  const title = `${options.hasProblems ? t.problemTitle : ''}${options.title} – ${site}`
  const sheet = frame.saveData ? 'mc-plain.css' : 'mc.css'
  const sheets =
    layout === 'print' ? ['mc-print.css'] : layout === 'desk' ? [sheet, 'mc-desk.css'] : [sheet]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {options.description ? <meta name="description" content={options.description} /> : null}
      <meta name="theme-color" content="#861b20" />
      <link rel="icon" href={assets.href('logo.svg')} type="image/svg+xml" />
      {sheets.map((name) => (
        <link rel="stylesheet" href={assets.href(name)} />
      ))}
      {['mc.js', ...(options.scripts ?? [])].map((name) => (
        <script type="module" src={assets.href(name)} />
      ))}
    </head>
  )
}
