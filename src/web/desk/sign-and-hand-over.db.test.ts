import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formOf, textOf } from '../../../tests/journeys/desk-client.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, officer, chairman, toSign, stateOf } = ward

test('several are signed at once: the one not opened is told apart, the others are signed', async () => {
  const [opened, unopened] = [await toSign(), await toSign()]
  await chairman.get(url(opened))
  const list = await chairman.get('/can-bo/ho-so?hang=signing')
  const { hidden } = formOf(list.html, 'ho-so/chuyen')
  const boxes = [...list.html.matchAll(/name="h" value="([^"]+)"/g)].map(([, value]) => value!)
  const reply = await chairman.post('/can-bo/ho-so/ky', { ...hidden, h: boxes })
  const verdicts = textOf((await chairman.follow(reply)).html)
  assert.match(verdicts, new RegExp(`${opened.code} Nguyễn Minh An Đã ký, số \\d+/2016`))
  assert.equal(await stateOf(opened), 'signed')
  assert.equal(await stateOf(unopened), 'signing')
  assert.match(verdicts, new RegExp(`${unopened.code} Nguyễn Minh An (?!Đã ký)`))
})

test('after a signature the next one to sign is on the screen; a return needs a reason', async () => {
  const [first, second] = [await toSign(), await toSign()]
  const signed = await chairman.send(`${url(first)}?hang=signing`, 'ky')
  assert.match(signed.to, /hang=signing&da-ky=/)
  assert.equal((await chairman.send(url(second, 'tra-lai'), 'tra-lai')).status, 422)
  await chairman.send(url(second, 'tra-lai'), 'tra-lai', { reason: 'Xem lại quê quán.' })
  assert.equal(await stateOf(second), 'processing')
  assert.match(textOf((await officer.get(url(second))).html), /Xem lại quê quán\. Lý do trả lại/)
})

test('the blank is printed and counted, then the book is signed at its page', async () => {
  const dossier = await toSign()
  await chairman.send(url(dossier), 'ky')
  await world.runJobs()
  await clerk.send('/can-bo/phoi', 'phoi/nhan', { 'so-dau': 'AB 0001', 'so-luong': '2' })
  const refused = await clerk.send('/can-bo/phoi', 'phoi/nhan', { 'so-dau': '', 'so-luong': '2' })
  assert.equal(refused.status, 422)
  await clerk.send('/can-bo/phoi', 'phoi/nhan', { 'so-dau': 'AB0001', 'so-luong': '2' })
  await clerk.send('/can-bo/phoi', 'phoi/may-in', { ten: 'Máy quầy 2', ngang: '1,5', doc: '-0,5' })
  const page = url(dossier, 'tra-ket-qua')
  const { html } = await clerk.get(page)
  assert.match(html, /name="phoi" value="AB0001"/)
  const printer = /<option value="([^"]+)">Máy quầy 2/.exec(html)![1]!
  const pdf = await clerk.send(page, 'in-phoi', { phoi: 'AB0001', 'may-in': printer })
  assert.match(pdf.html, /^%PDF-/)
  assert.match(textOf((await clerk.get('/can-bo/phoi')).html), /AB0001 Đã dùng/)
  const open = await clerk.get('/can-bo/so-ho-tich')
  assert.match(open.html, /<a href="[^"]+tra-ket-qua">Ký sổ<\/a>/, 'open ones first')
  const half = await clerk.send(page, 'tra-ket-qua', { quyen: '01/2016', trang: '7' })
  assert.equal(half.status, 422)
  assert.match(half.html, /name="trang"[^>]*value="7"/)
  const goc = [...html.matchAll(/name="goc" value="([^"]+)"/g)].map(([, key]) => key!)
  const nhan = { goc: goc, quyen: '01/2016', trang: '7', 'nguoi-nhan': 'Nguyễn Đắc Khoa' }
  assert.equal((await clerk.send(page, 'tra-ket-qua', nhan)).status, 303)
  assert.match(textOf((await clerk.get('/can-bo/so-ho-tich')).html), /01\/2016, trang 7/)
})

test('originals that differ: the entry is crossed out with its reason', async () => {
  const dossier = await toSign()
  await chairman.send(url(dossier), 'ky')
  await officer.send(url(dossier, 'gach-so'), 'gach-so', { reason: 'Bản chính khác hồ sơ.' })
  assert.equal(await stateOf(dossier), 'lapsed')
  assert.match(
    textOf((await officer.get('/can-bo/so-ho-tich/2016')).html),
    /Bản chính khác hồ sơ\./,
  )
})
