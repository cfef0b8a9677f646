import assert from 'node:assert/strict'
import test from 'node:test'
import type { Answers } from '../../modules/forms/index.ts'
import { complete, visits } from '../../modules/forms/index.ts'
import { runChecks } from '../../modules/procedures/index.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { filedOn2016, filedOnToday } from '../testing.ts'
import { interlinkedOn, sampleInterlinked2016, sampleInterlinkedToday } from '../testing-births.ts'
import { register } from './index.ts'

register()

type Change = Readonly<Record<string, Answers[string] | undefined>>

function find(change: Change, filedOn: string = filedOn2016): string[] {
  const day = plainDate(filedOn)
  const answers = sampleInterlinked2016(change)
  return runChecks(interlinkedOn(day), answers, { filedOn: day, today: day })
    .filter(({ rule }) => rule.startsWith('interlinked.'))
    .map(({ severity, rule, fields }) => `${severity} ${rule} ${fields[0]}`)
}

const elsewhere = { scope: 'elsewhere', place: 'Bắc Ninh', line: 'x' } as const
const alone = { 'requester.relation': 'mother', 'parents.relation': 'motherOnly' }

const cases: [what: string, change: Change, filedOn: string, found: string[]][] = [
  ['a newborn of the city', {}, filedOn2016, []],
  ['the last day under six', { 'child.birthDate': '2010-08-13' }, filedOn2016, []],
  [
    'the sixth birthday',
    { 'child.birthDate': '2010-08-12' },
    filedOn2016,
    ['refuse interlinked.under-six child.birthDate'],
  ],
  [
    'a child born on 29 February, six on 1 March',
    { 'child.birthDate': '2012-02-29' },
    '2018-02-28',
    [],
  ],
  [
    'the same child a day later',
    { 'child.birthDate': '2012-02-29' },
    '2018-03-01',
    ['refuse interlinked.under-six child.birthDate'],
  ],
  ["the mother's household", { 'household.of': 'mother' }, filedOn2016, []],
  [
    'no household for now',
    { 'household.of': 'none', 'household.isAtResidence': false, 'household.address': undefined },
    filedOn2016,
    ['refuse interlinked.household household.of'],
  ],
  [
    "a father's household where no father is named",
    { ...alone, 'household.isAtResidence': false },
    filedOn2016,
    ['refuse interlinked.household household.of'],
  ],
  [
    "the mother's household where she is alone",
    { ...alone, 'household.of': 'mother' },
    filedOn2016,
    [],
  ],
  [
    'a household outside the city',
    { 'household.isAtResidence': false, 'household.address': elsewhere },
    filedOn2016,
    ['refuse interlinked.household household.address'],
  ],
  [
    'a head who does not agree',
    { 'household.headConsent': false },
    filedOn2016,
    ['refuse interlinked.consent household.headConsent'],
  ],
  [
    'a guardian who is not named',
    { ...alone, 'household.of': 'mother', 'guardian.relation': 'father' },
    filedOn2016,
    ['refuse interlinked.guardian guardian.relation'],
  ],
  [
    'a foundling whose carer has the household',
    {
      'child.origin': 'abandoned',
      'requester.relation': 'carer',
      'household.of': 'carer',
      'guardian.relation': 'carer',
    },
    filedOn2016,
    [],
  ],
  [
    "a foundling in a mother's household, with a mother as guardian",
    { 'child.origin': 'abandoned', 'requester.relation': 'carer', 'household.of': 'mother' },
    filedOn2016,
    ['refuse interlinked.guardian guardian.relation', 'refuse interlinked.household household.of'],
  ],
]

for (const [what, change, filedOn, found] of cases)
  test(`the law on ${what}: ${found.join(', ') || 'nothing to say'}`, () => {
    assert.deepEqual(find(change, filedOn), found)
  })

function asked(answers: Answers, day: string): string[] {
  return visits(interlinkedOn(day).form, answers).flatMap(({ fields }) =>
    fields.map(({ key }) => key),
  )
}

