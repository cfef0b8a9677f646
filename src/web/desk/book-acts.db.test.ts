import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { textOf } from '../../../tests/journeys/desk-client.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, officer, chairman, toSign } = ward

const ENTRY = '/can-bo/so-ho-tich/2016/khai-sinh/1'

async function collected(): Promise<void> {
  const dossier = await toSign()
  await chairman.send(url(dossier), 'ky')
  const page = url(dossier, 'tra-ket-qua')
  const { html } = await clerk.get(page)
  const goc = [...html.matchAll(/name="goc" value="([^"]+)"/g)].map(([, key]) => key!)
  const given = { goc, quyen: '01/2016', trang: '1', 'nguoi-nhan': 'Nguyễn Đắc Khoa' }
  assert.equal((await clerk.send(page, 'tra-ket-qua', given)).status, 303)
  await world.runJobs()
}

test('copies are counted in the note column; more are given to who asks, as a PDF', async () => {
  await collected()
  const sheet = await clerk.get(ENTRY)
  assert.match(textOf(sheet.html), /Cấp 3 bản sao trích lục, số 1\/TLKS-BS/)
  const page = `${ENTRY}/ban-sao`
  const half = await clerk.send(page, 'ban-sao', { 'so-ban': '0', 'nguoi-xin': 'Trần Thị B' })
  assert.equal(half.status, 422)
  assert.match(half.html, /value="Trần Thị B"/)
  const [, signer = ''] = /<option value="([^"]+)"/.exec(half.html) ?? []
  const given = { 'so-ban': '2', 'nguoi-xin': 'Trần Thị B, mẹ', 'nguoi-ky': signer }
  const done = await clerk.follow(await clerk.send(page, 'ban-sao', given))
  assert.match(textOf(done.html), /Cấp 2 bản sao trích lục, số 2\/TLKS-BS/)
  await world.runJobs()
  const [, href] = /href="(\/can-bo\/trich-luc\/khai-sinh\/2016\/2[^"]*)"/.exec(done.html)!
  assert.match((await clerk.get(href!.replaceAll('&amp;', '&'))).html, /^%PDF-/)
  assert.equal((await clerk.get('/can-bo/trich-luc/khai-sinh/2016/99')).status, 404)
})

test('a correction is chosen, written down, signed by the head and stands in the book', async () => {
  const choose = await officer.get(`${ENTRY}/cai-chinh`)
  assert.match(textOf(choose.html), /Họ và tên.*Nguyễn Minh An/)
  assert.doesNotMatch(choose.html, /contact\.phone/)
  const page = `${ENTRY}/cai-chinh?muc=child.name`
  const values = { 'child.name.full': 'Nguyễn Minh Ân', 'ly-do': 'Ghi nhầm dấu.' }
  const half = await officer.send(page, 'cai-chinh', values)
  assert.equal(half.status, 422)
  assert.match(textOf(half.html), /Ghi số và ngày của quyết định/)
  assert.match(half.html, /value="Nguyễn Minh Ân"/)
  const decided = { ...values, 'qd-so': '12/QĐ-UBND', 'qd-ngay': '12/8/2016' }
  const sent = await officer.send(page, 'cai-chinh', decided)
  assert.equal(sent.status, 303, textOf(sent.html))

  const waiting = await chairman.get('/can-bo/so-ho-tich/cho-ky')
  assert.match(textOf(waiting.html), /Nguyễn Minh An → Nguyễn Minh Ân/)
  assert.doesNotMatch((await officer.get('/can-bo/so-ho-tich/cho-ky')).html, /formaction/)
  const returned = await chairman.send('/can-bo/so-ho-tich/cho-ky', 'tra-lai', { 'ly-do': '' })
  assert.equal(returned.status, 422)
  const signed = await chairman.send('/can-bo/so-ho-tich/cho-ky', '/ky')
  assert.equal(signed.status, 303)
  await world.runJobs()
  const text = textOf((await clerk.get(ENTRY)).html)
  assert.match(
    text,
    /Cải chính .* từ “Nguyễn Minh An” thành “Nguyễn Minh Ân” theo Quyết định số 12/,
  )
  assert.match(text, /1\/TLCC/)
})

