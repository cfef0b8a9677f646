import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { legalDay, plainDate } from '../../platform/plain-date.ts'
import { addWorkingDays, isWorkingDay } from './calendar.ts'
import { dueAfter, dueFor, receiveBy, type Pause, type PauseWhy } from './due.ts'
import { explain } from './explain.ts'
import { explainEn, explainVi } from './explain-words.ts'
import type { Limit } from './limit.ts'
import { at, shippedCalendar } from './testing.ts'
import { isDeskMoment, workingMinutesBetween } from './working-time.ts'

const cal = shippedCalendar()
const HOUR = 3_600_000

/** Around Tết and National Day too; to the second, with the edges of the day more often. */
const instants = fc
  .tuple(
    fc.integer({ min: 0, max: 3650 }),
    fc.oneof(
      fc.integer({ min: 0, max: 86_399 }),
      fc.constantFrom(0, 28_800, 41_400, 43_200, 46_800, 48_600, 54_000, 54_001, 59_400, 61_200),
    ),
  )
  .map(([days, seconds]) => new Date(+at('2016-01-01') + days * 24 * HOUR + seconds * 1000))

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc
    .constantFrom('15:00', '10:30', '16:30')
    .map((cutoff) => ({ kind: 'same-day' as const, cutoff })),
  fc.integer({ min: 1, max: 30 }).map((days) => ({ kind: 'working-days' as const, days })),
  fc.integer({ min: 1, max: 80 }).map((n) => ({ kind: 'working-hours' as const, hours: n / 2 })),
  fc.integer({ min: 1, max: 40 }).map((days) => ({ kind: 'days' as const, days })),
)

const whys = fc.constantFrom<PauseWhy>('supplement', 'preview', 'payment')

/** Pauses at hours after the receipt. */
function pausesAfter(receivedAt: Date, offsets: readonly [number, number, PauseWhy][]): Pause[] {
  return offsets.map(([start, length, why]) => {
    const from = +receivedAt + start * HOUR
    return { from: new Date(from), to: new Date(from + length * HOUR), why }
  })
}

const offsets = fc.array(
  fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: 1, max: 300 }), whys),
  { maxLength: 4 },
)
const policies = fc.constantFrom('continue' as const, 'restart' as const)

const histories = fc
  .tuple(instants, limits, offsets, policies)
  .map(([receivedAt, limit, list, afterSupplement]) => ({
    receivedAt,
    limit,
    afterSupplement,
    pauses: pausesAfter(receivedAt, list),
  }))

test('whatever happened to the clock, it runs out while the desk is open on a working day', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { dueAt } = dueAfter(cal, history)
      assert.ok(isDeskMoment(cal, dueAt) && isWorkingDay(cal, legalDay(dueAt)), dueAt.toISOString())
      assert.ok(dueAt > history.receivedAt)
    }),
    { numRuns: 400 },
  )
})

test('what is received later is never due earlier', () => {
  fc.assert(
    fc.property(instants, instants, limits, (a, b, limit) => {
      const [first, second] = a <= b ? [a, b] : [b, a]
      const due = (receivedAt: Date) => dueFor(cal, { receivedAt, limit }).dueAt
      assert.ok(due(first) <= due(second))
    }),
    { numRuns: 400 },
  )
})

test('neighbouring moments of receipt keep their order too', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 90_000 }), limits, (first, seconds, limit) => {
      const second = new Date(+first + seconds * 1000)
      const due = (receivedAt: Date) => dueFor(cal, { receivedAt, limit }).dueAt
      assert.ok(due(first) <= due(second))
    }),
    { numRuns: 600 },
  )
})

test('one pause more never makes it due earlier', () => {
  fc.assert(
    fc.property(
      histories,
      fc.tuple(fc.integer({ max: 500, min: -20 }), fc.integer({ min: 1, max: 300 }), whys),
      (history, extra) => {
        const added = pausesAfter(history.receivedAt, [extra])
        const before = dueAfter(cal, history).dueAt
        const after = dueAfter(cal, { ...history, pauses: [...history.pauses, ...added] }).dueAt
        assert.ok(after >= before, `${before.toISOString()} > ${after.toISOString()}`)
      },
    ),
    { numRuns: 600 },
  )
})

test('a pause cut in two that adjoin is the same pause', () => {
  fc.assert(
    fc.property(
      instants,
      limits,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 2, max: 300 }),
      fc.nat(),
      whys,
      policies,
      (receivedAt, limit, start, length, cut, why, afterSupplement) => {
        const middle = 1 + (cut % (length - 1))
        const whole = pausesAfter(receivedAt, [[start, length, why]])
        const parts = pausesAfter(receivedAt, [
          [start + middle, length - middle, why],
          [start, middle, why],
        ])
        const due = (pauses: Pause[]) =>
          dueAfter(cal, { receivedAt, limit, pauses, afterSupplement }).dueAt
        assert.deepEqual(due(parts), due(whole))
      },
    ),
    { numRuns: 400 },
  )
})

test('starting again from zero is never due before going on', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const due = (afterSupplement: 'continue' | 'restart') =>
        dueAfter(cal, { ...history, afterSupplement }).dueAt
      assert.ok(due('restart') >= due('continue'))
    }),
    { numRuns: 600 },
  )
})

test('without pauses the clock with a history is the plain one', () => {
  fc.assert(
    fc.property(instants, limits, policies, (receivedAt, limit, afterSupplement) => {
      const plain = dueFor(cal, { receivedAt, limit })
      const { dueAt, reasons } = dueAfter(cal, { receivedAt, limit, afterSupplement, pauses: [] })
      assert.deepEqual(dueAt, plain.dueAt)
      assert.deepEqual(reasons.length, plain.reasons.length)
    }),
  )
})

test('adding n and then m working days is adding n + m', () => {
  const counts = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(instants, counts, counts, fc.boolean(), (instant, n, m, back) => {
      const sign = back ? -1 : 1
      const day = legalDay(instant)
      const stepped = addWorkingDays(cal, addWorkingDays(cal, day, sign * n), sign * m)
      assert.equal(stepped, addWorkingDays(cal, day, sign * (n + m)))
    }),
  )
})

test('working minutes of two spans that meet add up', () => {
  fc.assert(
    fc.property(instants, fc.nat(20_000), fc.nat(20_000), (instant, a, b) => {
      const start = new Date(+instant - (+instant % 60_000))
      const middle = new Date(+start + a * 60_000)
      const end = new Date(+middle + b * 60_000)
      assert.equal(
        workingMinutesBetween(cal, start, middle) + workingMinutesBetween(cal, middle, end),
        workingMinutesBetween(cal, start, end),
      )
    }),
  )
})

test('a filing is answered within its working hours, never after', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 3 }), (filedAt, days) => {
      const { dueAt } = receiveBy(cal, filedAt, days)
      assert.ok(workingMinutesBetween(cal, filedAt, dueAt) <= days * 480)
    }),
  )
})

test('each reason of each due date has a sentence, and days come in order', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { reasons } = dueAfter(cal, history)
      const days = reasons.map(({ day }) => day)
      assert.deepEqual(days, days.toSorted())
      for (const words of [explainVi, explainEn])
        for (const text of explain(reasons, words)) assert.doesNotMatch(text, /undefined|: \.$/)
    }),
    { numRuns: 300 },
  )
})

test('a legal day is found in the table by the day in Hanoi, not in Greenwich', () => {
  assert.equal(legalDay(new Date('2016-09-01T17:00:00Z')), plainDate('2016-09-02'))
})
