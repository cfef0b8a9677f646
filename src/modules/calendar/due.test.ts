import assert from 'node:assert/strict'
import test from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { calendarFromRows, type Holiday } from './calendar.ts'
import { dueFor, receiveBy } from './due.ts'
import type { Limit } from './limit.ts'
import { at, shippedCalendar } from './testing.ts'

const cal = shippedCalendar()

const sameDay: Limit = { kind: 'same-day', cutoff: '15:00' }
const days = (n: number): Limit => ({ kind: 'working-days', days: n })
const hours = (n: number): Limit => ({ kind: 'working-hours', hours: n })
const calendarDays = (n: number): Limit => ({ kind: 'days', days: n })

/** received, limit, due, reasons as `day kind`. */
const cases: [string, Limit, string, string[]?][] = [
  // Same day: the cut-off, both sides.
  ['2016-08-19 09:41', sameDay, '2016-08-19 16:30', []],
  ['2016-08-19 00:00', sameDay, '2016-08-19 16:30', []],
  ['2016-08-18 14:59:59', sameDay, '2016-08-18 16:30', []],
  ['2016-08-18 15:00:00', sameDay, '2016-08-18 16:30', []],
  ['2016-08-18 15:00:01', sameDay, '2016-08-19 16:30', ['2016-08-18 after-cutoff']],
  ['2016-08-18 23:59:59', sameDay, '2016-08-19 16:30', ['2016-08-18 after-cutoff']],
  [
    '2016-08-19 15:01',
    sameDay,
    '2016-08-22 16:30',
    ['2016-08-19 after-cutoff', '2016-08-20 weekend', '2016-08-21 weekend'],
  ],
  // Same day, on days off.
  ['2016-08-20 09:00', sameDay, '2016-08-22 16:30', ['2016-08-20 weekend', '2016-08-21 weekend']],
  ['2016-08-21 23:00', sameDay, '2016-08-22 16:30', ['2016-08-21 weekend']],
  [
    '2016-09-01 15:30',
    sameDay,
    '2016-09-05 16:30',
    ['2016-09-01 after-cutoff', '2016-09-02 holiday', '2016-09-03 weekend', '2016-09-04 weekend'],
  ],
  ['2019-01-05 10:00', sameDay, '2019-01-05 16:30', ['2019-01-05 swap-work']],
  ['2018-12-31 10:00', sameDay, '2019-01-02 16:30', ['2018-12-31 swap-off', '2019-01-01 holiday']],
  // n working days: the day after receipt is day 1, at whatever hour it was received.
  ['2016-08-19 09:00', days(1), '2016-08-22 16:30', ['2016-08-20 weekend', '2016-08-21 weekend']],
  ['2016-08-18 00:00', days(1), '2016-08-19 16:30', []],
  ['2016-08-18 23:59:59', days(1), '2016-08-19 16:30', []],
  ['2016-08-18 15:00:01', days(1), '2016-08-19 16:30', []],
  ['2016-08-15 10:00', days(5), '2016-08-22 16:30'],
  ['2016-08-12 10:00', days(20), '2016-09-12 16:30'],
  [
    '2016-08-20 09:00',
    days(1),
    '2016-08-22 16:30',
    ['2016-08-20 outside-hours', '2016-08-21 weekend'],
  ],
  ['2019-01-03 10:00', days(2), '2019-01-05 16:30', ['2019-01-05 swap-work']],
  [
    '2017-09-01 10:00',
    days(1),
    '2017-09-05 16:30',
    ['2017-09-02 holiday', '2017-09-03 weekend', '2017-09-04 substitute'],
  ],
  ['2030-01-31 10:00', days(1), '2030-02-08 16:30'],
  // n working hours, on the hours of work; the promise stays within desk hours.
  ['2016-08-19 08:00', hours(2), '2016-08-19 10:00', []],
  ['2016-08-19 08:00', hours(4), '2016-08-19 11:30', ['2016-08-19 moved-to-desk-hours']],
  ['2016-08-19 09:00', hours(4), '2016-08-19 14:00', []],
  ['2016-08-18 08:00', hours(8), '2016-08-18 16:30', ['2016-08-18 moved-to-desk-hours']],
  ['2016-08-18 08:01', hours(8), '2016-08-19 08:01', []],
  ['2016-08-18 12:30', hours(1), '2016-08-18 14:00', ['2016-08-18 outside-hours']],
  ['2016-08-18 20:00', hours(1), '2016-08-19 09:00', ['2016-08-18 outside-hours']],
  ['2016-08-18 16:29:59', hours(0.25), '2016-08-18 16:30', ['2016-08-18 moved-to-desk-hours']],
  ['2016-08-18 16:30', hours(0.25), '2016-08-19 08:00', ['2016-08-19 moved-to-desk-hours']],
  ['2016-08-18 16:40', hours(0.25), '2016-08-19 08:00', ['2016-08-19 moved-to-desk-hours']],
  [
    '2016-08-20 09:00',
    hours(1),
    '2016-08-22 09:00',
    ['2016-08-20 outside-hours', '2016-08-20 weekend', '2016-08-21 weekend'],
  ],
  // n days: all days count, a last day off moves.
  ['2016-08-19 09:00', calendarDays(3), '2016-08-22 16:30', []],
  [
    '2016-08-18 09:00',
    calendarDays(2),
    '2016-08-22 16:30',
    ['2016-08-20 weekend', '2016-08-21 weekend', '2016-08-22 moved-to-working-day'],
  ],
  ['2016-08-18 09:00', calendarDays(15), '2016-09-05 16:30'],
  ['2016-08-17 09:00', calendarDays(15), '2016-09-01 16:30', []],
  ['2019-01-02 09:00', calendarDays(3), '2019-01-05 16:30', ['2019-01-05 swap-work']],
]

