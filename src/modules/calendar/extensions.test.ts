import assert from 'node:assert/strict'
import test from 'node:test'
import { dueAfter, type Extension, type History, type Pause } from './due.ts'
import { at, shippedCalendar } from './testing.ts'

const cal = shippedCalendar()

/** Received on Monday 15/08/2016, five working days: due on Monday 22/08. */
function history(input: Partial<History>): History {
  const limit = { kind: 'working-days', days: 5 } as const
  const receivedAt = at('2016-08-15 09:00')
  return { receivedAt, limit, pauses: [], afterSupplement: 'continue', ...input }
}

function pause(from: string, to: string | null): Pause {
  return { from: at(from), to: to === null ? null : at(to), why: 'supplement' }
}

const moved = { at: at('2016-08-19 10:00'), to: at('2016-08-29 10:00'), reason: 'xác minh' }

const extended: Extension = {
  at: at('2016-08-16 10:00'),
  to: at('2016-08-26 16:30'),
  why: 'verification',
}

test('what the law adds sets the clock later, and says by what', () => {
  const result = dueAfter(cal, history({ extensions: [extended] }))
  assert.deepEqual(result.dueAt, extended.to)
  const told = result.reasons.find(({ kind }) => kind === 'extended')
  assert.deepEqual(told, { day: '2016-08-26', kind: 'extended', why: 'verification' })
})

test('what the law adds within the limit changes nothing and is not told', () => {
  const within = { ...extended, to: at('2016-08-19 16:30') }
  const result = dueAfter(cal, history({ extensions: [within] }))
  assert.deepEqual(result.dueAt, at('2016-08-22 16:30'))
  assert.equal(
    result.reasons.some(({ kind }) => kind === 'extended'),
    false,
  )
})

test('a pause after an extension shifts it by the days missed', () => {
  const pauses = [pause('2016-08-24 09:00', '2016-08-26 09:00')]
  const result = dueAfter(cal, history({ extensions: [extended], pauses }))
  assert.deepEqual(result.dueAt, at('2016-08-30 16:30'))
})

test('an extension and a moved date: the later one, in the order in which they came', () => {
  const later = { ...moved, at: at('2016-08-17 10:00'), to: at('2016-09-05 10:00') }
  const result = dueAfter(cal, history({ extensions: [extended], moved: later }))
  assert.deepEqual(result.dueAt, later.to)
  const earlier = { ...later, to: at('2016-08-25 10:00') }
  const kept = dueAfter(cal, history({ extensions: [extended], moved: earlier }))
  assert.deepEqual(kept.dueAt, extended.to)
})

test('while a supplement is awaited an extension of before still shows', () => {
  const pauses = [pause('2016-08-18 10:00', null)]
  const result = dueAfter(cal, history({ extensions: [extended], pauses }))
  assert.deepEqual([result.dueAt, result.state], [extended.to, 'paused'])
})

test('an extension that makes the clock run on lets a later supplement stop it', () => {
  const pauses = [pause('2016-08-23 10:00', null)]
  assert.equal(dueAfter(cal, history({ pauses })).state, 'running')
  assert.equal(dueAfter(cal, history({ extensions: [extended], pauses })).state, 'paused')
})
