import assert from 'node:assert/strict'
import test from 'node:test'
import Schema from 'typebox/schema'
import { checkDefinition } from './check-definition.ts'
import type { Answers, CopyRule, FieldDefinition, FormDefinition } from './definition.ts'
import { answerSource, complete, prune, visibleFields } from './journey.ts'
import { jsonSchemaFor } from './json-schema.ts'
import { smallWorld } from './testing.ts'
import { validateForm } from './validate.ts'

const text = (key: string, more: Partial<FieldDefinition> = {}): FieldDefinition =>
  // `more` only adds what every field may have.
  ({
    key,
    type: 'text',
    lengthMax: 9,
    label: { vi: key, en: key },
    ...more,
  }) as FieldDefinition

const copies: readonly CopyRule[] = [
  { field: 'mother', when: { field: 'head', is: 'mother' } },
  { field: 'father', when: { field: 'head', is: 'father' } },
]

/** The head of a household is the father, the mother, or somebody who must be named. */
function household(headName: FieldDefinition): FormDefinition {
  const title = { vi: 'Một', en: 'One' }
  const head: FieldDefinition = {
    key: 'head',
    type: 'choice',
    label: { vi: 'Chủ hộ', en: 'Head' },
    options: ['mother', 'father', 'other'].map((value) => ({
      value,
      label: { vi: value, en: value },
    })),
  }
  const fields = [text('mother'), text('father', { optional: true }), head, headName]
  return { pages: [{ key: 'mot', title, fields }] }
}

const form = household(text('head.name', { copyOf: copies }))

const named = { mother: 'Lan', father: 'Khoa' }

const cases: [head: string, name: string | undefined, source: string, isAsked: boolean][] = [
  ['mother', 'Lan', 'mother', false],
  ['father', 'Khoa', 'father', false],
  ['other', undefined, 'head.name', true],
]

for (const [head, name, source, isAsked] of cases) {
  test(`when the head is ${head}, the name is ${name ?? 'asked'}`, () => {
    const answers: Answers = { ...named, head }
    assert.equal(complete(form, answers)['head.name'], name)
    assert.equal(answerSource(form, answers, 'head.name'), source)
    const asked = visibleFields(form, 'mot', answers).map(({ key }) => key)
    assert.equal(asked.includes('head.name'), isAsked)
    const schema = Schema.Compile(jsonSchemaFor(form))
    assert.equal(schema.Check(answers), !isAsked)
    assert.equal(schema.Check({ ...answers, 'head.name': 'Bình' }), true)
  })
}

test('what does not fit is put right at the field it was copied from', () => {
  const short: FieldDefinition = {
    ...text('head.name', { copyOf: copies }),
    type: 'text',
    lengthMax: 3,
  }
  const world = smallWorld('2016-08-12')
  const problems = validateForm(household(short), { ...named, head: 'father' }, world)
  assert.deepEqual(
    problems.map(({ field, code }) => [field, code]),
    [['father', 'text-too-long']],
  )
})

test('a change of the source changes the copy, and nothing is stored twice', () => {
  const { kept, dropped } = prune(form, complete(form, { ...named, head: 'mother' }))
  assert.deepEqual([kept, dropped], [{ ...named, head: 'mother' }, {}])
})

test('each of several copies must be of a field asked before', () => {
  const when = { field: 'head', is: 'other' }
  const unknown = text('head.name', { copyOf: [...copies, { field: 'grandfather', when }] })
  assert.deepEqual(checkDefinition(household(unknown)), [
    { path: 'field head.name', code: 'copy-of-unknown-field', detail: 'grandfather' },
  ])
})
