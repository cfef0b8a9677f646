import assert from 'node:assert/strict'
import test from 'node:test'
import type { Answers } from '../../modules/forms/index.ts'
import { competentUnits, runChecks } from '../../modules/procedures/index.ts'
import { addDays, plainDate } from '../../platform/plain-date.ts'
import { birthRevisionOn, filedOn2016, sampleBirth2016 } from '../testing.ts'
import { registerBirthChecks } from './rules.ts'

registerBirthChecks()

type Change = Readonly<Record<string, Answers[string] | undefined>>

function find(change: Change, filedOn: string = filedOn2016) {
  const day = plainDate(filedOn)
  return runChecks(birthRevisionOn(day), sampleBirth2016(change), { filedOn: day, today: day })
}

const born = plainDate('2016-06-13')

const cases: [what: string, change: Change, filedOn: string, found: string[]][] = [
  ['an ordinary birth in time', {}, filedOn2016, []],
  ['a birth declared on the day of birth', { 'child.birthDate': filedOn2016 }, filedOn2016, []],
  ['day 60', { 'child.birthDate': born }, addDays(born, 60), []],
  ['day 61', { 'child.birthDate': born }, addDays(born, 61), ['note birth.late']],
  [
    'a birth tomorrow',
    { 'child.birthDate': '2016-08-13' },
    filedOn2016,
    ['refuse birth.not-in-future'],
  ],
  [
    'a birth abroad',
    { 'birth.place': { scope: 'abroad', place: 'Viêng Chăn, Lào', line: '' } },
    filedOn2016,
    ['refuse birth.place'],
  ],
  [
    'a foreign mother, in 2016',
    { 'mother.nationality': 'Lào' },
    filedOn2016,
    ['refuse birth.nationality'],
  ],
  ['a foreign child', { 'child.nationality': 'Lào' }, filedOn2016, ['refuse birth.nationality']],
  [
    'an ethnicity of neither parent',
    { 'child.ethnicity': 'Tày' },
    filedOn2016,
    ['refuse birth.ethnicity'],
  ],
  [
    "the mother's ethnicity",
    { 'child.ethnicity': 'Tày', 'mother.ethnicity': 'Tày' },
    filedOn2016,
    [],
  ],
  [
    "the mother's surname",
    { 'child.name': { full: 'Trần Minh An', surname: 'Trần', given: 'An' } },
    filedOn2016,
    [],
  ],
  [
    "nobody's surname",
    { 'child.name': { full: 'Lê Minh An', surname: 'Lê', given: 'An' } },
    filedOn2016,
    ['warn birth.surname'],
  ],
  [
    'a double surname',
    { 'child.name': { full: 'Nguyễn Trần An', surname: 'Nguyễn Trần', given: 'An' } },
    filedOn2016,
    [],
  ],
  [
    'a surname written last',
    { 'mother.name': { full: "H'Hen Niê" }, 'child.name': { full: "H'An Niê", surname: 'Niê' } },
    filedOn2016,
    [],
  ],
  ['a father of 13', { 'father.birthYear': 2003 }, filedOn2016, []],
  ['a father of 12', { 'father.birthYear': 2004 }, filedOn2016, ['warn birth.parent-ages']],
  ['a mother of 60', { 'mother.birthYear': 1956 }, filedOn2016, []],
  ['a mother of 61', { 'mother.birthYear': 1955 }, filedOn2016, ['warn birth.parent-ages']],
  ['a father of 70', { 'father.birthYear': 1946 }, filedOn2016, []],
  [
    'an unmarried mother who files alone',
    {
      'requester.relation': 'mother',
      'parents.relation': 'motherOnly',
      'child.homeTownOf': 'mother',
      'child.name': { full: 'Nguyễn Minh An', surname: 'Nguyễn', given: 'An' },
    },
    filedOn2016,
    ['note birth.unmarried-mother'],
  ],
  [
    'a father who recognises the child',
    { 'parents.relation': 'recognised' },
    filedOn2016,
    ['warn birth.unmarried-mother'],
  ],
  [
    'a father who files and is not to be named',
    { 'parents.relation': 'motherOnly', 'child.homeTownOf': 'mother' },
    filedOn2016,
    ['refuse birth.requester', 'warn birth.surname', 'note birth.unmarried-mother'],
  ],
  [
    "the father's home town without a father",
    {
      'requester.relation': 'grandparent',
      'parents.relation': 'motherOnly',
      'child.name': { full: 'Trần Minh An', surname: 'Trần', given: 'An' },
    },
    filedOn2016,
    ['note birth.requester', 'refuse birth.home-town', 'note birth.unmarried-mother'],
  ],
  [
    'an abandoned child',
    { 'child.origin': 'abandoned', 'requester.relation': 'carer' },
    filedOn2016,
    ['note birth.without-parents'],
  ],
  [
    'a child of unknown parents',
    { 'child.origin': 'unknownParents', 'requester.relation': 'organisation' },
    filedOn2016,
    ['note birth.without-parents'],
  ],
  [
    'a father of an abandoned child',
    { 'child.origin': 'abandoned' },
    filedOn2016,
    ['refuse birth.requester', 'note birth.without-parents'],
  ],
  [
    'parents who both live elsewhere',
    {
      'requester.residence': { scope: 'elsewhere', place: 'Bắc Ninh', line: 'x' },
      'mother.residence': { scope: 'elsewhere', place: 'Bắc Ninh', line: 'x' },
    },
    filedOn2016,
    ['refuse birth.residence'],
  ],
  [
    'a father who lives elsewhere',
    { 'requester.residence': { scope: 'elsewhere', place: 'Bắc Ninh', line: 'x' } },
    filedOn2016,
    [],
  ],
]

