import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../platform/plain-date.ts'
import { datesNear, swapDayAndMonth } from './compare-births.ts'
import { readIdentity } from './likeness.ts'
import type { Identity } from './person.ts'
import { askedKeys, storedKeys } from './search-keys.ts'
import { makePeople } from './testing-people.ts'

const people = [...makePeople(5, 300)]
const person = fc.integer({ min: 0, max: people.length - 1 }).map((at) => people[at]!)

const stored = (identity: Identity) => new Set(storedKeys(readIdentity(identity)))

test('keys do not know how a name is composed, cased or ordered', () => {
  fc.assert(
    fc.property(person, fc.integer({ min: 0, max: 5 }), (one, turn) => {
      const words = one.name.normalize('NFD').toLocaleUpperCase('vi').split(' ')
      const at = turn % words.length
      const name = [...words.slice(at), ...words.slice(0, at)].join(' ')
      assert.deepEqual(stored({ ...one, name }), stored(one))
    }),
  )
})

test('a person is looked for under every key that is kept of them', () => {
  fc.assert(
    fc.property(person, (one) => {
      const asked = new Set(askedKeys(readIdentity(one)).map(({ key }) => key))
      for (const key of stored(one)) assert.ok(asked.has(key))
    }),
  )
})

test('few keys are kept of a person, and none of one without a name', () => {
  for (const one of people) assert.ok(stored(one).size <= 16)
  assert.equal(stored({ name: '  ' }).size, 0)
  assert.equal(askedKeys(readIdentity({ name: '?' })).length, 0)
})

test('keys are numbers that hold no name', () => {
  for (const key of stored(people[0]!)) assert.match(key, /^-?\d{1,19}$/)
})

for (const [date, near] of [
  ['2016-03-08', ['2016-03-07', '2016-03-09', '2016-08-03', '2015-03-08', '2017-03-08']],
  ['2016-03-31', ['2016-03-30', '2016-04-01', '2015-03-31', '2017-03-31']],
  ['2016-02-29', ['2016-02-28', '2016-03-01', '2015-02-28', '2017-02-28']],
  ['2016-05-05', ['2016-05-04', '2016-05-06', '2015-05-05', '2017-05-05']],
] as const)
  test(`days that a slip makes of ${date}`, () => {
    assert.deepEqual(datesNear(plainDate(date)), near)
  })

test('swapping day and month twice is the day again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (month, at) => {
      const two = (part: number) => String(part).padStart(2, '0')
      const date = plainDate(`2016-${two(month)}-${two(at)}`)
      const swapped = swapDayAndMonth(date)
      if (swapped) assert.equal(swapDayAndMonth(swapped), date)
      else assert.equal(month, at)
    }),
  )
})
