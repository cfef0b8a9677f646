import { acceptInvite, getInvited, signIn } from '../../modules/accounts/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  page,
  redirect,
  route,
  type FormBody,
  type Route,
  type WebReply,
  type WebRequest,
} from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { sayIn } from '../ui/lang.tsx'
import { Csrf } from '../ui/parts.tsx'

const HOME = '/can-bo/ho-so'

/** Desk sign-in, sign-out, and the one-time invitation link. */
export const signInRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/can-bo',
    action: 'staff.sign-in',
    handle: async (req) => redirect(req.session.staff ? HOME : '/can-bo/dang-nhap'),
  }),
  route({
    method: 'GET',
    url: '/can-bo/dang-nhap',
    action: 'staff.sign-in',
    handle: async (req) =>
      req.session.staff ? redirect(returnPath(req)) : signInPage(req, { login: '' }),
  }),
  route({
    method: 'POST',
    url: '/can-bo/dang-nhap',
    action: 'staff.sign-in',
    handle: postSignIn,
  }),
  route({
    method: 'POST',
    url: '/can-bo/dang-xuat',
    action: 'staff.sign-out',
    handle: async (req) => {
      await req.session.signOut()
      return redirect('/can-bo/dang-nhap')
    },
  }),
  route({
    method: 'GET',
    url: '/can-bo/loi-moi/:token',
    action: 'staff.sign-in',
    handle: async (req) => invitePage(req, {}),
  }),
  route({
    method: 'POST',
    url: '/can-bo/loi-moi/:token',
    action: 'staff.sign-in',
    handle: postInvite,
  }),
]

type Req = WebRequest<Record<string, string>, Record<string, unknown>, FormBody>

async function postSignIn(req: Req): Promise<WebReply> {
  const login = fieldOf(req.body, 'login')
  try {
    const staff = await signIn(req.ctx, {
      login,
      password: fieldOf(req.body, 'password'),
      ip: req.ip,
    })
    await req.session.signInStaff(staff.staffId, staff.agencyId)
    return redirect(returnPath(req))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return signInPage(req, { login, refusal: error })
  }
}

function fieldOf(body: FormBody, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** Only back to the desk of this site. */
function returnPath(req: Req): string {
  const wanted = req.query['ve']
  const isOurs = typeof wanted === 'string' && /^\/can-bo\/[\w\-/?=&%.]*$/.test(wanted)
  return isOurs ? wanted : HOME
}

function signInPage(req: Req, shown: { login: string; refusal?: Refusal }): WebReply {
  const t = sayIn(req.lang)
  const title = t('Đăng nhập cho cán bộ', 'Officers’ sign-in')
  const response = shown.refusal ? errorResponse(shown.refusal, req.lang) : undefined
  const back =
    typeof req.query['ve'] === 'string' ? `?ve=${encodeURIComponent(req.query['ve'])}` : ''
  const content = (
    <div class="wrap page">
      <div class="narrow">
        {response ? (
          <ErrorSummary lang={req.lang} items={[{ href: '#login', text: response.title }]} />
        ) : null}
        <h1 class="mb5">{title}</h1>
        <form action={`/can-bo/dang-nhap${back}`} method="post" novalidate>
          <Csrf token={req.csrf} />
          {response ? (
            <p class="err" id="login-error">
              <Icon name="stop" />
              <span>{response.detail}</span>
            </p>
          ) : null}
          <div class="field">
            <label for="login">{t('Tên đăng nhập', 'User name')}</label>
            <input
              type="text"
              class={response ? 'in in--err' : 'in'}
              id="login"
              name="login"
              value={shown.login}
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              aria-describedby={response ? 'login-error' : undefined}
              aria-invalid={response ? 'true' : undefined}
            />
          </div>
          <PasswordInput
            name="password"
            label={t('Mật khẩu', 'Password')}
            autocomplete="current-password"
          />
          <button class="btn">{t('Đăng nhập', 'Sign in')}</button>
        </form>
        <p class="sm muted mt5">
          {t(
            'Chưa có tài khoản hoặc quên mật khẩu: hỏi quản trị đơn vị để nhận đường dẫn mời.',
            'No account yet or password forgotten: ask your agency for an invitation link.',
          )}
        </p>
      </div>
    </div>
  )
  return page(content, {
    title,
    layout: 'desk',
    ...(response ? { hasProblems: true, status: response.status } : {}),
  })
}

function PasswordInput(props: {
  name: string
  label: string
  hint?: string
  autocomplete: 'current-password' | 'new-password'
}) {
  const { name, label, hint, autocomplete } = props
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        type="password"
        class="in"
        id={name}
        name={name}
        autocomplete={autocomplete}
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
    </div>
  )
}

async function invitePage(req: Req, shown: { refusal?: Refusal }): Promise<WebReply> {
  const t = sayIn(req.lang)
  const title = t('Đặt mật khẩu', 'Set a password')
  const staff = await getInvited(req.ctx, req.params['token'] ?? '')
  const response = shown.refusal ? errorResponse(shown.refusal, req.lang) : undefined
  const content = (
    <div class="wrap page">
      <div class="narrow">
        {response ? (
          <ErrorSummary lang={req.lang} items={[{ href: '#password', text: response.detail }]} />
        ) : null}
        <h1 class="mb5">{title}</h1>
        <p class="mb5">
          {staff.name}, {t('tên đăng nhập', 'user name')} <strong>{staff.login}</strong>.
        </p>
        <form action={`/can-bo/loi-moi/${req.params['token']}`} method="post" novalidate>
          <Csrf token={req.csrf} />
          <PasswordInput
            name="password"
            label={t('Mật khẩu mới', 'New password')}
            hint={t(
              'Từ 12 ký tự trở lên, không chứa tên. Một câu dễ nhớ là tốt nhất.',
              '12 characters or more, without your name. A sentence is best.',
            )}
            autocomplete="new-password"
          />
          <button class="btn">{t('Lưu mật khẩu', 'Save password')}</button>
        </form>
      </div>
    </div>
  )
  return page(content, {
    title,
    layout: 'desk',
    ...(response ? { hasProblems: true, status: response.status } : {}),
  })
}

async function postInvite(req: Req): Promise<WebReply> {
  const token = req.params['token'] ?? ''
  try {
    await acceptInvite(req.ctx, { token, password: fieldOf(req.body, 'password') })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'invite-not-valid') throw error
    return invitePage(req, { refusal: error })
  }
  return redirect('/can-bo/dang-nhap')
}
