import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LegDefinition } from './definition.ts'
import { findMistakes } from './mistakes.ts'
import { sampleProcedure } from './testing.ts'

const leg: LegDefinition = {
  key: 'ho-khau',
  name: { vi: 'Hộ khẩu', en: 'Residence' },
  service: 'residence.register',
  to: { kind: 'police', unitOf: null },
  opens: { on: 'signed' },
  sendWithinWorkingDays: 1,
  limit: { kind: 'days', days: 15 },
  holds: 'handOver',
  answers: { name: 'who', entry: '=number' },
  papers: ['=result'],
  results: [{ key: 'so', name: { vi: 'Sổ', en: 'Book' } }],
}

const mistakesOf = (...legs: LegDefinition[]) =>
  findMistakes(sampleProcedure({ legs, limit: { kind: 'working-days', days: 30 } })).map(
    ({ path, code, detail }) => [path, code, detail],
  )

test('legs that name what there is are no mistake', () => {
  const card = { ...leg, key: 'the', opens: { after: 'ho-khau' }, answers: { no: '=ho-khau.so' } }
  assert.deepEqual(mistakesOf(leg, card), [])
})

const wrong: readonly [string, Partial<LegDefinition>, string, string][] = [
  [
    'an address nobody asks for',
    { to: { kind: 'police', unitOf: 'home' } },
    'reference-unknown',
    'home',
  ],
  [
    'a field that is no address',
    { to: { kind: 'police', unitOf: 'who' } },
    'reference-unknown',
    'who',
  ],
  ['a field that is not asked', { answers: { a: 'child' } }, 'reference-unknown', 'child'],
  ['a fact nobody knows', { answers: { a: '=colour' } }, 'reference-unknown', '=colour'],
  [
    'a result no leg gives',
    { answers: { a: '=ho-khau.the' } },
    'reference-unknown',
    '=ho-khau.the',
  ],
  ['a paper that is no component', { papers: ['hk02'] }, 'reference-unknown', 'hk02'],
  ['a condition on no field', { when: { field: 'x', is: 1 } }, 'condition-on-unknown-field', 'x'],
  ['a leg that is not there', { opens: { after: 'the' } }, 'leg-after-unknown', 'the'],
  ['itself', { opens: { after: 'ho-khau' } }, 'leg-after-unknown', 'ho-khau'],
]

for (const [what, change, code, detail] of wrong) {
  test(`a leg that names ${what} is a mistake`, () => {
    assert.deepEqual(mistakesOf({ ...leg, ...change }), [['legs/ho-khau', code, detail]])
  })
}

test('two legs of one key are a mistake', () => {
  assert.deepEqual(mistakesOf(leg, leg)[0], ['legs', 'key-duplicate', undefined])
})
