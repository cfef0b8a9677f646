import type { AgencyKind } from '../../modules/agencies/index.ts'
import type { Frame } from '../http/send.ts'
import { words } from '../words/index.ts'
import { roleNames } from '../words/roles.ts'
import { Icon, Logo } from './icons.tsx'

/** Desk header, 48 px: mark and agency, places, who is working. Signed out: only the mark. */
export function AppBar({ frame, nav }: { frame: Frame; nav: string | undefined }) {
  const t = words(frame.lang)
  const staff = frame.session?.staff ?? null
  // Only communes keep civil-status books, and the blanks that are printed from them.
  const hasBooks = frame.agency?.kind === 'commune'
  const isByMessage = frame.agency !== undefined && byMessage.includes(frame.agency.kind)
  const entries = [
    { path: '/can-bo/ho-so', text: t.desk.dossiers },
    ...(isByMessage ? [] : [{ path: '/can-bo/tai-quay', text: t.desk.counter }]),
    { path: '/can-bo/tra-ket-qua', text: t.desk.handOver },
    ...(hasBooks ? [{ path: '/can-bo/so-ho-tich', text: t.desk.register }] : []),
    { path: '/can-bo/so-theo-doi', text: t.desk.dossierRegister },
    ...(hasBooks && staff?.roles.some((role) => looksUp.includes(role))
      ? [{ path: '/can-bo/tra-cuu-nguoi', text: t.desk.people }]
      : []),
    ...(hasBooks ? [{ path: '/can-bo/phoi', text: t.desk.blanks }] : []),
  ]
  return (
    <header class="ab">
      <a class="ab__brand" href={staff ? '/can-bo/ho-so' : '/'}>
        <Logo />
        <b>{t.brand}</b>
        {frame.agency ? <span>{frame.agency.name}</span> : null}
      </a>
      {staff ? (
        <>
          <nav aria-label={t.mainNav}>
            <ul class="nav">
              {entries.map(({ path, text }) => (
                <li>
                  <a href={path} aria-current={nav === path ? 'page' : undefined}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <form class="ab__me" action="/can-bo/dang-xuat" method="post">
            <input type="hidden" name="_csrf" value={frame.csrf} />
            <a href="/can-bo/tro-giup" data-key="?">
              <Icon name="info" />
              {t.desk.help} <kbd>?</kbd>
            </a>
            <span class="ab__who">
              <Icon name="person" />
              <span>
                {staff.name}
                <small>{roleNames(staff.roles, frame.lang)}</small>
              </span>
            </span>
            <a
              href={`/can-bo/ngon-ngu/${frame.lang === 'en' ? 'vi' : 'en'}`}
              lang={frame.lang === 'en' ? 'vi' : 'en'}
            >
              {t.otherLanguage}
            </a>
            <button>{t.signOut}</button>
          </form>
        </>
      ) : null}
    </header>
  )
}

/** As `person.search` in the policy. */
const looksUp: readonly string[] = ['counterOfficer', 'civilStatusOfficer']

/** What they do, another agency's message asks for; nobody files at their counter. */
const byMessage: readonly AgencyKind[] = ['police', 'socialInsurance']