test('nothing is typed twice: names and addresses on the declaration are taken over', () => {
  const answers = sampleInterlinked2016({
    'household.head': 'father',
    'household.headName': undefined,
  })
  const keys = asked(answers, filedOn2016)
  for (const key of ['household.address', 'household.headName', 'guardian.name'])
    assert.equal(keys.includes(key), false, key)
  const whole = complete(interlinkedOn(filedOn2016).form, answers)
  assert.deepEqual(whole['household.address'], whole['father.residence'])
  assert.deepEqual(whole['household.headName'], { full: 'Nguyễn Đắc Khoa' })
  assert.deepEqual(whole['guardian.name'], { full: 'Trần Thị Bích Ngọc' })
})

test('a household elsewhere than the residence, and a head who is not named yet, are asked for', () => {
  const keys = asked(sampleInterlinked2016({ 'household.isAtResidence': false }), filedOn2016)
  assert.ok(keys.includes('household.address') && keys.includes('household.headName'))
})

test('the number of the household book was asked for until 2022-12-31, the head’s number since 2021', () => {
  const has = (day: string, key: string) =>
    JSON.stringify(interlinkedOn(day).form).includes(`"${key}"`)
  assert.deepEqual(
    ['2021-06-30', '2021-07-01', '2022-12-31', '2023-01-01'].map((day) => [
      has(day, 'household.bookNo'),
      has(day, 'household.headNumber'),
    ]),
    [
      [true, false],
      [true, true],
      [true, true],
      [false, true],
    ],
  )
})

const legs: [day: string, opens: string, residence: string, card: string, send: number][] = [
  ['2016-08-12', 'registered', '15 days', '10 working-days', 2],
  ['2021-06-30', 'registered', '15 days', '10 working-days', 2],
  ['2021-07-01', 'registered', '7 working-days', '10 working-days', 2],
  ['2023-01-01', 'signed', '7 working-days', '10 working-days', 2],
  ['2024-06-30', 'signed', '7 working-days', '10 working-days', 2],
  ['2024-07-01', 'signed', '2 working-days', '2 working-days', 0],
]

for (const [day, opens, residence, card, send] of legs)
  test(`on ${day} the partners begin when it is ${opens}, ${residence} and ${card}`, () => {
    const of = (key: string) => interlinkedOn(day).legs?.find((leg) => leg.key === key)
    const [police, insurance] = [of('thuong-tru'), of('bao-hiem-y-te')]
    for (const [leg, limit] of [
      [police, residence],
      [insurance, card],
    ] as const) {
      assert.deepEqual(leg?.opens, { on: opens })
      assert.equal(leg?.sendWithinWorkingDays, send)
      assert.equal(leg?.holds, 'handOver')
      assert.ok(leg && 'days' in leg.limit)
      assert.equal(`${leg.limit.days} ${leg.limit.kind}`, limit)
    }
    assert.equal(police?.papers.includes('so-ho-khau'), day < '2023')
  })

test('the Ministry and the commune of the permanent residence hold up nothing', () => {
  for (const day of [filedOn2016, filedOnToday]) {
    const rest = interlinkedOn(day).legs!.filter(({ holds }) => holds === 'nothing')
    assert.deepEqual(
      rest.map(({ key, to, opens }) => [key, to.kind, opens]),
      [
        ['so-dinh-danh', 'ministry', { on: 'received' }],
        ['so-ho-tich', 'ministry', { on: 'signed' }],
        ['thong-bao-noi-thuong-tru', 'commune', { on: 'signed' }],
      ],
    )
  }
})

test("today's form asks the head by number and the address once", () => {
  const keys = asked(sampleInterlinkedToday(), filedOnToday)
  assert.ok(keys.includes('household.headNumber') && keys.includes('household.address'))
  assert.equal(keys.includes('household.isAtResidence'), false)
})
