import assert from 'node:assert/strict'
import test from 'node:test'
import { parsePage } from './parse-page.ts'
import { everyField } from './testing.ts'

const married = { 'has.spouse': true, spouse: { full: 'Lê An' }, 'spouse.born': 1990 }

test('a posted page changes the answers of that page and no other', () => {
  const before = { ...married, copies: 3 }
  const raw = { 'spouse.full': 'Lê Bình', 'has.spouse': 'yes', 'spouse.born': '1991', _csrf: 'x' }
  const { answers, problems, again } = parsePage(everyField, 'mot', before, raw)
  assert.deepEqual(answers, {
    'has.spouse': true,
    spouse: { full: 'Lê Bình' },
    'spouse.born': 1991,
    copies: 3,
  })
  assert.deepEqual(problems, [])
  assert.equal(again, false)
})

test('a field that does not exist is refused and nothing is changed', () => {
  const raw = { 'spouse.full': 'Lê Bình', 'is.admin': 'yes' }
  const result = parsePage(everyField, 'mot', married, raw)
  assert.equal(result.answers, married)
  assert.deepEqual(
    result.problems.map(({ field, code }) => [field, code]),
    [['is.admin', 'field-unknown']],
  )
})

test('a field of another page is unknown here', () => {
  const result = parsePage(everyField, 'mot', married, { copies: '3' })
  assert.equal(result.problems[0]?.code, 'field-unknown')
})

test('changing an answer drops the hidden ones and says which, with their values', () => {
  const raw = { 'has.spouse': 'no', 'spouse.full': 'Lê An', 'spouse.born': '1990' }
  const { answers, dropped } = parsePage(everyField, 'mot', married, raw)
  assert.deepEqual(answers, { 'has.spouse': false })
  assert.deepEqual(dropped, { spouse: { full: 'Lê An' }, 'spouse.born': 1990 })
})

test('what cannot be read is reported and the old answer stays', () => {
  const raw = { 'has.spouse': 'yes', 'spouse.full': 'Lê An', 'spouse.born': 'mười' }
  const { answers, problems } = parsePage(everyField, 'mot', married, raw)
  assert.equal(answers['spouse.born'], 1990)
  assert.equal(problems[0]?.code, 'not-a-number')
})

test('an input emptied takes the answer away; an unticked box too', () => {
  const before = { copies: 3, true: true, story: 'x' }
  const { answers } = parsePage(everyField, 'hai', before, { copies: '', story: 'y' })
  assert.deepEqual(answers, { story: 'y' })
})

test('files stay when a page is posted without them', () => {
  const { answers } = parsePage(everyField, 'hai', { photo: ['id'] }, { copies: '1' })
  assert.deepEqual(answers, { photo: ['id'], copies: 1 })
})

test('a group grows by its button, up to its limit, and shrinks by the item chosen', () => {
  const one = parsePage(
    everyField,
    'hai',
    {},
    { 'children.0.name.full': 'Lê An', _add: 'children' },
  )
  assert.deepEqual(one.answers, { children: [{ name: { full: 'Lê An' } }, {}] })
  assert.equal(one.again, true)
  const names = { 'children.0.name.full': 'A B', 'children.1.name.full': 'C D' }
  const less = parsePage(everyField, 'hai', {}, { ...names, _remove: 'children.0' })
  assert.deepEqual(less.answers, { children: [{ name: { full: 'C D' } }] })
  const full = { ...names, 'children.2.name.full': 'E F', _add: 'children' }
  assert.equal((parsePage(everyField, 'hai', {}, full).answers['children'] as []).length, 3)
})
