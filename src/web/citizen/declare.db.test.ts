import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listFilesOf } from '../../modules/intake/index.ts'
import { birthToday, declared, inputsOf } from '../../../tests/journeys/family.ts'
import { photo } from '../../../tests/journeys/photo.ts'
import { visitor } from '../../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { sampleBirth2016 } from '../../catalogue/testing.ts'

const START = '/to-khai/moi/dang-ky-khai-sinh'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const countDrafts = async () => {
  const { rows } = await world.deps.db.query<{ n: number }>('select count(*) as n from draft')
  return rows[0]!.n
}

async function draftRow(id: string) {
  const { rows } = await world.deps.db.query<{ resume_code: string; answers: unknown }>(
    'select * from draft where id = $1',
    [id],
  )
  return rows[0]!
}

async function started() {
  const { form } = await birthToday(world)
  const me = visitor(world.app)
  const begun = await me.post(START, inputsOf(form, 'nguoi-di-dang-ky', sampleBirth2016()))
  const draftId = begun.location.split('/')[2] ?? ''
  await me.get(begun.location)
  return { me, form, draftId, base: `/to-khai/${draftId}` }
}

test('opening the form, or sending it empty, leaves no draft behind', async () => {
  const before = await countDrafts()
  const me = visitor(world.app)
  assert.equal((await me.get(START)).status, 200)
  const empty = await me.post(START)
  assert.equal(empty.status, 422)
  assert.match(empty.body, /<title>Lỗi: Người đi đăng ký/)
  assert.match(empty.text, /Có 7 chỗ cần sửa/)
  assert.equal(await countDrafts(), before)
})

test('the first answers make the draft and lead to the next page', async () => {
  const { me, base } = await started()
  const next = await me.get(`${base}/tre`)
  assert.equal(next.status, 200)
  assert.match(next.text, /Bước 2 trên 7/)
  assert.match(next.text, /Đã lưu lúc 14:00\. Tờ khai giữ trong 30 ngày\. Mã tiếp tục \w{4} \w{4}/)
})

test('whoever starts again is first offered the draft of this browser', async () => {
  const { me, draftId } = await started()
  const offer = await me.get(START)
  assert.match(offer.text, /Ông\/bà có tờ khai đang làm dở/)
  assert.match(offer.body, new RegExp(`href="/to-khai/${draftId}"`))
  assert.match((await me.get(`${START}?moi=1`)).text, /Ông\/bà là gì của trẻ/)
  assert.doesNotMatch((await visitor(world.app).get(START)).text, /đang làm dở/)
})

test('a wrong answer is saved, told at the field and in the summary, and the page stays', async () => {
  const { me, base, form } = await started()
  const inputs = {
    ...inputsOf(form, 'tre', sampleBirth2016()),
    'child.name.given': '',
    'child.birthDate.day': '31',
    'child.birthDate.month': '2',
  }
  const wrong = await me.post(`${base}/tre`, inputs)
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /<title>Lỗi: Thông tin của trẻ/)
  assert.match(wrong.text, /Có 2 chỗ cần sửa/)
  assert.match(
    wrong.body,
    /name="child.birthDate.day"[^>]*value="31"|value="31"[^>]*name="child.birthDate.day"/,
  )
  const later = await me.get(`${base}/tre`)
  assert.match(later.body, /value="Minh"/)
  assert.match(later.body, /value="31"/)
})

test('what cannot be read at all is shown again as typed', async () => {
  const { me, base, form } = await started()
  const inputs = { ...inputsOf(form, 'tre', sampleBirth2016()), 'child.birthDate.month': '13' }
  const wrong = await me.post(`${base}/tre`, inputs)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Tháng phải là số từ 1 đến 12/)
  assert.match(wrong.body, /value="13"/)
})

test('a field that the page has not is refused and changes nothing', async () => {
  const { me, base, draftId, form } = await started()
  const before = await draftRow(draftId)
  const inputs = { ...inputsOf(form, 'tre', sampleBirth2016()), 'child.rank': 'prince' }
  assert.equal((await me.post(`${base}/tre`, inputs)).status, 422)
  assert.deepEqual(await draftRow(draftId), before)
})

test('another browser cannot know that the draft exists', async () => {
  const { base, draftId } = await started()
  const stranger = visitor(world.app)
  await stranger.post(START, { 'requester.name.full': 'Lê Văn Thắng' })
  for (const path of [base, `${base}/tre`, `${base}/kiem-tra`, `/ho-so/${draftId}`])
    assert.equal((await stranger.get(path)).status, 404, path)
  assert.equal((await stranger.post(`${base}/tre`, {})).status, 404)
})

test('a name that several communes have is answered with radios, without JavaScript', async () => {
  const { me, base, form } = await started()
  const inputs = inputsOf(form, 'tre', sampleBirth2016())
  const city = {
    ...inputs,
    'child.homeTown.scope': 'city',
    'child.homeTown.unitText': 'Tân Lập',
    'child.homeTown.place': '',
  }
  const asked = await me.post(`${base}/tre`, { ...city, 'child.homeTown.unitText': 'xuan' })
  assert.equal(asked.status, 422)
  assert.match(
    asked.body,
    /type="radio"[^>]*name="child.homeTown.unit"|name="child.homeTown.unit"[^>]*type="radio"/,
  )
  const unit = /name="child.homeTown.unit"[^>]*value="(\d{5}@[\d-]+)"/.exec(asked.body)?.[1] ?? ''
  const chosen = await me.post(`${base}/tre`, {
    ...city,
    'child.homeTown.unitText': '',
    'child.homeTown.unit': unit,
  })
  assert.equal(chosen.status, 303)
})

