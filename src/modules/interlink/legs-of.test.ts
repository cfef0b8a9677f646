import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { sampleLeg, sampleProcedure } from '../procedures/testing.ts'
import type { LegDefinition } from '../procedures/index.ts'
import type { LegState } from './leg.ts'
import { isHeld, legsOf, legsToOpen, registerCommonLegs, type Standing } from './legs-of.ts'

const number = sampleLeg({ key: 'so-dinh-danh', holds: 'nothing', opens: { on: 'received' } })
const residence = sampleLeg({ key: 'ho-khau' })
const card = sampleLeg({ key: 'the', opens: { after: 'ho-khau' } })
const withPaper = sampleLeg({ key: 'cu-tru', papers: ['=result'] })

function standing(legs: readonly LegDefinition[], now: Partial<Standing> = {}): Standing {
  return {
    legs,
    answers: {},
    happened: new Set(),
    states: new Map(),
    elsewhere: new Set(),
    ...now,
  }
}

const keysToOpen = (now: Standing) => legsToOpen(now).map(({ key }) => key)
const states = (...rows: [string, LegState][]) => new Map(rows)

beforeEach(() => registerCommonLegs([]))

test('a leg opens when its moment comes, once', () => {
  const legs = [number, residence, card]
  assert.deepEqual(keysToOpen(standing(legs)), [])
  assert.deepEqual(keysToOpen(standing(legs, { happened: new Set(['received']) })), [
    'so-dinh-danh',
  ])
  const signed = new Set(['received', 'signed'])
  const opened = states(['so-dinh-danh', 'sent'])
  assert.deepEqual(keysToOpen(standing(legs, { happened: signed, states: opened })), ['ho-khau'])
})

test('a leg that needs the result of another opens with it, and not when it was refused', () => {
  const happened = new Set(['received', 'signed'])
  const opening = (state: LegState) =>
    keysToOpen(standing([residence, card], { happened, states: states(['ho-khau', state]) }))
  assert.deepEqual(opening('processing'), [])
  assert.deepEqual(opening('done'), ['the'])
  assert.deepEqual(opening('refused'), [])
})

test('what was not declared opens nothing', () => {
  const wanted = sampleLeg({ key: 'ho-khau', when: { field: 'wantsResidence', is: true } })
  const happened = new Set(['signed'])
  assert.deepEqual(keysToOpen(standing([wanted], { happened })), [])
  const answers = { wantsResidence: true }
  assert.deepEqual(keysToOpen(standing([wanted], { happened, answers })), ['ho-khau'])
})

test('a leg that carries the signed paper waits for it to be made', () => {
  const happened = new Set(['signed'])
  assert.deepEqual(keysToOpen(standing([withPaper], { happened })), [])
  const made = new Set(['signed', 'certificateIssued'])
  assert.deepEqual(keysToOpen(standing([withPaper], { happened: made })), ['cu-tru'])
})

const held: readonly [string, Standing, boolean][] = [
  ['nothing has been opened yet', standing([residence]), true],
  ['the leg works', standing([residence], { states: states(['ho-khau', 'processing']) }), true],
  ['it is done', standing([residence], { states: states(['ho-khau', 'done']) }), false],
  ['it was refused', standing([residence], { states: states(['ho-khau', 'refused']) }), false],
  [
    'the next one will open with its result',
    standing([residence, card], { states: states(['ho-khau', 'done']) }),
    true,
  ],
  [
    'the next one never will, for it was refused',
    standing([residence, card], { states: states(['ho-khau', 'refused']) }),
    false,
  ],
  [
    'nobody of the city serves it',
    standing([residence], { elsewhere: new Set(['ho-khau']) }),
    false,
  ],
  [
    'nobody serves the first, so the next never opens',
    standing([residence, card], { elsewhere: new Set(['ho-khau']) }),
    false,
  ],
  ['it holds nothing', standing([number], { states: states(['so-dinh-danh', 'sent']) }), false],
]

for (const [when, now, expected] of held) {
  test(`everything is ${expected ? 'held' : 'free'} while ${when}`, () => {
    assert.equal(isHeld(now), expected)
  })
}

test('a revision from before legs has those common to its book on the day of filing', () => {
  const take = sampleLeg({ key: 'ghi-nhan', service: 'civil_status.take_entry' })
  const row = { book: 'birth', validFrom: '2016-01-01', validTo: '2016-12-31', leg: take } as const
  registerCommonLegs([row])
  const birth = sampleProcedure({ register: { book: 'birth' } })
  const keys = (day: string, definition = birth) =>
    legsOf(definition, plainDate(day)).map(({ key }) => key)
  assert.deepEqual(keys('2016-12-31'), ['ghi-nhan'])
  assert.deepEqual(keys('2017-01-01'), [])
  assert.deepEqual(keys('2016-08-12', sampleProcedure({ register: { book: 'death' } })), [])
  assert.deepEqual(keys('2016-08-12', sampleProcedure()), [])
})

test('a revision that names the service itself has it once, as it says', () => {
  const common = sampleLeg({ key: 'ghi-nhan', service: 'civil_status.take_entry' })
  registerCommonLegs([{ book: 'birth', validFrom: '2016-01-01', validTo: null, leg: common }])
  const own = sampleLeg({ key: 'bo-tu-phap', service: 'civil_status.take_entry' })
  const birth = sampleProcedure({ register: { book: 'birth' }, legs: [own] })
  assert.deepEqual(legsOf(birth, plainDate('2016-08-12')), [own])
})
