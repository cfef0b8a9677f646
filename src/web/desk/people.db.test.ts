import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { findStaffByLogin } from '../../modules/accounts/index.ts'
import { loadCity } from '../../modules/agencies/index.ts'
import { decidePerson } from '../../modules/dossiers/index.ts'
import {
  findPerson,
  listSubjectDecisions,
  openPerson,
  recordBirth,
  recordDeath,
  searchPeople,
  type Identity,
} from '../../modules/persons/index.ts'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createLog } from '../../platform/log.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openDesk, textOf } from '../../../tests/journeys/desk-client.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, officer, chairman, file, received, toSign } = ward
const { ctx } = world
const AGENCY = 'ubnd-00187-2008'

const khue: Identity = {
  name: 'Nguyễn Trà Khuê',
  sex: 'female',
  birthDate: plainDate('2016-08-02'),
  motherName: 'Trịnh Thị Sen',
  fatherName: 'Nguyễn Đắc Khoa',
}

let no = 500
const record = (person: Identity): Promise<string> =>
  recordBirth(ctx, ctx.db, {
    entry: { agencyId: AGENCY, book: 'birth', year: 2016, no: ++no },
    person,
  })

/** Declared as `person`, with the mistakes that people make. */
const declaring = (person: Identity, change: Record<string, string> = {}) => ({
  'child.name': { full: change['name'] ?? person.name },
  'child.birthDate': change['birthDate'] ?? person.birthDate!,
  'mother.name': { full: person.motherName! },
})

const refuses = (code: string) => (error: unknown) =>
  error instanceof Refusal && error.code === code

test('a person who is likely the subject is shown with reasons, and needs a remark', async () => {
  const personId = await record(khue)
  const { dossier } = await received(
    declaring(khue, { name: 'Nguyen Tra Khue', birthDate: '2016-02-08' }),
  )
  const page = textOf((await officer.get(url(dossier))).html)
  assert.match(page, /Người có thể trùng: NGUYỄN TRÀ KHUÊ, sinh 02\/08\/2016/)
  assert.match(page, /Sổ đăng ký khai sinh năm 2016, số 501\/2016, UBND phường Láng Thượng/)
  assert.match(page, /Rất có thể là một người: trùng tên khi bỏ dấu; ngày và tháng đảo nhau/)
  const refused = await officer.send(url(dossier), 'trinh')
  assert.equal(refused.status, 422)
  assert.match(textOf(refused.html), /Cần ghi ý kiến khi trình/)
  const compared = await officer.get(url(dossier, `nguoi/${personId}`))
  assert.match(textOf(compared.html), /Họ và tên mẹ TRỊNH THỊ SEN TRỊNH THỊ SEN Giống/i)
  assert.doesNotMatch(textOf(compared.html), /Đúng là người này/)
  const sent = await officer.send(url(dossier), 'trinh', { remark: 'Đã gọi hỏi gia đình.' })
  assert.equal(sent.status, 303)
})

test('“not the same” is kept with who and when; then no remark is needed', async () => {
  const trac = { ...khue, name: 'Nguyễn Quý Trác', motherName: 'Khuất Thị Mận' }
  const personId = await record(trac)
  const { dossier } = await received(declaring(trac, { birthDate: '2016-08-03' }))
  const dismissed = await officer.send(url(dossier), 'nguoi', { la: 'other' })
  assert.match(textOf((await officer.follow(dismissed)).html), /không phải cùng một người/)
  const decisions = await listSubjectDecisions(ctx.db, dossier.id)
  const yen = (await findStaffByLogin(ctx.db, 'yen'))!.id
  assert.deepEqual(
    decisions.map(({ personId: id, verdict, decidedBy }) => [id, verdict, decidedBy]),
    [[personId, 'other', yen]],
  )
  assert.doesNotMatch((await officer.get(url(dossier))).html, /Người có thể trùng/)
  assert.equal((await officer.get(url(dossier, `nguoi/${personId}`))).status, 404)
  assert.equal((await officer.send(url(dossier), 'trinh')).status, 303)
})

test('“it is this person” joins the birth to somebody known without a birth entry', async () => {
  const deceased = { ...khue, name: 'Nguyễn Lộc Vừng', motherName: 'Đàm Thị Lụa' }
  const personId = await recordDeath(ctx, ctx.db, {
    entry: { agencyId: AGENCY, book: 'death', year: 2016, no: 7 },
    person: deceased,
    diedOn: plainDate('2016-08-04'),
  })
  const dossier = await file(declaring(deceased)).then((filed) => filed.dossier)
  const at = url(dossier, `nguoi/${personId}`)
  assert.match(textOf((await clerk.get(at)).html), /Đăng ký khai tử 04\/08\/2016/)
  const joined = await clerk.send(at, 'nguoi', { la: 'same' })
  assert.match(textOf((await clerk.follow(joined)).html), /Đã xác định là cùng một người/)
  assert.match(textOf((await clerk.get(at)).html), /Trần Thu Hằng/)
  const received = await clerk.send(url(dossier), 'tiep-nhan')
  assert.equal(received.status, 303)
  assert.equal((await officer.send(url(dossier), 'trinh')).status, 303)
})

