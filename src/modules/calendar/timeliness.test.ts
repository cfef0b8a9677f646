import assert from 'node:assert/strict'
import test from 'node:test'
import { at, shippedCalendar } from './testing.ts'
import { timeliness, workingDaysLeft, type Timeliness } from './timeliness.ts'
import { workingMinutesBetween } from './working-time.ts'

const cal = shippedCalendar()
const dueAt = at('2016-08-22 16:30')

const ended: [string, Timeliness][] = [
  ['2016-08-19 16:30', 'early'],
  ['2016-08-21 23:59:59', 'early'],
  ['2016-08-22 00:00', 'onTime'],
  ['2016-08-22 16:30', 'onTime'],
  ['2016-08-22 16:30:01', 'overdue'],
  ['2016-08-23 08:00', 'overdue'],
]

for (const [endedAt, expected] of ended)
  test(`due 22/08 16:30 and ended ${endedAt} is ${expected}`, () => {
    const now = at('2016-09-30 00:00')
    assert.equal(timeliness({ dueAt, endedAt: at(endedAt), now }), expected)
  })

const open: [string, string | null, Timeliness][] = [
  ['2016-08-22 16:30', null, 'withinLimit'],
  ['2016-08-22 16:30:01', null, 'overdue'],
  ['2016-09-20 09:00', '2016-08-22 10:00', 'withinLimit'],
  ['2016-09-20 09:00', '2016-08-22 16:31', 'overdue'],
]

for (const [now, since, expected] of open)
  test(`due 22/08 16:30, open at ${now}, paused since ${since}: ${expected}`, () => {
    const pausedSince = since === null ? null : at(since)
    assert.equal(timeliness({ dueAt, endedAt: null, now: at(now), pausedSince }), expected)
  })

const left: [string, number][] = [
  ['2016-08-15 09:00', 5],
  ['2016-08-19 23:59', 1],
  ['2016-08-20 09:00', 1],
  ['2016-08-22 00:00', 0],
  ['2016-08-22 23:00', 0],
  ['2016-08-23 09:00', -1],
  ['2016-08-27 09:00', -4],
]

for (const [now, expected] of left)
  test(`at ${now} there are ${expected} working days to 22/08`, () => {
    assert.equal(workingDaysLeft(cal, { now: at(now), dueAt }), expected)
  })

const minutes: [string, string, number][] = [
  ['2016-08-19 08:00', '2016-08-19 17:00', 480],
  ['2016-08-19 11:59:30', '2016-08-19 13:00:20', 0],
  ['2016-08-19 11:59', '2016-08-19 13:01', 2],
  ['2016-08-19 16:00', '2016-08-22 09:00', 120],
  ['2016-09-01 00:00', '2016-09-06 00:00', 960],
  ['2016-08-20 08:00', '2016-08-20 11:30', 0],
  ['2016-08-22 09:00', '2016-08-19 16:00', 0],
]

for (const [from, to, expected] of minutes)
  test(`between ${from} and ${to} lie ${expected} working minutes`, () => {
    assert.equal(workingMinutesBetween(cal, at(from), at(to)), expected)
  })
