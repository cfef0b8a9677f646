import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { dueAfter, moveDueDate, type History, type Pause, type PauseWhy } from './due.ts'
import type { Limit } from './limit.ts'
import { at, shippedCalendar } from './testing.ts'

const cal = shippedCalendar()
const sameDay: Limit = { kind: 'same-day', cutoff: '15:00' }
const days = (n: number): Limit => ({ kind: 'working-days', days: n })

function pause(from: string, to: string | null, why: PauseWhy = 'supplement'): Pause {
  return { from: at(from), to: to === null ? null : at(to), why }
}

function history(input: Partial<History>): History {
  const receivedAt = at('2016-08-15 09:00')
  return { receivedAt, limit: days(5), pauses: [], afterSupplement: 'continue', ...input }
}

// Monday 15/08/2016, five working days: due Monday 22/08. Fridays 19/08 and 26/08.
const continued: [string, Limit, Pause[], string][] = [
  ['no pause', days(5), [], '2016-08-22 16:30'],
  [
    'a pause within a day',
    days(5),
    [pause('2016-08-16 10:00', '2016-08-16 15:00')],
    '2016-08-22 16:30',
  ],
  [
    'one close missed',
    days(5),
    [pause('2016-08-16 10:00', '2016-08-17 09:00')],
    '2016-08-23 16:30',
  ],
  [
    'up to the second of closing',
    days(5),
    [pause('2016-08-16 10:00', '2016-08-16 16:30')],
    '2016-08-23 16:30',
  ],
  [
    'from the second of closing',
    days(5),
    [pause('2016-08-16 16:30', '2016-08-17 08:00')],
    '2016-08-22 16:30',
  ],
  ['over a weekend', days(5), [pause('2016-08-19 17:00', '2016-08-22 08:00')], '2016-08-22 16:30'],
  [
    'within the day of receipt',
    days(5),
    [pause('2016-08-15 10:00', '2016-08-15 11:00')],
    '2016-08-22 16:30',
  ],
  [
    'on the day of receipt',
    days(5),
    [pause('2016-08-15 10:00', '2016-08-15 18:00')],
    '2016-08-22 16:30',
  ],
  [
    'from receipt to Wednesday',
    days(5),
    [pause('2016-08-15 10:00', '2016-08-17 09:00')],
    '2016-08-23 16:30',
  ],
  ['before receipt', days(5), [pause('2016-08-10 10:00', '2016-08-12 09:00')], '2016-08-22 16:30'],
  [
    'beginning before receipt',
    days(5),
    [pause('2016-08-10 10:00', '2016-08-17 09:00')],
    '2016-08-23 16:30',
  ],
  [
    'two pauses',
    days(5),
    [pause('2016-08-22 10:00', '2016-08-24 09:00'), pause('2016-08-16 10:00', '2016-08-17 09:00')],
    '2016-08-25 16:30',
  ],
  [
    'two that overlap',
    days(5),
    [
      pause('2016-08-16 10:00', '2016-08-18 09:00'),
      pause('2016-08-17 10:00', '2016-08-19 09:00', 'preview'),
    ],
    '2016-08-25 16:30',
  ],
  [
    'after the time ran out',
    days(5),
    [pause('2016-08-22 16:30', '2016-08-26 09:00')],
    '2016-08-22 16:30',
  ],
  [
    'just before it ran out',
    days(5),
    [pause('2016-08-22 16:29', '2016-08-26 09:00')],
    '2016-08-26 16:30',
  ],
  [
    'over National Day',
    days(5),
    [pause('2016-08-17 09:00', '2016-09-01 17:00')],
    '2016-09-08 16:30',
  ],
  [
    'same day, back before 15:00',
    sameDay,
    [pause('2016-08-15 10:00', '2016-08-15 15:00')],
    '2016-08-15 16:30',
  ],
  [
    'same day, back after 15:00',
    sameDay,
    [pause('2016-08-15 10:00', '2016-08-15 15:00:01')],
    '2016-08-16 16:30',
  ],
  [
    'same day, back on Thursday',
    sameDay,
    [pause('2016-08-15 10:00', '2016-08-18 09:00')],
    '2016-08-18 16:30',
  ],
  [
    'hours',
    { kind: 'working-hours', hours: 4 },
    [pause('2016-08-15 10:00', '2016-08-16 09:00')],
    '2016-08-16 11:30',
  ],
  [
    'hours, on a Saturday',
    { kind: 'working-hours', hours: 4 },
    [pause('2016-08-15 10:00', '2016-08-20 09:00')],
    '2016-08-22 11:00',
  ],
  [
    'calendar days',
    { kind: 'days', days: 10 },
    [pause('2016-08-17 10:00', '2016-08-22 09:00')],
    '2016-08-30 16:30',
  ],
  [
    'calendar days, last day off',
    { kind: 'days', days: 5 },
    [pause('2016-08-22 10:00', '2016-08-24 09:00')],
    '2016-08-24 16:30',
  ],
]

for (const [what, limit, pauses, due] of continued)
  test(`the clock goes on after a pause (${what}): due ${due}`, () => {
    const result = dueAfter(cal, history({ limit, pauses }))
    assert.deepEqual([result.dueAt, result.state], [at(due), 'running'])
  })

