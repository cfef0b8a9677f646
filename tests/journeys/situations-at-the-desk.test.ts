// needs: poppler-utils
/**
 * The situations of a ward, most frequent first (practice.md), 8 to 12: what goes on at the desk
 * after an error, without a phone, without the chairman, without power.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findStaffByLogin } from '../../src/modules/accounts/index.ts'
import { instantAt, plainDate } from '../../src/platform/plain-date.ts'
import { openDesk, textOf } from './desk-client.ts'
import { COUNTER, fileAtCounter, reserveSlips, startFields } from './counter-steps.ts'
import {
  bookPage,
  certificate,
  confirms,
  done,
  dossierOf,
  entryUrl,
  handedOver,
  openWard,
  ownFamily,
  preview,
  received,
  signed,
  told,
  toSigned,
  type Ward,
} from './situation-steps.ts'
import { visitor } from './visitor.ts'

let ward: Ward

before(async () => {
  ward = await openWard()
})
after(() => ward.world.close())

test('8. an error found after the issue is corrected by decision: a note in the book, a Trích lục, the citizen told', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Phạm Minh Quan' },
    'requester.name': { full: 'Phạm Minh Đạt' },
  })
  await toSigned(ward, one)
  await handedOver(ward, one, 'Phạm Minh Đạt')
  const entry = await entryUrl(ward, one)
  await done(
    ward.officer.send(`${entry}/cai-chinh?muc=child.name`, 'cai-chinh', {
      'child.name.full': 'Phạm Minh Quân',
      'qd-so': '12/QĐ-UBND',
      'qd-ngay': '12/8/2016',
      'ly-do': 'Ghi thiếu dấu mũ.',
    }),
  )
  assert.doesNotMatch(await bookPage(ward, one), /Cải chính .* từ “/, 'not signed yet')
  await done(ward.chairman.send('/can-bo/so-ho-tich/cho-ky', '/ky'))
  await ward.world.runJobs()
  assert.match(
    await bookPage(ward, one),
    /Cải chính .* từ “Phạm Minh Quan” thành “Phạm Minh Quân” theo Quyết định số 12\/QĐ-UBND/,
  )
  const { html } = await ward.officer.get(entry)
  const [, href] = /href="(\/can-bo\/trich-luc\/cai-chinh\/[^"]*)"/.exec(html)!
  assert.match((await ward.clerk.get(href!.replaceAll('&amp;', '&'))).html, /^%PDF-/)
  assert.match(await told(one), /cải chính/i)
})

test('9. the father is abroad: the mother declares and signs alone, he stands on the certificate', async () => {
  const mother = { full: 'Ngô Thị Hạnh' }
  const one = await received(ward, {
    'child.name': { full: 'Nguyễn Hải Đăng' },
    'requester.relation': 'mother',
    'requester.name': mother,
    'mother.name': mother,
    'father.name': { full: 'Nguyễn Đắc Sơn' },
    'father.residence': { scope: 'abroad', place: 'Nhật Bản', line: 'Osaka' },
  })
  await done(ward.officer.send(one.at, 'trinh'))
  const printed = await preview(one)
  assert.match(printed, /Người cha .*Nguyễn Đắc Sơn .*Nơi cư trú Osaka, Nhật Bản/i)
  assert.match(printed, /Người đi khai sinh Họ, chữ đệm, tên Ngô Thị Hạnh/i)
  await confirms(one)
  await signed(ward, one)
  assert.match(await certificate(ward, one), /tên người cha: Nguyễn Đắc Sơn/)
  await handedOver(ward, one, 'Ngô Thị Hạnh')
  assert.match(await told(one), /Đã trả kết quả/)
})

test('10. without a phone: typed at the counter, confirmed on the printed preview, then called on', async () => {
  const change = ownFamily({
    'child.name': { full: 'Lý Thị Mùi' },
    'requester.name': { full: 'Lý Văn Tám' },
    'contact.phone': undefined,
  })
  const { at, draftId } = await fileAtCounter(ward, { change })
  const receipt = textOf((await ward.clerk.follow(await ward.clerk.send(at, 'tiep-nhan'))).html)
  assert.match(receipt, /Ông\/bà LÝ VĂN TÁM .* Số điện thoại: không có/)
  assert.match(receipt, /Tờ khai đăng ký khai sinh 01 Bản giấy 2 Giấy chứng sinh 01 Bản giấy/)
  const { secret } = await dossierOf(ward.world, draftId)
  const scanned = (await visitor(ward.world.app).get(`/q/${secret}`)).text
  assert.match(
    scanned,
    /Tình trạng Đang giải quyết Hẹn trả kết quả Thứ Sáu, 12\/08\/2016 Trước 16:30/,
  )
  assert.doesNotMatch(scanned, /Lý Thị Mùi|Lý Văn Tám/i)

  await done(ward.officer.send(at, 'trinh'))
  const how = 'Tại quầy, đã xem và ký vào bản in'
  await done(ward.clerk.send(at, 'xac-nhan-thay', { how }))
  await done(ward.chairman.send(at, 'ky'))
  await ward.world.runJobs()
  const toCall = async () => textOf((await ward.clerk.get('/can-bo/ho-so?hang=toCall')).html)
  assert.match(await toCall(), /Lý Thị Mùi/)
  const reason = 'Đã nhờ tổ trưởng tổ dân phố báo, 9 giờ.'
  await done(ward.clerk.send(`${at}/da-goi`, 'da-goi', { reason }))
  assert.doesNotMatch(await toCall(), /Lý Thị Mùi/)
  const dossier = textOf((await ward.officer.get(at)).html)
  assert.match(dossier, /Đã nhờ tổ trưởng tổ dân phố báo/)
  assert.match(dossier, /Tại quầy, đã xem và ký vào bản in/)
})

test('11. the chairman is away: the deputy of the day signs for him, nobody else can', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Phan Tuệ Lâm' },
    'requester.name': { full: 'Phan Văn Hậu' },
  })
  await done(ward.officer.send(one.at, 'trinh'))
  await confirms(one)
  assert.doesNotMatch((await ward.deputy.get(one.at)).html, /action="[^"]*\/ky"/)
  const mai = (await findStaffByLogin(ward.world.deps.db, 'mai'))!.id
  const today = { 'tu.day': '12', 'tu.month': '8', 'tu.year': '2016' }
  const until = { 'den.day': '12', 'den.month': '8', 'den.year': '2016' }
  await done(ward.chairman.send('/can-bo/vang-mat', 'vang-mat', { ...today, ...until, thay: mai }))
  assert.doesNotMatch((await ward.chairman.get(one.at)).html, /action="[^"]*\/ky"/)
  await signed(ward, one, ward.deputy)
  assert.match(await bookPage(ward, one), /KT\. CHỦ TỊCH.*Lê Thị Thanh Mai/i)
  assert.match(await certificate(ward, one), /KT\. CHỦ TỊCH .*PHÓ CHỦ TỊCH .*Lê Thị Thanh Mai/)
  await handedOver(ward, one, 'Phan Văn Hậu')
  await done(ward.chairman.send('/can-bo/vang-mat', 'huy'))
})

test('12. a power cut: the paper slip is entered later and counts from the hour written on it', async () => {
  const [first = 0] = await reserveSlips(ward.clerk, 2)
  ward.world.clock.set(instantAt(plainDate('2016-08-12'), 15 * 60 + 30))
  ward = { ...ward, clerk: await openDesk(ward.world, 'hang') }
  const slip = { no: first, day: '12/8/2016', time: '10:15' }
  const change = ownFamily({
    'child.name': { full: 'Tô Gia Bảo' },
    'requester.name': { full: 'Tô Văn Hiến' },
  })
  const { at, draftId } = await fileAtCounter(ward, { change, slip })
  const receipt = await ward.clerk.follow(await done(ward.clerk.send(at, 'tiep-nhan')))
  const printed = textOf(receipt.html)
  assert.match(printed, /Thời gian nhận hồ sơ: 10 giờ 15 phút, ngày 12 tháng 8 năm 2016/)
  assert.match(printed, /Thời gian trả kết quả: 16 giờ 30 phút, thứ Sáu ngày 12 tháng 8 năm 2016/)
  const { filedAt } = await dossierOf(ward.world, draftId)
  assert.deepEqual(filedAt, instantAt(plainDate('2016-08-12'), 10 * 60 + 15))
  const again = await ward.clerk.send(COUNTER, COUNTER, startFields(slip))
  assert.equal(again.status, 409)
  assert.match(textOf(again.html), /Phiếu số 1 đã có hồ sơ/)
  const { html } = await ward.clerk.get(COUNTER)
  assert.match(textOf(html), /1–2 .* 1\/2/)
})
