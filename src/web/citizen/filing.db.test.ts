import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { declared, fileIt, inputsOf, type Family } from '../../../tests/journeys/family.ts'
import { visitor } from '../../../tests/journeys/visitor.ts'
import { FRIDAY_AFTERNOON, openWorld, type World } from '../../../tests/journeys/world.ts'

const elsewhere = {
  scope: 'elsewhere',
  place: 'phường Trần Phú, thành phố Hải Dương, tỉnh Hải Dương',
  line: 'Số 3',
} as const

/** Sơn Tây was not part of the first wave. */
const notOnline = {
  scope: 'city',
  unit: '09574',
  unitFrom: '2008-08-01',
  place: '',
  line: 'Số 5',
} as const

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())
afterEach(() => {
  // Each person has another phone, so that codes are not counted together.
  world.clock.set(FRIDAY_AFTERNOON)
})

let phones = 0
const family = (change: Parameters<typeof declared>[1] = {}): Promise<Family> => {
  phones += 1
  const phone = `09123450${String(phones).padStart(2, '0')}`
  return declared(world, { 'contact.phone': phone, ...change })
}
const base = (me: Family) => `/to-khai/${me.draftId}`

test('a complete declaration is filed and answered at once with code, number, QR and list', async () => {
  const me = await family()
  const check = await me.get(`${base(me)}/kiem-tra`)
  assert.match(check.text, /Hồ sơ được gửi đến: UBND phường Láng Thượng/)
  const receipt = await fileIt(world, me)
  assert.equal(receipt.status, 200)
  assert.match(receipt.text, /Đã nộp hồ sơ/)
  assert.match(receipt.text, /Mã tra cứu \d{3} \d{3} \d{4}/)
  assert.match(receipt.text, /000\.01\.87\.H26-160812-\d{4}/)
  assert.match(receipt.text, /Phường trả lời trước 14:00 thứ Hai, 15\/08\/2016/)
  assert.match(receipt.text, /file\.birthNotice\.png , \d+ KB mã kiểm tra [0-9a-f]{16}/)
  assert.match(receipt.body, /<svg viewBox[^>]*shape-rendering/)
  assert.match(
    (await me.get(`/ho-so/${me.draftId}/giay-nop`)).text,
    /16 giờ|14 giờ 00 phút, ngày 15 tháng 8 năm 2016/,
  )
})

test('sent five times at once and once more, it is one dossier', async () => {
  const me = await family()
  await me.get(`${base(me)}/kiem-tra`)
  const phone = String(me.answers['contact.phone'])
  await me.post(`${base(me)}/so-dien-thoai`, { phone })
  const code = /\d{6}/.exec(await world.newestMessageTo(phone))?.[0] ?? ''
  await me.get((await me.post(`${base(me)}/so-dien-thoai/ma`, { code })).location)
  const sent = await Promise.all([1, 2, 3, 4, 5].map(() => me.post(`${base(me)}/nop`)))
  const again = await me.post(`${base(me)}/nop`)
  for (const { status, location } of [...sent, again]) {
    assert.equal(status, 303)
    assert.equal(location, `/ho-so/${me.draftId}/da-nop`)
  }
  const { rows } = await world.deps.db.query('select 1 from dossier where id = $1', [me.draftId])
  assert.equal(rows.length, 1)
  assert.equal((await me.get(`${base(me)}/tre`)).location, `/ho-so/${me.draftId}/da-nop`)
})