for (const [what, change, filedOn, expected] of cases) {
  test(`the law on ${what}: ${expected.join(', ') || 'nothing to say'}`, () => {
    // An unmarried mother who files is the requester, whose name is then a mother's name.
    const isMother = change['requester.relation'] === 'mother'
    const own = isMother ? { 'requester.name': { full: 'Nguyễn Thị Ngọc' } } : {}
    const found = find({ ...change, ...own }, filedOn)
    assert.deepEqual(
      found.map(({ severity, rule }) => `${severity} ${rule}`),
      expected,
    )
    for (const { message, basis, fields } of found)
      assert.ok(message.vi && message.en && basis && fields.length > 0)
  })
}

test('a late birth is registered and marked late in the register, without a fine', () => {
  const [late] = find({ 'child.birthDate': born }, addDays(born, 61))
  assert.equal(late?.remark, 'Đăng ký quá hạn')
})

test('a warning for a late birth was possible until 2020-08-31 and not from 2020-09-01', () => {
  const say = (filedOn: string) => find({ 'child.birthDate': '2020-01-01' }, filedOn)[0]?.message.vi
  assert.match(say('2020-08-31')!, /cảnh cáo/)
  assert.doesNotMatch(say('2020-09-01')!, /cảnh cáo/)
})

test('a foreign parent was for the district until 2025-06-30 and is for the ward since', () => {
  const change = { 'mother.nationality': 'Lào', 'child.birthDate': '2025-06-20' }
  const say = (filedOn: string) =>
    find(change, filedOn).find(({ rule }) => rule === 'birth.nationality')?.message.vi
  assert.match(say('2025-06-30')!, /UBND quận, huyện/)
  assert.match(say('2025-07-01')!, /tại phường, xã/)
})

test('a draft with nothing in it breaks no law', () => {
  const day = plainDate('2016-08-12')
  assert.deepEqual(runChecks(birthRevisionOn(day), {}, { filedOn: day, today: day }), [])
})

test("competent is the ward of the father or the mother, the minutes', or the child's", () => {
  const definition = birthRevisionOn(filedOn2016)
  const at = (unit: string) =>
    ({ scope: 'city', unit, unitFrom: '2008-08-01', place: 'x', line: 'y' }) as const
  const units = (change: Change) => competentUnits(definition, sampleBirth2016(change), filedOn2016)
  assert.deepEqual(units({}), ['00187'])
  assert.deepEqual(units({ 'mother.residence': at('00199') }), ['00187', '00199'])
  const found = { 'requester.relation': 'carer', 'minutes.place': at('00025') }
  assert.deepEqual(units({ ...found, 'child.origin': 'abandoned' }), ['00025'])
  const cared = { 'requester.relation': 'carer', 'child.livesAt': at('00001') }
  assert.deepEqual(units({ ...cared, 'child.origin': 'unknownParents' }), ['00001'])
})
