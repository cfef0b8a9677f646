import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseForm } from './form-body.ts'

const parse = (text: string) => ({ ...parseForm(Buffer.from(text, 'latin1')) })

test('a form is read as it was typed; a name sent twice is a list', () => {
  assert.deepEqual(parse('a=1&b=%E1%BA%BE+x&a=2&c&d='), { a: ['1', '2'], b: 'Ế x', c: '', d: '' })
  assert.deepEqual(parse('note=m%E1%BB%99t%0D%0Ahai'), { note: 'một\nhai' })
  assert.deepEqual(parse(''), {})
})

test('a name of the language itself is only a name', () => {
  const form = parseForm(Buffer.from('__proto__=x&constructor=y'))
  assert.equal(Object.getPrototypeOf(form), null)
  assert.equal(form['constructor'], 'y')
})

test('bytes that are no text are refused', () => {
  for (const body of ['a=%00', 'a=%E1%BA', 'a=%zz', 'a=\u0001', 'a=\u00e9', '\u0000\u00ff'])
    assert.throws(() => parse(body), { code: 'body-not-text' }, JSON.stringify(body))
})

test('a thousand fields are enough, one more is not', () => {
  assert.equal(Object.keys(parse(fields(1000))).length, 1000)
  assert.throws(() => parse(fields(1001)), { code: 'body-too-large' })
})

function fields(count: number): string {
  return Array.from({ length: count }, (_, index) => `f${index}=1`).join('&')
}
