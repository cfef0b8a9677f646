import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  decline,
  open,
  propose,
  receive,
  requestSupplement,
  viewForStaff,
  type SupplementItem,
} from '../../modules/dossiers/index.ts'
import { handOver, originalsToCompare, sign } from '../../modules/registry/index.ts'
import { declared, fileIt, type Family } from '../../../tests/journeys/family.ts'
import { officer } from '../../../tests/journeys/officers.ts'
import { photo } from '../../../tests/journeys/photo.ts'
import { visitor } from '../../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

let phones = 0
async function filed(): Promise<Family & { path: string }> {
  phones += 1
  const phone = `09123460${String(phones).padStart(2, '0')}`
  const me = await declared(world, {
    'contact.phone': phone,
    'notice.number': `46${phones}`,
    'mother.idNumber': String(12_347_000 + phones).padStart(9, '0'),
  })
  await fileIt(world, me)
  return { ...me, path: `/ho-so/${me.draftId}` }
}

let keys = 0
/** What every act at the desk needs, of the dossier as it is now. */
async function act(login: string, id: string) {
  const ctx = await officer(world, login)
  const view = await viewForStaff(ctx, id)
  keys += 1
  const { code, version } = view.dossier
  return { ctx, view, input: { code, version, requestKey: `desk-${keys}` } }
}

async function received(me: Family) {
  const { ctx, input } = await act('hang', me.draftId)
  await receive(ctx, input)
}

async function asked(me: Family, items: readonly Omit<SupplementItem, 'id'>[]) {
  const { ctx, input } = await act('yen', me.draftId)
  await requestSupplement(ctx, { ...input, items })
}

async function proposed(me: Family) {
  const { ctx, input } = await act('yen', me.draftId)
  await propose(ctx, { ...input, remark: 'đã xem' })
}

async function signed(me: Family) {
  const { ctx, view, input } = await act('vinh', me.draftId)
  await open(ctx, view.dossier)
  await sign(ctx, input)
  await world.runJobs()
}

async function collected(me: Family) {
  const { ctx, view, input } = await act('hang', me.draftId)
  const answers = view.declarations[0]!.answers
  await handOver(ctx, {
    ...input,
    compared: originalsToCompare(view.definition, answers).map(({ key }) => key),
    paperBook: '01',
    paperPage: 12,
    collector: 'cha của trẻ',
  })
}

test('before receipt it shows by when the ward answers and how long it has waited', async () => {
  const me = await filed()
  world.clock.advance(60 * 60_000)
  const page = await me.get(me.path)
  assert.match(page.text, /Phường trả lời trước 14:00 thứ Hai, 15\/08\/2016/)
  assert.match(page.text, /Đã chờ 1 giờ làm việc/)
  world.clock.advance(-60 * 60_000)
  await received(me)
  const due = await me.get(me.path)
  assert.match(due.text, /Hẹn trả kết quả Thứ Sáu, 12\/08\/2016 Trước 16:30/)
  assert.match((await me.get(`${me.path}/giay-hen`)).text, /hẹn trả kết quả .*16 giờ 30 phút/i)
  assert.match(due.text, /Phường tiếp nhận hồ sơ 14:00 thứ Sáu, 12\/08\/2016 · Trần Thu Hằng/)
})

test('a stranger with the look-up number or the QR sees status and place, and no name', async () => {
  const me = await filed()
  const { view } = await act('hang', me.draftId)
  const { code, lookupNo, secret } = view.dossier
  const stranger = visitor(world.app)
  for (const path of [`/tra-cuu?ma=${lookupNo}`, `/tra-cuu?ma=${code}`, `/q/${secret}`]) {
    const page = await stranger.get(path)
    assert.equal(page.status, 200, path)
    assert.match(page.text, /Đã nộp, chờ tiếp nhận/)
    assert.match(page.text, /UBND phường Láng Thượng/)
    assert.doesNotMatch(page.text, /Nguyễn|Minh An|0912/)
  }
  assert.equal((await me.get(`/tra-cuu?ma=${lookupNo}`)).location, me.path)
  assert.equal((await stranger.get(me.path)).status, 404)
  assert.equal((await stranger.get(`${me.path}/to-khai.pdf`)).status, 404)
  assert.equal((await stranger.get('/q/khong-co')).status, 404)
})

