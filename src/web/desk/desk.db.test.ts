import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formOf, textOf } from '../../../tests/journeys/desk-client.ts'
import { answerSupplement, showLookupNo } from '../../modules/dossiers/index.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, officer, chairman, file, received, stateOf } = ward

test('a dossier is found by code, look-up number and name without marks', async () => {
  const { dossier } = await file({ 'child.name': { full: 'Đặng Minh Khuê' } })
  const short = dossier.code.slice(-11)
  for (const words of [dossier.code, showLookupNo(dossier.lookupNo), 'dang minh khue', short]) {
    const { html } = await clerk.get(`/can-bo/ho-so?q=${encodeURIComponent(words)}`)
    assert.match(html, new RegExp(`href="${url(dossier)}"`), words)
    assert.equal([...html.matchAll(/<th scope="row">/g)].length, 1, words)
  }
  const { html } = await clerk.get('/can-bo/ho-so?q=khong+co+ai')
  assert.match(textOf(html), /Không có hồ sơ nào khớp/)
})

test('before receipt the list says by when to receive; after it, when the result is due', async () => {
  const { dossier } = await file()
  const row = async () => {
    const { html } = await clerk.get(`/can-bo/ho-so?q=${dossier.code}`)
    return textOf(/<tbody>.*<\/tbody>/s.exec(html)![0])
  }
  assert.match(await row(), /Nhận trước 15\/08/)
  await clerk.send(url(dossier), 'tiep-nhan')
  assert.match(await row(), /Hôm nay 16:30/)
})

test('receiving twice with one key receives once; an old form without key changes nothing', async () => {
  const { dossier } = await file()
  const { hidden, url: action } = formOf((await clerk.get(url(dossier))).html, 'tiep-nhan')
  const [first, second] = [await clerk.post(action, hidden), await clerk.post(action, hidden)]
  assert.equal(first.to, second.to)
  const { rows } = await world.database.owner.query(
    `select 1 from dossier_event where dossier_id = $1 and kind = 'received'`,
    [dossier.id],
  )
  assert.equal(rows.length, 1)
  const stale = await clerk.post(action, { ...hidden, key: '' })
  assert.equal(stale.status, 403)
})

test('numbers and phone are masked until they are asked for', async () => {
  const { dossier } = await file({ 'contact.phone': '0912347999' })
  const masked = textOf((await clerk.get(url(dossier))).html)
  assert.doesNotMatch(masked, /347 ?999/)
  assert.match(masked, /09•• ••• 999/)
  assert.match(textOf((await clerk.get(`${url(dossier)}?hien=1`)).html), /0912 347 999/)
})

test('uploads are shown inline, never sniffed, in a sandbox; the preview is a PDF', async () => {
  const { dossier } = await received()
  const { html } = await officer.get(url(dossier))
  const src = /<img class="shot" src="([^"]+)"/.exec(html)![1]!
  const file = await officer.get(src)
  assert.equal(file.headers['content-type'], 'image/png')
  assert.equal(file.headers['x-content-type-options'], 'nosniff')
  assert.match(String(file.headers['content-disposition']), /^inline/)
  assert.match(String(file.headers['content-security-policy']), /; sandbox$/)
  const preview = await officer.get(url(dossier, 'ban-xem-truoc'))
  assert.match(preview.html, /^%PDF-/)
  assert.match(String(preview.headers['content-security-policy']), /frame-ancestors 'self'/)
})

test('a difference blocks the proposal until it is closed, and then needs a remark', async () => {
  const { dossier } = await received()
  const field = `${url(dossier, 'doi-chieu')}?muc=mother.birthYear`
  const empty = await officer.send(field, 'doi-chieu', { ghi: '' })
  assert.equal(empty.status, 422)
  await officer.send(field, 'doi-chieu', { ghi: '1991 (Giấy chứng sinh)' })
  const open = await officer.send(url(dossier), 'trinh', { remark: 'Mẹ sinh năm 1990.' })
  assert.match(textOf(open.html), /Còn chỗ lệch chưa kết luận/)
  assert.match(open.html, />Mẹ sinh năm 1990\.<\/textarea>/, 'what was typed is kept')
  await officer.send(field, 'doi-chieu', {
    ghi: '1991 (Giấy chứng sinh)',
    'ket-luan': 'birth-notice-wrong',
  })
  assert.equal((await officer.send(url(dossier), 'trinh')).status, 422)
  const done = await officer.send(url(dossier), 'trinh', { remark: 'Cơ sở y tế cấp lại.' })
  assert.equal(done.status, 303)
  assert.equal(await stateOf(dossier), 'previewing')
})

test('a clerk records that the citizen confirmed by telephone, saying how', async () => {
  const { dossier } = await received()
  await officer.send(url(dossier), 'trinh')
  assert.equal((await clerk.send(url(dossier), 'xac-nhan-thay', { how: '' })).status, 422)
  await clerk.send(url(dossier), 'xac-nhan-thay', { how: 'Gọi điện lúc 10:15' })
  assert.equal(await stateOf(dossier), 'signing')
})

