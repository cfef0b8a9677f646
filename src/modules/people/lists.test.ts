import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { checkNamePart } from './name.ts'
import { ethnicGroups, nationalities, otherNationality } from './index.ts'

test('there are 54 ethnic groups with codes 01 to 54: Kinh 01, Tày 02, Bru-Vân Kiều 23', () => {
  assert.equal(ethnicGroups.length, 54)
  assert.equal(new Set(ethnicGroups.map(({ name }) => name)).size, 54)
  const nameOf = (code: string) => ethnicGroups.find((group) => group.code === code)?.name
  const known = { '01': 'Kinh', '02': 'Tày', '08': 'Mông', '12': 'Ê-đê', '23': 'Bru-Vân Kiều' }
  for (const [code, name] of Object.entries(known)) assert.equal(nameOf(code), name)
  assert.equal(nameOf('54'), 'Rơ-măm')
})

test('nationalities have codes of their own and Vietnamese names, Vietnam first and Khác last', () => {
  assert.ok(nationalities.length > 40)
  assert.equal(new Set(nationalities.map(({ code }) => code)).size, nationalities.length)
  assert.equal(new Set(nationalities.map(({ name }) => name)).size, nationalities.length)
  assert.deepEqual(nationalities[0], { code: 'VN', name: 'Việt Nam' })
  assert.equal(nationalities.at(-1), otherNationality)
})

test('each code of a nationality is one of ISO 3166, but for Khác', () => {
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  for (const { code } of nationalities.slice(0, -1)) assert.ok(regions.of(code), code)
})

test('the names in the lists are NFC and made of letters', () => {
  for (const { name } of [...ethnicGroups, ...nationalities]) {
    assert.equal(name, name.normalize('NFC'))
    assert.equal(checkNamePart(name.replaceAll(/[()]/g, '')), undefined, name)
  }
})

test('the module runs in a browser: it imports nothing of node and no server file', () => {
  const files = readdirSync(import.meta.dirname).filter((name) =>
    /^(?!.*\.test\.).*\.ts$/.test(name),
  )
  for (const file of files) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    for (const [, from] of text.matchAll(/from '([^']+)'/g))
      assert.match(from!, /^\.\/[a-z-]+\.ts$|^\.\.\/\.\.\/platform\/plain-date\.ts$/, file)
  }
})
