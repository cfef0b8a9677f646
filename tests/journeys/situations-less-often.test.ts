// needs: poppler-utils
/** The situations of a ward (practice.md) after the twelve most frequent ones. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deathOn, sampleDeath2016 } from '../../src/catalogue/testing-death.ts'
import { visits } from '../../src/modules/forms/index.ts'
import { listNewest } from '../../src/modules/notifications/index.ts'
import { openDesk, textOf } from './desk-client.ts'
import { declared, declaring, fileIt, inputsOf, type Family } from './family.ts'
import { photo } from './photo.ts'
import {
  bookPage,
  certificate,
  confirms,
  done,
  entryUrl,
  followed,
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

let ward: Ward

before(async () => {
  ward = await openWard()
})
after(() => ward.world.close())

test('13. twins: the second declaration is filled in from the first, each is registered', async () => {
  const first = await received(ward, {
    'child.name': { full: 'Kiều Bảo Châu' },
    'requester.name': { full: 'Kiều Văn Lộc' },
  })
  await toSigned(ward, first)
  const { family } = first
  const begun = await family.post(`${first.own}/khai-tiep`)
  const draftId = begun.location.split('/')[2] ?? ''
  const base = `/to-khai/${draftId}`
  const mother = family.answers['mother.name'] as { full: string } // a name, as the form asks it
  assert.match((await family.get(`${base}/me`)).body, new RegExp(`value="${mother.full}"`))
  const own = { 'child.name': { full: 'Kiều Bảo Trân' }, 'notice.number': '6190' }
  const twin: Family = { ...family, draftId, answers: { ...family.answers, ...own } }
  await declareAgain(twin)
  assert.match((await fileIt(ward.world, twin)).text, /Đã nộp hồ sơ/)
  const second = await followed(ward.world, twin)
  await done(ward.clerk.send(second.at, 'tiep-nhan'))
  const warned = textOf((await ward.officer.get(second.at)).html)
  assert.match(warned, /KIỀU BẢO CHÂU.* khác tên: có thể là trẻ sinh đôi/)
  await toSigned(ward, second, 'Sinh đôi, hai Giấy chứng sinh.')
  assert.notEqual(await entryUrl(ward, first), await entryUrl(ward, second))
  await handedOver(ward, first, 'Kiều Văn Lộc')
  await handedOver(ward, second, 'Kiều Văn Lộc')
})

/** The pages that a further child's declaration leaves open. */
async function declareAgain(twin: Family): Promise<void> {
  const { form, answers, draftId } = twin
  for (const { page, fields } of visits(form, answers)) {
    const photos = fields.filter(({ type, key }) => type === 'file' && key in answers)
    const files = photos.map(({ key }, index) => ({
      field: key,
      name: `${key}.png`,
      data: photo(60 + index),
    }))
    const url = `/to-khai/${draftId}/${page.key}`
    const inputs = inputsOf(form, page.key, answers)
    await (files.length > 0 ? twin.upload(`${url}/tai-len`, inputs, files) : twin.post(url, inputs))
  }
}

test('14. a deceased of whom only the year of birth is known is registered with the year', async () => {
  const answers = sampleDeath2016({ 'contact.phone': '0912700190' })
  const family = await declaring(ward.world, deathOn('2016-08-12'), answers)
  const receipt = await fileIt(ward.world, family)
  assert.match(receipt.text, /Đã nộp hồ sơ/)
  const one = await followed(ward.world, family)
  await done(ward.clerk.send(one.at, 'tiep-nhan'))
  await done(ward.officer.send(one.at, 'trinh'))
  const printed = await preview(one)
  assert.match(printed, /ĐẶNG THỊ NGOÃN Ngày, tháng, năm sinh 1931 Giới tính Nữ/)
  await confirms(one)
  await signed(ward, one)
  assert.match(await certificate(ward, one), /ĐẶNG THỊ NGOÃN Ngày, tháng, năm sinh: 1931 Giới tính/)
  assert.match(await bookPage(ward, one), /Đặng Thị Ngoãn .*Ngày, tháng, năm sinh 1931 /i)
  await handedOver(ward, one, 'Nguyễn Đắc Phúc')
})

