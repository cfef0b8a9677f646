import assert from 'node:assert/strict'
import test from 'node:test'
import type { Answers } from '../../modules/forms/index.ts'
import { competentUnits, runChecks } from '../../modules/procedures/index.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { filedOn2016, filedOnToday } from '../testing.ts'
import { sampleWithPapers2016, sampleWithPapersToday, withPapersOn } from '../testing-births.ts'
import { register } from './index.ts'

register()

type Change = Readonly<Record<string, Answers[string] | undefined>>

const day = plainDate(filedOn2016)

function find(change: Change): string[] {
  const answers = sampleWithPapers2016(change)
  return runChecks(withPapersOn(day), answers, { filedOn: day, today: day })
    .filter(({ rule }) => rule !== 'birth.late')
    .map(({ severity, rule }) => `${severity} ${rule}`)
}

const cases: [what: string, change: Change, found: string[]][] = [
  ['a person of 72 who has papers', {}, []],
  ['born on 31/12/2015', { 'child.birthDate': '2015-12-31' }, []],
  ['born on 01/01/2016', { 'child.birthDate': '2016-01-01' }, ['refuse earlier.born-before']],
  [
    'born tomorrow',
    { 'child.birthDate': '2016-08-13' },
    ['refuse birth.not-in-future', 'refuse earlier.born-before'],
  ],
  ['registered once', { 'birth.registered': true }, ['refuse earlier.never-registered']],
  ['a foreign mother', { 'mother.nationality': 'Lào' }, ['refuse birth.nationality']],
  [
    'a birth abroad',
    { 'birth.place': { scope: 'abroad', place: 'Viêng Chăn, Lào', line: '' } },
    ['refuse birth.place'],
  ],
  [
    'a father who asks and whom the papers do not name',
    { 'requester.relation': 'father' },
    ['refuse earlier.requester'],
  ],
  [
    'a mother who asks and whom they name',
    { 'requester.relation': 'mother', 'requester.name': { full: 'Đỗ Thị Tí' } },
    [],
  ],
]

for (const [what, change, found] of cases)
  test(`the law on ${what}: ${found.join(', ') || 'nothing to say'}`, () => {
    assert.deepEqual(find(change), found)
  })

test('a birth of 1944 registered now is noted as late in the register', () => {
  const found = runChecks(withPapersOn(day), sampleWithPapers2016(), { filedOn: day, today: day })
  assert.deepEqual(
    found.flatMap(({ remark }) => remark ?? []),
    ['Đăng ký quá hạn'],
  )
})

test('competent is the commune where the person resides, not where the requester does', () => {
  const coLoa = {
    scope: 'city',
    unit: '00505',
    unitFrom: '2008-08-01',
    place: 'x',
    line: 'y',
  } as const
  const answers = sampleWithPapers2016({ 'child.residence': coLoa })
  assert.deepEqual(competentUnits(withPapersOn(day), answers, day), ['00505'])
  const today = plainDate(filedOnToday)
  assert.deepEqual(competentUnits(withPapersOn(today), sampleWithPapersToday(), today), ['00199'])
})
