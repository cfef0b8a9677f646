import assert from 'node:assert/strict'
import test from 'node:test'
import type { Answers } from '../../modules/forms/index.ts'
import { competentUnits, runChecks } from '../../modules/procedures/index.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { certificateOf } from '../birth-register/results.ts'
import { filedOn2016, filedOnToday } from '../testing.ts'
import { againOn, sampleAgain2016, sampleAgainToday } from '../testing-births.ts'
import { register } from './index.ts'

register()

type Change = Readonly<Record<string, Answers[string] | undefined>>

function find(change: Change, day = plainDate(filedOn2016)): string[] {
  const answers = sampleAgain2016({
    'filing.at': 'previous',
    'previous.bookState': 'lost',
    ...change,
  })
  return runChecks(againOn(day), answers, { filedOn: day, today: day })
    .filter(({ rule }) => rule !== 'again.marked')
    .map(({ severity, rule }) => `${severity} ${rule}`)
}

const elsewhere = { scope: 'elsewhere', place: 'thành phố Vinh, tỉnh Nghệ An', line: 'x' } as const

const cases: [what: string, change: Change, found: string[]][] = [
  ['a certificate and a book that are lost', {}, []],
  ['registered on 31/12/2015', { 'previous.date': '2015-12-31' }, []],
  [
    'registered on 01/01/2016',
    { 'previous.date': '2016-01-01' },
    ['refuse again.registered-before'],
  ],
  ['registered some day in 2015', { 'previous.date': '2015' }, []],
  ['registered some day in 2016', { 'previous.date': '2016' }, ['refuse again.registered-before']],
  [
    'registered in January 2016',
    { 'previous.date': '2016-01' },
    ['refuse again.registered-before'],
  ],
  ['registered on the day of birth', { 'previous.date': '1968-03-12' }, []],
  [
    'registered the day before the birth',
    { 'previous.date': '1968-03-11' },
    ['refuse again.after-birth'],
  ],
  ['registered in the month of birth', { 'previous.date': '1968-03' }, []],
  [
    'registered the year before the birth',
    { 'previous.date': '1967' },
    ['refuse again.after-birth'],
  ],
  ['a person who has died', { 'child.alive': false }, ['refuse again.alive']],
  ['an original that is there', { 'previous.hasOriginal': true }, ['refuse again.both-lost']],
  ['a book that is kept', { 'previous.bookState': 'kept' }, ['refuse again.both-lost']],
  ['a book nobody knows of', { 'previous.bookState': 'unknown' }, ['note again.both-lost']],
  ['the ward of residence', { 'filing.at': 'residence' }, ['note again.where']],
  [
    'a residence outside the city',
    { 'filing.at': 'residence', 'requester.residence': elsewhere },
    ['refuse again.where', 'note again.where'],
  ],
  ['an old place outside the city', { 'previous.agency': elsewhere }, ['refuse again.where']],
  [
    'an old place outside the city, asked by the ward of residence',
    { 'previous.agency': elsewhere, 'filing.at': 'residence' },
    ['note again.where'],
  ],
  [
    'a father whom the papers do not name',
    {
      'requester.relation': 'father',
      'child.name': { full: 'Hoàng Văn Lộc' },
      'parents.named': 'mother',
    },
    ['refuse earlier.requester'],
  ],
  [
    'a father whom they name',
    { 'requester.relation': 'father', 'child.name': { full: 'Hoàng Văn Lộc' } },
    [],
  ],
  ['a foreigner', { 'child.nationality': 'Lào' }, ['refuse earlier.nationality']],
  ['a mother of 13', { 'mother.birthYear': 1955 }, []],
  ['a mother of 12', { 'mother.birthYear': 1956 }, ['warn birth.parent-ages']],
]

