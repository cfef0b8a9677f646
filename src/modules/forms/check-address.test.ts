import assert from 'node:assert/strict'
import test from 'node:test'
import { resolveAddresses } from './check-address.ts'
import type { AddressValue, Answers } from './definition.ts'
import { everyField, smallWorld } from './testing.ts'
import { validateForm } from './validate.ts'

const in2016 = smallWorld('2016-08-12')
const in2025 = smallWorld('2025-07-01')

const typed = (place: string, unit?: string): AddressValue => ({
  scope: 'city',
  ...(unit === undefined ? {} : { unit }),
  place,
  line: 'Số 12',
})

function problemOf(home: AddressValue, world = in2016) {
  return validateForm(everyField, { home }, world).find(({ field }) => field === 'home')
}

function resolve(home: AddressValue, world = in2016) {
  return (resolveAddresses(everyField, { home }, world) as Answers & { home: AddressValue }).home
}

test('a commune typed by name, with marks or without, becomes the unit when only one is meant', () => {
  for (const text of ['lang thuong', 'Láng Thượng']) {
    assert.deepEqual(resolve(typed(text)), {
      scope: 'city',
      unit: '00187',
      unitFrom: '2008-08-01',
      place: 'phường Láng Thượng, quận Đống Đa',
      line: 'Số 12',
    })
  }
})

test('a name that several communes have is asked back, with those to choose from', () => {
  const address = resolve(typed('Tân Lập'))
  assert.equal(address.unit, undefined)
  const problem = problemOf(address)
  assert.equal(problem?.code, 'unit-ambiguous')
  assert.deepEqual(problem?.candidates, [
    { value: '09001@2008-08-01', label: 'xã Tân Lập, huyện Đan Phượng' },
    { value: '09002@2008-08-01', label: 'xã Tân Lập, huyện Ba Vì' },
  ])
})

test('a name no commune has is refused', () => {
  assert.equal(problemOf(resolve(typed('Xứ Lạ')))?.code, 'unit-unknown')
})

test('a commune that no longer exists on that day is refused, naming what it is now', () => {
  const old = { ...typed('phường Láng Thượng, quận Đống Đa', '00187'), unitFrom: '2008-08-01' }
  assert.equal(problemOf(old, in2016), undefined)
  const problem = problemOf(old, in2025)
  assert.equal(problem?.code, 'unit-not-valid')
  assert.match(problem!.message.vi, /Nay là: phường Láng, Thành phố Hà Nội/)
  assert.deepEqual(problem?.candidates, [
    { value: '00199@2025-07-01', label: 'phường Láng, Thành phố Hà Nội' },
  ])
})

test('a code that was given to another unit is not the old unit', () => {
  const langHa = { ...typed('phường Láng Hạ, quận Đống Đa', '00199'), unitFrom: '2008-08-01' }
  assert.equal(problemOf(langHa, in2016), undefined)
  assert.equal(problemOf(langHa, in2025)?.code, 'unit-not-valid')
})

test('an address prints as the city prints the unit, whatever was sent', () => {
  const sent = { ...typed('', '00187'), line: 'Số 1' }
  assert.equal(resolve(sent).place, 'phường Láng Thượng, quận Đống Đa')
})

test('another name typed over the chosen one counts', () => {
  assert.equal(resolve(typed('lang thuong', '00199')).unit, '00187')
  assert.equal(resolve(typed('Xứ Lạ', '00199')).unit, undefined)
})

test('an address needs its commune and its line, each said by itself', () => {
  const problems = validateForm(everyField, { home: { ...typed(''), line: 'x' } }, in2016)
  assert.deepEqual(
    problems.filter(({ field }) => field === 'home').map(({ part }) => part),
    ['unitText'],
  )
  const noLine = { ...typed('phường Láng Thượng, quận Đống Đa', '00187'), line: '' }
  assert.equal(problemOf(noLine)?.part, 'line')
})

test('outside the city the place is written out', () => {
  const abroad = { scope: 'abroad', place: '', line: 'x' } as const
  assert.equal(problemOf(abroad)?.part, 'place')
  assert.equal(problemOf({ ...abroad, place: 'Viêng Chăn, Lào' }), undefined)
})
