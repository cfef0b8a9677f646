import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { testCity } from './testing.ts'

const city = testCity()

function became(code: string, from: string, on: string) {
  const { kind, candidates } = city.successors(code, plainDate(from), plainDate(on))
  return { kind, names: candidates.map(({ unit }) => unit.name), candidates }
}

test('a unit is itself until its last day', () => {
  assert.equal(became('00187', '2016-08-10', '2016-08-10').kind, 'same')
  assert.equal(became('00187', '2016-08-10', '2025-06-30').kind, 'same')
  assert.equal(became('00187', '2016-08-10', '2025-07-01').kind, 'one')
})

test('a ward merged whole has one successor', () => {
  assert.deepEqual(became('00187', '2016-08-10', '2025-07-01').names, ['Láng'])
})

test('an old address in a ward that was split answers all candidates', () => {
  const { kind, names } = became('00199', '2016-08-10', '2025-07-01')
  assert.equal(kind, 'split')
  assert.deepEqual(names, ['Giảng Võ', 'Láng', 'Đống Đa'])
})

test('a commune that took another name under its code is followed to the new row', () => {
  const { kind, candidates } = became('10402', '2024-12-31', '2025-01-01')
  assert.equal(kind, 'one')
  assert.equal(candidates[0]?.unit.name, 'Trầm Lộng')
  assert.equal(candidates[0]?.toCheck, false)
})

test('changes are followed through 2020, January 2025 and July 2025', () => {
  assert.deepEqual(became('09736', '2020-02-29', '2020-03-01').names, ['Xuân Đình'])
  assert.deepEqual(became('09736', '2020-02-29', '2025-07-01'), {
    ...became('09727', '2020-03-01', '2025-07-01'),
    candidates: became('09736', '2016-08-10', '2025-07-01').candidates,
  })
  assert.deepEqual(became('10408', '2016-08-10', '2025-01-01').names, ['Trầm Lộng'])
})

test('a target that was inferred says that it is to be checked', () => {
  assert.deepEqual(
    became('00250', '2020-02-29', '2020-03-01').candidates.map(({ toCheck }) => toCheck),
    [true],
  )
})

test('where the tables name no target the answer stays unknown, within the old district', () => {
  const { kind, candidates } = became('00142', '2024-12-31', '2025-01-01')
  assert.equal(kind, 'unknown')
  assert.equal(candidates.length, 13)
  for (const { unit, via, toCheck } of candidates) {
    assert.equal(unit.parentCode, '004')
    assert.deepEqual([via, toCheck], ['sameDistrict', true])
  }
  assert.equal(became('00142', '2024-12-31', '2025-07-01').kind, 'unknown')
})

test('exactly the 25 units without a named target of January 2025 are unknown that day', () => {
  const before = plainDate('2024-12-31')
  const unknown = city
    .unitsOn(before, 'commune')
    .filter(({ code }) => became(code, before, '2025-01-01').kind === 'unknown')
  assert.equal(unknown.length, 25)
})

test('a district ends without a successor', () => {
  assert.deepEqual(became('006', '2016-08-10', '2025-07-01').kind, 'gone')
})

test('every commune of any day before has candidates on 2025-07-01, all of that day', () => {
  for (const from of ['2016-08-10', '2020-03-01', '2025-01-01', '2025-06-30']) {
    for (const { code } of city.unitsOn(plainDate(from), 'commune')) {
      const { kind, candidates } = became(code, from, '2025-07-01')
      assert.notEqual(kind, 'gone', code)
      assert.notEqual(kind, 'same', code)
      assert.ok(candidates.length > 0, code)
      for (const { unit } of candidates) assert.equal(unit.validFrom, '2025-07-01')
      assert.equal(kind === 'split', candidates.length > 1 && kind !== 'unknown', code)
    }
  }
})

test('every unit of 2025 has at least one commune it was merged from', () => {
  const taken = new Set(
    city
      .unitsOn(plainDate('2025-06-30'), 'commune')
      .flatMap(({ code }) => became(code, '2025-06-30', '2025-07-01').names),
  )
  for (const { name } of city.unitsOn(plainDate('2025-07-01'), 'commune'))
    assert.ok(taken.has(name))
})
