import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../platform/plain-date.ts'
import { compare, readIdentity, type Band, type Likeness, type Reason } from './likeness.ts'
import type { Identity } from './person.ts'
import { makePeople } from './testing-people.ts'
import { makeMistakes } from './testing-mistakes.ts'
import { randomFrom } from './testing-random.ts'

const an: Identity = {
  name: 'Nguyễn Thị Minh An',
  sex: 'female',
  birthDate: plainDate('2016-03-08'),
  motherName: 'Trần Thị Bích Ngọc',
  fatherName: 'Nguyễn Đắc Khoa',
}

const of = (one: Identity, other: Identity): Likeness =>
  compare(readIdentity(one), readIdentity(other))
const day = plainDate

type Case = [what: string, change: Partial<Identity>, band: Band | undefined, reasons: Reason[]]

const cases: Case[] = [
  ['the same in everything', {}, 'likely', ['name-same', 'birth-same', 'mother-same']],
  ['marks left out', { name: 'nguyen thi minh an' }, 'likely', ['name-marks']],
  ['đ written as d', { fatherName: 'Nguyễn Dắc Khoa' }, 'likely', ['father-alike']],
  ['surname last', { name: 'Thị Minh An Nguyễn' }, 'likely', ['name-order']],
  ['given name first', { name: 'An Nguyễn Thị Minh' }, 'likely', ['name-order']],
  ['without Thị', { name: 'Nguyễn Minh An' }, 'likely', ['name-light-word']],
  ['without the middle name', { name: 'Nguyễn An' }, 'likely', ['name-word-missing']],
  ['a letter swapped in the surname', { name: 'Ngyuễn Thị Minh An' }, 'likely', ['name-near']],
  ['one day earlier', { birthDate: day('2016-03-07') }, 'likely', ['birth-day-off']],
  ['day and month swapped', { birthDate: day('2016-08-03') }, 'likely', ['birth-swapped']],
  ['one year later', { birthDate: day('2017-03-08') }, 'likely', ['birth-year-off']],
  ['the year alone', { birthDate: undefined, birthYear: 2016 }, 'likely', ['birth-year-same']],
  [
    '1 January for a day nobody knew',
    { birthDate: day('2016-01-01') },
    'likely',
    ['birth-year-same'],
  ],
  ['no parents said', { motherName: undefined, fatherName: undefined }, 'likely', ['name-same']],
  ['mother misspelled', { motherName: 'Chần Thị Bích Ngọc' }, 'likely', ['mother-alike']],
  ['a twin with another name', { name: 'Nguyễn Thị Minh Châu' }, 'possible', ['twins']],
  ['a twin whose name differs by a mark', { name: 'Nguyễn Thị Minh Ân' }, 'possible', ['twins']],
  ['a twin, the words swapped', { name: 'Nguyễn Thị An Minh' }, 'possible', ['twins']],
  ['another mother', { motherName: 'Lê Thị Hoa' }, 'possible', ['mother-differs']],
  [
    'other parents',
    { motherName: 'Lê Thị Hoa', fatherName: 'Nguyễn Văn Ba' },
    undefined,
    ['mother-differs', 'father-differs'],
  ],
  [
    'a sister two years younger',
    { name: 'Nguyễn Thị Minh Châu', birthDate: day('2018-05-20') },
    undefined,
    ['siblings'],
  ],
  [
    'a namesake of other parents, born a month later',
    { birthDate: day('2016-04-19'), motherName: 'Lê Thị Hoa', fatherName: 'Nguyễn Văn Ba' },
    undefined,
    ['birth-differs'],
  ],
]

for (const [what, change, band, reasons] of cases)
  test(`${what}: ${band ?? 'not shown'}`, () => {
    const found = of(an, { ...an, ...change })
    assert.equal(found.band, band, JSON.stringify(found))
    for (const reason of reasons) assert.ok(found.reasons.includes(reason), found.reasons.join())
  })

test('a common name with the year alone is possible and no more', () => {
  const hung = { name: 'Nguyễn Văn Hùng', sex: 'male', birthYear: 1955 } as const
  assert.equal(of(hung, hung).band, 'possible')
  const rare = { name: 'Khuất Duy Trác', sex: 'male', birthYear: 1955 } as const
  assert.equal(of(rare, rare).band, 'likely')
})

test('one number is one person, whatever else is written; another number is another', () => {
  const number = '001316000001'
  const other = { name: 'Lê Văn Tám', birthYear: 1950 }
  assert.equal(of({ ...an, number }, { ...other, number }).band, 'likely')
  assert.equal(of({ ...an, number }, { ...an, number: '001316999123' }).band, 'possible')
  const near = of({ ...an, number }, { ...an, number: '001316000010' })
  assert.deepEqual([near.band, near.reasons[0]], ['likely', 'number-near'])
})

test('a name in the highlands is found with its parts in any order', () => {
  const hen = { name: "H'Hen Niê", sex: 'female', birthDate: day('1992-05-15') } as const
  assert.equal(of(hen, { ...hen, name: 'Niê H’Hen' }).band, 'likely')
  assert.equal(of(hen, { ...hen, name: 'Hen Niê' }).band, 'likely')
})

const people = [...makePeople(3, 400)]
const person = fc.integer({ min: 0, max: people.length - 1 }).map((at) => people[at]!)
const written = fc
  .tuple(person, fc.integer())
  .map(([identity, seed]) => makeMistakes(identity, randomFrom(seed)).identity)

test('the comparison is the same whoever comes first, and the score is between 0 and 1', () => {
  fc.assert(
    fc.property(written, written, (one, other) => {
      const found = of(one, other)
      assert.deepEqual(of(other, one), found)
      assert.ok(found.score >= 0 && found.score <= 1)
    }),
    { numRuns: 2000 },
  )
})

test('how a name is composed, its case and the place of the tone change nothing', () => {
  fc.assert(
    fc.property(written, written, (one, other) => {
      const typed = { ...one, name: one.name.normalize('NFD').toLocaleUpperCase('vi') }
      assert.deepEqual(of(typed, other), of(one, other))
    }),
    { numRuns: 1000 },
  )
})

test('nobody is liker to a person than the person written down exactly', () => {
  fc.assert(
    fc.property(person, written, (one, other) => {
      assert.ok(of(one, one).score >= of(one, other).score)
    }),
  )
})

test('words in another order cost little: the person stays as likely but for the order', () => {
  fc.assert(
    fc.property(person, (one) => {
      const turned = { ...one, name: one.name.split(' ').toReversed().join(' ') }
      const odds = (found: Likeness) => Math.log2(found.score / (1 - found.score))
      const [exact, other] = [of(one, one), of(one, turned)]
      if (exact.score < 1) assert.ok(odds(exact) - odds(other) < 1, JSON.stringify(turned))
    }),
  )
})
