import type { ErrorResponse } from '../to-response.ts'
import { words, type Lang } from '../words/index.ts'
import { Icon } from './icons.tsx'
import { localPath } from './layout.tsx'

/** What happened, why, what to do now. */
export function ErrorPage(props: {
  response: ErrorResponse
  lang: Lang
  requestId: string
  isStaff: boolean
}) {
  const { response, lang, requestId, isStaff } = props
  const home = isStaff ? '/can-bo/ho-so' : localPath('/', lang)
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
        <p class="acts mt5">
          {response.code === 'sign-in-needed' ? (
            <a class="btn" href={isStaff ? '/can-bo/dang-nhap' : '/dang-nhap'}>
              {words(lang).signIn}
            </a>
          ) : null}
          <a class="btn btn--2" href={home}>
            <Icon name="back" />
            {isStaff ? words('vi').desk.dossiers : words(lang).home}
          </a>
        </p>
      </div>
    </div>
  )
}
