import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  allFields,
  visits,
  type Answers,
  type FieldDefinition,
  type FormDefinition,
} from '../../src/modules/forms/index.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { declared, type Family } from './family.ts'
import type { Answered, Sent } from './visitor.ts'
import { openWorld, type World } from './world.ts'
import { rightInputs, wrongAt, type Wrong } from './wrong-answers.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

type Change = NonNullable<Parameters<typeof declared>[1]>

const place = {
  scope: 'city',
  unit: '00025',
  unitFrom: '2008-08-01',
  line: 'Số 1',
  place: 'phường Ngọc Khánh, quận Ba Đình, Thành phố Hà Nội',
} as const
const placeToday = {
  ...place,
  unitFrom: '2025-07-01',
  place: 'phường Giảng Võ, Thành phố Hà Nội',
} as const

/** Together these families are asked every question of the form. */
function families(where: NonNullable<Change['birth.place']>): Change[] {
  return [
    {},
    {
      'requester.relation': 'grandparent',
      'father.name': { full: 'Nguyễn Đắc Khoa' },
      'father.residence': where,
      'father.idNumber': undefined,
      'mother.residence': where,
      'requester.paperKind': 'passport',
      'requester.paperNumber': 'C1234567',
      'requester.idNumber': undefined,
      'mother.idNumber': undefined,
      'requester.paperIssuer': 'Cục Quản lý xuất nhập cảnh',
      'requester.paperDate': '2015-03-05',
      'requester.residence': where,
      'collect.who': 'other',
      'collect.name': { full: 'Lê Thị Hạnh' },
    },
    { 'child.origin': 'abandoned', 'minutes.place': where },
    { 'child.origin': 'unknownParents', 'child.livesAt': where },
  ]
}

const revisions = [
  { what: 'the form of 2016', now: '2016-08-12T14:00:00+07:00', where: place },
  { what: 'the form of today', now: '2026-11-20T14:00:00+07:00', where: placeToday },
]

for (const { what, now, where } of revisions)
  test(`every field of ${what} says how to put right what was typed, and keeps it`, async () => {
    world.clock.set(new Date(now))
    const tried = new Set<string>()
    let form: FormDefinition | undefined
    for (const change of families(where)) {
      const family = await declared(world, change)
      form = family.form
      for (const { page, fields } of visits(family.form, family.answers))
        for (const field of fields.filter(({ key }) => !tried.has(key))) {
          tried.add(field.key)
          await tryField(family, { page: page.key, fields, field })
        }
    }
    const asked = allFields(form!).map(({ field }) => field)
    const untried = asked.filter(({ key, type }) => type !== 'file' && !tried.has(key))
    assert.deepEqual(
      untried.map(({ key }) => key),
      [],
    )
  })

type Place = { page: string; fields: readonly FieldDefinition[]; field: FieldDefinition }

async function tryField(family: Family, at: Place): Promise<void> {
  const right = rightInputs(at.fields, family.answers)
  for (const wrong of wrongAt(at.field, legalDay(world.clock.now()))) {
    const isEmpty = Object.keys(wrong.typed).length === 0
    const rest = rightInputs(at.fields, family.answers, isEmpty ? at.field : undefined)
    const inputs = { ...withoutUnit(rest, wrong), ...wrong.typed }
    ensureTold(await send(family, at, inputs), at.field, wrong)
    await send(family, at, right)
  }
}

/** A name typed anew comes without the commune that was chosen before. */
function withoutUnit(inputs: Sent, { typed }: Wrong): Sent {
  const isNew = (name: string) => Object.hasOwn(typed, name.replace(/\.unit$/, '.unitText'))
  return Object.fromEntries(
    Object.entries(inputs).filter(([name]) => !(name.endsWith('.unit') && isNew(name))),
  )
}

function send(family: Family, { page, fields }: Place, inputs: Sent): Promise<Answered> {
  const path = `/to-khai/${family.draftId}/${page}`
  const hasFiles = fields.some(({ type }) => type === 'file')
  return hasFiles ? family.upload(`${path}/tai-len`, inputs, []) : family.post(path, inputs)
}

function ensureTold({ status, body, text }: Answered, field: FieldDefinition, wrong: Wrong): void {
  const where = `${field.key}, ${wrong.what}`
  assert.equal(status, 422, `${where}: ${text.slice(0, 300)}`)
  assert.match(body, /<title>Lỗi: /, where)
  const id = field.key.replaceAll('.', '-')
  const lines = summaryOf(body).filter(({ to }) => to === id || to.startsWith(`${id}-`))
  assert.equal(lines.length, 1, `${where}: one line of the summary leads to it`)
  const { to, says } = lines[0]!
  assert.match(says, wrong.says, where)
  assert.match(body, new RegExp(`<(input|select|textarea)\\b[^>]*\\bid="${to}"`), where)
  assert.ok(body.split(escaped(says)).length > 2, `${where}: said at the field too`)
  if (wrong.isForged) return
  for (const [name, typed] of Object.entries(wrong.typed))
    assert.ok(isShown(body, name, typed), `${where}: “${typed}” is still in ${name}`)
}

