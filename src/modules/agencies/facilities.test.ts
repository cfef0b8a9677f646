import assert from 'node:assert/strict'
import test from 'node:test'
import { primaryCareFacilities, readFacilities } from './facilities.ts'

test('the list of primary care facilities is there, each with its code, area and mark', () => {
  const facilities = primaryCareFacilities()
  assert.ok(facilities.length > 0)
  for (const { code, name, area, mark } of facilities) {
    assert.match(code, /^01\d{3}$/)
    assert.ok(name && area)
    assert.match(mark, /placeholder/, 'a real code takes its mark away with it')
  }
})

const bad: [what: string, rows: string, message: RegExp][] = [
  ['a code of four digits', '0190,Trạm y tế,x,x,x', /not a facility code: 0190/],
  ['a facility without a name', '01901,,x,x,x', /without a name: 01901/],
  ['a code twice', '01901,A,x,x,x\n01901,B,x,x,x', /two facilities with the code 01901/],
]

for (const [what, rows, message] of bad) {
  test(`${what} is refused when the list is read`, () => {
    assert.throws(() => readFacilities(`code,name,area,source,mark\n${rows}\n`), message)
  })
}
