import assert from 'node:assert/strict'
import test from 'node:test'
import { runChecks, type ProcedureDefinition } from '../../modules/procedures/index.ts'
import { addDays, plainDate } from '../../platform/plain-date.ts'
import { filedOn2016 } from '../testing.ts'
import {
  deathAgainOn,
  deathOn,
  langThuong,
  sampleAgain2016,
  sampleDeath2016,
} from '../testing-death.ts'
import { registerDeathChecks } from './rules.ts'
import { STILLBIRTH } from './stillbirth.ts'

registerDeathChecks()

type Change = Parameters<typeof sampleDeath2016>[0]

function find(change: Change, filedOn: string = filedOn2016, time?: string) {
  const day = plainDate(filedOn)
  const facts = { filedOn: day, today: day, ...(time ? { time } : {}) }
  return runChecks(deathOn(day), sampleDeath2016(change), facts)
}

const died = plainDate('2016-07-20')
const noNotice = { 'notice.day': undefined }
const elsewhere = { scope: 'elsewhere', place: 'xã Đại Đồng, tỉnh Bắc Ninh', line: '' } as const

const cases: [what: string, change: Change, filedOn: string, found: string[]][] = [
  ['an ordinary death in time', {}, filedOn2016, []],
  ['day 15', { 'death.date': died, ...noNotice }, addDays(died, 15), []],
  ['day 16', { 'death.date': died, ...noNotice }, addDays(died, 16), ['note death.late']],
  [
    'a death of a year ago, of which only the year is known',
    { 'death.date': '2015' },
    '2016-01-15',
    [],
  ],
  ['the same a day later', { 'death.date': '2015' }, '2016-01-16', ['note death.late']],
  ['a death today', { 'death.date': filedOn2016, ...noNotice }, filedOn2016, []],
  [
    'a death tomorrow',
    { 'death.date': addDays(filedOn2016, 1), ...noNotice },
    filedOn2016,
    ['refuse death.not-in-future'],
  ],
  ['a birth in the year of death', { 'deceased.birthDate': '2016' }, filedOn2016, []],
  [
    'a birth in the year after',
    { 'deceased.birthDate': '2017' },
    filedOn2016,
    ['refuse death.after-birth'],
  ],
  [
    'a birth the day after',
    { 'deceased.birthDate': '2016-08-11' },
    filedOn2016,
    ['refuse death.after-birth'],
  ],
  [
    'a last residence in another province',
    { 'deceased.lastResidence': elsewhere },
    filedOn2016,
    ['refuse death.jurisdiction'],
  ],
  [
    'a death in another province of a resident of the city',
    { 'death.place': elsewhere },
    filedOn2016,
    [],
  ],
  [
    'a death in another province without a known residence',
    { 'deceased.residenceKnown': 'unknown', 'death.place': elsewhere },
    filedOn2016,
    ['refuse death.jurisdiction'],
  ],
  ['an unknown residence', { 'deceased.residenceKnown': 'unknown' }, filedOn2016, []],
  ['a widow who registers', { 'requester.relation': 'spouse' }, filedOn2016, []],
  [
    'an organisation that registers',
    { 'requester.relation': 'organisation' },
    filedOn2016,
    ['note death.requester'],
  ],
  [
    'a requester with the number of the deceased',
    { 'requester.idNumber': '010045678' },
    filedOn2016,
    ['refuse death.requester'],
  ],
  ['a notice of the day of death', { 'notice.day': '2016-08-10' }, filedOn2016, []],
  [
    'a notice of the day before',
    { 'notice.day': '2016-08-09' },
    filedOn2016,
    ['refuse death.notice'],
  ],
  [
    'a judgment of the day before the day that it sets',
    { 'death.circumstance': 'court', 'notice.day': '2016-08-09' },
    filedOn2016,
    [],
  ],
  ['a foreigner', { 'deceased.nationality': 'Lào' }, filedOn2016, ['refuse death.nationality']],
  ['a stillborn child', { 'deceased.kind': 'stillborn' }, filedOn2016, ['refuse death.stillbirth']],
]

for (const [what, change, filedOn, expected] of cases)
  test(`the law on ${what}: ${expected.join(', ') || 'nothing to say'}`, () => {
    const found = find(change, filedOn)
    assert.deepEqual(
      found.map(({ severity, rule }) => `${severity} ${rule}`),
      expected,
    )
    for (const { message, basis, fields } of found)
      assert.ok(message.vi && message.en && basis && fields.length > 0)
  })

test('a death later today than now has not happened', () => {
  const today = { 'death.date': filedOn2016, ...noNotice, 'death.time': '14:05' }
  assert.deepEqual(find(today, filedOn2016, '14:05'), [])
  const [found] = find(today, filedOn2016, '14:04')
  assert.deepEqual([found?.rule, found?.fields], ['death.not-in-future', ['death.time']])
})

test('a late death is marked late in the register', () => {
  const [late] = find({ 'death.date': died, ...noNotice }, addDays(died, 16))
  assert.equal(late?.remark, 'Đăng ký quá hạn')
})