function summaryOf(body: string): { to: string; says: string }[] {
  const box = /<div class="errsum".*?<\/ul>/s.exec(body)?.[0] ?? ''
  const links = [...box.matchAll(/<a href="#([^"]*)"[^>]*>(.*?)<\/a>/gs)]
  return links.map(([, to, says]) => ({ to: to!, says: plain(says!) }))
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** In its box, chosen, or quoted above the choices that are offered for it. */
function isShown(body: string, name: string, typed: string): boolean {
  const tags = [...body.matchAll(/<input\b(?:[^>"]|"[^"]*")*>/g)].map(([tag]) => tag)
  const own = tags.filter((tag) => tag.includes(` name="${name}"`))
  const value = escaped(typed)
  const holds = own.some((tag) => {
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    const held = / value="([^"]*)"/.exec(tag)?.[1] ?? ''
    return held === value && (!isChoice || / checked/.test(tag))
  })
  return holds || body.includes(`: “${value}”`)
}

test('a commune that is no more is told with what it became', async () => {
  world.clock.set(new Date('2026-11-20T14:00:00+07:00'))
  const family = await declared(world)
  const page = visits(family.form, family.answers).find((one) => one.page.key === 'noi-sinh')!
  const field = page.fields.find(({ key }) => key === 'birth.place')!
  const at = { page: 'noi-sinh', fields: page.fields, field }
  const right = rightInputs(page.fields, family.answers)
  const chosen = {
    'birth.place.unit': '00187@2008-08-01',
    'birth.place.unitText': 'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  }
  const told = await send(family, at, { ...right, ...chosen })
  const says =
    /“phường Láng Thượng.*” không còn\. Nay là: phường .*Chọn địa chỉ nơi sinh theo tên mới/
  ensureTold(told, field, { what: 'a ward of before', typed: {}, says })
  assert.match(told.text, /phường Láng, Thành phố Hà Nội/)
  const unit = /name="birth.place.unit"[^>]* value="(\d{5}@2025-07-01)"/.exec(told.body)?.[1] ?? ''
  const put = { ...right, 'birth.place.unit': unit, 'birth.place.unitText': '' }
  assert.equal((await send(family, at, put)).status, 303)
})

/** Decomposed, as some keyboards send it. */
const names: readonly [what: string, typed: string, kept: string][] = [
  ['decomposed letters', 'Thị Ngọc Ánh'.normalize('NFD'), 'Thị Ngọc Ánh'],
  ['an apostrophe', "H'Hen Niê", "H'Hen Niê"],
  ['a hyphen', 'Y-Bhiăt', 'Y-Bhiăt'],
  ['a hyphen and decomposed letters', 'Y-Bhiăt'.normalize('NFD'), 'Y-Bhiăt'],
]

for (const { what: form, now } of revisions)
  for (const [what, typed, kept] of names)
    test(`a name with ${what} passes on ${form} and is kept composed`, async () => {
      world.clock.set(new Date(now))
      const family = await declared(world)
      const right = sentOf(family, 'tre')
      const { 'child.name.surname': _s, 'child.name.middle': _m, ...rest } = right
      const path = `/to-khai/${family.draftId}`
      const child = await family.post(`${path}/tre`, { ...rest, 'child.name.given': typed })
      assert.equal(child.status, 303, child.text)
      const mother = { ...sentOf(family, 'me'), 'mother.name.full': typed }
      assert.equal((await family.post(`${path}/me`, mother)).status, 303)
      const { rows } = await world.deps.db.query<{ answers: Answers }>(
        'select answers from draft where id = $1',
        [family.draftId],
      )
      assert.deepEqual(rows[0]!.answers['child.name'], { full: kept, given: kept })
      assert.deepEqual(rows[0]!.answers['mother.name'], { full: kept })
    })

function sentOf({ form, answers }: Family, page: string): Sent {
  const fields = visits(form, answers).find((one) => one.page.key === page)?.fields ?? []
  return rightInputs(fields, answers)
}

test('a number that is not a father’s is put right where it was typed, not found at filing', async () => {
  world.clock.set(new Date('2016-08-12T14:00:00+07:00'))
  for (const [number, says] of [
    ['001188000456', /không khớp với giới tính/],
    ['001087000456', /không khớp với năm sinh/],
  ] as const) {
    const family = await declared(world, { 'requester.idNumber': number })
    const check = await family.get(`/to-khai/${family.draftId}/kiem-tra`)
    assert.match(check.text, /Còn 1 phần chưa xong Hoàn thành các phần này/)
    const told = await family.get(`/to-khai/${family.draftId}/nguoi-di-dang-ky?loi=1`)
    assert.match(told.text, says)
  }
})
