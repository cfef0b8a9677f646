import assert from 'node:assert/strict'
import test from 'node:test'
import { subjectFields } from '../modules/procedures/index.ts'
import { catalogue } from './index.ts'

for (const definition of catalogue.filter(({ register }) => register !== null))
  test(`${definition.key} ${definition.revision}: the form says who is entered into the book`, () => {
    const { birthDate, birthYear, sex } = subjectFields(definition)
    assert.ok(birthDate ?? birthYear)
    assert.ok(sex)
  })
