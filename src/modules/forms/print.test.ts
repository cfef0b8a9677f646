import assert from 'node:assert/strict'
import test from 'node:test'
import type { Answers } from './definition.ts'
import { findField } from './journey.ts'
import { declarationRows, printAnswer, summaryRows } from './print.ts'
import { everyField, smallWorld } from './testing.ts'

const world = smallWorld('2016-08-12')
const print = (key: string, answer: Answers[string]) =>
  printAnswer(findField(everyField, key)!, answer, world)

test('answers print as people write them', () => {
  assert.equal(print('born', '2016-08-12'), '12/08/2016')
  assert.equal(print('born', '2016-08'), 'tháng 8 năm 2016')
  assert.equal(print('born', '2016'), 'năm 2016')
  assert.equal(print('income', 5000000), '5.000.000 đồng')
  assert.equal(print('spouse.born', 1990), '1990')
  assert.equal(print('at', '16:30'), '16 giờ 30 phút')
  assert.equal(print('sex', 'female'), 'Nữ')
  assert.equal(print('has.spouse', false), 'Không')
  assert.equal(print('phone', '0912345318'), '0912 345 318')
  assert.equal(print('photo', ['a', 'b']), '2 tệp')
  assert.equal(print('who', { full: 'Nguyễn Thị Hoà' }), 'Nguyễn Thị Hoà')
  const home = { scope: 'city', unit: '00187', place: 'phường Láng Thượng', line: 'Số 12' } as const
  assert.equal(print('home', home), 'Số 12, phường Láng Thượng')
  assert.equal(print('children', [{ name: { full: 'Lê An' }, lives: true }]), 'Lê An, Có')
  assert.equal(print('story', ''), '')
})

test('the declaration has names in capitals, dates also in words, copies, and no papers', () => {
  const answers = {
    who: { full: "H'Hen Niê" },
    born: '2016-08-12',
    'has.spouse': true,
    spouse: { full: 'Lê An' },
    photo: ['id'],
    true: true,
  }
  const rows = declarationRows(everyField, answers, world).flatMap((section) => section.rows)
  assert.deepEqual(
    rows.map((row) => [row.field, row.value, row.words]),
    [
      ['who', "H'HEN NIÊ", undefined],
      ['born', '12/08/2016', 'ngày mười hai tháng tám năm hai nghìn không trăm mười sáu'],
      ['has.spouse', 'Có', undefined],
      ['spouse', 'LÊ AN', undefined],
      ['contact', 'LÊ AN', undefined],
    ],
  )
})

test('the summary has every question asked, answered or not, under its page', () => {
  const sections = summaryRows(everyField, { 'has.spouse': false }, world)
  assert.deepEqual(
    sections.map(({ page }) => page),
    ['mot', 'hai'],
  )
  const rows = sections[0]!.rows.map(({ field, answered }) => [field, answered])
  assert.deepEqual(rows, [
    ['who', false],
    ['sex', false],
    ['born', false],
    ['number', false],
    ['has.spouse', true],
  ])
})
