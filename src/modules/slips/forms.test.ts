import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { formOn, registerMarkOn, slipNumber } from './forms.ts'
import { slipOfPath, slipPath } from './read-slip.ts'
import { slipKinds } from './slip.ts'

const days: [string, string, string][] = [
  ['2016-08-12', 'Phiếu hướng dẫn hoàn thiện hồ sơ', ''],
  ['2018-06-20', 'Phiếu hướng dẫn hoàn thiện hồ sơ', ''],
  ['2018-06-21', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', ''],
  ['2019-01-05', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', ''],
  ['2019-01-06', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Mẫu số 02'],
]

for (const [day, title, mark] of days)
  test(`a supplement asked on ${day} is a “${title}” ${mark}`, () => {
    const form = formOn('supplement', plainDate(day))
    assert.equal(form.titleLines.join(' '), title)
    assert.equal(form.formMark, mark)
  })

test('the six forms have their numbers since 06/01/2019, and none the day before', () => {
  const marksOn = (day: string) => {
    const kinds = ['receipt', 'supplement', 'decline', 'refusal', 'apology', 'control'] as const
    const marks = kinds.map((kind) => formOn(kind, plainDate(day)).formMark)
    return [...marks, registerMarkOn(plainDate(day))]
  }
  assert.deepEqual(marksOn('2019-01-05'), ['', '', '', '', '', '', ''])
  const numbers = ['01', '02', '03', '03', '04', '05', '06']
  assert.deepEqual(
    marksOn('2019-01-06'),
    numbers.map((no) => `Mẫu số ${no}`),
  )
})

test('a number is written with four figures and the mark of its kind, dots before it is given', () => {
  assert.equal(slipNumber({ kind: 'receipt', no: 31 }), '0031/TNHS')
  assert.equal(slipNumber({ kind: 'receipt', no: 12_345 }), '12345/TNHS')
  assert.equal(slipNumber({ kind: 'control', no: null }), '......../KSHS')
})

test('every slip has an address of its own; what names none is none', () => {
  for (const kind of slipKinds) {
    const slip = { kind, year: 2016, no: 31 }
    assert.deepEqual(slipOfPath(slipPath(slip)), slip)
  }
  for (const path of ['', 'giay-hen', 'giay-hen-2016-0', 'giay-hen-2016-01', 'giay-la-2016-1', '-'])
    assert.equal(slipOfPath(path), undefined, path)
  assert.equal(slipOfPath('giay-hen-2016-1234567890'), undefined)
})