test('a number with one wrong digit, or of no dossier, is answered with what to do', async () => {
  const me = visitor(world.app)
  const wrong = await me.get('/tra-cuu?ma=1234567890')
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /<title>Lỗi: /)
  assert.match((await me.get('/tra-cuu?ma=abc')).body, /id="ma-error"/)
  assert.match((await me.get('/tra-cuu?ma=')).text, /Nhập mã tra cứu hoặc mã hồ sơ/)
  const unknown = await me.get('/tra-cuu?ma=000.01.87.H26-160812-9999')
  assert.equal(unknown.status, 422)
})

test('a supplement is answered at once; both values stay in sight', async () => {
  const me = await filed()
  await received(me)
  await asked(me, [
    {
      kind: 'field',
      about: 'mother.name',
      reason: 'Giấy chứng sinh ghi khác.',
      proposed: { full: 'Trần Thị Ngọc Bích' },
    },
    { kind: 'field', about: 'birth.facility', reason: 'Ghi theo con dấu.' },
    { kind: 'paper', about: 'giay-chung-sinh', reason: 'Ảnh mờ.' },
  ])
  world.clock.advance(60_000)
  assert.match((await me.get(me.path)).text, /Cần bổ sung 3 chỗ/)
  const page = await me.get(`${me.path}/bo-sung`)
  assert.match(page.text, /Đồng ý ghi: Trần Thị Ngọc Bích/)
  const wrong = await me.upload(`${me.path}/bo-sung`, { 'birth.facility': '' }, [
    { field: 'file.birthNotice', name: 'ro-hon.png', data: photo(61) },
  ])
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Có 2 chỗ cần sửa/)
  assert.match(wrong.text, /ro-hon\.png/)
  const kept = /name="_kept"[^>]*value="([^"]+)"/.exec(wrong.body)?.[1] ?? ''
  const stranger = kept.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  const fields = {
    '_item.1.how': 'accept',
    'birth.facility': 'Bệnh viện Phụ sản Hà Nội, cơ sở 1',
  }
  const forged = await me.upload(`${me.path}/bo-sung`, { ...fields, _kept: stranger }, [])
  assert.match(forged.text, /Tải lên giấy tờ này/)
  const sent = await me.upload(`${me.path}/bo-sung`, { ...fields, _kept: kept }, [])
  assert.equal(sent.location, me.path)
  const after = await me.get(me.path)
  assert.match(after.text, /Đã khai: Trần Thị Bích Ngọc Nay khai: Trần Thị Ngọc Bích/)
  assert.match(after.text, /Đã gửi 1 tệp/)
  assert.match(after.text, /Phường đang giải quyết/)
  assert.equal((await me.get(`${me.path}/bo-sung`)).location, me.path)
})

test('the preview is read word by word, disputed, then confirmed', async () => {
  const me = await filed()
  await received(me)
  await proposed(me)
  const page = await me.get(`${me.path}/ban-xem-truoc`)
  assert.match(page.text, /Họ, chữ đệm, tên NGUYỄN MINH AN/)
  assert.match(page.text, /ngày tám tháng tám năm hai nghìn không trăm mười sáu/i)
  const pdf = await me.get(`${me.path}/ban-xem-truoc.pdf`)
  assert.match(pdf.body, /^%PDF/)
  const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? ''
  const silent = await me.post(`${me.path}/ban-xem-truoc`, {
    version,
    act: 'dispute',
    remark: ' ',
  })
  assert.equal(silent.status, 422)
  const remark = 'Tên mẹ là Bích Ngọc.'
  await me.post(`${me.path}/ban-xem-truoc`, { version, act: 'dispute', remark })
  assert.match((await me.get(me.path)).text, /báo bản xem trước chưa đúng .*Tên mẹ là Bích Ngọc/)
  await proposed(me)
  const stale = await me.post(`${me.path}/ban-xem-truoc`, { version, act: 'confirm' })
  assert.equal(stale.status, 200, 'another preview than the one that was on the page')
  const now = /name="version" value="(\d+)"/.exec(stale.body)?.[1] ?? ''
  await me.post(`${me.path}/ban-xem-truoc`, { version: now, act: 'confirm' })
  await me.post(`${me.path}/ban-xem-truoc`, { version: now, act: 'confirm' })
  assert.match((await me.get(me.path)).text, /đã xác nhận bản xem trước .*Chờ ký/)
})