for (const [received, limit, due, reasons] of cases) {
  const { kind, ...amount } = limit
  const limitText = `${Object.values(amount).join()} ${kind}`
  test(`received ${received}, limit ${limitText}: due ${due}`, () => {
    const result = dueFor(cal, { receivedAt: at(received), limit })
    assert.deepEqual(result.dueAt, at(due))
    const told = result.reasons.map(({ day, kind: why }) => `${day} ${why}`)
    if (reasons) assert.deepEqual(told, reasons)
  })
}

test('a skipped day carries the name and code of its holiday', () => {
  const { reasons } = dueFor(cal, { receivedAt: at('2017-09-01 10:00'), limit: days(1) })
  const { name, code } = reasons.at(-1)!
  assert.deepEqual([name, code], ['Nghỉ bù Quốc khánh', 'NATIONAL_SUB'])
})

test('a holiday the Prime Minister has not fixed yet is marked provisional', () => {
  const { reasons } = dueFor(cal, { receivedAt: at('2030-01-31 10:00'), limit: days(1) })
  assert.ok(reasons.every(({ provisional }) => provisional === true))
})

test('beyond the holiday table only weekends are skipped, and one reason says so', () => {
  const inside = dueFor(cal, { receivedAt: at('2030-12-30 10:00'), limit: days(1) })
  assert.deepEqual(inside, { dueAt: at('2030-12-31 16:30'), reasons: [] })
  const beyond = dueFor(cal, { receivedAt: at('2030-12-31 10:00'), limit: days(3) })
  assert.deepEqual(beyond.dueAt, at('2031-01-03 16:30'))
  assert.deepEqual(beyond.reasons, [{ day: '2031-01-01', kind: 'calendar-provisional' }])
})

function halfDay(part: 'morning' | 'afternoon') {
  const day = plainDate('2016-08-19')
  const row: Holiday = { day, code: 'X', name: 'Nghỉ', kind: 'legal', part, certainty: 'test' }
  return calendarFromRows({ holidays: [row], hours: cal.hours })
}

test('on a day with its afternoon off, what comes before 11:30 is due at 11:30, later next day', () => {
  const half = halfDay('afternoon')
  const due = (time: string) =>
    dueFor(half, { receivedAt: at(`2016-08-19 ${time}`), limit: sameDay }).dueAt
  assert.deepEqual(due('11:29:59'), at('2016-08-19 11:30'))
  assert.deepEqual(due('11:30:00'), at('2016-08-22 16:30'))
})

test('half a day off still is one working day of a limit, and four hours of one in hours', () => {
  const half = halfDay('afternoon')
  const receivedAt = at('2016-08-18 16:00')
  assert.deepEqual(dueFor(half, { receivedAt, limit: days(1) }).dueAt, at('2016-08-19 11:30'))
  assert.deepEqual(dueFor(half, { receivedAt, limit: hours(6) }).dueAt, at('2016-08-22 09:00'))
})

for (const limit of [days(0), days(1.5), days(-1), hours(0), hours(Number.NaN), calendarDays(0)])
  test(`${JSON.stringify(limit)} is not a time limit`, () => {
    assert.throws(() => dueFor(cal, { receivedAt: at('2016-08-19 09:00'), limit }), RangeError)
  })

/** Eight working hours, both sides of every edge of the day. */
const filings: [string, string][] = [
  ['2016-08-18 07:12', '2016-08-18 16:30'],
  ['2016-08-18 08:00', '2016-08-18 16:30'],
  ['2016-08-18 10:00', '2016-08-19 10:00'],
  ['2016-08-19 16:00', '2016-08-22 16:00'],
  ['2016-08-19 17:00', '2016-08-22 16:30'],
  ['2016-08-20 09:00', '2016-08-22 16:30'],
  ['2016-09-01 16:59', '2016-09-05 16:30'],
]

for (const [filed, by] of filings)
  test(`filed ${filed}, the ward answers by ${by}`, () => {
    assert.deepEqual(receiveBy(cal, at(filed), 1).dueAt, at(by))
  })
