import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { birthToday, inputsOf } from '../../tests/journeys/family.ts'
import { visitor } from '../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../tests/journeys/world.ts'
import { sampleBirth2016 } from '../catalogue/testing.ts'
import { declared as answers, filedDossier } from './api/testing-errand.ts'
import { ask } from './api/testing.ts'

const LIMITS = { 'drafts-per-address': 3, 'codes-per-address': 2, 'lookups-per-address': 4 }
const WINDOW_MS = 3_600_000

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** As an operator would, in the table; the window before is over. */
async function narrow(limits: Readonly<Record<string, number>> = LIMITS): Promise<void> {
  world.clock.advance(WINDOW_MS)
  const owner = world.database.owner
  for (const [key, value] of Object.entries(limits))
    await owner.query('update account_rule set value = $2 where key = $1', [key, value])
}

test('dossier codes cannot be swept from one address, by page or by API', async () => {
  const { code, lookupNumber } = await filedDossier(world)
  await narrow()
  const me = visitor(world.app)
  for (const number of [code, lookupNumber]) {
    assert.equal((await me.get(`/tra-cuu?ma=${number}`)).status, 200)
    assert.equal((await ask(world.app, { path: `/tracking?number=${number}` })).status, 200)
  }
  const page = await me.get(`/tra-cuu?ma=${code}`)
  assert.equal(page.status, 429)
  assert.match(page.text, /chờ 60 phút/)
  const refused = await ask(world.app, { path: `/tracking?number=${code}` })
  assert.deepEqual([refused.status, refused.body['code']], [429, 'guesses-throttled'])
})

test('wrong numbers asked of the API count as those asked of the page', async () => {
  await narrow({ 'lookups-per-address': 1000, 'sign-in-failures-per-address': 3 })
  const path = '/tracking?number=000.01.87.H26-160812-9999'
  for (let times = 0; times < 3; times += 1)
    assert.equal((await ask(world.app, { path })).status, 404)
  assert.equal((await ask(world.app, { path })).status, 429)
  assert.equal((await visitor(world.app).get('/tra-cuu?ma=123')).status, 429)
})

test('a flood of drafts from one address is refused clearly and makes none', async () => {
  await narrow()
  const body = { procedure: 'birth.register', answers: answers() }
  for (let times = 0; times < 3; times += 1)
    assert.equal((await ask(world.app, { method: 'POST', path: '/drafts', body })).status, 201)
  const count = async () => (await world.deps.db.query('select id from draft')).rows.length
  const before = await count()
  const refused = await ask(world.app, { method: 'POST', path: '/drafts', body })
  assert.deepEqual([refused.status, refused.body['code']], [429, 'drafts-throttled'])
  const { form } = await birthToday(world)
  const inputs = inputsOf(form, 'nguoi-di-dang-ky', sampleBirth2016())
  const page = await visitor(world.app).post('/to-khai/moi/dang-ky-khai-sinh', inputs)
  assert.equal(page.status, 429)
  assert.match(page.text, /Tạm dừng mở tờ khai mới/)
  assert.equal(await count(), before)
})

test('codes go to so many phones from one address, and wrong ones are counted over phones', async () => {
  await narrow()
  const me = visitor(world.app)
  assert.equal((await me.post('/dang-nhap', { phone: '0912348801' })).status, 200)
  assert.equal((await me.post('/dang-nhap', { phone: '0912348802' })).status, 200)
  const third = await me.post('/dang-nhap', { phone: '0912348803' })
  assert.equal(third.status, 429)
  assert.match(third.text, /Tạm dừng gửi mã từ mạng này/)
  await narrow({ 'codes-per-address': 60, 'sign-in-failures-per-address': 2 })
  for (const phone of ['0912348804', '0912348805', '0912348806'])
    await me.post('/dang-nhap', { phone })
  const guess = (phone: string) => me.post('/dang-nhap/ma', { phone, code: '000000' })
  assert.equal((await guess('0912348804')).status, 422)
  assert.equal((await guess('0912348805')).status, 422)
  assert.equal((await guess('0912348806')).status, 429)
})
