import assert from 'node:assert/strict'
import test from 'node:test'
import type { FieldDefinition } from '../forms/index.ts'
import type { LegDefinition, LimitDefinition, ProcedureDefinition } from './definition.ts'
import { longestPathDays, workingDaysAtMost } from './leg-lengths.ts'
import { findMistakes } from './mistakes.ts'
import { sampleProcedure } from './testing.ts'

const name = { vi: 'Hộ khẩu', en: 'Residence' }

const sample = sampleProcedure()
const page = sample.form.pages[0]!

const home: FieldDefinition = { key: 'home', type: 'address', scopes: ['city'], label: name }

function leg(key: string, change: Partial<LegDefinition> = {}): LegDefinition {
  return {
    key,
    name,
    service: 'residence.register',
    to: { kind: 'police', unitOf: 'home' },
    opens: { on: 'registered' },
    sendWithinWorkingDays: 2,
    limit: { kind: 'days', days: 15 },
    holds: 'handOver',
    answers: { 'child.name': 'who', 'certificate.number': '=number' },
    papers: ['=result'],
    results: [{ key: 'confirmation', name }],
    ...change,
  }
}

const card = (change: Partial<LegDefinition> = {}) =>
  leg('the', { limit: { kind: 'working-days', days: 10 }, ...change })

function withLegs(legs: readonly LegDefinition[], days = 20): ProcedureDefinition {
  return sampleProcedure({
    legs,
    limit: { kind: 'working-days', days },
    form: { pages: [{ ...page, fields: [...page.fields, home] }] },
  })
}

const limits: [limit: LimitDefinition, days: number][] = [
  [{ kind: 'same-day', cutoff: '15:00' }, 1],
  [{ kind: 'working-days', days: 5 }, 5],
  [{ kind: 'working-hours', hours: 8 }, 1],
  [{ kind: 'working-hours', hours: 9 }, 2],
  [{ kind: 'days', days: 5 }, 5],
  [{ kind: 'days', days: 6 }, 5],
  [{ kind: 'days', days: 7 }, 5],
  [{ kind: 'days', days: 8 }, 6],
  [{ kind: 'days', days: 15 }, 11],
]

for (const [limit, days] of limits) {
  test(`${JSON.stringify(limit)} takes at most ${days} working days`, () => {
    assert.equal(workingDaysAtMost(limit), days)
  })
}

test('legs side by side take as long as the longest, one after the other as long as both', () => {
  assert.equal(longestPathDays([leg('ho'), card()]), 2 + 11)
  assert.equal(longestPathDays([leg('ho'), card({ opens: { after: 'ho' } })]), 2 + 11 + 2 + 10)
  assert.equal(longestPathDays([]), 0)
})

test('what the hand-over does not wait for takes no time from the citizen', () => {
  assert.equal(longestPathDays([leg('ho', { holds: 'nothing' }), card()]), 2 + 10)
  const behind = card({ opens: { after: 'ho' } })
  assert.equal(longestPathDays([leg('ho', { holds: 'nothing' }), behind]), 2 + 11 + 2 + 10)
})

test('legs that fit have no mistake', () => {
  assert.deepEqual(findMistakes(withLegs([leg('ho'), card()])), [])
  const after = card({ opens: { after: 'ho' }, answers: { a: '=ho.confirmation' } })
  assert.deepEqual(findMistakes(withLegs([leg('ho'), after], 25)), [])
})

test('partners who need longer than the citizen was told are a mistake: day 13 and not day 12', () => {
  assert.deepEqual(findMistakes(withLegs([leg('ho'), card()], 13)), [])
  assert.deepEqual(findMistakes(withLegs([leg('ho'), card()], 12)), [
    { path: 'legs', code: 'legs-longer-than-limit', detail: '13 > 12' },
  ])
})
