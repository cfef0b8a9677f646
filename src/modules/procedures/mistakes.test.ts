import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { root } from '../../platform/root.ts'
import type { ProcedureDefinition } from './definition.ts'
import { findMistakes } from './mistakes.ts'
import { procedureSchema } from './schema.ts'
import { sampleProcedure } from './testing.ts'

test('a good procedure has no mistake', () => {
  assert.deepEqual(findMistakes(sampleProcedure()), [])
})

const text = { vi: 'Tên', en: 'Name' }
const sample = sampleProcedure()
const page = sample.form.pages[0]!

const bad: [what: string, change: Partial<ProcedureDefinition>, code: string][] = [
  ['a day that does not exist', { validFrom: '2016-02-31' }, 'day-not-real'],
  ['an end before its beginning', { validTo: '2016-07-31' }, 'ends-before-it-begins'],
  [
    'a role field that is not in the form',
    { roles: { ...sample.roles, subjectName: 'child.name' } },
    'role-field-unknown',
  ],
  [
    'a phone that is no phone field',
    { roles: { ...sample.roles, phone: 'who' } },
    'role-field-type',
  ],
  ['a check nobody registered', { checks: [{ rule: 'no.such', params: {} }] }, 'check-unknown'],
  ['steps without a signature', { steps: sample.steps.slice(0, 3) }, 'last-step-not-sign'],
  ['steps without a proposal', { steps: [sample.steps[0]!, sample.steps[3]!] }, 'propose-missing'],
  [
    'a role the city does not have',
    { steps: sample.steps.map((step) => ({ ...step, role: 'king' })) },
    'role-unknown',
  ],
  ['a name without English', { name: { vi: 'Tên' } }, 'text-english-missing'],
  [
    'a file of no component',
    {
      form: {
        pages: [
          {
            ...page,
            fields: [
              ...page.fields,
              {
                key: 'photo',
                type: 'file',
                component: 'anh',
                accept: ['image/png'],
                filesMax: 1,
                sizeBytesMax: 1,
                label: text,
              },
            ],
          },
        ],
      },
    },
    'component-unknown',
  ],
  [
    'a component that hangs on no field',
    {
      components: [
        { key: 'x', name: text, submit: true, present: 'no', when: { field: 'y', is: true } },
      ],
    },
    'condition-on-unknown-field',
  ],
  [
    'a number given by a field that is not there',
    { register: { book: 'birth', givesNumber: { sex: 'x', birth: 'who' } } },
    'reference-unknown',
  ],
  ['a subject by a field that is not there', { subject: { name: 'x' } }, 'reference-unknown'],
  [
    'a question that carries what is not declared',
    { steps: sample.steps.map((step) => ({ ...step, asks: { question: 'x' } })) },
    'reference-unknown',
  ],
  [
    'a fact of the result whose pattern is none',
    { result: { ...sample.result, facts: [{ key: 'so', name: text, pattern: '(' }] } },
    'pattern-not-regular',
  ],
  [
    'a form twice',
    {
      furtherDeclarations: [
        { key: 'hk02', ...sample.declaration },
        { key: 'hk02', ...sample.declaration },
      ],
    },
    'key-duplicate',
  ],
  ['duplicates by a field that is not there', { duplicateKeys: [['x']] }, 'reference-unknown'],
]

for (const [what, change, code] of bad) {
  test(`${what} is a mistake: ${code}`, () => {
    const codes = findMistakes(sampleProcedure(change)).map((mistake) => mistake.code)
    assert.deepEqual([...new Set(codes)], [code])
  })
}

test('whatever a document is, its mistakes are listed and each says where', () => {
  for (const document of [null, [], 'x', {}, { ...sample, extra: 1 }, { ...sample, limit: {} }]) {
    const mistakes = findMistakes(document)
    assert.ok(mistakes.length > 0)
    assert.ok(mistakes.every(({ path, code }) => path !== '' && code === 'shape'))
  }
})

test('all mistakes are told at once', () => {
  const mistakes = findMistakes(
    sampleProcedure({ checks: [{ rule: 'no.such', params: {} }], steps: sample.steps.slice(0, 3) }),
  )
  assert.deepEqual(
    mistakes.map(({ code }) => code),
    ['last-step-not-sign', 'check-unknown'],
  )
})

test('the schema in the docs is the schema that is checked', () => {
  const published = readFileSync(join(root, 'docs/schema/procedure-1.schema.json'), 'utf8')
  assert.deepEqual(JSON.parse(published), JSON.parse(JSON.stringify(procedureSchema)))
})