test('15. another person collects: named in the form, the desk expects that person', async () => {
  const one = await received(ward, {
    'child.name': { full: 'Lại Quỳnh Chi' },
    'requester.name': { full: 'Lại Văn Thắng' },
    'collect.who': 'other',
    'collect.name': { full: 'Lại Thị Nết' },
  })
  await toSigned(ward, one)
  const { html } = await ward.clerk.get(`${one.at}/tra-ket-qua`)
  assert.match(html, /name="nguoi-nhan" value="Lại Thị Nết"/)
  await handedOver(ward, one, 'Lại Thị Nết, cô ruột của cháu')
  assert.match(textOf((await ward.officer.get(one.at)).html), /Lại Thị Nết, cô ruột của cháu/)
  assert.match(await told(one), /Đã trả kết quả/)
})

const langHa = {
  scope: 'city',
  unit: '00199',
  unitFrom: '2008-08-01',
  place: 'phường Láng Hạ, quận Đống Đa, Thành phố Hà Nội',
  line: 'Số 5 ngõ 79 phố Láng Hạ',
} as const

test('16. the wrong ward: the right one is named, and the declaration moves there', async () => {
  const family = await declared(
    ward.world,
    ownFamily({
      'child.name': { full: 'Tăng Hải Nam' },
      'requester.name': { full: 'Tăng Văn Đô' },
    }),
  )
  const base = `/to-khai/${family.draftId}`
  const { body } = await family.get(`${base}/kiem-tra`)
  const [, chosen = ''] = /name="agency" value="([^"]+)"/.exec(body) ?? []
  assert.equal(chosen, 'ubnd-00187-2008')
  await family.post(`${base}/kiem-tra`, { agency: chosen })
  const { form, answers } = family
  const moved = { ...answers, 'requester.residence': langHa, 'mother.residence': langHa }
  for (const page of ['nguoi-di-dang-ky', 'me'])
    await family.post(`${base}/${page}`, inputsOf(form, page, moved))
  const check = await family.get(`${base}/kiem-tra`)
  assert.match(check.text, /Nơi nhận hồ sơ đã thay đổi/)
  assert.match(check.text, /Chuyển tờ khai đến UBND phường Láng Hạ/)
  const [, right = ''] = /name="agency" value="([^"]+)"/.exec(check.body) ?? []
  await family.post(`${base}/kiem-tra`, { agency: right, _move: '1' })
  assert.match((await fileIt(ward.world, family)).text, /Đã nộp hồ sơ/)
  const { at } = await followed(ward.world, family)
  const lanha = await openDesk(ward.world, 'lanha')
  assert.match(textOf((await lanha.get(at)).html), /Tăng Hải Nam/)
  assert.equal((await ward.clerk.get(at)).status, 404)
})

test('17. a child who died two days old: messages about the birth stop, both are registered in one visit', async () => {
  const name = { full: 'Âu Nhật Hạ' }
  const father = { full: 'Âu Văn Thuần' }
  const birth = await received(ward, {
    'child.name': name,
    'child.birthDate': '2016-08-08',
    'requester.name': father,
  })
  await done(ward.officer.send(birth.at, 'dung-nhan-tin'))
  const before = await messagesTo(birth.family)
  const death = await declaring(
    ward.world,
    deathOn('2016-08-12'),
    sampleDeath2016({
      'contact.phone': '0912700191',
      'notice.number': '219/2016',
      'deceased.kind': 'newborn',
      'deceased.name': name,
      'deceased.birthDate': '2016-08-08',
      'deceased.idNumber': undefined,
      'requester.relation': 'parent',
      'requester.name': father,
      'newborn.birthTime': '04:15',
      'newborn.parentsAsk': true,
      'newborn.birthRegistered': false,
    }),
  )
  const check = (await death.get(`/to-khai/${death.draftId}/kiem-tra`)).text
  assert.match(check, /khai sinh.* cùng/i)
  assert.match((await fileIt(ward.world, death)).text, /Đã nộp hồ sơ/)
  const one = await followed(ward.world, death)
  await done(ward.clerk.send(one.at, 'tiep-nhan'))
  await toSigned(ward, birth)
  await toSigned(ward, one, 'Là cháu trong Sổ khai sinh, đăng ký cùng lúc.')
  await handedOver(ward, birth, 'Âu Văn Thuần')
  await handedOver(ward, one, 'Âu Văn Thuần')
  assert.match(await certificate(ward, one), /TRÍCH LỤC KHAI TỬ .*ÂU NHẬT HẠ .*08\/08\/2016/)
  assert.deepEqual(await messagesTo(birth.family), before)
})

async function messagesTo({ answers }: Family): Promise<string[]> {
  await ward.world.runJobs()
  const phone = String(answers['contact.phone']).slice(1)
  const newest = await listNewest(ward.world.deps.db)
  return newest.filter(({ recipient }) => recipient.endsWith(phone)).map(({ body }) => body)
}
