import assert from 'node:assert/strict'
import test from 'node:test'
import { checkDefinition } from './check-definition.ts'
import type { FieldDefinition, FormDefinition } from './definition.ts'
import { everyField } from './testing.ts'

const label = { vi: 'Tên', en: 'Name' }
const yesNo = (key: string, more: Partial<FieldDefinition> = {}): FieldDefinition =>
  ({ key, type: 'yesNo', label, ...more }) as FieldDefinition // the type stays yesNo

const form = (...fields: FieldDefinition[]): FormDefinition => ({
  pages: [{ key: 'mot', title: label, fields }],
})

const mistakes: [what: string, form: FormDefinition, code: string][] = [
  ['a key used twice', form(yesNo('a'), yesNo('a')), 'key-duplicate'],
  ['a key that is no dotted path', form(yesNo('A b')), 'key-shape'],
  ['a page without fields', form(), 'page-empty'],
  [
    'a condition on a field that is not there',
    form(yesNo('a', { when: { field: 'b', is: true } })),
    'condition-on-unknown-field',
  ],
  [
    'a condition on a later field',
    form(yesNo('a', { when: { field: 'b', is: true } }), yesNo('b')),
    'condition-on-later-field',
  ],
  [
    'a condition on a value the field never has',
    form(yesNo('a'), yesNo('b', { when: { field: 'a', is: 'yes' } })),
    'condition-value-unknown',
  ],
  [
    'a copy of nothing',
    form(yesNo('a'), yesNo('b', { copyOf: { field: 'c', when: { field: 'a', is: true } } })),
    'copy-of-unknown-field',
  ],
  ['an empty Vietnamese text', form(yesNo('a', { label: { vi: ' ', en: 'x' } })), 'text-empty'],
  ['no English', form(yesNo('a', { label: { vi: 'Tên' } })), 'text-english-missing'],
  [
    'a text that is not NFC',
    form(yesNo('a', { label: { vi: 'Tên'.normalize('NFD'), en: 'x' } })),
    'text-not-nfc',
  ],
  [
    'a question without words for when it is empty',
    form(yesNo('a', { label: { vi: 'Đã kết hôn chưa?', en: 'Married?' } })),
    'question-without-missing',
  ],
  [
    'a choice of one',
    form({ key: 'a', type: 'choice', label, options: [{ value: 'x', label }] }),
    'options-empty',
  ],
  ['a range of nothing', form({ key: 'a', type: 'number', min: 2, max: 1, label }), 'range-empty'],
  [
    'a number that must fit a field that is not there',
    form({ key: 'a', type: 'personalNumber', kinds: ['12'], birth: 'b', label }),
    'reference-unknown',
  ],
]

test('a good form has no mistake', () => {
  assert.deepEqual(checkDefinition(everyField), [])
})

for (const [what, bad, code] of mistakes) {
  test(`${what} is a mistake: ${code}`, () => {
    assert.deepEqual([...new Set(checkDefinition(bad).map((mistake) => mistake.code))], [code])
  })
}
