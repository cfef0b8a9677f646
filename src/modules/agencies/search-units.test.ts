import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { foldVietnamese } from './fold-vietnamese.ts'
import { testCity } from './testing.ts'

const city = testCity()
const in2016 = plainDate('2016-08-10')
const in2025 = plainDate('2025-07-01')

const names = (text: string, on = in2016) =>
  city.searchUnits(text, on).map(({ printed }) => printed.replace(', Thành phố Hà Nội', ''))

test('a ward is found with marks, without them, in NFC and in NFD', () => {
  const asked = ['Láng Thượng', 'Láng Thượng'.normalize('NFD'), 'lang thuong', 'phuong lang thuong']
  for (const text of asked)
    assert.deepEqual(names(text), ['phường Láng Thượng, quận Đống Đa'], text)
})

test('words may come in any order, with the district, and unfinished', () => {
  assert.equal(names('thuong lang')[0], 'phường Láng Thượng, quận Đống Đa')
  assert.deepEqual(names('quang trung dong d'), ['phường Quang Trung, quận Đống Đa'])
})

test('exact names come before names that only begin so', () => {
  assert.equal(names('lang', in2025)[0], 'phường Láng')
  assert.equal(names('yen', in2016).length > 3, true)
  assert.deepEqual(names('quang trung').length, 4)
})

test('a code finds its unit, nothing finds nothing, and never more than 20', () => {
  assert.deepEqual(names('00187'), ['phường Láng Thượng, quận Đống Đa'])
  assert.deepEqual(names('  - '), [])
  assert.deepEqual(names('khong co phuong nay'), [])
  assert.equal(names('xa').length, 20)
})

test('a unit is found only on the days it exists', () => {
  assert.equal(names('lang thuong', plainDate('2025-06-30')).length, 1)
  assert.deepEqual(names('lang thuong', in2025), [])
})

test('every unit is found by its own name in NFC, NFD and folded, first among equals', () => {
  for (const on of [in2016, plainDate('2020-03-01'), plainDate('2025-01-01'), in2025]) {
    for (const unit of city.unitsOn(on, 'commune')) {
      const spellings = [unit.name, unit.name.normalize('NFD'), foldVietnamese(unit.name)]
      for (const text of spellings) {
        const found = city.searchUnits(text, on)
        const place = found.findIndex((entry) => entry.unit.code === unit.code)
        assert.notEqual(place, -1, `${text} on ${on}`)
        const better = found.slice(0, place).map((entry) => foldVietnamese(entry.unit.name))
        assert.ok(
          better.every((name) => name === foldVietnamese(unit.name)),
          text,
        )
      }
    }
  }
})
