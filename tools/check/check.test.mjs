import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkBoundaries } from './boundaries.mjs'
import { checkForbidden } from './forbidden.mjs'
import { checkGlossary, wordsOf } from './glossary.mjs'
import { checkLegalBasis, legalBasis } from './legal-basis.mjs'
import { checkRefusals } from './refusals.mjs'

const order = { modules: ['forms', 'dossiers'], shared: ['forms'] }
const file = (path, text) => ({ path, text })
const boundaries = (...files) => checkBoundaries(files, order)

test('a module that follows the order and enters by the door passes', () => {
  const text =
    "import { check } from '../forms/index.ts'\nimport { Refusal } from '../../platform/refusal.ts'"
  assert.deepEqual(boundaries(file('src/modules/dossiers/submit.ts', text)), [])
})

const badImports = [
  ['a module below', 'src/modules/forms/a.ts', '../dossiers/index.ts', /stands before/],
  ['past the door', 'src/modules/dossiers/a.ts', '../forms/check.ts', /index\.ts only/],
  ['the web past the door', 'src/web/desk/a.ts', '../../modules/forms/check.ts', /index\.ts only/],
  ['a web framework in a module', 'src/modules/dossiers/a.ts', 'fastify', /only src\/web/],
  ['the web from a module', 'src/modules/dossiers/a.ts', '../../web/app.ts', /does not import web/],
  ['the city from the platform', 'src/platform/a.ts', '../modules/forms/index.ts', /knows nothing/],
  ['test support in the product', 'src/cli/a.ts', '../testing/db.ts', /does not import testing/],
  ['Node in shared code', 'src/modules/forms/a.ts', 'node:fs', /runs in the browser/],
]
for (const [name, path, specifier, problem] of badImports)
  test(`importing is refused: ${name}`, () => {
    const found = boundaries(file(path, `import { a } from '${specifier}'`))
    assert.match(found.join('\n'), problem)
  })

test('shared code that reaches Node through another file is refused', () => {
  const found = boundaries(
    file('src/modules/forms/a.ts', "import { hash } from '../../platform/ids.ts'"),
    file('src/platform/ids.ts', "import { createHash } from 'node:crypto'"),
  )
  assert.match(found.join('\n'), /platform\/ids\.ts:1 also runs in the browser/)
})

test('SQL outside a store is refused, in a store it is not', () => {
  const text = 'const found = await db.query<{ id: string }>(`select id from dossier`)'
  assert.match(boundaries(file('src/web/desk/a.ts', text)).join(), /store\.ts only/)
  assert.deepEqual(boundaries(file('src/modules/dossiers/store.ts', text)), [])
})

test('a module that the list does not know is refused', () => {
  assert.match(boundaries(file('src/modules/maps/a.ts', '')).join(), /not listed/)
})

for (const text of ['Date.now()', 'new Date()', 'Math.random()', 'process.env.PORT'])
  test(`${text} is refused outside the platform and not in a comment`, () => {
    assert.equal(checkForbidden([file('src/modules/forms/a.ts', `const a = ${text}`)]).length, 1)
    assert.deepEqual(checkForbidden([file('src/platform/a.ts', `const a = ${text}`)]), [])
    assert.deepEqual(checkForbidden([file('src/modules/forms/a.ts', `// ${text}`)]), [])
  })

test('code wider than a hundred columns is refused, a long sentence in a string is not', () => {
  const wide = `const a = ${'b + '.repeat(30)}c`
  assert.match(checkForbidden([file('src/cli/a.ts', wide)]).join(), /wider than 100/)
  const sentence = `  vi: '${'Ông/bà '.repeat(30)}',`
  assert.deepEqual(checkForbidden([file('src/cli/a.ts', sentence)]), [])
})

test('file names that say nothing or are not kebab-case are refused', () => {
  for (const name of ['utils', 'dossier-service', 'helpers', 'dueDate'])
    assert.equal(checkForbidden([file(`src/modules/forms/${name}.ts`, '')]).length, 1, name)
})

const glossary = `
| Tiếng Việt | English | code | never |
| --- | --- | --- | --- |
| hồ sơ | dossier | \`dossier\` | case, application |
| phí | fee | \`fee\` | charge |
| số định danh | personal number | \`personalNumber\` | personal id |
| lời mời | invite | \`acceptInvite\` | |
| tiếp nhận | receive | \`receive\` | accept |
`
const named = (path, text = '', sql = []) => checkGlossary([file(path, text)], sql, glossary).join()

test('a forbidden word is found in exports, files, routes, events and tables', () => {
  const path = 'src/modules/dossiers/a.ts'
  assert.match(named(path, 'export function openCase(): void {}'), /openCase.*dossier/)
  assert.match(named(path, 'export type PersonalIds = string'), /personal id/)
  assert.match(named('src/modules/dossiers/accept.ts'), /receive/)
  assert.match(named('src/web/api/a.ts', "  url: '/api/v1/applications',"), /application/)
  assert.match(named(path, "append({ event: 'case-opened' })"), /case/)
  assert.match(named(path, '', [file('migrations/1.sql', 'create table case_file (')]), /case/)
})

test('whole words only, and a listed term may hold a forbidden word', () => {
  const path = 'src/modules/dossiers/a.ts'
  assert.equal(named(path, 'export const lowercase = 1\nexport function acceptInvite() {}'), '')
})

test('names come apart in camel, kebab and snake case', () => {
  for (const name of ['dueDates', 'due-date', 'due_date', 'DueDate'])
    assert.deepEqual(wordsOf(name), ['due', 'date'], name)
})

test('a refusal needs a sentence and a test', () => {
  const thrown = file('src/modules/forms/a.ts', "throw new Refusal('too-late')")
  const words = file('src/web/words/refusals.ts', "  'too-late': {\n    status: 409,")
  const held = file('src/modules/forms/a.test.ts', "code: 'too-late'")
  assert.equal(checkRefusals([thrown]).length, 2)
  assert.match(checkRefusals([thrown, words]).join(), /named by no test/)
  assert.match(checkRefusals([thrown, held]).join(), /no sentence/)
  assert.deepEqual(checkRefusals([thrown, words, held]), [])
})

test('the legal basis page lists every tag and is stale when one is added', () => {
  const rule = `/**
 * Late after 60 days.
 * @basis Luật Hộ tịch 2014, Điều 15
 *   khoản 1
 */
export function isLate(): boolean {`
  const files = [file('src/modules/forms/late.ts', rule)]
  const page = legalBasis(files)
  assert.match(page, /\| Luật Hộ tịch 2014, Điều 15 khoản 1 \| \[modules\/forms\/late: isLate\]/)
  assert.deepEqual(checkLegalBasis(files, page), [])
  assert.equal(checkLegalBasis([], page).length, 1)
})
