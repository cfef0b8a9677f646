import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../testing/db.ts'
import { disable, issueToken } from '../../modules/accounts/index.ts'
import { makeStaff, TEST_PASSWORD } from '../../modules/accounts/testing.ts'
import { Refusal } from '../../platform/refusal.ts'
import { errorResponse } from '../to-response.ts'
import {
  AGENCY,
  beginDraft,
  callsSoFar,
  cookieOf,
  DRAFT,
  form,
  formType,
  openTestApp,
  OTHER_DRAFT,
} from './testing.tsx'

const { app, ctx, clock, close } = await openTestApp(await testDatabase())
after(close)

test('the browser that began a draft opens it; for any other it does not exist', async () => {
  const { cookie } = await beginDraft(app)
  const own = await app.fastify.inject({ url: `/ban-nhap/${DRAFT}`, headers: { cookie } })
  assert.equal(own.statusCode, 200)
  assert.equal(own.headers['cache-control'], 'no-store')
  const other = await app.fastify.inject({ url: `/ban-nhap/${OTHER_DRAFT}`, headers: { cookie } })
  const stranger = await app.fastify.inject({ url: `/ban-nhap/${DRAFT}` })
  const nowhere = await app.fastify.inject({ url: '/khong-co-trang-nay' })
  assert.deepEqual([other.statusCode, stranger.statusCode], [404, 404])
  assert.equal(stranger.body, nowhere.body)
  assert.equal(other.body, nowhere.body)
})

test('the session cookie cannot be read by scripts and is not sent from other sites', async () => {
  const begun = await app.fastify.inject({ method: 'POST', url: '/bat-dau', headers: formType })
  assert.match(String(begun.headers['set-cookie']), /^mc=.*HttpOnly; SameSite=Lax$/)
})

test('a form without the session’s token is refused and nothing is done', async () => {
  const { cookie, csrf } = await beginDraft(app)
  const before = callsSoFar()
  const url = `/ban-nhap/${DRAFT}`
  for (const payload of ['', form({ a: '1' }), form({ _csrf: `${csrf.slice(0, -2)}xx`, a: '1' })]) {
    const reply = await app.fastify.inject({
      method: 'POST',
      url,
      headers: { cookie, ...formType },
      payload,
    })
    assert.equal(reply.statusCode, 403)
    assert.match(reply.body, /Trang này đã mở quá lâu/)
  }
  assert.equal(callsSoFar(), before)
  const good = await app.fastify.inject({
    method: 'POST',
    url,
    headers: { cookie, ...formType },
    payload: form({ _csrf: csrf, a: 'Ế' }),
  })
  assert.deepEqual(good.json(), { a: 'Ế' })
})

test('a form sent from another site is refused whether or not it knows the token', async () => {
  const { cookie, csrf } = await beginDraft(app)
  for (const from of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
    const reply = await app.fastify.inject({
      method: 'POST',
      url: `/ban-nhap/${DRAFT}`,
      headers: { cookie, ...formType, ...from },
      payload: form({ _csrf: csrf }),
    })
    assert.equal(reply.statusCode, 403)
    assert.match(reply.body, /không đến từ trang này/)
  }
})

test('an officer signs in, works, signs out; a disabled one is out at once', async () => {
  await makeStaff(ctx, {
    login: 'hang',
    name: 'Trần Thu Hằng',
    agencyId: AGENCY,
    roles: ['counterOfficer'],
  })
  const asked = await app.fastify.inject({ url: '/can-bo/ho-so' })
  assert.equal(asked.headers.location, '/can-bo/dang-nhap?ve=%2Fcan-bo%2Fho-so')
  const signIn = (password: string) =>
    app.fastify.inject({
      method: 'POST',
      url: '/can-bo/dang-nhap?ve=%2Fcan-bo%2Fho-so',
      headers: formType,
      payload: form({ login: 'Hang', password }),
    })
  const wrong = await signIn('sai mật khẩu rồi')
  assert.equal(wrong.statusCode, 401)
  assert.match(wrong.body, /<title>Lỗi: /)
  const right = await signIn(TEST_PASSWORD)
  assert.equal(right.headers.location, '/can-bo/ho-so')
  assert.match(String(right.headers['set-cookie']), /^mc-cb=.*HttpOnly; SameSite=Strict$/)
  const cookie = cookieOf(right.headers)
  const desk = await app.fastify.inject({ url: '/can-bo/ho-so', headers: { cookie } })
  assert.match(desk.body, /<h1>Trần Thu Hằng<\/h1>/)
  await disable(ctx, 'hang')
  const out = await app.fastify.inject({ url: '/can-bo/ho-so', headers: { cookie } })
  assert.equal(out.statusCode, 303)
})

test('the API knows an officer by token alone, never by cookie', async () => {
  await makeStaff(ctx, {
    login: 'yen',
    name: 'Nguyễn Hải Yến',
    agencyId: AGENCY,
    roles: ['civilStatusOfficer'],
  })
  const { token } = await issueToken(ctx, { login: 'yen', label: 'thử', days: 1 })
  const ask = (headers: Record<string, string>) =>
    app.fastify.inject({ url: '/api/v1/viec', headers })
  const without = await ask({})
  assert.deepEqual([without.statusCode, without.json().code], [401, 'sign-in-needed'])
  assert.equal((await ask({ authorization: `Bearer ${token}x` })).statusCode, 401)
  const known = await ask({ authorization: `Bearer ${token}` })
  assert.deepEqual(known.json().actor.roles, ['civilStatusOfficer'])
  clock.advance(25 * 3_600_000)
  assert.equal((await ask({ authorization: `Bearer ${token}` })).statusCode, 401)
})

test('sessions end when idle and when old', async () => {
  const { cookie } = await beginDraft(app)
  clock.advance(31 * 86_400_000)
  const late = await app.fastify.inject({ url: `/ban-nhap/${DRAFT}`, headers: { cookie } })
  assert.equal(late.statusCode, 404)
})

test('an officer in another role is told that someone else does this', async () => {
  await makeStaff(ctx, {
    login: 'lien',
    name: 'Phan Thị Liên',
    agencyId: AGENCY,
    roles: ['counterOfficer'],
  })
  const payload = form({ login: 'lien', password: TEST_PASSWORD })
  const url = '/can-bo/dang-nhap'
  const signedIn = await app.fastify.inject({ method: 'POST', url, headers: formType, payload })
  const cookie = cookieOf(signedIn.headers)
  const reply = await app.fastify.inject({ url: '/can-bo/ky', headers: { cookie } })
  assert.equal(reply.statusCode, 403)
  const { title } = errorResponse(new Refusal('not-your-role'), 'vi')
  assert.ok(reply.body.includes(`<h1>${title}</h1>`))
})