for (const [what, change, found] of cases)
  test(`the law on ${what}: ${found.join(', ') || 'nothing to say'}`, () => {
    // The father who asks is the requester; his name is then not the person's.
    const own =
      change['requester.relation'] === 'father'
        ? { 'requester.name': { full: 'Hoàng Văn Đáng' }, 'requester.idNumber': '010020044' }
        : {}
    assert.deepEqual(find({ ...own, ...change }), found)
  })

test('a foreign person was for the district until 2025-06-30 and is for the ward since', () => {
  const say = (on: string) => {
    const day = plainDate(on)
    const answers = sampleAgainToday({ 'child.nationality': 'Lào' })
    const found = runChecks(againOn(day), answers, { filedOn: day, today: day })
    return found.find(({ rule }) => rule === 'earlier.nationality')?.message.vi
  }
  assert.match(say('2025-06-30')!, /UBND quận, huyện/)
  assert.match(say('2025-07-01')!, /tại phường, xã/)
})

test('competent is the commune that registered it, or that of the residence, as the person chooses', () => {
  const units = (change: Change, on = filedOn2016) =>
    competentUnits(againOn(on), sampleAgain2016(change), plainDate(on))
  assert.deepEqual(units({ 'filing.at': 'previous' }), ['00505'])
  assert.deepEqual(units({ 'filing.at': 'residence' }), ['00187'])
  const today = (change: Change) =>
    competentUnits(againOn(filedOnToday), sampleAgainToday(change), plainDate(filedOnToday))
  assert.deepEqual(today({ 'filing.at': 'previous' }), ['00454'])
  assert.deepEqual(today({}), ['00199'])
})

test('the old place is verified before anything is proposed, within 5 and 3 working days', () => {
  for (const day of [filedOn2016, filedOnToday]) {
    const [verify, propose, sign] = againOn(day).steps
    assert.deepEqual([verify?.kind, propose?.kind, sign?.kind], ['verify', 'propose', 'sign'])
    assert.deepEqual(verify?.limit, { kind: 'working-days', days: 5 })
    assert.deepEqual(verify?.finish, { kind: 'working-days', days: 3 })
  }
})

test('the citizen reads beforehand that it will be marked; nothing says that it was late', () => {
  const day = plainDate(filedOn2016)
  const found = runChecks(againOn(day), sampleAgain2016(), { filedOn: day, today: day })
  const marked = found.find(({ rule }) => rule === 'again.marked')
  assert.match(marked?.message.vi ?? '', /“Đăng ký lại”/)
  assert.deepEqual(
    found.flatMap(({ remark }) => remark ?? []),
    [],
  )
})

test('the certificate prints what the papers say of the person and both parents', () => {
  const printed = certificateOf({
    definition: againOn(filedOn2016),
    answers: sampleAgain2016(),
    number: '219/2016',
    agencyLines: [],
    agencyPrinted: 'UBND phường Láng Thượng',
    signer: { titleLines: [], fullName: '' },
    signedOn: plainDate(filedOn2016),
    personalNumber: null,
    entered: {},
    notes: [],
    printUnit: () => undefined,
  })
  assert.equal(printed.child.fullName, 'Hoàng Văn Lộc')
  assert.equal(printed.father?.fullName, 'Hoàng Văn Đáng')
  assert.equal(printed.child.ethnicity, 'Kinh')
  assert.equal(printed.child.personalNumber, '', 'the old card has no personal number')
})

test('who has a personal number keeps it; who has none is given one', () => {
  const day = plainDate(filedOnToday)
  const certificate = (personalNumber: string | null) =>
    certificateOf({
      definition: againOn(day),
      answers: sampleAgainToday(),
      number: '1/2026',
      agencyLines: [],
      agencyPrinted: '',
      signer: { titleLines: [], fullName: '' },
      signedOn: day,
      personalNumber,
      entered: {},
      notes: [],
      printUnit: () => undefined,
    })
  assert.equal(certificate(null).child.personalNumber, '001068004512')
  assert.equal(certificate('001068004599').child.personalNumber, '001068004599')
})
