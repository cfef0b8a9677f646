import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { makeStaff, TEST_PASSWORD } from '../../modules/accounts/testing.ts'
import { issueToken } from '../../modules/accounts/index.ts'
import { testDatabase } from '../../testing/db.ts'
import { redirect, route } from './route.ts'
import {
  AGENCY,
  beginDraft,
  cookieOf,
  DRAFT,
  form,
  formType,
  openTestApp,
  routes,
} from './testing.tsx'

routes.push(
  route({
    method: 'POST',
    url: '/xac-nhan',
    action: 'phone.confirm',
    handle: async (req) => {
      await req.session.confirmPhone('+84912345318')
      return redirect('/')
    },
  }),
)
const { app, ctx, deps, close } = await openTestApp(await testDatabase())
after(close)

async function signedIn(cookie = ''): Promise<string> {
  const reply = await app.fastify.inject({
    method: 'POST',
    url: '/can-bo/dang-nhap',
    headers: { ...formType, ...(cookie ? { cookie } : {}) },
    payload: form({ login: 'hang', password: TEST_PASSWORD }),
  })
  assert.equal(reply.statusCode, 303)
  return cookieOf(reply.headers)
}

const desk = async (cookie: string) =>
  (await app.fastify.inject({ url: '/can-bo/ho-so', headers: { cookie } })).statusCode

test('signing in gives a new secret: one that somebody planted before opens nothing', async () => {
  await makeStaff(ctx, {
    login: 'hang',
    name: 'Trần Thu Hằng',
    agencyId: AGENCY,
    roles: ['counterOfficer'],
  })
  const planted = 'mc-cb=bi-mat-do-nguoi-khac-dat'
  const cookie = await signedIn(planted)
  assert.notEqual(cookie, planted)
  assert.equal(await desk(planted), 303)
  assert.equal(await desk(cookie), 200)
})

test('confirming a phone changes the secret: whoever knew the old one is out', async () => {
  const { cookie, csrf } = await beginDraft(app)
  const confirmed = await app.fastify.inject({
    method: 'POST',
    url: '/xac-nhan',
    headers: { cookie, ...formType },
    payload: form({ _csrf: csrf }),
  })
  const read = async (held: string) =>
    (await app.fastify.inject({ url: `/ban-nhap/${DRAFT}`, headers: { cookie: held } })).statusCode
  assert.equal(await read(cookie), 404)
  assert.equal(await read(cookieOf(confirmed.headers)), 200)
})

test('an officer whose mandate ended has no desk and no API from the next request on', async () => {
  const cookie = await signedIn()
  const { token } = await issueToken(ctx, { login: 'hang', label: 'thử', days: 1 })
  const api = async () =>
    (
      await app.fastify.inject({
        url: '/api/v1/viec',
        headers: { authorization: `Bearer ${token}` },
      })
    ).statusCode
  assert.deepEqual([await desk(cookie), await api()], [200, 200])
  await deps.db.query(
    `update staff_mandate set from_day = '2016-01-01', to_day = '2016-08-11'
      where staff_id = (select id from staff where login = 'hang')`,
  )
  assert.deepEqual([await desk(cookie), await api()], [303, 401])
})
