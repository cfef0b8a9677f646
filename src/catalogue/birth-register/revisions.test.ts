import assert from 'node:assert/strict'
import test from 'node:test'
import { compareRevisions, journey, validateForm, visits } from '../../modules/forms/index.ts'
import {
  findMistakes,
  makeProcedures,
  procedureHash,
  subjectFields,
} from '../../modules/procedures/index.ts'
import { addDays, plainDate } from '../../platform/plain-date.ts'
import {
  birth2016,
  birthRevisionOn,
  birthToday,
  filedOn2016,
  filedOnToday,
  sampleBirth2016,
  sampleBirthToday,
  world2016,
  worldToday,
} from '../testing.ts'
import { birthRegister } from './revisions.ts'
import { registerBirthChecks } from './rules.ts'

registerBirthChecks()

for (const revision of birthRegister) {
  test(`revision ${revision.revision}, in force from ${revision.validFrom}, has no mistake`, () => {
    assert.deepEqual(findMistakes(revision), [])
  })
}

test('from 2016-01-01 on there is one revision on every day', () => {
  assert.equal(birthRegister[0]?.validFrom, '2016-01-01')
  birthRegister.forEach((revision, index) => {
    assert.equal(revision.revision, index + 1)
    const next = birthRegister[index + 1]
    const end = revision.validTo
    assert.equal(end === null ? undefined : addDays(plainDate(end), 1), next?.validFrom)
  })
})

test('a document has the same hash however often it is built', () => {
  const copy: unknown = JSON.parse(JSON.stringify(birth2016))
  assert.equal(procedureHash(copy), procedureHash(birth2016))
  assert.equal(new Set(birthRegister.map(procedureHash)).size, birthRegister.length)
})

/** Published: what a dossier was filed under is never another text. */
const published = [
  'dc73a97fb3b0986c329b052a92c526d8c53a35b87d209ccfbf9999244eb4f62a',
  '9994c756013fb6fcac50c9c726fec103c7f569851c4dab87fab9218965c7fc18',
  '90b9f7c27100ffa98eab106acbdf0fbad5bba03d1c8ca3a36139f4600218c76f',
  '9847bf7db13ea799c35157eea5e062b8fefada31741be6af55b5865a73d56251',
  '2dc187804a84edf38c3360bf588f8a1c872085c47f3cc14ba3e17f8e29f9d1dd',
  '2c80b5e8837db4aaf4ab86f54a268147a74675bf58f089d82f605e17f6369e2d',
]

test('the revisions that were published are as they were, to the letter', () => {
  assert.deepEqual(birthRegister.map(procedureHash), published)
})

const days: [day: string, revision: number, rule: 'continue' | 'restart', book: boolean][] = [
  ['2016-08-12', 1, 'continue', true],
  ['2018-06-20', 1, 'continue', true],
  ['2018-06-21', 2, 'restart', true],
  ['2020-07-16', 3, 'restart', true],
  ['2022-12-31', 3, 'restart', true],
  ['2023-01-01', 4, 'restart', false],
  ['2024-06-06', 5, 'restart', false],
  ['2025-06-30', 5, 'restart', false],
  ['2025-07-01', 6, 'restart', false],
]

for (const [day, number, rule, book] of days) {
  const asked = book ? 'is shown' : 'may not be asked for'
  test(`on ${day} a supplement lets the limit ${rule} and the household book ${asked}`, () => {
    const revision = birthRevisionOn(day)
    assert.equal(revision.revision, number)
    assert.equal(revision.clock.afterSupplement, rule)
    assert.equal(
      revision.components.some(({ key }) => key === 'so-ho-khau'),
      book,
    )
  })
}

test('the sample declarations are complete and valid under their revisions', () => {
  assert.deepEqual(validateForm(birth2016.form, sampleBirth2016(), world2016), [])
  assert.deepEqual(validateForm(birthToday.form, sampleBirthToday(), worldToday), [])
})

