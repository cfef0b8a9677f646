import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseCsv } from './csv.ts'

test('quoted cells keep commas, quotes and line ends; empty cells stay', () => {
  assert.deepEqual(parseCsv('a,b,c\n"x, y","say ""no""\nnow",\r\n1,,3\n'), [
    { a: 'x, y', b: 'say "no"\nnow', c: '' },
    { a: '1', b: '', c: '3' },
  ])
})

test('a line that ends the file without a line end is read whole', () => {
  assert.deepEqual(parseCsv('a,b\n1,'), [{ a: '1', b: '' }])
  assert.deepEqual(parseCsv('a,b\n1,2'), [{ a: '1', b: '2' }])
})

test('a line with a missing or extra cell and a stray quote are refused', () => {
  assert.throws(() => parseCsv('a,b\n1\n'), /line 2: 1 cells/)
  assert.throws(() => parseCsv('a,b\n1,2,3\n'), /line 2: 3 cells/)
  assert.throws(() => parseCsv('a,b\n1,2"\n'), /stray quote/)
})

test('what is quoted is read back exactly', () => {
  const table = fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 })
  fc.assert(
    fc.property(table, (rows) => {
      const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`))
      const text = ['a,b', ...quoted.map((row) => row.join(','))].join('\n')
      assert.deepEqual(
        parseCsv(text),
        rows.map(([a, b]) => ({ a, b })),
      )
    }),
  )
})