test('a warning for a late death was possible until 2020-08-31 and not from 2020-09-01', () => {
  const say = (filedOn: string) =>
    find({ 'death.date': '2020-01-01', ...noNotice }, filedOn)[0]?.message.vi
  assert.match(say('2020-08-31')!, /cảnh cáo/)
  assert.doesNotMatch(say('2020-09-01')!, /cảnh cáo/)
})

test("a foreigner's death was the district's until 2025-06-30 and is the ward's since", () => {
  const say = (filedOn: string) =>
    find({ 'deceased.nationality': 'Lào' }, filedOn).find(
      ({ rule }) => rule === 'death.nationality',
    )?.message.vi
  assert.match(say('2025-06-30')!, /UBND quận, huyện/)
  assert.match(say('2025-07-01')!, /tại phường, xã/)
})

test('who lives elsewhere is told where to file', () => {
  const [found] = find({ 'deceased.lastResidence': elsewhere })
  assert.match(found!.message.vi, /xã Đại Đồng, tỉnh Bắc Ninh/)
})

const child: Change = {
  'deceased.kind': 'newborn',
  'requester.relation': 'parent',
  'deceased.birthDate': '2016-08-09',
  'newborn.birthTime': '04:15',
  'newborn.parentsAsk': false,
  'newborn.birthRegistered': true,
  'death.date': '2016-08-10',
  'deceased.idNumber': undefined,
}

const births: [what: string, change: Change, found: string[]][] = [
  ['lived 24 hours to the minute', { 'death.time': '04:15' }, []],
  ['lived a minute less', { 'death.time': '04:14' }, ['refuse death.within-24-hours']],
  [
    'lived a minute less, and the parents ask',
    { 'death.time': '04:14', 'newborn.parentsAsk': true },
    [],
  ],
  [
    'lived 24 hours, its birth not registered',
    { 'death.time': '04:15', 'newborn.birthRegistered': false },
    ['note death.within-24-hours'],
  ],
  [
    'lived a minute less, the parents ask, its birth not registered',
    { 'death.time': '04:14', 'newborn.parentsAsk': true, 'newborn.birthRegistered': false },
    ['note death.within-24-hours'],
  ],
  [
    'died at the minute of birth',
    { 'deceased.birthDate': '2016-08-10' },
    ['refuse death.within-24-hours'],
  ],
  [
    'died a minute before it was born',
    { 'deceased.birthDate': '2016-08-10', 'death.time': '04:14' },
    ['refuse death.after-birth'],
  ],
  [
    'died on the next day, at an hour nobody said',
    { 'death.time': undefined },
    ['refuse death.within-24-hours'],
  ],
  [
    'died two days on, at an hour nobody said',
    { 'death.time': undefined, 'deceased.birthDate': '2016-08-08' },
    [],
  ],
]

for (const [what, change, expected] of births)
  test(`the law on a child who ${what}: ${expected.join(', ') || 'nothing to say'}`, () => {
    assert.deepEqual(
      find({ ...child, ...change }).map(({ severity, rule }) => `${severity} ${rule}`),
      expected,
    )
  })

const unsaid: [born: string, found: string[]][] = [
  ['2016-08-10', ['refuse death.within-24-hours']],
  ['2016-08-09', ['refuse death.within-24-hours']],
  ['2016-08-08', []],
]

for (const [born, expected] of unsaid)
  test(`a child born ${born} who died 2016-08-10 and was not called newborn`, () => {
    const change = { 'deceased.birthDate': born, 'deceased.idNumber': undefined }
    assert.deepEqual(
      find(change).map(({ severity, rule }) => `${severity} ${rule}`),
      expected,
    )
  })

test('for a stillborn child two lines are said and nothing more', () => {
  const found = find({ 'deceased.kind': 'stillborn' })
  assert.deepEqual(
    found.map(({ message }) => message),
    [STILLBIRTH],
  )
  assert.equal(STILLBIRTH.vi.split('\n').length, 2)
})

test('the Civil Code of the day is named', () => {
  const basis = (day: string) => find({ 'deceased.kind': 'stillborn' }, day)[0]?.basis
  assert.match(basis('2016-12-31')!, /33\/2005/)
  assert.match(basis('2017-01-01')!, /91\/2015/)
})

const previous: [day: string, expected: string[]][] = [
  ['2015-12-31', []],
  ['2016-01-01', ['refuse death.previous']],
  ['2015', []],
  ['2016', ['refuse death.previous']],
  ['1994-03', []],
  ['1994-02', ['refuse death.previous']],
  ['1993', ['refuse death.previous']],
]

for (const [day, expected] of previous)
  test(`a death of 03/1994 registered before in ${day}: ${expected.join() || 'may be again'}`, () => {
    assert.deepEqual(findAgain(deathAgainOn(filedOn2016), { 'previous.date': day }), expected)
  })

function findAgain(definition: ProcedureDefinition, change: Change) {
  const day = plainDate(filedOn2016)
  const answers = sampleAgain2016({ 'previous.commune': langThuong, ...change })
  return runChecks(definition, answers, { filedOn: day, today: day }).map(
    ({ severity, rule }) => `${severity} ${rule}`,
  )
}

test('a draft with nothing in it breaks no law', () => {
  const day = plainDate('2016-08-12')
  for (const definition of [deathOn(day), deathAgainOn(day)])
    assert.deepEqual(runChecks(definition, {}, { filedOn: day, today: day }), [])
})
