import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Type } from 'typebox'
import { issueToken, disable } from '../modules/accounts/index.ts'
import { makeStaff, TEST_PASSWORD } from '../modules/accounts/testing.ts'
import { seedCity } from '../modules/agencies/index.ts'
import { testClock } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { Refusal } from '../platform/refusal.ts'
import { root } from '../platform/root.ts'
import { testDatabase, type TestDatabase } from '../testing/db.ts'
import { createApp, type App } from './app.ts'
import { signInRoutes } from './desk/sign-in.tsx'
import type { Resolvers } from './http/access.ts'
import type { AppDeps } from './http/deps.ts'
import { json, page, redirect, route, type Route } from './http/route.ts'

const DRAFT = '01890000-0000-7000-8000-000000000001'
const OTHER_DRAFT = '01890000-0000-7000-8000-000000000002'
const AGENCY = 'ubnd-00187-2008'

const relations: Resolvers = {
  'draft-owner': async ({ actor }, params) =>
    actor.kind === 'citizen' && actor.draftIds.includes(params['draftId'] ?? ''),
}

let calls = 0
const routes: Route[] = [
  ...signInRoutes,
  route({
    method: 'GET',
    url: '/',
    action: 'public.read',
    english: true,
    handle: async (req) =>
      page(<h1>{`trang ${req.lang} <b>`}</h1>, { title: 'Trang', cacheSeconds: 60 }),
  }),
  route({
    method: 'POST',
    url: '/bat-dau',
    action: 'draft.start',
    handle: async (req) => {
      calls += 1
      await req.session.addDraft(DRAFT)
      return redirect('/to-khai')
    },
  }),
  route({
    method: 'GET',
    url: '/ban-nhap/:draftId',
    action: 'draft.read',
    handle: async (req) => page(<p>{req.csrf}</p>, { title: 'Nháp' }),
  }),
  route({
    method: 'POST',
    url: '/ban-nhap/:draftId',
    action: 'draft.answer',
    handle: async (req) => {
      calls += 1
      return json(req.body)
    },
  }),
  route({
    method: 'POST',
    url: '/tai-len/:draftId',
    action: 'draft.upload',
    multipart: { sizeBytesMax: 1000, filesMax: 2 },
    handle: async (req) => {
      const got: unknown[] = []
      for await (const file of req.files()) {
        const data = await file.buffer()
        got.push([file.field, file.filename, data.length])
      }
      return json({ got, body: req.body })
    },
  }),
  route({
    method: 'GET',
    url: '/can-bo/ho-so',
    action: 'worklist.read',
    handle: async (req) =>
      page(<h1>{req.session.staff?.name}</h1>, { title: 'Hồ sơ', layout: 'desk' }),
  }),
  route({
    method: 'GET',
    url: '/api/v1/viec',
    action: 'api.worklist',
    handle: async (req) => json({ actor: req.ctx.actor }),
  }),
  route({
    method: 'POST',
    url: '/api/v1/so',
    action: 'api.track',
    schema: { body: Type.Object({ n: Type.Integer() }, { additionalProperties: false }) },
    handle: async (req) => json({ double: req.body.n * 2 }),
  }),
  route({
    method: 'GET',
    url: '/hong',
    action: 'public.read',
    handle: async () => {
      throw new Error('secret inside')
    },
  }),
  route({
    method: 'GET',
    url: '/het-luot',
    action: 'public.read',
    handle: async () => {
      throw new Refusal('sign-in-throttled', { minutes: 15 })
    },
  }),
]

