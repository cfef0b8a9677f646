import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Schema from 'typebox/schema'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { sampleBirth2016 } from '../../catalogue/testing.ts'
import { ask } from './testing.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const get = async (path: string) => (await ask(world.app, { path })).body

test('units are those of the day asked about, page by page', async () => {
  for (const [on, units] of [
    ['2016-08-10', 615],
    ['2025-07-01', 127],
  ] as const) {
    let all = 0
    let next: unknown = ''
    while (next !== null) {
      const body = await get(`/units?on=${on}${next ? `&after=${String(next)}` : ''}`)
      all += (body['units'] as unknown[]).length
      next = body['next']
    }
    assert.equal(all, units)
  }
  const communes = await get('/units?on=2016-08-10&level=district')
  assert.equal((communes['units'] as unknown[]).length, 30)
})

test('a unit is found with or without marks, and says what became of it', async () => {
  for (const q of ['lang thuong', 'Láng Thượng', 'Láng Thượng'.normalize('NFD')]) {
    const { units } = await get(`/units?on=2016-08-10&q=${encodeURIComponent(q)}`)
    assert.equal((units as { code: string }[])[0]!.code, '00187')
  }
  const became = await get('/units/00187/successors?from=2016-08-10&on=2025-07-01')
  assert.ok((became['candidates'] as unknown[]).length > 0)
  assert.equal(
    (await get('/units/00187?on=2016-08-10'))['printed'],
    'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  )
  assert.equal((await get('/units/99999'))['status'], 404)
})

test('a procedure is the revision of the day asked about', async () => {
  assert.equal((await get('/procedures/birth.register?on=2016-08-12'))['revision'], 1)
  const today = await get('/procedures/birth.register?on=2025-07-01')
  assert.ok(Number(today['revision']) > 1)
  assert.equal((await get('/procedures/birth.register?on=2010-01-01'))['status'], 404)
  const found = await get('/procedures?q=lam%20giay%20khai%20sinh')
  assert.equal((found['procedures'] as { key: string }[])[0]!.key, 'birth.register')
})

test("what only another agency's message opens is neither shown nor begun", async () => {
  const { procedures } = await get('/procedures?on=2016-08-12')
  const keys = (procedures as { key: string }[]).map(({ key }) => key)
  assert.ok(keys.includes('birth.register'))
  assert.ok(!keys.includes('residence.register_child'))
  const found = await get('/procedures?on=2016-08-12&q=dang%20ky%20thuong%20tru%20cho%20tre')
  assert.ok(!JSON.stringify(found).includes('residence.register_child'))
  for (const path of ['', '/form'])
    assert.equal((await get(`/procedures/residence.register_child${path}`))['status'], 404)
  const begun = await ask(world.app, {
    method: 'POST',
    path: '/drafts',
    body: { procedure: 'residence.register_child', answers: {} },
  })
  assert.equal(begun.body['code'], 'procedure-not-in-force')
  const slug = 'cong-an-dang-ky-thuong-tru-cho-tre'
  for (const url of [`/thu-tuc/${slug}`, `/thu-tuc/${slug}/to-khai.pdf`, `/to-khai/moi/${slug}`])
    assert.equal((await world.app.fastify.inject({ url })).statusCode, 404)
})

test('the schema of the answers takes a right declaration and refuses another', async () => {
  const { answersSchema } = await get('/procedures/birth.register/form')
  const schema = Schema.Compile(answersSchema as object)
  assert.ok(schema.Check(sampleBirth2016()))
  assert.ok(!schema.Check(sampleBirth2016({ 'child.name': 'An' })))
  assert.ok(!schema.Check({ ...sampleBirth2016(), 'no.such': 1 }))
})

test('an agency says where its desk is and what it takes online that day', async () => {
  const on = async (day: string) => {
    const { procedures } = await get(`/agencies/ubnd-00187-2008?on=${day}`)
    return (procedures as { isOnline: boolean }[])[0]!.isOnline
  }
  assert.deepEqual([await on('2016-08-05'), await on('2016-08-12')], [false, true])
  assert.equal((await get('/agencies/khong-co'))['status'], 404)
})

test('the description and the words of every refusal are served', async () => {
  assert.equal((await get('/openapi.json'))['openapi'], '3.1.0')
  const { problems } = await get('/problems')
  assert.ok((problems as { code: string }[]).some(({ code }) => code === 'already-filed'))
})
