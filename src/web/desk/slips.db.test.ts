import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk, textOf, type Desk } from '../../../tests/journeys/desk-client.ts'
import { openWard, url, type Ward } from './testing.ts'

let ward: Ward
let clerk: Desk

before(async () => {
  ward = await openWard()
  clerk = ward.clerk
})
after(() => ward.close())

const REGISTER = '/can-bo/so-theo-doi'

/** Addresses of the PDFs that a page links to. */
function pdfsOn(html: string): string[] {
  return [...html.matchAll(/href="([^"]+\/giay-to\/[^"]+)"/g)].map(([, href]) => href!)
}

test('the desk lists every paper issued, newest first, and opens each as it was issued', async () => {
  const { dossier } = await ward.received()
  const empty = await ward.file()
  assert.match((await clerk.get(url(empty.dossier, 'giay-to'))).html, /Chưa cấp giấy nào/)
  await ward.officer.send(url(dossier, 'bo-sung'), 'bo-sung', { '_khac.0': 'Gọi lại cho phường' })
  const { html } = await clerk.get(url(dossier, 'giay-to'))
  assert.match(
    textOf(html),
    /Phiếu bổ sung, hoàn thiện hồ sơ \(PDF\) \d{4}\/HDHS, 2016 .*Giấy tiếp nhận hồ sơ và hẹn trả kết quả \(PDF\) \d{4}\/TNHS, 2016/,
  )
  const links = pdfsOn(html)
  assert.equal(links.length, 2)
  for (const link of links) {
    const [once, again] = [await clerk.get(link), await clerk.get(link)]
    assert.equal(once.status, 200, link)
    assert.equal(once.headers['content-type'], 'application/pdf')
    assert.match(
      String(once.headers['content-disposition']),
      /^inline; filename="\d{4}-\w+-2016\.pdf"/,
    )
    assert.equal(once.headers['cache-control'], 'no-store')
    assert.ok(once.html.startsWith('%PDF-1.7'))
    assert.equal(once.html, again.html)
  }
  const control = await clerk.get(url(dossier, 'phieu-kiem-soat'))
  assert.equal(control.headers['content-type'], 'application/pdf')
  assert.match((await clerk.get(url(dossier))).html, /giay-to[^>]*>Mọi giấy tờ đã cấp/)
})

test('another ward, and an address that names no slip, find nothing', async () => {
  const { dossier } = await ward.received()
  const other = await ward.received()
  const [link] = pdfsOn((await clerk.get(url(dossier, 'giay-to'))).html)
  const lanha = await openDesk(ward.world, 'lanha')
  for (const path of [link!, url(dossier, 'giay-to'), url(dossier, 'phieu-kiem-soat')])
    assert.equal((await lanha.get(path)).status, 404, path)
  const slip = link!.split('/').at(-1)!
  for (const path of [
    url(other.dossier, `giay-to/${slip}`),
    url(dossier, 'giay-to/giay-hen-2016-0'),
    url(dossier, 'giay-to/giay-hen-2016-99999'),
    url(dossier, 'giay-to/..%2F..%2Fso.pdf'),
    url((await ward.file()).dossier, 'phieu-kiem-soat'),
  ])
    assert.equal((await clerk.get(path)).status, 404, path)
})

test('the register offers the month so far; a chosen period is shown and printed', async () => {
  const { dossier } = await ward.received()
  const month = await clerk.get(REGISTER)
  assert.equal(month.status, 200)
  assert.match(textOf(month.html), /Từ 01\/08\/2016 đến 12\/08\/2016: \d+ hồ sơ/)
  assert.ok(month.html.includes(dossier.code))
  const typed = 'tu.day=12&tu.month=8&tu.year=2016&den.day=12&den.month=08&den.year=2016'
  const day = await clerk.get(`${REGISTER}?${typed}`)
  assert.match(textOf(day.html), /Từ 12\/08\/2016 đến 12\/08\/2016/)
  const link = /href="([^"]+so\.pdf[^"]*)"/.exec(day.html)![1]!.replaceAll('&amp;', '&')
  const pdf = await clerk.get(link)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.ok(pdf.html.startsWith('%PDF-1.7') && pdf.html.trimEnd().endsWith('%%EOF'))
  const none = await clerk.get(`${REGISTER}?tu=2016-01-01&den=2016-01-31`)
  assert.match(none.html, /Không có hồ sơ nào được tiếp nhận trong thời gian này/)
})

test('a wrong period is told at its day, with what to do, and prints nothing', async () => {
  const days = (from: string, to: string) => {
    const [a, b] = [from, to].map((day) => day.split('/'))
    const part = (key: string, [day, month, year]: string[]) =>
      `${key}.day=${day}&${key}.month=${month}&${key}.year=${year}`
    return `${REGISTER}?${part('tu', a!)}&${part('den', b!)}`
  }
  for (const [from, to, said] of [
    ['12/8/2016', '11/8/2016', 'Ngày cuối phải là ngày đầu hoặc sau đó.'],
    ['1/1/2016', '1/1/2017', 'Ông/bà chọn ngày cuối sớm hơn, rồi in tiếp kỳ sau.'],
    ['31/2/2016', '1/3/2016', 'Có 1 chỗ cần sửa'],
    ['', '1/3/2016', 'Có 1 chỗ cần sửa'],
  ] as const) {
    const reply = await clerk.get(days(from, to))
    assert.equal(reply.status, 422, `${from} ${to}`)
    assert.match(reply.html, /<title>Lỗi: /)
    assert.ok(textOf(reply.html).includes(said), said)
    assert.doesNotMatch(reply.html, /so\.pdf/)
  }
  const pdf = (query: string) => clerk.get(`${REGISTER}/so.pdf?${query}`)
  assert.equal((await pdf('tu=2016-08-12&den=2016-08-11')).status, 422)
  assert.equal((await pdf('tu=2016-01-01&den=2017-01-01')).status, 422)
  assert.equal((await pdf('tu=hom-nay&den=2016-08-11')).status, 404)
  assert.equal((await pdf('')).status, 404)
})

test('the register of another agency does not exist', async () => {
  const asked = 'tu=2016-08-01&den=2016-08-31&cq=ubnd-00199-2008'
  assert.equal((await clerk.get(`${REGISTER}?${asked}`)).status, 404)
  assert.equal((await clerk.get(`${REGISTER}/so.pdf?${asked}`)).status, 404)
  const lanha = await openDesk(ward.world, 'lanha')
  const own = await lanha.get(`${REGISTER}?tu=2016-08-01&den=2016-08-31`)
  assert.match(textOf(own.html), /: 0 hồ sơ/)
})
