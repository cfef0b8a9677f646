import assert from 'node:assert/strict'
import test from 'node:test'
import Schema from 'typebox/schema'
import type { Answers } from './definition.ts'
import { jsonSchemaFor } from './json-schema.ts'
import { everyField } from './testing.ts'

const compiled = Schema.Compile(jsonSchemaFor(everyField))

const good: Answers = {
  who: { full: 'Nguyễn Minh An', given: 'An' },
  sex: 'female',
  born: '1990-08-12',
  number: '001190004456',
  'has.spouse': false,
  home: { scope: 'city', unit: '00187', place: 'phường Láng Thượng', line: 'Số 12' },
  people: 'Kinh',
  country: 'Việt Nam',
  phone: '0912345318',
  income: 0,
  copies: 0,
  at: '16:30',
  photo: ['id'],
  contact: { full: 'Lê Bình' },
  true: true,
}

test('the schema takes a good set of answers', () => {
  assert.deepEqual(compiled.Errors(good), [true, []])
})

const refused: [string, Answers][] = [
  ['an unknown field', { ...good, x: 'y' }],
  ['a missing field', Object.fromEntries(Object.entries(good).filter(([key]) => key !== 'sex'))],
  ['a field missing once its condition holds', { ...good, 'has.spouse': true }],
  ['a date without its day', { ...good, born: '1990-08' }],
  ['a number of ten digits', { ...good, number: '0011900044' }],
  ['a choice nobody offered', { ...good, sex: 'x' }],
  ['one copy too many', { ...good, copies: 21 }],
  ['an undertaking not given', { ...good, true: false }],
  ['a name that is a text', { ...good, who: 'An' }],
]

for (const [what, answers] of refused) {
  test(`the schema refuses ${what}`, () => {
    assert.equal(compiled.Check(answers), false)
  })
}

test('a field copied from another is required only while it is not copied', () => {
  const { contact: _contact, ...without } = good
  const spouse = { 'has.spouse': true, spouse: { full: 'Lê An' }, 'spouse.born': 1990 }
  assert.equal(compiled.Check(without), false)
  assert.equal(compiled.Check({ ...without, ...spouse }), true)
})