test('the officer notes what another agency told; a birth is not annulled here', async () => {
  const page = `${ENTRY}/ghi-chu`
  assert.equal((await officer.send(page, 'ghi-chu', { 'ghi-chu': '' })).status, 422)
  await officer.send(page, 'ghi-chu', { 'ghi-chu': 'Đã nhận cha, số 3/2016.' })
  assert.match(textOf((await clerk.get(ENTRY)).html), /Đã nhận cha, số 3\/2016\./)
  assert.equal((await clerk.get(page)).status, 403)
  assert.equal((await officer.get(`${ENTRY}/huy`)).status, 409)
})

test('a misprinted blank is destroyed with minutes, and the original printed on another', async () => {
  const dossier = await toSign()
  await chairman.send(url(dossier), 'ky')
  await world.runJobs()
  await clerk.send('/can-bo/phoi', 'phoi/nhan', { 'so-dau': 'AB0001', 'so-luong': '2' })
  await clerk.send('/can-bo/phoi', 'phoi/may-in', { ten: 'Máy quầy 2', ngang: '0', doc: '0' })
  const counter = url(dossier, 'tra-ket-qua')
  const printer = /<option value="([^"]+)">Máy quầy 2/.exec((await clerk.get(counter)).html)![1]!
  await clerk.send(counter, 'in-phoi', { phoi: 'AB0001', 'may-in': printer })
  const page = url(dossier, 'lap-lai')
  assert.equal((await clerk.get(page)).status, 403)
  const half = await officer.send(page, 'lap-lai', { phoi: 'AB0001', 'ly-do': '' })
  assert.equal(half.status, 422)
  const given = { phoi: 'AB0001', 'ly-do': 'In lệch dòng.' }
  const done = await officer.follow(await officer.send(page, 'lap-lai', given))
  assert.match(textOf(done.html), /AB0001: Biên bản số 1\/BB-HP ?, In lệch dòng\./)
  assert.match((await officer.get('/can-bo/phoi/bien-ban/2016/1')).html, /^%PDF-/)
  assert.equal((await officer.get('/can-bo/phoi/bien-ban/2016/2')).status, 404)
  assert.match(
    textOf((await clerk.get('/can-bo/phoi')).html),
    /AB0001 Hỏng 12\/08 In lệch dòng\. Biên bản/,
  )
  await world.runJobs()
  const again = await clerk.send(counter, 'in-phoi', { phoi: 'AB0002', 'may-in': printer })
  assert.match(again.html, /^%PDF-/)
})

test('a line of an old paper book is entered, found without marks, and a copy given of it', async () => {
  const page = '/can-bo/so-giay/nhap'
  const given = {
    ...{ nam: '1998', quyen: '02', trang: '45', 'so-dang-ky': '45' },
    ...{ name: 'Đỗ Thị Hoà', birthDate: '12/08/1998', registeredOn: '20/08/1998' },
  }
  const half = await officer.send(page, 'so-giay/nhap', { ...given, birthDate: 'năm ngoái' })
  assert.equal(half.status, 422)
  assert.match(half.html, /href="#birthDate"/)
  assert.match(half.html, /value="Đỗ Thị Hoà"/)
  const done = await officer.follow(await officer.send(page, 'so-giay/nhap', given))
  assert.match(textOf(done.html), /Nguồn: nhập từ sổ giấy/)
  const found = await clerk.get('/can-bo/so-giay?q=hoa+do')
  assert.match(textOf(found.html), /45\/1998 Đỗ Thị Hoà 12\/08\/1998/)
  const [, href = ''] = /href="(\/can-bo\/so-giay\/[0-9a-f-]{36}[^"]*)"/.exec(found.html) ?? []
  const copies = href.replaceAll('&amp;', '&').replace('?', '/ban-sao?')
  const [, signer = ''] = /<option value="([^"]+)"/.exec((await clerk.get(copies)).html) ?? []
  const asked = { 'so-ban': '1', 'nguoi-xin': 'Đỗ Thị Hoà', 'nguoi-ky': signer }
  const copied = await clerk.follow(await clerk.send(copies, 'ban-sao', asked))
  assert.match(textOf(copied.html), /Trích lục đã cấp: \d+\/TLKS-BS/)
  assert.equal((await clerk.get(page)).status, 403)
})