test('nothing is filed without a confirmed phone; a wrong code says so at the field', async () => {
  const me = await family()
  await me.get(`${base(me)}/kiem-tra`)
  assert.equal((await me.post(`${base(me)}/nop`)).location, `${base(me)}/so-dien-thoai`)
  assert.equal((await me.post(`${base(me)}/kiem-tra`)).location, `${base(me)}/so-dien-thoai`)
  assert.match(
    (await me.post(`${base(me)}/so-dien-thoai`, { phone: '12' })).body,
    /id="phone-error"/,
  )
  await me.post(`${base(me)}/so-dien-thoai`, { phone: '0912 999 111' })
  assert.match(
    (await me.post(`${base(me)}/so-dien-thoai/ma`, { code: '' })).text,
    /Nhập mã xác nhận/,
  )
  const code = /\d{6}/.exec(await world.newestMessageTo('0912999111'))?.[0] ?? ''
  const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  const wrong = await me.post(`${base(me)}/so-dien-thoai/ma`, { code: other })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Mã xác nhận chưa đúng/)
  assert.equal(
    (await me.post(`${base(me)}/so-dien-thoai/ma`, { code })).location,
    `${base(me)}/nop`,
  )
})

test('what is missing is named with a link, and there is no way on', async () => {
  const me = await family()
  await me.get(`${base(me)}/tre`)
  await me.post(`${base(me)}/tre`, {
    ...inputsOf(me.form, 'tre', me.answers),
    'child.name.given': '',
  })
  const check = await me.get(`${base(me)}/kiem-tra`)
  assert.match(check.text, /Còn 1 phần chưa xong/)
  assert.match(check.body, new RegExp(`href="${base(me)}/tre\\?loi=1"`))
  assert.doesNotMatch(check.text, /Tiếp tục: xác nhận số điện thoại/)
  assert.equal((await me.post(`${base(me)}/nop`)).location, `${base(me)}/so-dien-thoai`)
  const named = await me.get(`${base(me)}/tre?loi=1`)
  assert.equal(named.status, 422)
})

test('parents in two wards choose; a choice that is no longer competent is moved', async () => {
  const langHa = { ...notOnline, unit: '00199', place: '' } as const
  const me = await family({ 'mother.residence': langHa })
  const check = await me.get(`${base(me)}/kiem-tra`)
  assert.match(check.text, /UBND phường Láng Thượng/)
  assert.match(check.text, /UBND phường Láng Hạ/)
  const unchosen = await me.post(`${base(me)}/kiem-tra`)
  assert.equal(unchosen.status, 422)
  assert.match(unchosen.text, /Chọn nơi nhận hồ sơ/)
  const value = /name="agency"[^>]*value="([^"]+)"/g
  const second = [...check.body.matchAll(value)][1]?.[1] ?? ''
  assert.equal(
    (await me.post(`${base(me)}/kiem-tra`, { agency: second })).location,
    `${base(me)}/so-dien-thoai`,
  )
  const mother = { ...inputsOf(me.form, 'me', me.answers) }
  await me.post(`${base(me)}/me`, {
    ...mother,
    'mother.residence.unit': '',
    'mother.residence.unitText': 'láng thượng',
  })
  const moved = await me.get(`${base(me)}/kiem-tra`)
  assert.match(moved.text, /UBND phường Láng Hạ không có thẩm quyền/)
  assert.match(moved.text, /Chuyển tờ khai đến UBND phường Láng Thượng/)
  const first = [...moved.body.matchAll(/name="agency" value="([^"]+)"/g)][0]?.[1] ?? ''
  await me.post(`${base(me)}/kiem-tra`, { agency: first, _move: '1' })
  assert.match(
    (await me.get(`${base(me)}/kiem-tra`)).text,
    /Hồ sơ được gửi đến: UBND phường Láng Thượng/,
  )
})

test('a ward that is not online names its counter and takes nothing', async () => {
  const me = await family({ 'requester.residence': notOnline, 'mother.residence': notOnline })
  const check = await me.get(`${base(me)}/kiem-tra`)
  assert.match(check.text, /chưa nhận hồ sơ qua mạng/)
  assert.match(check.text, /Ông\/bà nộp tại quầy/)
  assert.doesNotMatch(check.body, /class="btn btn--big"/)
})

test('parents who both live outside the city are told where to go', async () => {
  const me = await family({ 'requester.residence': elsewhere, 'mother.residence': elsewhere })
  assert.match((await me.get(`${base(me)}/kiem-tra`)).text, /Chưa xác định được nơi nhận hồ sơ/)
})

