import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { catalogue } from '../../catalogue/index.ts'
import { seedCity } from '../../modules/agencies/index.ts'
import { publish } from '../../modules/procedures/index.ts'
import { testClock } from '../../platform/clock.ts'
import { createLog } from '../../platform/log.ts'
import { root } from '../../platform/root.ts'
import { testDatabase } from '../../testing/db.ts'
import { createApp } from '../app.ts'
import type { AppDeps } from '../http/deps.ts'
import { publicRoutes } from './routes.ts'

const database = await testDatabase()
const clock = testClock(new Date('2016-08-12T02:00:00Z'))
const { db } = database
await seedCity(db, `${root}/data`)
await db.tx(async (tx) => {
  for (const definition of catalogue) await publish(tx, definition, clock.now())
})
// These pages use neither files nor signatures.
const some: Partial<AppDeps> = {
  db,
  clock,
  log: createLog('silent'),
  publicUrl: 'http://localhost:8080',
  demo: true,
}
const app = await createApp(some as AppDeps, { routes: publicRoutes, relations: {} })
after(async () => {
  await app.close()
  await database.close()
})

const august2016 = new Date('2016-08-12T02:00:00Z')
async function read(url: string, at = august2016) {
  clock.set(at)
  const reply = await app.fastify.inject({ url })
  return { status: reply.statusCode, html: reply.body }
}
const q = encodeURIComponent

const all = ['/', '/thu-tuc', '/thu-tuc/dang-ky-khai-sinh', '/noi-tiep-nhan', '/tro-giup']
all.push('/muc-do', '/du-lieu-ca-nhan', '/ho-tro-nguoi-khuyet-tat')

for (const path of all)
  test(`${path} is small and has its English page`, async () => {
    const vietnamese = await read(path)
    assert.equal(vietnamese.status, 200)
    const english = await read(path === '/' ? '/en' : `/en${path}`)
    assert.equal(english.status, 200)
    assert.match(english.html, /<html lang="en">/)
    for (const { html } of [vietnamese, english]) {
      assert.ok(gzipSync(html).length <= 8 * 1024, `${path}: ${gzipSync(html).length} bytes`)
      assert.doesNotMatch(html, /\sstyle=|\son[a-z]+="|undefined|\[object/)
      assert.equal([...html.matchAll(/<h1/g)].length, 1)
    }
  })

test('plain words find the procedure, with and without marks, in either normal form', async () => {
  for (const words of [
    'làm giấy khai sinh',
    'lam giay khai sinh',
    'giấy khai sinh'.normalize('NFD'),
  ])
    assert.match((await read(`/thu-tuc?q=${q(words)}`)).html, /href="\/thu-tuc\/dang-ky-khai-sinh"/)
})

test('what is only planned is told, and is no link', async () => {
  const { html } = await read(`/thu-tuc?q=${q('kết hôn')}`)
  assert.match(html, /Chưa có thủ tục nào trên Một Cửa hợp với/)
  assert.match(html, /Làm tại quầy/)
  const later = await read(`/thu-tuc?q=${q('kết hôn')}`, new Date('2026-03-02T02:00:00Z'))
  assert.doesNotMatch(later.html, /danh mục năm 2016/)
})

test('before the rollout the birth registration is level 2, after it level 3', async () => {
  const path = '/thu-tuc/dang-ky-khai-sinh'
  const before = (await read(path, new Date('2016-05-10T02:00:00Z'))).html
  assert.match(before, /Mức độ 2/)
  assert.doesNotMatch(before, /Nộp trực tuyến/)
  const after = (await read(path)).html
  assert.match(after, /Mức độ 3/)
  assert.match(after, /href="\/thu-tuc\/dang-ky-khai-sinh\/nop"/)
})

test('the law of the day is shown: 2016 and today differ', async () => {
  const path = '/thu-tuc/dang-ky-khai-sinh'
  const then = (await read(path)).html
  const now = (await read(path, new Date('2026-03-02T02:00:00Z'))).html
  assert.match(then, /Sổ hộ khẩu/)
  assert.notEqual(then, now)
})

test('a ward is found with or without marks, and says whether it is online', async () => {
  for (const name of ['lang thuong', 'Láng Thượng', 'Láng Thượng'.normalize('NFD')]) {
    const { html } = await read(`/noi-tiep-nhan?q=${q(name)}`)
    assert.match(html, /Bộ phận Một cửa, UBND phường Láng Thượng/)
    assert.match(html, /Nộp được qua mạng/)
  }
  const offline = (await read(`/noi-tiep-nhan?q=${q('quang lang')}`)).html
  assert.match(offline, /UBND xã Quang Lãng/)
  assert.match(offline, /Chưa nộp qua mạng, đến quầy này/)
})

test('a ward that no longer exists is said to be part of others', async () => {
  const today = new Date('2026-03-02T02:00:00Z')
  const { html } = await read(`/noi-tiep-nhan?q=${q('Láng Thượng')}`, today)
  assert.match(html, /Láng Thượng, quận Đống Đa, Thành phố Hà Nội nay thuộc:/)
  assert.match(html, /phường Láng, /)
})

test('the published figures are shown once the ten days are over, in 2016 only', async () => {
  const shown = async (day: string) =>
    (await read('/', new Date(`${day}T02:00:00Z`))).html.includes('1.019 trong 1.836')
  assert.equal(await shown('2016-08-18'), false)
  assert.equal(await shown('2016-08-19'), true)
  assert.equal(await shown('2017-01-02'), false)
  assert.equal(await shown('2026-03-02'), false)
})

test('the notice counts the wards that are online that day', async () => {
  assert.match((await read('/')).html, /168 phường, xã, thị trấn/)
  assert.doesNotMatch(
    (await read('/', new Date('2016-03-01T02:00:00Z'))).html,
    /nộp được qua mạng tại/,
  )
})

test('the blank declaration is a PDF that stays the same', async () => {
  const get = () => app.fastify.inject({ url: '/thu-tuc/dang-ky-khai-sinh/to-khai.pdf' })
  clock.set(august2016)
  const [one, two] = [await get(), await get()]
  assert.equal(one.statusCode, 200)
  assert.equal(one.headers['content-type'], 'application/pdf')
  assert.equal(one.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(one.rawPayload, two.rawPayload)
  const none = await app.fastify.inject({ url: '/thu-tuc/khong-co/to-khai.pdf' })
  assert.equal(none.statusCode, 404)
})

test('what people type is escaped', async () => {
  const { html } = await read(`/thu-tuc?q=${q('<script>alert(1)</script>')}`)
  assert.doesNotMatch(html, /<script>alert/)
})

test('a field of the plan also lists what is published in it', async () => {
  const { html } = await read(`/thu-tuc?linh-vuc=${q('Hộ tịch')}`)
  assert.match(html, /href="\/thu-tuc\/dang-ky-khai-sinh"/)
  assert.match(html, /Làm tại quầy/)
})