test('the certificate is checked by its QR before and after collection, without names', async () => {
  const me = await filed()
  await received(me)
  await proposed(me)
  const preview = await me.get(`${me.path}/ban-xem-truoc`)
  const version = /name="version" value="(\d+)"/.exec(preview.body)?.[1] ?? ''
  await me.post(`${me.path}/ban-xem-truoc`, { version, act: 'confirm' })
  await signed(me)
  const ready = await me.get(me.path)
  assert.match(ready.text, /Mời ông\/bà đến nhận Giấy khai sinh .*Giấy chứng sinh/)
  assert.match(ready.text, /Số 1\/2016/)
  assert.notEqual((await me.get(`${me.path}/ket-qua.pdf`)).status, 200)
  const { rows } = await world.deps.db.query<{ token: string }>(
    'select token from certificate where dossier_id = $1',
    [me.draftId],
  )
  const check = `/kiem-tra/${rows[0]!.token}`
  const anybody = visitor(world.app)
  assert.match((await anybody.get(check)).text, /Đã ký, chưa trả cho người dân/)
  await collected(me)
  const valid = await anybody.get(check)
  assert.match(valid.text, /Giấy tờ có giá trị/)
  assert.match(valid.text, /Ủy ban nhân dân phường Láng Thượng/)
  assert.doesNotMatch(valid.text, /Nguyễn|Minh An/)
  const result = await me.get(`${me.path}/ket-qua.pdf`)
  assert.match(result.body, /^%PDF/)
  assert.match((await me.get(me.path)).text, /Ông\/bà đã ký Sổ hộ tịch và nhận Giấy khai sinh/)
})

test('any other token of a certificate gets the same answer', async () => {
  const me = visitor(world.app)
  const answers = await Promise.all(
    ['x', 'q3Jk9XcWm2T0aB5dVhZ7sA', '1%27--', 'a'.repeat(250)].map((token) =>
      me.get(`/kiem-tra/${token}`),
    ),
  )
  for (const { status, text } of answers) {
    assert.equal(status, 404)
    assert.match(text, /Không tìm thấy giấy tờ này/)
  }
})

test('a declined dossier says why and what to do now', async () => {
  const me = await filed()
  const { ctx, input } = await act('hang', me.draftId)
  await decline(ctx, { ...input, reason: 'Trẻ đã được đăng ký khai sinh.' })
  const page = await me.get(me.path)
  assert.match(page.text, /Hồ sơ không được tiếp nhận Lý do: Trẻ đã được đăng ký khai sinh/)
  assert.match(page.text, /Khai hồ sơ mới/)
})

test('a dossier is taken back after one question, and only before the end', async () => {
  const me = await filed()
  assert.match((await me.get(`${me.path}/rut`)).text, /Rút hồ sơ\?/)
  await me.post(`${me.path}/rut`)
  assert.equal((await me.post(`${me.path}/rut`)).location, me.path)
  assert.match((await me.get(me.path)).text, /Ông\/bà đã rút hồ sơ/)
  assert.equal((await me.get(`${me.path}/rut`)).location, me.path)
})

test('the declaration as filed is a PDF for its owner', async () => {
  const me = await filed()
  const pdf = await me.get(`${me.path}/to-khai.pdf`)
  assert.equal(pdf.status, 200)
  assert.match(pdf.body, /^%PDF/)
})

test('it shows messages in the demo, and does not exist elsewhere', async () => {
  const demo = await openWorld()
  assert.equal((await visitor(demo.app).get('/hop-thu-demo')).status, 200)
  await demo.close()
  const real = await openWorld({ demo: false })
  assert.equal((await visitor(real.app).get('/hop-thu-demo')).status, 404)
  await real.close()
})
