import assert from 'node:assert/strict'
import test from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import type { Answers, FieldDefinition } from '../forms/index.ts'
import { competentUnits } from './jurisdiction.ts'
import { sampleProcedure } from './testing.ts'

const day = plainDate('2016-08-12')
const label = { vi: 'Nơi ở', en: 'Home' }
const address = (key: string): FieldDefinition => ({
  key,
  type: 'address',
  scopes: ['city', 'elsewhere'],
  label,
})

const definition = {
  form: {
    pages: [
      {
        key: 'mot',
        title: label,
        fields: [
          { key: 'found', type: 'yesNo', label } satisfies FieldDefinition,
          ...['a', 'b', 'c'].map(address),
        ],
      },
    ],
  },
  jurisdiction: {
    rule: 'residence-of',
    params: {
      cases: [{ when: { field: 'found', is: true }, fields: ['c'] }, { fields: ['a', 'b'] }],
    },
  },
}

const at = (unit: string, unitFrom = '2008-08-01') =>
  ({ scope: 'city', unit, unitFrom, place: 'x', line: 'y' }) as const

const cases: [what: string, answers: Answers, codes: string[]][] = [
  ['nothing is known', {}, []],
  ['one lives in the city', { a: at('00187') }, ['00187']],
  ['both live apart', { a: at('00187'), b: at('00199') }, ['00187', '00199']],
  ['both live together', { a: at('00187'), b: at('00187') }, ['00187']],
  ['one lives elsewhere', { a: { scope: 'elsewhere', place: 'x', line: '' }, b: at('1') }, ['1']],
  ['the commune is typed and not yet known', { a: { scope: 'city', place: 'x', line: '' } }, []],
  ['the unit only begins later', { a: at('00199', '2025-07-01') }, []],
  ['the unit begins that day', { a: at('00199', '2016-08-12') }, ['00199']],
  ['another case applies', { found: true, a: at('00187'), c: at('00199') }, ['00199']],
]

for (const [what, answers, codes] of cases) {
  test(`when ${what}, competent is ${codes.join(' and ') || 'nobody yet'}`, () => {
    assert.deepEqual(competentUnits(definition, answers, day), codes)
  })
}

test('a department is competent for its unit whatever is answered', () => {
  assert.deepEqual(competentUnits(sampleProcedure(), {}, day), ['01'])
})