const restarted: [string, Pause[], string][] = [
  [
    'the papers come on Wednesday',
    [pause('2016-08-16 10:00', '2016-08-17 09:00')],
    '2016-08-24 16:30',
  ],
  [
    'the papers come within the hour',
    [pause('2016-08-16 10:00', '2016-08-16 11:00')],
    '2016-08-23 16:30',
  ],
  [
    'a preview only continues',
    [pause('2016-08-16 10:00', '2016-08-17 09:00', 'preview')],
    '2016-08-23 16:30',
  ],
  [
    'asked twice, from the last',
    [pause('2016-08-16 10:00', '2016-08-17 09:00'), pause('2016-08-18 10:00', '2016-08-19 09:00')],
    '2016-08-26 16:30',
  ],
  [
    'a preview after it',
    [
      pause('2016-08-16 10:00', '2016-08-17 09:00'),
      pause('2016-08-22 10:00', '2016-08-23 09:00', 'preview'),
    ],
    '2016-08-25 16:30',
  ],
  [
    'asked after the time ran out',
    [pause('2016-08-23 10:00', '2016-08-25 09:00')],
    '2016-08-22 16:30',
  ],
]

for (const [what, pauses, due] of restarted)
  test(`the clock starts again from zero (${what}): due ${due}`, () => {
    const result = dueAfter(cal, history({ pauses, afterSupplement: 'restart' }))
    assert.deepEqual(result.dueAt, at(due))
  })

test('the clock stands while a supplement is awaited, and says since when', () => {
  const pauses = [pause('2016-08-17 10:00', null)]
  const result = dueAfter(cal, history({ pauses }))
  assert.equal(result.state, 'paused')
  assert.deepEqual(result.pausedSince, at('2016-08-17 10:00'))
  assert.deepEqual(result.dueAt, at('2016-08-22 16:30'))
  assert.ok(result.reasons.some((r) => r.kind === 'paused' && r.until === undefined))
})

test('a clock that had run out does not stand', () => {
  const result = dueAfter(cal, history({ pauses: [pause('2016-08-22 16:31', null)] }))
  assert.equal(result.state, 'running')
  assert.ok(result.reasons.some(({ kind }) => kind === 'pause-too-late'))
})

test('reasons tell the pause, the restart and only the days skipped on the way', () => {
  const pauses = [pause('2016-08-19 10:00', '2016-08-30 09:00')]
  const told = (afterSupplement: 'continue' | 'restart') =>
    dueAfter(cal, history({ pauses, limit: days(5), afterSupplement })).reasons.map(
      ({ day, kind }) => `${day.slice(8)} ${kind}`,
    )
  assert.deepEqual(told('continue'), ['19 paused', '30 continued'])
  assert.deepEqual(told('restart'), [
    '19 paused',
    '30 restarted',
    '02 holiday',
    '03 weekend',
    '04 weekend',
  ])
})

test('a pause that ends before it begins is a mistake of ours', () => {
  const pauses = [pause('2016-08-17 10:00', '2016-08-16 10:00')]
  assert.throws(() => dueAfter(cal, history({ pauses })), RangeError)
})

const moved = { at: at('2016-08-19 10:00'), to: at('2016-08-29 10:00'), reason: 'xác minh' }

test('a due date that was moved is the new one', () => {
  const result = dueAfter(cal, history({ moved }))
  assert.deepEqual(result.dueAt, moved.to)
  assert.deepEqual(
    result.reasons.find(({ kind }) => kind === 'moved'),
    { day: '2016-08-29', kind: 'moved', why: 'xác minh' },
  )
})

test('a pause after the move shifts the new date by the days missed, at the same hour', () => {
  const pauses = [pause('2016-08-24 09:00', '2016-08-26 15:00')]
  assert.deepEqual(dueAfter(cal, history({ moved, pauses })).dueAt, at('2016-09-01 10:00'))
})

test('a pause that began before the move is counted before it', () => {
  const pauses = [pause('2016-08-16 10:00', '2016-08-17 09:00')]
  assert.deepEqual(dueAfter(cal, history({ moved, pauses })).dueAt, moved.to)
})

test('a restart never brings a moved due date forward', () => {
  const pauses = [pause('2016-08-22 09:00', '2016-08-22 15:00')]
  const late = { ...moved, to: at('2016-09-30 10:00') }
  const input = history({ moved: late, pauses, afterSupplement: 'restart' })
  assert.ok(dueAfter(cal, input).dueAt >= late.to)
})

const move = { dueAt: at('2016-08-22 16:30'), moved: null, reason: 'chờ xác minh' }
const now = at('2016-08-19 10:00')

test('a due date is moved to an hour when the desk is open', () => {
  const to = at('2016-08-26 16:30')
  const kept = moveDueDate(cal, { ...move, to, now })
  assert.deepEqual(kept, { at: now, to, reason: 'chờ xác minh' })
})

const refusals: [string, string, Partial<Parameters<typeof moveDueDate>[1]>][] = [
  ['a second time', 'due-date-already-moved', { moved }],
  ['without a reason', 'due-date-without-reason', { reason: '  ' }],
  ['into the past', 'due-date-in-past', { now: at('2016-08-30 08:00') }],
  ['to this very moment', 'due-date-in-past', { now: at('2016-08-26 16:30') }],
  ['not later than it is', 'due-date-not-later', { to: at('2016-08-22 16:30') }],
  ['to a Saturday', 'due-date-outside-desk-hours', { to: at('2016-08-27 09:00') }],
  ['to a holiday', 'due-date-outside-desk-hours', { to: at('2016-09-02 09:00') }],
  ['to noon', 'due-date-outside-desk-hours', { to: at('2016-08-26 12:00') }],
  [
    'to a minute after the desk closes',
    'due-date-outside-desk-hours',
    { to: at('2016-08-26 16:31') },
  ],
]

for (const [what, code, change] of refusals)
  test(`a due date is not moved ${what}`, () => {
    const input = { ...move, to: at('2016-08-26 16:30'), now, ...change }
    assert.throws(
      () => moveDueDate(cal, input),
      (error) => error instanceof Refusal && error.code === code,
    )
  })
