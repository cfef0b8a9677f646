import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { cityTables, testCity } from './testing.ts'
import { isValidOn } from './unit.ts'

const city = testCity()
const day = plainDate

const counted: [string, number, number, number, number][] = [
  // day, districts, communes, first-wave wards, online wards
  ['2016-05-31', 30, 584, 0, 0],
  ['2016-06-01', 30, 584, 0, 24],
  ['2016-08-05', 30, 584, 0, 24],
  ['2016-08-09', 30, 584, 0, 24],
  ['2016-08-10', 30, 584, 144, 168],
  ['2016-10-02', 30, 584, 144, 168],
  ['2016-10-03', 30, 584, 144, 584],
  ['2020-02-29', 30, 584, 144, 584],
  ['2020-03-01', 30, 579, 142, 579],
  ['2024-12-31', 30, 579, 142, 579],
  ['2025-01-01', 30, 526, 130, 526],
  ['2025-06-30', 30, 526, 130, 526],
  ['2025-07-01', 0, 126, 0, 126],
]
for (const [on, districts, communes, firstWaveWards, onlineWards] of counted) {
  test(`on ${on} there are ${communes} communes in ${districts} districts, ${onlineWards} online`, () => {
    assert.deepEqual(city.counts(day(on)), { districts, communes, firstWaveWards, onlineWards })
    assert.equal(city.unitsOn(day(on), 'commune').length, communes)
    assert.equal(city.unitsOn(day(on), 'district').length, districts)
  })
}

test('before the first day of the tables there is no unit', () => {
  assert.equal(city.unitsOn(day('2008-07-31')).length, 0)
  assert.equal(city.unitsOn(day('2008-08-01'), 'commune').length, 584)
})

test('every commune lies in a district until 2025-06-30, and in none from the day after', () => {
  for (const on of ['2016-08-10', '2020-03-01', '2025-06-30'].map(day))
    for (const { code } of city.unitsOn(on, 'commune')) assert.ok(city.districtOf(code, on), code)
  const after = day('2025-07-01')
  for (const { code } of city.unitsOn(after, 'commune'))
    assert.equal(city.districtOf(code, after), undefined)
})

test('one code means different units on different days', () => {
  const names = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01'].map(
    (on) => city.unit('10402', day(on))?.name,
  )
  assert.deepEqual(names, ['Hòa Lâm', 'Trầm Lộng', 'Trầm Lộng', 'Ứng Hòa'])
  assert.equal(city.unit('00199', day('2025-06-30'))?.name, 'Láng Hạ')
  assert.equal(city.unit('00199', day('2025-07-01'))?.name, 'Láng')
})

test('a unit that kept its code and changed its name in 2020 is two rows', () => {
  assert.equal(city.unit('09727', day('2020-02-29'))?.name, 'Xuân Phú')
  assert.equal(city.unit('09727', day('2020-03-01'))?.name, 'Xuân Đình')
})

test('the days of the rows of one code never overlap', () => {
  for (const rows of Map.groupBy(cityTables().units, ({ code }) => code).values()) {
    for (const unit of rows)
      assert.equal(rows.filter((row) => isValidOn(row, unit.validFrom)).length, 1, unit.code)
  }
})

test('what a unit lies in exists on its first and last day', () => {
  for (const { code, validFrom, validTo, level } of cityTables().units) {
    if (level === 'city') continue
    for (const on of [validFrom, validTo ?? day('2026-01-01')])
      assert.match(city.printedUnit(code, on) ?? '', /, Thành phố Hà Nội$/)
  }
})

test('an address prints with its district until there are none', () => {
  assert.equal(
    city.printedUnit('00187', day('2016-08-10')),
    'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  )
  assert.equal(city.printedUnit('00199', day('2025-07-01')), 'phường Láng, Thành phố Hà Nội')
  assert.equal(
    city.printedUnit('09574', day('2016-08-10')),
    'phường Lê Lợi, thị xã Sơn Tây, Thành phố Hà Nội',
  )
  assert.equal(city.printedUnit('00187', day('2025-07-01')), undefined)
})

test('a form is answered for communes of the day alone, and not for a day that does not exist', () => {
  assert.deepEqual(city.unitOn('00187', '2016-08-10'), {
    validFrom: '2008-08-01',
    printed: 'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  })
  assert.equal(city.unitOn('00187', '2025-07-01'), undefined)
  assert.equal(city.unitOn('006', '2016-08-10'), undefined)
  assert.equal(city.unitOn('00187', '2016-02-31'), undefined)
})

test('every change starts the day after the old unit ends, and its target begins by then', () => {
  for (const change of cityTables().changes) {
    const from = cityTables().units.find(
      (unit) => unit.code === change.fromCode && unit.validFrom === change.fromValidFrom,
    )
    assert.equal(from?.validTo && addDays(from.validTo, 1), change.effective, change.fromCode)
    if (change.into) assert.ok(city.unit(change.into.code, change.effective))
  }
})

test('a code that is no unit on the day is refused, and so is a day before', () => {
  const refused = (code: string, from: string, on: string) => () =>
    city.successors(code, day(from), day(on))
  const isRefusal = (error: unknown) => error instanceof Refusal && error.code === 'unit-not-on-day'
  assert.throws(refused('00187', '2025-07-01', '2025-07-01'), isRefusal)
  assert.throws(refused('99999', '2016-08-10', '2025-07-01'), isRefusal)
  assert.throws(refused('00187', '2016-08-10', '2016-08-09'), isRefusal)
})
