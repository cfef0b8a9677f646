import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { conditionFields, evaluate, isAnswered } from './condition.ts'
import type { Answers, Condition } from './definition.ts'

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constantFrom('a', 'b', '__proto__'), is: fc.constantFrom('x', 1, true) }),
  fc.record({ field: fc.constantFrom('a', 'b'), in: fc.array(fc.constantFrom('x', 1)) }),
  fc.record({ field: fc.constantFrom('a', 'b'), answered: fc.boolean() }),
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

const answers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.constantFrom('x', '', 1, true), fc.constant({ full: 'Lê An' })),
)

test('every condition has an answer for every set of answers, and its opposite the opposite', () => {
  fc.assert(
    fc.property(condition, answers, (rule, given) => {
      assert.equal(evaluate({ not: rule }, given), !evaluate(rule, given))
    }),
  )
})

test('a condition depends only on the fields it names', () => {
  fc.assert(
    fc.property(condition, answers, (rule, given) => {
      const read = conditionFields(rule)
      const narrowed = Object.fromEntries(
        Object.entries(given).filter(([key]) => read.includes(key)),
      )
      assert.equal(evaluate(rule, narrowed), evaluate(rule, given))
    }),
  )
})

test('an unanswered field equals nothing, and all of nothing holds while any of nothing does not', () => {
  assert.equal(evaluate({ field: 'a', is: 'x' }, {}), false)
  assert.equal(evaluate({ field: 'a', answered: false }, {}), true)
  assert.equal(evaluate({ field: 'toString', answered: true }, {}), false)
  assert.equal(evaluate({ all: [] }, {}), true)
  assert.equal(evaluate({ any: [] }, {}), false)
})

test('no is an answer; an empty name, list, address or text is none', () => {
  for (const answer of [false, 0, 'x', { full: 'An' }, ['id'], [{}]])
    assert.equal(isAnswered(answer), true, JSON.stringify(answer))
  for (const answer of ['', { full: '' }, [], { scope: 'city' as const, place: '', line: '' }])
    assert.equal(isAnswered(answer), false, JSON.stringify(answer))
})

const a: Condition = { field: 'a', is: 'x' }
const b: Condition = { field: 'b', in: [1, 2] }

const table: [rule: Condition, given: Answers, holds: boolean][] = [
  [a, { a: 'x' }, true],
  [a, { a: 'y' }, false],
  [b, { b: 2 }, true],
  [b, { b: 3 }, false],
  [b, { b: '2' }, false],
  [{ all: [a, b] }, { a: 'x', b: 1 }, true],
  [{ all: [a, b] }, { a: 'x' }, false],
  [{ any: [a, b] }, { a: 'x' }, true],
  [{ any: [a, b] }, {}, false],
  [{ not: a }, { a: 'x' }, false],
  [{ field: 'a', answered: true }, { a: false }, true],
]

for (const [rule, given, holds] of table) {
  const is = holds ? 'holds' : 'does not hold'
  test(`${JSON.stringify(rule)} ${is} for ${JSON.stringify(given)}`, () => {
    assert.equal(evaluate(rule, given), holds)
  })
}
