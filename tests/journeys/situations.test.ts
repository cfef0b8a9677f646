// needs: poppler-utils
/**
 * The situations of a ward, most frequent first (practice.md), 1 to 7: each a family's whole errand
 * through the pages as they are without scripts.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { textOf } from './desk-client.ts'
import { birthToday, declared, fileIt } from './family.ts'
import {
  accepts,
  asksToSet,
  bookPage,
  certificate,
  confirms,
  disputes,
  done,
  entryUrl,
  handedOver,
  openWard,
  ownFamily,
  preview,
  received,
  signed,
  told,
  toSigned,
  village,
  type Ward,
} from './situation-steps.ts'

let ward: Ward

before(async () => {
  ward = await openWard()
})
after(() => ward.world.close())

test('1. the grandmother declares: both parents and she stand on the certificate, she takes it', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Nguyễn Gia Hân' },
    'requester.relation': 'grandparent',
    'requester.name': { full: 'Phạm Thị Hòa' },
    'mother.name': { full: 'Lê Thu Cúc' },
    'father.name': { full: 'Nguyễn Đắc Minh' },
    'father.residence': village,
  })
  await done(ward.officer.send(one.at, 'trinh'))
  const printed = await preview(one)
  assert.match(printed, /Người mẹ .*Lê Thu Cúc.* Người cha .*Nguyễn Đắc Minh/i)
  assert.match(printed, /Người đi khai sinh Họ, chữ đệm, tên Phạm Thị Hòa/i)
  await confirms(one)
  await signed(ward, one)
  assert.match(await certificate(ward, one), /tên người đi khai sinh: Phạm Thị Hòa/)
  await handedOver(ward, one, 'Phạm Thị Hòa, bà nội')
  assert.match(await told(one), /Đã trả kết quả/)
  assert.match(textOf((await ward.officer.get(one.at)).html), /Phạm Thị Hòa, bà nội/)
})

test('2. parents on temporary residence declare where the mother lives', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Trịnh Bảo Long' },
    'requester.name': { full: 'Trịnh Văn Thành' },
    'requester.residence': village,
  })
  await done(ward.officer.send(one.at, 'trinh'))
  const printed = await preview(one)
  assert.match(printed, /Người mẹ .* Nơi cư trú Số 12, .*Láng Thượng.* Người cha /)
  assert.match(
    printed,
    /Người cha .* Nơi cư trú Thôn Đại Thượng, xã Đại Đồng, huyện Tiên Du, tỉnh Bắc Ninh/,
  )
  await confirms(one)
  await signed(ward, one)
  await handedOver(ward, one, 'Trịnh Văn Thành')
  assert.match(await told(one), /Đã trả kết quả/)
})

test('3. the papers say another year: the officer proposes, the citizen accepts, both values stay', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Lê Hoàng Nam' },
    'requester.name': { full: 'Lê Hoàng Phú' },
  })
  await done(
    ward.officer.send(`${one.at}/doi-chieu?muc=mother.birthYear`, 'doi-chieu', {
      muc: 'mother.birthYear',
      ghi: '1991',
      'ket-luan': 'declaration-wrong',
    }),
  )
  const because = 'Giấy chứng sinh ghi năm sinh của mẹ là 1991.'
  await asksToSet(ward, one, { field: 'mother.birthYear', value: 1991, because })
  const asked = (await one.family.get(`${one.own}/bo-sung`)).text
  assert.match(asked, /Giấy chứng sinh ghi năm sinh của mẹ là 1991\./)
  await accepts(one)
  assert.match(textOf((await ward.officer.get(one.at)).html), /Năm sinh 1991 Trước khi sửa: 1990/)
  await done(ward.officer.send(one.at, 'trinh', { remark: 'Đã sửa theo Giấy chứng sinh.' }))
  await confirms(one)
  await signed(ward, one)
  assert.match(await bookPage(ward, one), /Năm sinh 1991/)
  await handedOver(ward, one, 'Lê Hoàng Phú')
})

test('4. the parents change the name before the signature: the new one is registered', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Vũ Minh Anh' },
    'requester.name': { full: 'Vũ Minh Đức' },
  })
  await done(ward.officer.send(one.at, 'trinh'))
  await disputes(one, 'Gia đình muốn đặt tên con là Ánh.')
  assert.match(textOf((await ward.officer.get(one.at)).html), /muốn đặt tên con là Ánh/)
  const because = 'Ghi theo đề nghị của gia đình.'
  await asksToSet(ward, one, { field: 'child.name', value: { full: 'Vũ Minh Ánh' }, because })
  await accepts(one)
  await done(ward.officer.send(one.at, 'trinh'))
  assert.match(await preview(one), /VŨ MINH ÁNH/)
  await confirms(one)
  await signed(ward, one)
  assert.match(await certificate(ward, one), /Họ, chữ đệm, tên: VŨ MINH ÁNH /)
  await handedOver(ward, one, 'Vũ Minh Đức')
  assert.doesNotMatch(await bookPage(ward, one), /Cải chính .* từ “|Sửa sai sót .* từ “/)
})

const unmarried = { 'requester.relation': 'mother', 'child.homeTownOf': 'mother' } as const

test('5. an unmarried mother is first asked whether the father recognises the child; alone, she alone is named', async () => {
  const mother = { full: 'Đặng Thu Trang' }
  const one = await received(ward, {
    ...unmarried,
    'child.name': { full: 'Đặng Khánh Vy' },
    'requester.name': mother,
    'mother.name': mother,
    'parents.relation': 'motherOnly',
  })
  const { form } = await birthToday(ward.world)
  const asking = form.pages.findIndex(({ fields }) =>
    fields.some(({ key }) => key === 'parents.relation'),
  )
  assert.equal(form.pages[asking + 1]!.key, 'cha', 'asked before the page of the father')
  await done(ward.officer.send(one.at, 'trinh'))
  const printed = await preview(one)
  assert.match(printed, /ĐẶNG KHÁNH VY/)
  assert.match(printed, /Người cha Họ, chữ đệm, tên … Năm sinh … Dân tộc … Quốc tịch …/)
  await confirms(one)
  await signed(ward, one)
  assert.match(await certificate(ward, one), /tên người cha: Năm sinh: Dân tộc: Quốc tịch: /)
  await handedOver(ward, one, 'Đặng Thu Trang')
})

test('5b. a father who recognises the child proves it, is told to come too, and stands in the certificate', async () => {
  const mother = { full: 'Hà Thị Nhung' }
  const change = ownFamily({
    ...unmarried,
    'child.name': { full: 'Đào Minh Khang' },
    'requester.name': mother,
    'mother.name': mother,
    'parents.relation': 'recognised',
    'father.name': { full: 'Đào Minh Tiến' },
    'father.residence': village,
  })
  const unproved = await declared(ward.world, change)
  const check = (await unproved.get(`/to-khai/${unproved.draftId}/kiem-tra`)).text
  assert.match(check, /Cha và mẹ cùng đến, mang giấy tờ chứng minh quan hệ cha con/)
  const refused = await fileIt(ward.world, unproved)
  assert.doesNotMatch(refused.text, /Đã nộp hồ sơ/)
  const proof = ['01900000-0000-7000-8000-000000000003']
  const one = await received(ward, { ...change, 'file.recognition': proof })
  await done(ward.officer.send(one.at, 'trinh'))
  assert.match(await preview(one), /Người cha Họ, chữ đệm, tên ĐÀO MINH TIẾN/i)
  await confirms(one)
  await signed(ward, one)
  assert.match(await certificate(ward, one), /tên người cha: Đào Minh Tiến/)
  const { html } = await ward.clerk.get(`${one.at}/tra-ket-qua`)
  assert.match(textOf(html), /chứng minh quan hệ cha con/)
  await handedOver(ward, one, 'Hà Thị Nhung và Đào Minh Tiến')
})

test('6. three copies asked in the form come from the book, two more later, numbered and noted', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Hoàng Đức Anh' },
    'requester.name': { full: 'Hoàng Đức Bình' },
    'copies.count': 3,
  })
  await toSigned(ward, one)
  await handedOver(ward, one, 'Hoàng Đức Bình')
  assert.match(await bookPage(ward, one), /Cấp 3 bản sao trích lục, số \d+\/TLKS-BS/)
  const url = `${await entryUrl(ward, one)}/ban-sao`
  const [, signer = ''] = /<option value="([^"]+)"/.exec((await ward.clerk.get(url)).html) ?? []
  const asked = { 'so-ban': '2', 'nguoi-xin': 'Hoàng Đức Bình, cha', 'nguoi-ky': signer }
  await done(ward.clerk.send(url, 'ban-sao', asked))
  await ward.world.runJobs()
  const { html } = await ward.officer.get(await entryUrl(ward, one))
  assert.match(textOf(html), /Cấp 2 bản sao trích lục, số \d+\/TLKS-BS/)
  const pdfs = [...html.matchAll(/href="(\/can-bo\/trich-luc\/khai-sinh\/[^"]*)"/g)]
  assert.equal(pdfs.length, 2)
  for (const [, href] of pdfs)
    assert.match((await ward.clerk.get(href!.replaceAll('&amp;', '&'))).html, /^%PDF-/)
})

test('7. a late filing is registered; “quá hạn” stands in the register, never on the certificate', async () => {
  const change = { 'child.name': { full: 'Bùi Thanh Tâm' }, 'child.birthDate': '2016-05-01' }
  const one = await received(ward, { ...change, 'requester.name': { full: 'Bùi Thanh Sơn' } })
  await toSigned(ward, one)
  assert.match(await certificate(ward, one), /BÙI THANH TÂM .* Ghi chú: (?!.*quá hạn)/)
  await handedOver(ward, one, 'Bùi Thanh Sơn')
  assert.match(await bookPage(ward, one), /Ghi chú .*Đăng ký quá hạn\./)
})
