import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { currentPhone, maskPhone, normaliseAnyPhone, normalisePhone, printPhone } from './phone.ts'

const mobiles: [string, string | undefined][] = [
  ['0912345318', '0912345318'],
  ['0912 345 318', '0912345318'],
  ['0912.345.318', '0912345318'],
  ['(091) 234-5318', '0912345318'],
  ['+84912345318', '0912345318'],
  ['+84 0912345318', '0912345318'],
  ['0084912345318', '0912345318'],
  ['0321234567', '0321234567'],
  ['0701234567', '0701234567'],
  ['0561234567', '0561234567'],
  ['0861234567', '0861234567'],
  ['01234567890', '01234567890'],
  ['01681234567', '01681234567'],
  ['01991234567', '01991234567'],
  ['01112345678', undefined],
  ['091234531', undefined],
  ['09123453188', undefined],
  ['0123456789', undefined],
  ['0243825 1234', undefined],
  ['0612345678', undefined],
  ['912345318', undefined],
  ['+85291234567', undefined],
  ['0912345abc', undefined],
  ['０９１２３４５３１８', undefined],
  ['', undefined],
]

for (const [typed, stored] of mobiles)
  test(`"${typed}" is ${stored ?? 'no Vietnamese mobile number'}`, () => {
    assert.equal(normalisePhone(typed), stored)
  })

test('fixed lines are numbers too, with area codes of before and after 2017', () => {
  assert.equal(normaliseAnyPhone('024 3825 1234'), '02438251234')
  assert.equal(normaliseAnyPhone('04 3825 1234'), '0438251234')
  assert.equal(normaliseAnyPhone('0912 345 318'), '0912345318')
  assert.equal(normaliseAnyPhone('1900 1009'), undefined)
})

const changed: [string, string][] = [
  ['01201234567', '0701234567'],
  ['01231234567', '0831234567'],
  ['01271234567', '0811234567'],
  ['01681234567', '0381234567'],
  ['01861234567', '0561234567'],
  ['01991234567', '0591234567'],
  ['0912345318', '0912345318'],
  ['01611234567', '01611234567'],
  ['0120123456', '0120123456'],
]

for (const [old, now] of changed)
  test(`${old} is today ${now}`, () => {
    assert.equal(currentPhone(old), now)
  })

test('a phone is shown as 09•• ••• 318 and read out as 0912 345 318', () => {
  assert.equal(maskPhone('0912345318'), '09•• ••• 318')
  assert.equal(maskPhone('01234567890'), '01•• •••• 890')
  assert.equal(maskPhone('12345'), '•••••')
  assert.equal(printPhone('0912345318'), '0912 345 318')
  assert.equal(printPhone('01234567890'), '01234 567 890')
})

const stored = fc.oneof(
  fc.stringMatching(/^0[35789][0-9]{8}$/),
  fc.stringMatching(/^01[2689][0-9]{8}$/),
)

test('a stored number stays itself, in national and international spelling', () => {
  fc.assert(
    fc.property(stored, (phone) => {
      assert.equal(normalisePhone(phone), phone)
      assert.equal(normalisePhone(printPhone(phone)), phone)
      assert.equal(normalisePhone(`+84${phone.slice(1)}`), phone)
    }),
  )
})

test('a mask hides five digits of a number and keeps its length', () => {
  fc.assert(
    fc.property(stored, (phone) => {
      const masked = maskPhone(phone).replaceAll(' ', '')
      assert.equal(masked.length, phone.length)
      assert.equal(masked.match(/•/g)?.length, phone.length - 5)
    }),
  )
})
