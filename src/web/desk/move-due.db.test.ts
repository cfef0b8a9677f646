import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { textOf } from '../../../tests/journeys/desk-client.ts'
import { issueToken } from '../../modules/accounts/index.ts'
import { actOn } from '../api/testing-errand.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, chairman, received } = ward

const later = { 'ngay.day': '16', 'ngay.month': '8', 'ngay.year': '2016' }
const afternoon = { 'gio.hour': '15', 'gio.minute': '30' }
const reason = 'Chờ công an xác minh nơi cư trú'

test('the head moves the due date once, with the reason, and everybody sees both', async () => {
  const { dossier } = await received()
  assert.doesNotMatch((await clerk.get(url(dossier))).html, /hen-lai/)
  assert.match((await chairman.get(url(dossier))).html, new RegExp(url(dossier, 'hen-lai')))
  const page = url(dossier, 'hen-lai')
  const moved = await chairman.send(page, 'hen-lai', { ...later, ...afternoon, reason })
  assert.equal(moved.to, `${url(dossier)}?vua=hen-lai`)
  const seen = textOf((await clerk.get(url(dossier))).html)
  assert.match(seen, /Hạn trả 16\/08/)
  assert.match(seen, /đã hẹn lại một lần, trước là 16:30/)
  assert.match(seen, new RegExp(reason))
  const again = textOf((await chairman.get(page)).html)
  assert.match(again, /đã được hẹn lại một lần/)
  assert.doesNotMatch(again, /Giờ trả mới/)
})

test('what is wrong is told at its field, and nothing typed is lost', async () => {
  const { dossier } = await received()
  const page = url(dossier, 'hen-lai')
  const cases = [
    [{ ...later, 'ngay.day': '31', 'ngay.month': '2', ...afternoon, reason }, /href="#ngay/],
    [{ ...later, reason }, /Nhập giờ trả mới/],
    [{ ...later, 'gio.hour': '22', 'gio.minute': '0', reason }, /trong giờ tiếp nhận/],
    [{ ...later, 'ngay.day': '12', ...afternoon, reason }, /chọn ngày muộn hơn/],
    [{ ...later, 'ngay.day': '11', ...afternoon, reason }, /phải ở sau lúc này/],
    [{ ...later, ...afternoon, reason: ' ' }, /href="#reason"/],
  ] as const
  for (const [fields, told] of cases) {
    const reply = await chairman.send(page, 'hen-lai', fields)
    assert.equal(reply.status, 422)
    assert.match(reply.html, told)
    assert.match(reply.html, /<title>Lỗi: /)
    if (fields.reason === reason) assert.ok(reply.html.includes(reason))
  }
  const { rows } = await world.database.owner.query(
    `select 1 from dossier_event where dossier_id = $1 and kind = 'dueMoved'`,
    [dossier.id],
  )
  assert.equal(rows.length, 0)
})

test('a due date moves only between receipt and decision', async () => {
  const { dossier } = await ward.file()
  const early = await chairman.get(url(dossier, 'hen-lai'))
  assert.equal(early.status, 409)
})

test('the API moves it for the head alone; a moment that is none is refused', async () => {
  const { dossier } = await received()
  const tokenOf = async (login: string) =>
    (await issueToken(world.ctx, { login, label: 'thử', days: 1 })).token
  const [clerkToken, headToken] = [await tokenOf('hang'), await tokenOf('vinh')]
  const ask = (token: string, to: string) =>
    actOn(world.app, dossier, { name: 'move-due', token, body: { version: 2, to, reason } })
  const to = '2016-08-16T15:30:00+07:00'
  assert.equal((await ask(clerkToken, to)).body['code'], 'not-your-role')
  for (const bad of ['ngày mai', '2016-13-45T99:00:00+07:00', '2016-02-31T09:00:00+07:00', ''])
    assert.equal((await ask(headToken, bad)).status, 400, bad)
  const done = await ask(headToken, to)
  assert.equal(done.status, 200)
  assert.equal((done.body['dossier'] as { dueAt: string }).dueAt, to)
  const twice = await ask(headToken, '2016-08-17T15:30:00+07:00')
  assert.equal(twice.status, 409)
})
