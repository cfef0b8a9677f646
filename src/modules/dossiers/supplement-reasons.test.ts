import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from '../../catalogue/index.ts'
import { allFields } from '../forms/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { commonestReasons, reasonKeyOf, reasonsFor } from './supplement-reasons.ts'

const birth = catalogue.find(({ key }) => key === 'birth.register')!
const keysFor = (kind: 'field' | 'paper', about: string, definition = birth) =>
  reasonsFor(definition, { kind, about }).map(({ key }) => key)

test('a paper is unreadable, incomplete or out of date; a field differs or is incomplete', () => {
  assert.ok(keysFor('paper', 'giay-chung-sinh').includes('photo-unreadable'))
  assert.ok(keysFor('paper', 'giay-chung-sinh').includes('pages-missing'))
  assert.ok(keysFor('field', 'child.name').includes('differs-birth-notice'))
  assert.ok(keysFor('field', 'mother.residence').includes('address-incomplete'))
  assert.equal(keysFor('field', 'child.name').includes('photo-unreadable'), false)
  assert.equal(keysFor('paper', 'giay-chung-sinh').includes('address-incomplete'), false)
  assert.equal(keysFor('field', 'child.birthDate').includes('address-incomplete'), false)
})

test('nothing is compared with a paper that the procedure does not ask for', () => {
  const without: ProcedureDefinition = { ...birth, components: [] }
  const all = allFields(birth.form).flatMap(({ field }) => keysFor('field', field.key, without))
  assert.equal(all.includes('differs-birth-notice'), false)
  assert.equal(keysFor('field', 'child.name').includes('differs-death-notice'), false)
})

test('every paper and every question of the catalogue has something that can be said of it', () => {
  for (const definition of catalogue.filter(({ serves }) => serves === undefined)) {
    for (const { key } of definition.components)
      assert.ok(keysFor('paper', key, definition).length > 0, `${definition.key} ${key}`)
    const names = allFields(definition.form).filter(({ field }) => field.type === 'name')
    for (const { field } of names)
      assert.ok(keysFor('field', field.key, definition).length > 0, field.key)
  }
})

test('ten sentences stand on the number keys, each once, for each procedure', () => {
  for (const definition of catalogue) {
    const keys = commonestReasons(definition).map(({ key }) => key)
    assert.equal(keys.length, 10, definition.key)
    assert.equal(new Set(keys).size, 10, definition.key)
  }
})

test('a procedure’s own sentences come first, and a sentence is known by its key', () => {
  const own = { key: 'ten-lot', about: 'child.name', text: 'Chữ đệm viết liền với tên.' }
  const definition: ProcedureDefinition = { ...birth, supplementReasons: [own] }
  assert.equal(keysFor('field', 'child.name', definition)[0], 'ten-lot')
  assert.equal(keysFor('field', 'mother.name', definition).includes('ten-lot'), false)
  const item = { kind: 'field', about: 'child.name' } as const
  assert.equal(reasonKeyOf(definition, { ...item, reason: ` ${own.text} ` }), 'ten-lot')
  assert.equal(reasonKeyOf(definition, { ...item, reason: 'Lời khác.' }), undefined)
})
