import { words, type Lang } from '../words/index.ts'
import { Icon, Logo } from './icons.tsx'

export type HeaderFacts = {
  lang: Lang
  /** Path of the navigation entry to mark. */
  nav: string | undefined
  /** This page in the other language; absent when it has none. */
  otherLanguage: string | undefined
  isSignedIn: boolean
}

export function localPath(path: string, lang: Lang): string {
  return lang === 'en' ? `/en${path === '/' ? '' : path}` : path
}

/** Citizen header: mark, language, sign-in; a row of four links unless slim (in forms). */
export function Header({ facts, isSlim }: { facts: HeaderFacts; isSlim: boolean }) {
  const { lang, otherLanguage, isSignedIn } = facts
  const t = words(lang)
  const other = lang === 'en' ? 'vi' : 'en'
  return (
    <header class="hd">
      <div class="wrap hd__in">
        <a class="brand" href={localPath('/', lang)}>
          <Logo />
          <span>
            <b>{t.brand}</b>
            <span>
              {t.tagline}
              <span class="opt">{t.taglineCity}</span>
              {t.taglineEnd}
            </span>
          </span>
        </a>
        <div class="hd__util">
          {otherLanguage ? (
            <a href={otherLanguage} lang={other} hreflang={other} class={isSlim ? 'opt' : 'lang'}>
              <Icon name="globe" />
              {t.otherLanguage}
            </a>
          ) : null}
          <a href={isSignedIn ? '/ho-so-cua-toi' : '/dang-nhap'}>
            <Icon name="person" />
            {isSignedIn ? t.mine : t.signIn}
          </a>
        </div>
      </div>
      {isSlim ? null : <Nav facts={facts} />}
    </header>
  )
}

function Nav({ facts: { lang, nav } }: { facts: HeaderFacts }) {
  const t = words(lang)
  const entries = [
    { path: '/thu-tuc', text: t.navProcedures },
    { path: '/tra-cuu', text: t.navTrack },
    { path: '/noi-tiep-nhan', text: t.navCounters },
    { path: '/tro-giup', text: t.navHelp },
  ]
  return (
    <nav class="hd__nav" aria-label={t.mainNav}>
      <div class="wrap">
        <ul class="nav">
          {entries.map(({ path, text }) => (
            <li>
              <a href={localPath(path, lang)} aria-current={nav === path ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

export function Footer({ lang, demo }: { lang: Lang; demo: boolean }) {
  const t = words(lang)
  return (
    <footer class="ft">
      <div class="wrap">
        <div class="ft__grid">
          <div>
            <h2>{t.help.title}</h2>
            <ul class="nav">
              <li>
                {t.help.hotline}{' '}
                <a href={t.help.hotlineHref}>
                  <strong>{t.help.hotlineNumber}</strong>
                </a>{' '}
                {t.help.hours}
              </li>
              <li>
                {t.help.smsStart}
                <strong class="nw">{t.help.smsCode}</strong>
                {t.help.smsMiddle}
                <strong>{t.help.smsNumber}</strong>
              </li>
              <li>
                <a href={localPath('/tro-giup', lang)}>{t.help.guide}</a>
              </li>
            </ul>
          </div>
          <div>
            <h2>{t.about.title}</h2>
            <ul class="nav">
              <li>
                <a href={localPath('/muc-do', lang)}>{t.about.levels}</a>
              </li>
            </ul>
          </div>
          <div>
            <h2>{t.rights.title}</h2>
            <ul class="nav">
              <li>
                <a href={localPath('/du-lieu-ca-nhan', lang)}>{t.rights.data}</a>
              </li>
              <li>
                <a href={localPath('/ho-tro-nguoi-khuyet-tat', lang)}>{t.rights.access}</a>
              </li>
            </ul>
          </div>
        </div>
        <p class="ft__end">
          {t.owner}
          {demo ? <strong class="block">{t.demo}</strong> : null}
        </p>
      </div>
    </footer>
  )
}

export function SlimFooter({ lang, demo }: { lang: Lang; demo: boolean }) {
  const t = words(lang)
  return (
    <footer class="ft ft--slim">
      <div class="wrap">
        <span>
          {t.help.slim}
          <a href={t.help.hotlineHref}>
            <strong>{t.help.hotlineNumber}</strong>
          </a>
          {t.help.slimHours}
        </span>
        <a href={localPath('/du-lieu-ca-nhan', lang)}>{t.rights.data}</a>
        <a href={localPath('/ho-tro-nguoi-khuyet-tat', lang)}>{t.rights.access}</a>
        {demo ? <strong>{t.demo}</strong> : null}
      </div>
    </footer>
  )
}
