import type { Kept } from '../http/kept.ts'
import { paths } from '../paths.ts'
import type { ErrorResponse } from '../to-response.ts'
import { words, type Lang } from '../words/index.ts'
import { Icon } from './icons.tsx'
import { KeptForm } from './kept-form.tsx'
import { localPath } from './layout.tsx'

type Shown = {
  response: ErrorResponse
  lang: Lang
  requestId: string
  isStaff: boolean
  /** What the refused form held. */
  kept?: Kept | undefined
  csrf?: string
}

/** What happened, why, what to do now; nothing typed is lost. */
export function ErrorPage(props: Shown) {
  const { response, lang, requestId, isStaff, kept, csrf = '' } = props
  const home = isStaff ? paths.worklist : localPath('/', lang)
  return (
    <div class="wrap page">
      <div class="measure">
        <h1>{response.title}</h1>
        <p class="lead mt4">{response.detail}</p>
        {response.status >= 500 ? (
          <p class="mt4">
            {lang === 'en' ? 'Incident code: ' : 'Mã sự cố: '}
            <strong class="code">{requestId}</strong>
          </p>
        ) : null}
        {kept ? <KeptForm kept={kept} csrf={csrf} lang={lang} /> : null}
        <p class="acts mt5">
          <Doors {...props} />
          <a class="btn btn--2" href={home}>
            <Icon name="back" />
            {isStaff ? words('vi').desk.dossiers : words(lang).home}
          </a>
        </p>
      </div>
    </div>
  )
}

/**
 * Ways back in: whoever lost the session finds an own declaration no longer. Beside a kept form
 * they open a tab of their own, so that it stays.
 */
function Doors({ response, lang, isStaff, kept }: Shown) {
  const t = words(lang)
  const aside = kept ? { target: '_blank' } : {}
  const isUnknown = response.code === 'not-found'
  if (response.code !== 'sign-in-needed' && !(isUnknown && (kept || !isStaff))) return null
  const door = isStaff ? paths.deskSignIn : localPath(paths.signIn, lang)
  return (
    <>
      <a class={kept || isUnknown ? 'btn btn--2' : 'btn'} href={door} {...aside}>
        {t.signIn}
        {kept ? t.kept.newTab : ''}
      </a>
      {(isUnknown || kept) && !isStaff ? (
        <a class="btn btn--2" href={localPath(paths.resume, lang)} {...aside}>
          {t.kept.resume}
          {kept ? t.kept.newTab : ''}
        </a>
      ) : null}
    </>
  )
}