test('the form has seven steps, six without a father, five without parents', () => {
  const path = (change: Parameters<typeof sampleBirth2016>[0]) =>
    journey(birth2016.form, sampleBirth2016(change)).map(({ key }) => key)
  const all = ['nguoi-di-dang-ky', 'tre', 'noi-sinh', 'me', 'cha', 'giay-to', 'nhan-ket-qua']
  assert.deepEqual(path({}), all)
  const without = (...keys: string[]) => all.filter((key) => !keys.includes(key))
  const mother = { 'requester.relation': 'mother', 'parents.relation': 'motherOnly' }
  assert.deepEqual(path(mother), without('cha'))
  const found = { 'requester.relation': 'carer', 'child.origin': 'abandoned' }
  assert.deepEqual(path(found), without('me', 'cha'))
})

test('today, with personal numbers known, neither residence nor identity paper is asked', () => {
  const asked = (change: Parameters<typeof sampleBirthToday>[0]) =>
    visits(birthToday.form, sampleBirthToday(change)).flatMap(({ fields }) =>
      fields.map(({ key }) => key),
    )
  const spared = /residence$|^requester\.paper/
  assert.deepEqual(
    asked({}).filter((key) => spared.test(key)),
    [],
  )
  assert.deepEqual(
    asked({ 'requester.idNumber': undefined, 'mother.idNumber': undefined }).filter((key) =>
      spared.test(key),
    ),
    [
      'requester.paperKind',
      'requester.paperNumber',
      'requester.paperIssuer',
      'requester.paperDate',
      'requester.residence',
      'mother.residence',
    ],
  )
})

test('the parent who files is asked nothing twice', () => {
  const asked = visits(birth2016.form, sampleBirth2016()).flatMap(({ fields }) =>
    fields.map(({ key }) => key),
  )
  assert.deepEqual(
    ['father.name', 'father.idNumber', 'father.residence', 'mother.name'].filter((key) =>
      asked.includes(key),
    ),
    ['mother.name'],
  )
})

test('a personal number that does not fit the father is put right where it was asked', () => {
  const answers = sampleBirth2016({ 'requester.idNumber': '001188004902' })
  assert.deepEqual(
    validateForm(birth2016.form, answers, world2016).map(({ field, code }) => [field, code]),
    [['requester.idNumber', 'number-sex-mismatch']],
  )
})

test('a draft of 2016 opened today keeps every answer and shows what changed', () => {
  const answers = sampleBirth2016()
  const changes = compareRevisions(birth2016.form, birthToday.form, answers, worldToday)
  assert.deepEqual({ ...changes.kept, ...changes.aside }, answers)
  assert.deepEqual(
    changes.newlyAsked.map(({ field }) => field),
    ['filing.commune', 'filing.residents'],
  )
  const unfit = changes.changed.filter(({ problems }) => problems.length > 0)
  assert.deepEqual(
    unfit.map(({ field, problems }) => [field, problems[0]?.code]),
    [
      ['requester.idNumber', 'number-length'],
      ['mother.idNumber', 'number-length'],
    ],
  )
})

const searches = ['làm giấy khai sinh', 'lam giay khai sinh', 'khai sinh', 'mới sinh con']

for (const text of searches) {
  test(`"${text}" finds the birth registration`, () => {
    const procedures = makeProcedures(birthRegister)
    for (const day of [filedOn2016, filedOnToday])
      assert.equal(procedures.search(text, day)[0]?.slug, 'dang-ky-khai-sinh')
  })
}

test('the facts are those of the law of 2016', () => {
  const { fee, time, where, result } = birth2016.facts
  assert.equal(`${fee.main.vi} ${fee.small?.vi}`, FEE)
  assert.equal(
    `${time.main.vi}. ${time.small?.vi}`,
    'Trong ngày. Nhận sau 15:00: ngày làm việc tiếp theo',
  )
  assert.equal(`${where.main.vi}. ${where.small?.vi}`, 'Phường, xã. Nơi cư trú của cha hoặc mẹ')
  assert.equal(`${result.main.vi}. ${result.small?.vi}`, RESULT)
})

const FEE = 'Miễn phí khi đăng ký đúng hạn. Quá 60 ngày: theo mức HĐND Thành phố quy định'
const RESULT = 'Giấy khai sinh. 01 bản chính, bản sao theo yêu cầu'

test('every revision says who the child is: name, birth, sex and parents', () => {
  for (const revision of birthRegister)
    assert.deepEqual(subjectFields(revision), {
      name: 'child.name',
      birthDate: 'child.birthDate',
      sex: 'child.sex',
      motherName: 'mother.name',
      fatherName: 'father.name',
    })
})
