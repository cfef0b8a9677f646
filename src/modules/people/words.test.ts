import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { fromEpochDay } from '../../platform/plain-date.ts'
import { dateInWords, numberInWords } from './words.ts'

const numbers: [number, string][] = [
  [0, 'không'],
  [1, 'một'],
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [91, 'chín mươi mốt'],
  [100, 'một trăm'],
  [101, 'một trăm linh một'],
  [104, 'một trăm linh bốn'],
  [105, 'một trăm linh năm'],
  [110, 'một trăm mười'],
  [115, 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt'],
  [1000, 'một nghìn'],
  [1001, 'một nghìn không trăm linh một'],
  [1010, 'một nghìn không trăm mười'],
  [1975, 'một nghìn chín trăm bảy mươi lăm'],
  [2000, 'hai nghìn'],
  [2005, 'hai nghìn không trăm linh năm'],
  [2016, 'hai nghìn không trăm mười sáu'],
  [5000, 'năm nghìn'],
  [15_000, 'mười lăm nghìn'],
  [21_000, 'hai mươi mốt nghìn'],
  [100_000, 'một trăm nghìn'],
  [1_000_000, 'một triệu'],
  [1_005_000, 'một triệu không trăm linh năm nghìn'],
  [1_000_001, 'một triệu không trăm linh một'],
  [2_500_000_000, 'hai tỷ năm trăm triệu'],
]

for (const [value, words] of numbers)
  test(`${value} is ${words}`, () => {
    assert.equal(numberInWords(value), words)
  })

for (const value of [-1, 1.5, 1e12, Number.NaN, Number.POSITIVE_INFINITY])
  test(`${value} is not written in words`, () => {
    assert.throws(() => numberInWords(value), RangeError)
  })

const dates: [string, string | undefined][] = [
  ['2016-08-12', 'ngày mười hai tháng tám năm hai nghìn không trăm mười sáu'],
  ['2016-04-01', 'ngày một tháng tư năm hai nghìn không trăm mười sáu'],
  ['1985-01-05', 'ngày năm tháng một năm một nghìn chín trăm tám mươi lăm'],
  ['2005-12-31', 'ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm linh năm'],
  ['2024-10-24', 'ngày hai mươi tư tháng mười năm hai nghìn không trăm hai mươi tư'],
  ['2000-11-10', 'ngày mười tháng mười một năm hai nghìn'],
  ['2016-02-29', 'ngày hai mươi chín tháng hai năm hai nghìn không trăm mười sáu'],
  ['2016-08', 'tháng tám năm hai nghìn không trăm mười sáu'],
  ['2016', 'năm hai nghìn không trăm mười sáu'],
  ['2016-02-31', undefined],
  ['2015-02-29', undefined],
  ['2016-13', undefined],
  ['2016-08-12-01', undefined],
  ['12/08/2016', undefined],
  ['', undefined],
]

for (const [date, words] of dates)
  test(`the date "${date}" in words: ${words}`, () => {
    assert.equal(dateInWords(date), words)
  })

/** Reads words back by a rule of its own: nothing may be missing and nothing may be left over. */
function readBack(text: string): number {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
  const other: Record<string, number> = { mốt: 1, tư: 4, lăm: 5 }
  let [total, group, last] = [0, 0, 0]
  for (const word of text.split(' ')) {
    if (word === 'trăm') [group, last] = [group + last * 100, 0]
    else if (word === 'mươi') [group, last] = [group + last * 10, 0]
    else if (word === 'mười') group += 10
    else if (word === 'linh') last = 0
    else if (['nghìn', 'triệu', 'tỷ'].includes(word)) {
      total += (group + last) * 1000 ** (['nghìn', 'triệu', 'tỷ'].indexOf(word) + 1)
      group = 0
      last = 0
    } else {
      last = other[word] ?? digits.indexOf(word)
      assert.ok(last >= 0, `a word that is no number: "${word}" in "${text}"`)
    }
  }
  return total + group + last
}

test('each number can be read back from its words', () => {
  const values = fc.oneof(fc.nat(9999), fc.nat(999_999), fc.integer({ min: 0, max: 1e12 - 1 }))
  fc.assert(
    fc.property(values, (value) => assert.equal(readBack(numberInWords(value)), value)),
    { numRuns: 3000 },
  )
})

test('each day from 1900 to 2099 has day, month and year in words, and reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 47_481 }), (epoch) => {
      const date = fromEpochDay(epoch)
      const words = dateInWords(date)!
      const parts = /^ngày (.+) tháng (.+?) năm (một nghìn.*|hai nghìn.*)$/.exec(words)
      assert.ok(parts, words)
      const [year, month, day] = date.split('-').map(Number)
      assert.deepEqual(parts.slice(1).map(readBack), [day, month, year])
    }),
    { numRuns: 2000 },
  )
})

test('the words of different days are different', () => {
  const days = Array.from({ length: 366 * 4 }, (_, n) => dateInWords(fromEpochDay(16_000 + n)))
  assert.equal(new Set(days).size, days.length)
})
