import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../../platform/plain-date.ts'
import {
  formatCode,
  hasValidCheckDigit,
  isCode,
  newLookupNo,
  readLookup,
  shortCode,
  showLookupNo,
  withCheckDigit,
} from './code.ts'

const nine = fc.stringMatching(/^\d{9}$/)

test('a dossier code has the legal format: agency, day, four digits', () => {
  const code = formatCode('000.01.87.H26', plainDate('2016-08-12'), 42)
  assert.equal(code, '000.01.87.H26-160812-0042')
  assert.equal(isCode(code), true)
  assert.equal(shortCode(code), '160812-0042')
  assert.equal(isCode(formatCode('H26.01.02', plainDate('2026-01-05'), 1)), true)
  for (const wrong of ['000.01.87.H26-160812-42', '000.01.87.Z26-160812-0042', '160812-0042', '']) {
    assert.equal(isCode(wrong), false, wrong)
  }
})

test('any one wrong digit of a look-up number is noticed', () => {
  fc.assert(
    fc.property(nine, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const ten = withCheckDigit(digits)
      assert.equal(hasValidCheckDigit(ten), true)
      const wrong = (Number(ten[at]) + by) % 10
      assert.equal(hasValidCheckDigit(ten.slice(0, at) + wrong + ten.slice(at + 1)), false)
    }),
  )
})

test('any swap of two neighbouring digits of a look-up number is noticed', () => {
  fc.assert(
    fc.property(nine, fc.nat(8), (digits, at) => {
      const ten = withCheckDigit(digits)
      const [a, b] = [ten[at]!, ten[at + 1]!]
      fc.pre(a !== b)
      assert.equal(hasValidCheckDigit(ten.slice(0, at) + b + a + ten.slice(at + 2)), false)
    }),
  )
})

test('one box reads both numbers, with spaces, in either case, full-width digits too', () => {
  const lookupNo = newLookupNo()
  assert.deepEqual(readLookup(` ${showLookupNo(lookupNo)} `), { kind: 'lookup', lookupNo })
  assert.deepEqual(readLookup('000.01.87.h26-160812-0042'), {
    kind: 'code',
    code: '000.01.87.H26-160812-0042',
  })
  const wide = [...lookupNo].map((char) => String.fromCodePoint(0xff10 + Number(char))).join('')
  assert.deepEqual(readLookup(wide), { kind: 'lookup', lookupNo })
})

test('a look-up number with a wrong check digit is told from one that is not a number at all', () => {
  const ten = withCheckDigit('123456789')
  const wrong = ten.slice(0, 9) + String((Number(ten[9]) + 1) % 10)
  assert.deepEqual(readLookup(wrong), { kind: 'wrong-check-digit' })
  assert.deepEqual(readLookup('xin chào'), { kind: 'unreadable' })
})