describe('the web server', () => {
  const clock = testClock(new Date('2016-08-12T02:00:00Z'))
  const log = createLog('silent')
  let database: TestDatabase
  let app: App
  let deps: AppDeps
  let ctx: Ctx

  before(async () => {
    database = await testDatabase()
    ctx = { db: database.db, clock, log, actor: { kind: 'system', task: 'test' } }
    await seedCity(database.db, `${root}/data`)
    const publicUrl = 'http://localhost:8080'
    // The routes of this test use neither files nor signatures.
    const some: Partial<AppDeps> = { db: database.db, clock, log, publicUrl, demo: true }
    deps = some as AppDeps
    app = await createApp(deps, { routes, relations })
  })
  after(async () => {
    await app.close()
    await database.close()
  })

  const cookieOf = (headers: Record<string, unknown>): string =>
    String([headers['set-cookie']].flat()[0]).split(';')[0]!
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
  const formType = { 'content-type': 'application/x-www-form-urlencoded' }

  async function started(): Promise<{ cookie: string; csrf: string }> {
    const begun = await app.fastify.inject({ method: 'POST', url: '/bat-dau', headers: formType })
    const cookie = cookieOf(begun.headers)
    const read = await app.fastify.inject({ url: `/ban-nhap/${DRAFT}`, headers: { cookie } })
    assert.equal(read.statusCode, 200)
    return { cookie, csrf: /<p>([\w-]+)<\/p>/.exec(read.body)![1]! }
  }

  test('a page is escaped, framed and sent under a policy without unsafe-inline', async () => {
    const reply = await app.fastify.inject({ url: '/' })
    assert.equal(reply.statusCode, 200)
    assert.match(reply.body, /^<!doctype html><html lang="vi">/)
    assert.match(reply.body, /trang vi &lt;b>/)
    const policy = String(reply.headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(reply.headers['x-content-type-options'], 'nosniff')
    assert.equal(reply.headers['cache-control'], 'public, max-age=60')
    assert.doesNotMatch(reply.body, / style=| on\w+=/)
  })

  test('a page has its English twin, and each links to the other', async () => {
    const english = await app.fastify.inject({ url: '/en' })
    assert.match(english.body, /<html lang="en">/)
    assert.match(english.body, /href="\/" lang="vi" hreflang="vi"/)
    const vietnamese = await app.fastify.inject({ url: '/' })
    assert.match(vietnamese.body, /href="\/en" lang="en" hreflang="en"/)
  })

  test('with Save-Data the fonts are left out', async () => {
    const reply = await app.fastify.inject({ url: '/', headers: { 'save-data': 'on' } })
    assert.match(reply.body, /mc-plain\.css/)
  })

  test('assets never change under their hash and are gone under another name', async () => {
    const html = (await app.fastify.inject({ url: '/' })).body
    const href = /href="(\/assets\/[^"]+\.css)"/.exec(html)![1]!
    const sheet = await app.fastify.inject({ url: href, headers: { 'accept-encoding': 'gzip' } })
    assert.match(String(sheet.headers['cache-control']), /immutable/)
    assert.equal(sheet.headers['content-encoding'], 'gzip')
    const old = await app.fastify.inject({ url: '/assets/000000000000/mc.css' })
    assert.equal(old.headers['cache-control'], 'no-cache')
    assert.equal(
      (await app.fastify.inject({ url: '/assets/x/../../package.json' })).statusCode,
      404,
    )
  })

  test('readiness tells the truth', async () => {
    assert.equal((await app.fastify.inject({ url: '/readyz' })).statusCode, 200)
    assert.equal((await app.fastify.inject({ url: '/healthz' })).statusCode, 200)
  })

  test('the browser that began a draft opens it; for any other it does not exist', async () => {
    const { cookie } = await started()
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
    const { cookie, csrf } = await started()
    const before = calls
    const url = `/ban-nhap/${DRAFT}`
    for (const payload of [
      '',
      form({ a: '1' }),
      form({ _csrf: `${csrf.slice(0, -2)}xx`, a: '1' }),
    ]) {
      const reply = await app.fastify.inject({
        method: 'POST',
        url,
        headers: { cookie, ...formType },
        payload,
      })
      assert.equal(reply.statusCode, 403)
      assert.match(reply.body, /Trang này đã mở quá lâu/)
    }
    assert.equal(calls, before)
    const good = await app.fastify.inject({
      method: 'POST',
      url,
      headers: { cookie, ...formType },
      payload: form({ _csrf: csrf, a: 'Ế' }),
    })
    assert.deepEqual(good.json(), { a: 'Ế' })
  })

  test('a form sent from another site is refused whether or not it knows the token', async () => {
    const { cookie, csrf } = await started()
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

  test('malformed bodies get a clear refusal and nothing is done', async () => {
    const { cookie } = await started()
    const before = calls
    const send = (payload: string | Buffer, type: string) =>
      app.fastify.inject({
        method: 'POST',
        url: `/ban-nhap/${DRAFT}`,
        headers: { cookie, 'content-type': type },
        payload,
      })
    const formMime = 'application/x-www-form-urlencoded'
    assert.equal((await send(Buffer.alloc(10_000_000, 97), formMime)).statusCode, 413)
    assert.equal((await send(Buffer.from([0, 1, 2, 255, 254]), formMime)).statusCode, 400)
    assert.equal((await send('a=%00', formMime)).statusCode, 400)
    assert.equal((await send('a=%E1%BA', formMime)).statusCode, 400)
    assert.equal((await send('x', 'application/octet-stream')).statusCode, 415)
    assert.equal((await send('<a/>', 'text/xml')).statusCode, 415)
    assert.equal(calls, before)
  })

  test('API bodies are checked: empty, not JSON, wrong type, unknown field', async () => {
    const send = (payload: string) =>
      app.fastify.inject({
        method: 'POST',
        url: '/api/v1/so',
        headers: { 'content-type': 'application/json' },
        payload,
      })
    const codes = []
    for (const payload of ['', '{', '{"n":"1"}', '{"n":1,"m":2}'])
      codes.push((await send(payload)).json().code)
    assert.deepEqual(codes, ['body-empty', 'body-not-json', 'request-invalid', 'request-invalid'])
    const unknown = await send('{"n":1,"m":2}')
    assert.equal(unknown.headers['content-type'], 'application/problem+json; charset=utf-8')
    assert.equal(unknown.json().status, 400)
    assert.deepEqual((await send('{"n":21}')).json(), { double: 42 })
  })

  test('files of a form come one by one, after its token', async () => {
    const { cookie, csrf } = await started()
    const body = (token: string, size: number) => {
      const data = new FormData()
      data.append('_csrf', token)
      data.append('note', 'hai tờ')
      data.append('paper', new Blob([Buffer.alloc(size)], { type: 'image/png' }), 'giấy.png')
      return new Response(data)
    }
    const send = async (token: string, size: number) => {
      const made = body(token, size)
      return app.fastify.inject({
        method: 'POST',
        url: `/tai-len/${DRAFT}`,
        headers: { cookie, 'content-type': made.headers.get('content-type')! },
        payload: Buffer.from(await made.arrayBuffer()),
      })
    }
    const good = await send(csrf, 900)
    assert.deepEqual(good.json(), { got: [['paper', 'giấy.png', 900]], body: { note: 'hai tờ' } })
    assert.equal((await send('nothing', 900)).statusCode, 403)
    assert.equal((await send(csrf, 1001)).statusCode, 413)
  })

  test('a fault shows an incident code and nothing of its cause', async () => {
    const reply = await app.fastify.inject({ url: '/hong' })
    assert.equal(reply.statusCode, 500)
    assert.doesNotMatch(reply.body, /secret inside/)
    assert.match(reply.body, new RegExp(String(reply.headers['x-request-id'])))
  })

  test('a refusal says what happened and what to do, in its own status', async () => {
    const reply = await app.fastify.inject({ url: '/het-luot' })
    assert.equal(reply.statusCode, 429)
    assert.match(reply.body, /chờ 15 phút/)
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
    assert.equal((await ask({})).statusCode, 401)
    assert.equal((await ask({ authorization: `Bearer ${token}x` })).statusCode, 401)
    const known = await ask({ authorization: `Bearer ${token}` })
    assert.deepEqual(known.json().actor.roles, ['civilStatusOfficer'])
    clock.advance(25 * 3_600_000)
    assert.equal((await ask({ authorization: `Bearer ${token}` })).statusCode, 401)
  })

  test('sessions end when idle and when old', async () => {
    const { cookie } = await started()
    clock.advance(31 * 86_400_000)
    const late = await app.fastify.inject({ url: `/ban-nhap/${DRAFT}`, headers: { cookie } })
    assert.equal(late.statusCode, 404)
  })

  test('a route whose action has no row does not start', async () => {
    const bad = { ...routes[1]!, action: 'no.such' as 'public.read' }
    await assert.rejects(createApp(deps, { routes: [bad] }), /no row in policy\.ts/)
  })
})