test('a birth declared late is noted with its basis, and filed all the same', async () => {
  const me = await family({ 'child.birthDate': '2016-05-01' })
  const check = await me.get(`${base(me)}/kiem-tra`)
  assert.match(check.text, /Căn cứ: /)
  assert.match((await fileIt(world, me)).text, /Đã nộp hồ sơ/)
})

test('when the law changed meanwhile, what changed is shown and no answer is lost', async () => {
  world.clock.set(new Date('2018-06-20T09:00:00+07:00'))
  const me = await family({ 'child.birthDate': '2018-06-10' })
  world.clock.set(new Date('2018-06-22T09:00:00+07:00'))
  const led = await me.get(`${base(me)}/kiem-tra`)
  assert.equal(led.location, `${base(me)}/luat-moi`)
  const law = await me.get(led.location)
  assert.match(law.text, /Quy định đã thay đổi từ khi ông\/bà mở tờ khai/)
  assert.match(law.text, /Nghị định 61\/2018\/NĐ-CP/)
  await me.post(`${base(me)}/luat-moi`)
  assert.match((await me.get(`${base(me)}/kiem-tra`)).text, /Nguyễn Minh An/)
  assert.match((await fileIt(world, me)).text, /Đã nộp hồ sơ/)
})

test('a ward that ended while the declaration was open names its successors to choose from', async () => {
  world.clock.set(new Date('2025-06-27T09:00:00+07:00'))
  const me = await family({
    'child.birthDate': '2025-06-20',
    'notice.book': '06/2025',
    'birth.place': elsewhere,
    'filing.commune': { ...notOnline, unit: '00187', line: '' },
  })
  world.clock.set(new Date('2025-07-02T09:00:00+07:00'))
  await me.get((await me.get(`${base(me)}/kiem-tra`)).location)
  const begun = await me.post(`${base(me)}/luat-moi`)
  assert.equal((await me.get(begun.location)).location, `${base(me)}/nguoi-di-dang-ky`)
  const page = await me.get(`${base(me)}/nguoi-di-dang-ky?loi=1`)
  assert.match(page.text, /“phường Láng Thượng.*” không còn\. Nay là: .*phường Láng/)
  assert.match(page.body, /name="filing\.commune\.unit"[^>]*value="00199@2025-07-01"/)
})

test('the next child of the same birth begins with the parents filled in', async () => {
  const me = await family()
  await fileIt(world, me)
  const begun = await me.post(`/ho-so/${me.draftId}/khai-tiep`)
  const draftId = begun.location.split('/')[2] ?? ''
  assert.notEqual(draftId, me.draftId)
  assert.match((await me.get(`/to-khai/${draftId}/me`)).body, /value="Trần Thị Bích Ngọc"/)
  assert.doesNotMatch((await me.get(`/to-khai/${draftId}/tre`)).body, /value="Minh"/)
})

test('a confirmed phone lists its drafts and dossiers in another browser', async () => {
  const me = await family()
  await fileIt(world, me)
  const phone = String(me.answers['contact.phone'])
  const other = visitor(world.app)
  assert.equal((await other.get('/ho-so-cua-toi')).location, '/dang-nhap?ve=%2Fho-so-cua-toi')
  world.clock.advance(60_000)
  assert.match((await other.post('/dang-nhap', { phone })).text, /Đã gửi mã tới số/)
  const code = /\d{6}/.exec(await world.newestMessageTo(phone))?.[0] ?? ''
  const signed = await other.post('/dang-nhap/ma', { phone, code, ve: '/ho-so-cua-toi' })
  assert.equal(signed.location, '/ho-so-cua-toi')
  assert.match((await other.get('/ho-so-cua-toi')).text, /Đăng ký khai sinh: Nguyễn Minh An/)
  assert.equal((await other.get(`/ho-so/${me.draftId}`)).status, 200)
  await other.post('/dang-xuat')
  assert.equal((await other.get(`/ho-so/${me.draftId}`)).status, 404)
})