test('answers that a new answer hides are named on the next page, and come back', async () => {
  const me = await declared(world)
  const base = `/to-khai/${me.draftId}`
  const mother = inputsOf(me.form, 'me', me.answers)
  const next = await me.send(`${base}/me`, { ...mother, 'parents.relation': 'motherOnly' })
  assert.match(next.text, /Có mục không còn hỏi nữa/)
  assert.match(next.text, /Năm sinh của cha/)
  await me.post(`${base}/me`, mother)
  assert.match((await me.get(`${base}/cha`)).body, /value="1988"/)
})

test('each bad file is refused at its field, and the good ones are kept', async () => {
  const me = await declared(world)
  const path = `/to-khai/${me.draftId}/giay-to/tai-len`
  const before = await listFilesOf(world.deps.db, me.draftId)
  const inputs = inputsOf(me.form, 'giay-to', me.answers)
  const field = 'file.birthNotice'
  const script = Buffer.from(
    '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\nendobj\n' +
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n' +
      'trailer\n<</Root 1 0 R>>\n%%EOF\n',
  )
  const sent = await me.upload(path, { ...inputs, _upload: field }, [
    { field, name: 'trong.jpg', data: Buffer.alloc(0) },
    { field, name: 'to.png', data: Buffer.concat([photo(1), Buffer.alloc(30_000_000)]) },
    { field, name: 'chuong-trinh.jpg', data: Buffer.from('MZ\x90\x00 this is a program') },
    { field, name: 'ma.pdf', data: script },
    { field, name: 'moi.png', data: photo(33) },
    { field, name: 'lai-lan-nua.png', data: photo(33) },
  ])
  assert.equal(sent.status, 422)
  for (const name of ['trong.jpg', 'to.png', 'chuong-trinh.jpg', 'ma.pdf', 'lai-lan-nua.png'])
    assert.match(sent.text, new RegExp(`“${name}”: \\S`), name)
  assert.doesNotMatch(sent.text, /“moi\.png”/)
  const files = await listFilesOf(world.deps.db, me.draftId)
  const added = files.filter(({ id }) => !before.some((known) => known.id === id))
  assert.deepEqual(
    added.map(({ name }) => name),
    ['moi.png'],
  )
  const file = added[0]!
  const shown = await me.get(`/to-khai/${me.draftId}/tep/${file.id}`)
  assert.equal(shown.status, 200)
  assert.equal((await visitor(world.app).get(`/to-khai/${me.draftId}/tep/${file.id}`)).status, 404)
  await me.get(`/to-khai/${me.draftId}/giay-to`)
  const gone = await me.upload(path, { ...inputs, _removeFile: `${field}:${file.id}` }, [])
  assert.equal(gone.status, 303)
  assert.equal((await listFilesOf(world.deps.db, me.draftId)).length, before.length)
})

test('the resume code opens the draft on another device, and wrong codes are counted', async () => {
  const { draftId } = await started()
  const draft = await draftRow(draftId)
  const other = visitor(world.app)
  assert.match((await other.post('/tiep-tuc', { code: '2222 2222' })).text, /Có 1 chỗ cần sửa/)
  const opened = await other.send('/tiep-tuc', { code: draft.resume_code.toLowerCase() })
  assert.equal(opened.location, `/to-khai/${draftId}/tre`)
  const guesser = visitor(world.app)
  let last = 0
  for (let tries = 0; tries < 60 && last !== 429; tries += 1)
    last = (await guesser.post('/tiep-tuc', { code: '3333 3333' })).status
  assert.equal(last, 429)
  const throttled = await guesser.post('/tiep-tuc', { code: draft.resume_code })
  assert.match(throttled.text, /Tạm dừng nhập mã từ mạng này/)
  world.clock.advance(16 * 60_000)
  assert.equal((await guesser.post('/tiep-tuc', { code: draft.resume_code })).status, 303)
  world.clock.advance(-16 * 60_000)
})

test('“Để làm sau” saves what is there without asking for the rest', async () => {
  const { me, base } = await started()
  const later = await me.send(`${base}/tre`, { 'child.name.given': 'An', _later: '1' })
  assert.match(later.text, /Đã lưu tờ khai/)
  assert.match((await me.get(`${base}/tre`)).body, /value="An"/)
})

test('a draft can be thrown away, after one question', async () => {
  const { me, base } = await started()
  assert.match((await me.get(`${base}/bo`)).text, /Bỏ tờ khai này\?/)
  assert.equal((await me.post(`${base}/bo`)).location, '/thu-tuc/dang-ky-khai-sinh')
  assert.equal((await me.get(base)).status, 404)
})

test('every page of the declaration is there in English', async () => {
  const { me, draftId } = await started()
  const english = await me.get(`/en/to-khai/${draftId}/tre`)
  assert.match(english.text, /Step 2 of 7/)
  assert.match(english.body, new RegExp(`action="/en/to-khai/${draftId}/tre"`))
})