test('the supplement is asked once: papers, fields with a proposed value, free items', async () => {
  const { dossier } = await file()
  const page = url(dossier, 'bo-sung')
  assert.equal((await clerk.send(page, 'bo-sung')).status, 422, 'nothing asked for')
  const wrong = await clerk.send(`${page}?sua=mother.birthYear`, 'bo-sung', {
    '_ly.field.mother.birthYear': '3',
    'mother.birthYear': '1090',
    '_khac.0': 'Mẹ gọi lại cho phường',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /value="Mẹ gọi lại cho phường"/)
  assert.match(wrong.html, /value="1090"/)
  const sent = await clerk.send(`${page}?sua=mother.birthYear`, 'bo-sung', {
    '_ly.field.mother.birthYear': '3',
    'mother.birthYear': '1991',
    _chon: 'paper.giay-ket-hon',
    '_ly.paper.giay-ket-hon': '1',
  })
  assert.equal(sent.status, 303, textOf(sent.html))
  assert.equal(await stateOf(dossier), 'completing')
  const { rows } = await world.database.owner.query<{ items: unknown }>(
    'select items from supplement_request where dossier_id = $1',
    [dossier.id],
  )
  const [paper, field] = rows[0]!.items as { reason: string; proposed?: unknown }[]
  assert.match(paper!.reason, /^Ảnh mờ/)
  assert.equal(field!.proposed, 1991)
})

test('after the answer both values stay in sight, and what the citizen said of each item', async () => {
  const { dossier, owner } = await file()
  const page = `${url(dossier, 'bo-sung')}?sua=mother.birthYear`
  const typed = { '_ly.field.mother.birthYear': '3', 'mother.birthYear': '1991' }
  await clerk.send(page, 'bo-sung', { ...typed, '_khac.0': 'Gọi lại cho phường' })
  const answers = [
    { itemId: '1', accepted: true },
    { itemId: '2', accepted: false, remark: 'Đã gọi hôm qua' },
  ]
  const answered = { dossierId: dossier.id, requestKey: `dap-${dossier.id}`, files: [] }
  await answerSupplement(owner, { ...answered, answers, set: {} })
  const said = textOf((await clerk.get(url(dossier))).html)
  assert.match(said, /Năm sinh 1991 Trước khi sửa: 1990/)
  assert.match(said, /Gọi lại cho phường Người nộp không đồng ý\. “Đã gọi hôm qua”/)
})

test('a signer begins with what waits for a signature', async () => {
  assert.match((await chairman.get('/can-bo/ho-so')).html, /<h1>Chờ ký/)
  assert.match((await chairman.get('/can-bo/ho-so?hang=todo')).html, /<h1>Cần xử lý/)
  assert.match((await clerk.get('/can-bo/ho-so')).html, /<h1>Cần xử lý/)
})

test('declining needs a reason; the slip prints it', async () => {
  const { dossier } = await file()
  const page = url(dossier, 'tu-choi')
  assert.equal((await clerk.send(page, 'tu-choi', { reason: ' ' })).status, 422)
  await clerk.send(page, 'tu-choi', { reason: 'Thuộc phường Láng Hạ.' })
  assert.equal(await stateOf(dossier), 'declined')
  const slip = textOf((await clerk.get(url(dossier, 'phieu-tu-choi'))).html)
  assert.match(slip, /Phiếu từ chối tiếp nhận giải quyết hồ sơ/)
  assert.match(slip, /Thuộc phường Láng Hạ\./)
})

test('a likeness in another ward shows which fields are equal, and nothing else of it', async () => {
  const langHa = {
    scope: 'city',
    unit: '00199',
    unitFrom: '2008-08-01',
    place: 'phường Láng Hạ, quận Đống Đa, Thành phố Hà Nội',
    line: 'Số 5, phố Thái Thịnh',
  } as const
  const alike = { 'mother.name': { full: 'Trần Thị Trùng' }, 'notice.number': '9999' }
  await file({
    ...alike,
    'requester.residence': langHa,
    'mother.residence': langHa,
    'requester.name': { full: 'Người Bên Kia' },
    'child.name': { full: 'Tên Bên Kia' },
  })
  const { dossier } = await file(alike)
  const { html } = await clerk.get(url(dossier))
  const compare = /href="([^"]+so-sanh[^"]+)"/.exec(html)![1]!
  const both = await clerk.get(compare)
  assert.match(textOf(both.html), /Hồ sơ của cơ quan khác/)
  assert.match(textOf(both.html), /TRẦN THỊ TRÙNG/)
  assert.doesNotMatch(both.html, /Bên Kia/i)
  await clerk.send(url(dossier), 'khong-trung')
  assert.doesNotMatch((await clerk.get(url(dossier))).html, /so-sanh/)
})

test('work is handed to a colleague, one or several, and only to one', async () => {
  const [one, other] = [(await file()).dossier, (await file()).dossier]
  const { html } = await clerk.get(url(one))
  const yen = /<option value="([^"]+)"[^>]*>Nguyễn Hải Yến/.exec(html)![1]!
  await clerk.send(url(one), 'chuyen', { nguoi: yen })
  const stranger = await clerk.send(url(other), 'chuyen', { nguoi: other.id })
  assert.equal(stranger.status, 403)
  const list = await clerk.get('/can-bo/ho-so')
  const { hidden } = formOf(list.html, 'ho-so/chuyen')
  const h = `${other.code}~${other.version}`
  const moved = await clerk.post('/can-bo/ho-so/chuyen', { ...hidden, h, nguoi: yen })
  assert.match(textOf((await clerk.follow(moved)).html), /Đã chuyển người xử lý cho 1 hồ sơ/)
  for (const { code } of [one, other])
    assert.match(textOf((await clerk.get(`/can-bo/ho-so?q=${code}`)).html), /Nguyễn Hải Yến/)
})
