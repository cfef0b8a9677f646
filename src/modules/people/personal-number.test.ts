import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  checkPersonalNumber,
  isOldCardNumber,
  maskNumber,
  normaliseNumber,
  readPersonalNumber,
  type PersonalNumberProblem,
  type Sex,
} from './personal-number.ts'
import { provinces } from './provinces.ts'

const cases: [string, { sex?: Sex; birthYear?: number }, PersonalNumberProblem | undefined][] = [
  ['087084000999', { sex: 'male', birthYear: 1984 }, undefined],
  ['087084000999', {}, undefined],
  ['087084000999', { sex: 'female', birthYear: 1984 }, 'number-sex-mismatch'],
  ['087084000999', { sex: 'male', birthYear: 1985 }, 'number-year-mismatch'],
  ['087084000999', { birthYear: 2084 }, 'number-year-mismatch'],
  ['087184000999', { sex: 'female', birthYear: 1984 }, undefined],
  ['001216000001', { sex: 'male', birthYear: 2016 }, undefined],
  ['001316000001', { sex: 'female', birthYear: 2016 }, undefined],
  ['001199000001', { sex: 'female', birthYear: 1999 }, undefined],
  ['001200000001', { sex: 'male', birthYear: 2000 }, undefined],
  ['001900000001', { sex: 'female', birthYear: 2300 }, undefined],
  ['08708400099', {}, 'number-length'],
  ['0870840009990', {}, 'number-length'],
  ['08708400099a', {}, 'number-length'],
  ['087 084 000 999', {}, 'number-length'],
  ['０８７０８４０００９９９', {}, 'number-length'],
  ['', {}, 'number-length'],
  ['000084000999', {}, 'number-province-unknown'],
  ['003084000999', {}, 'number-province-unknown'],
  ['097084000999', {}, 'number-province-unknown'],
  ['096084000999', {}, undefined],
  ['101084000999', {}, undefined],
]

for (const [value, holder, problem] of cases)
  test(`${value} for ${JSON.stringify(holder)} ${problem ?? 'fits'}`, () => {
    assert.equal(checkPersonalNumber(value, holder), problem)
  })

test('there were 63 provinces; Hanoi is 001', () => {
  assert.equal(provinces.size, 63)
  assert.equal(provinces.get('001'), 'Hà Nội')
  for (const [code, name] of provinces) assert.match(`${code} ${name}`, /^0\d{2} \p{L}[\p{L} -]+$/u)
})

const holders = fc.record({
  place: fc.constantFrom(...provinces.keys()),
  sex: fc.constantFrom<Sex>('male', 'female'),
  birthYear: fc.integer({ min: 1900, max: 2399 }),
  serial: fc.integer({ min: 0, max: 999_999 }),
})

/** Written out from the rule as the circular states it, not from the code under test. */
function numberOf({
  place,
  sex,
  birthYear,
  serial,
}: {
  place: string
  sex: Sex
  birthYear: number
  serial: number
}): string {
  const century = 2 * (Math.floor(birthYear / 100) - 19) + (sex === 'female' ? 1 : 0)
  const year = String(birthYear % 100).padStart(2, '0')
  return `${place}${century}${year}${String(serial).padStart(6, '0')}`
}

test('a number made by the rule fits its holder and says who it is', () => {
  fc.assert(
    fc.property(holders, (holder) => {
      const { place, sex, birthYear } = holder
      const number = numberOf(holder)
      assert.equal(checkPersonalNumber(number, { sex, birthYear }), undefined)
      assert.deepEqual(readPersonalNumber(number), { place, sex, birthYear })
    }),
  )
})

test('a number never fits the other sex or another year', () => {
  fc.assert(
    fc.property(holders, holders, (holder, other) => {
      const number = numberOf(holder)
      const sex = holder.sex === 'male' ? 'female' : 'male'
      assert.equal(checkPersonalNumber(number, { sex }), 'number-sex-mismatch')
      const { birthYear } = other
      const problem = birthYear === holder.birthYear ? undefined : 'number-year-mismatch'
      assert.equal(checkPersonalNumber(number, { birthYear }), problem)
    }),
  )
})

test('the old card has nine digits', () => {
  assert.equal(isOldCardNumber('012345456'), true)
  assert.equal(isOldCardNumber('01234545'), false)
  assert.equal(isOldCardNumber('0123454567'), false)
  assert.equal(isOldCardNumber('01234545B'), false)
})

test('digits typed in groups become one number', () => {
  assert.equal(normaliseNumber(' 087 084.000-999 '), '087084000999')
})

test('a masked number shows three digits at each end', () => {
  assert.equal(maskNumber('012345456'), '012•••456')
  assert.equal(maskNumber('001216000789'), '001••••••789')
  assert.equal(maskNumber('12345'), '•••••')
})
