import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openDesk, textOf } from '../../../tests/journeys/desk-client.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, officer, chairman, toSign } = ward

const YEAR = '/can-bo/so-ho-tich/2016'

async function signed() {
  const dossier = await toSign()
  await chairman.send(url(dossier), 'ky')
  return dossier
}

async function collected(trang: string) {
  const dossier = await signed()
  const page = url(dossier, 'tra-ket-qua')
  const { html } = await clerk.get(page)
  const goc = [...html.matchAll(/name="goc" value="([^"]+)"/g)].map(([, key]) => key!)
  const given = { goc, quyen: '01/2016', trang, 'nguoi-nhan': 'Nguyễn Đắc Khoa' }
  assert.equal((await clerk.send(page, 'tra-ket-qua', given)).status, 303)
  return dossier
}

test('an entry is shown as the book has it: number, page, who, and the column of notes', async () => {
  await collected('1')
  const { html } = await clerk.get(`${YEAR}/khai-sinh/1`)
  const text = textOf(html)
  assert.match(text, /Sổ đăng ký khai sinh năm 2016: số 1/)
  assert.match(text, /Quyển 01\/2016 ?, trang 1/)
  assert.match(text, /Họ, chữ đệm, tên Nguyễn Minh An/)
  assert.match(text, /Người đi khai sinh Họ, chữ đệm, tên Nguyễn Đắc Khoa/)
  assert.match(text, /Ghi chú/)
  for (const address of ['khai-sinh/99', 'khai-tu/1', 'ket-hon/1', 'khai-sinh/x'])
    assert.equal((await clerk.get(`${YEAR}/${address}`)).status, 404, address)
})

test('the officer compares the paper book, explains a page, and closes the book on 31/12', async () => {
  await collected('4')
  await signed()
  const check = `${YEAR}/doi-chieu`
  const before = textOf((await officer.get(check)).html)
  assert.match(before, /Số chưa có trang: 1 3\/2016 ?, ký ngày 12\/08\/2016/)
  assert.match(before, /Trang không có số: 1 Quyển 01\/2016, trang 2–3/)
  const half = await officer.send(check, 'doi-chieu', { trang: '2', 'ly-do': '' })
  assert.equal(half.status, 422)
  assert.match(half.html, /name="trang"[^>]*value="2"/)
  for (const trang of ['2', '3'])
    await officer.send(check, 'doi-chieu', { quyen: '01/2016', trang, 'ly-do': 'Trang viết hỏng.' })
  assert.match(textOf((await officer.get(check)).html), /Trang không có số: 0/)

  const page = `${YEAR}/khoa-so`
  assert.doesNotMatch((await officer.get(page)).html, /<button[^>]*>Khóa sổ/)
  world.clock.set(new Date('2016-12-31T10:00:00+07:00'))
  const keeper = await openDesk(world, 'yen')
  assert.match(textOf((await keeper.get(page)).html), /Số sẽ gạch bỏ: 1/)
  const closed = await keeper.send(page, 'khoa-so')
  assert.match(
    textOf((await keeper.follow(closed)).html),
    /Trang đã ghi 2 Đã vào sổ 3 Đã đăng ký 2 Gạch bỏ 1/,
  )
  assert.match((await keeper.get(`${YEAR}/bien-ban.pdf`)).html, /^%PDF-/)
  assert.match(textOf((await keeper.get(YEAR)).html), /Sổ đã khóa ngày 31\/12\/2016/)
})
