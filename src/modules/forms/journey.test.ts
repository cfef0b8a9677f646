import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Answer, Answers, FormDefinition } from './definition.ts'
import { answerSource, complete, findField, journey, prune, visibleFields } from './journey.ts'
import { everyField } from './testing.ts'

const keys = everyField.pages.flatMap((page) => page.fields.map((field) => field.key))

const someAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.boolean(),
  fc.constantFrom('male', 'female', 'x', '2016-08-12'),
  fc.constant({ full: 'Lê An' }),
  fc.array(fc.record({ lives: fc.boolean(), school: fc.constant('Kim Liên') }), { maxLength: 3 }),
)
const someAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...keys, 'no.such'),
  someAnswer,
)

test('pruning twice takes away no more than pruning once', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const once = prune(everyField, answers).kept
      assert.deepEqual(prune(everyField, once), { kept: once, dropped: {} })
    }),
  )
})

test('nothing is lost in pruning: what is not kept is reported with its value', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const { kept, dropped } = prune(everyField, answers)
      const copied = complete(everyField, answers)
      for (const [key, answer] of Object.entries(answers)) {
        const isThere = key in kept || key in copied || key in dropped
        assert.ok(isThere || answer === '' || (Array.isArray(answer) && !answer.length), key)
      }
    }),
  )
})

test('the journey hangs only on the answers, and hidden ones do not bend it', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const path = journey(everyField, answers).map((page) => page.key)
      const { kept } = prune(everyField, answers)
      const reversed = Object.fromEntries(Object.entries(kept).toReversed())
      assert.deepEqual(
        journey(everyField, reversed).map((page) => page.key),
        path,
      )
    }),
  )
})

test('completing answers changes nothing but to add copies, and keeps its own result', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const whole = complete(everyField, answers)
      assert.deepEqual(complete(everyField, whole), whole)
      assert.deepEqual(prune(everyField, whole).kept, prune(everyField, answers).kept)
    }),
  )
})

test('a question that hangs on a hidden question is hidden with it', () => {
  const answers = { 'has.spouse': false, spouse: { full: 'Lê An' }, 'spouse.born': 1990 }
  assert.deepEqual(prune(everyField, answers), {
    kept: { 'has.spouse': false },
    dropped: { spouse: { full: 'Lê An' }, 'spouse.born': 1990 },
  })
})

test('an answer comes back with its question when what was dropped is put back', () => {
  const before = { 'has.spouse': true, spouse: { full: 'Lê An' } }
  const { kept, dropped } = prune(everyField, { ...before, 'has.spouse': false })
  assert.deepEqual(prune(everyField, { ...kept, ...dropped, 'has.spouse': true }).kept, before)
})

test('a copied answer is not asked and is there when the answers are complete', () => {
  const married = { 'has.spouse': true, spouse: { full: 'Lê An' } }
  const asked = visibleFields(everyField, 'hai', married).map((field) => field.key)
  assert.equal(asked.includes('contact'), false)
  assert.deepEqual(complete(everyField, married)['contact'], { full: 'Lê An' })
  assert.deepEqual(prune(everyField, complete(everyField, married)).dropped, {})
})

test('once the copy no longer holds, the field is asked and empty', () => {
  const whole = { 'has.spouse': true, spouse: { full: 'Lê An' } }
  const { kept } = prune(everyField, { ...whole, 'has.spouse': false })
  assert.equal('contact' in complete(everyField, kept), false)
  const asked = visibleFields(everyField, 'hai', kept).map((field) => field.key)
  assert.equal(asked.includes('contact'), true)
})

test('in a group, conditions see the item: a hidden sub-answer is dropped by its place', () => {
  const children = [
    { lives: true, school: 'Kim Liên' },
    { lives: false, school: 'Chu Văn An' },
  ]
  assert.deepEqual(prune(everyField, { children }), {
    kept: { children: [{ lives: true, school: 'Kim Liên' }, { lives: false }] },
    dropped: { 'children.1.school': 'Chu Văn An' },
  })
})

test('a page with nothing to ask is not on the journey', () => {
  const form: FormDefinition = {
    pages: [
      ...everyField.pages,
      {
        key: 'ba',
        title: { vi: 'Ba', en: 'Three' },
        when: { field: 'has.spouse', is: true },
        fields: [{ key: 'x', type: 'yesNo', label: { vi: 'X', en: 'X' } }],
      },
    ],
  }
  const path = (answers: Answers) => journey(form, answers).map((page) => page.key)
  assert.deepEqual(path({ 'has.spouse': false }), ['mot', 'hai'])
  assert.deepEqual(path({ 'has.spouse': true }), ['mot', 'hai', 'ba'])
})

test('a field is found by its key, and inside a group by its place', () => {
  assert.equal(findField(everyField, 'children.2.school')?.label.vi, 'Trường')
  assert.equal(findField(everyField, 'spouse.born')?.type, 'year')
  assert.equal(findField(everyField, 'no.such'), undefined)
})

test('an answer of its own in the place of a copy is reported, not lost', () => {
  const own = { contact: { full: 'Lê Bình' } }
  const married = { 'has.spouse': true, spouse: { full: 'Lê An' } }
  assert.deepEqual(prune(everyField, { ...married, ...own }), { kept: married, dropped: own })
  assert.deepEqual(prune(everyField, { 'has.spouse': true, ...own }).dropped, own)
})

test('what is to be changed at a copied field is changed at its source', () => {
  const married = { 'has.spouse': true, spouse: { full: 'Lê An' } }
  assert.equal(answerSource(everyField, married, 'contact'), 'spouse')
  assert.equal(answerSource(everyField, { 'has.spouse': false }, 'contact'), 'contact')
  assert.equal(answerSource(everyField, married, 'spouse'), 'spouse')
})