test('after the signature nothing is decided, and strangers to the subject never are', async () => {
  const hoe = { ...khue, name: 'Nguyễn Hòe Nhai', motherName: 'Vi Thị Ỷ' }
  const personId = await record(khue)
  const dossier = await toSign(declaring(hoe))
  const yen: Ctx = {
    ...ctx,
    actor: {
      kind: 'staff',
      staffId: (await findStaffByLogin(ctx.db, 'yen'))!.id,
      agencyId: AGENCY,
      roles: ['civilStatusOfficer'],
    },
  }
  const decide = () => decidePerson(yen, { code: dossier.code, personId, verdict: 'same' })
  await assert.rejects(decide(), refuses('not-found'))
  await chairman.get(url(dossier))
  assert.equal((await chairman.send(url(dossier), 'ky')).status, 303)
  await assert.rejects(decide(), refuses('subject-recorded-already'))
  assert.equal((await findPerson(ctx.db, { dossierId: dossier.id }))?.name, hoe.name)
})

const SEARCH = '/can-bo/tra-cuu-nguoi'

test('an officer looks a person up by name and year, and sees what is recorded', async () => {
  const personId = await record({ ...khue, name: 'Nguyễn Xuân Quỳnh Giao' })
  const reply = await officer.send(SEARCH, 'tra-cuu-nguoi', {
    'person.name.full': 'nguyen xuan quynh giao',
    'person.birthDate.year': '2016',
  })
  assert.equal(reply.status, 200)
  const text = textOf(reply.html)
  assert.match(text, /NGUYỄN XUÂN QUỲNH GIAO, sinh 02\/08\/2016 mẹ Trịnh Thị Sen; cha /)
  assert.match(text, /trùng tên khi bỏ dấu; trùng năm sinh/)
  const person = await officer.get(`/can-bo/nguoi/${personId}`)
  assert.match(textOf(person.html), /Đăng ký khai sinh 02\/08\/2016 Sổ đăng ký khai sinh/)
  assert.equal((await officer.get('/can-bo/nguoi/khong-co-ai')).status, 404)
})

for (const [what, fields, message] of [
  ['nothing', {}, /Nhập họ và tên hoặc số định danh/],
  ['a name of digits', { 'person.name.full': 'Nguyễn 3' }, /Họ và tên/],
  [
    'a day that is none',
    {
      'person.birthDate.day': '31',
      'person.birthDate.month': '2',
      'person.birthDate.year': '2016',
    },
    /[Nn]gày/,
  ],
  ['a short number', { 'person.personalNumber': '0012' }, /12 chữ số/],
] as const)
  test(`a search with ${what} says what to correct`, async () => {
    const reply = await officer.send(SEARCH, 'tra-cuu-nguoi', fields)
    assert.equal(reply.status, 422)
    assert.match(textOf(reply.html), message)
  })

test('the log says who searched and who was opened, and no name', async () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const clock = testClock(ctx.clock.now())
  const as = (agencyId: string): Ctx => ({
    db: ctx.db,
    clock,
    log,
    actor: { kind: 'staff', staffId: 'can-bo-1', agencyId, roles: ['civilStatusOfficer'] },
  })
  const personId = await record(khue)
  const found = await searchPeople(as(AGENCY), { name: khue.name, number: '001316123456' })
  assert.ok(found.length > 0 && found.length <= 20)
  await openPerson(as(AGENCY), personId)
  const written = lines.join('')
  assert.match(written, /"staff":"can-bo-1".*"people searched"/)
  assert.match(written, new RegExp(`"person":"${personId}".*"person opened"`))
  assert.doesNotMatch(written, /Khu|khue|Trịnh|001316123456/)
})

test('only communes look people up: the police and social insurance have their own books', async () => {
  const specialist = await openDesk(world, 'huy')
  assert.equal((await specialist.get(SEARCH)).status, 403)
  const police = (await loadCity(ctx.db)).agencyFor('police', '006', plainDate('2016-08-12'))!
  const actor = {
    kind: 'staff' as const,
    staffId: 'can-bo-2',
    agencyId: police.id,
    roles: ['counterOfficer'],
  }
  const asking = searchPeople({ ...ctx, actor }, { name: khue.name })
  await assert.rejects(asking, refuses('not-found'))
  await assert.rejects(openPerson({ ...ctx, actor }, await record(khue)), refuses('not-found'))
})
