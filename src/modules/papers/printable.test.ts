import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printable, qrSvgPath } from './index.ts'
import { inCapitals } from './printable.ts'

test('ordinary names print as they stand, composed', () => {
  for (const name of ["H'Hen Niê", 'Đoàn Thị Ỷ', 'Nguyễn Hoà', 'Nguyễn Hòa', 'Y-Blơ̆ Êban'])
    assert.equal(printable(name.normalize('NFD')), name.normalize('NFC'))
})

test('Hoà and Hòa stay two names', () => {
  assert.notEqual(printable('Hoà'), printable('Hòa'))
})

test('whatever prints nothing or turns the line is shown by its code', () => {
  for (const code of [
    0, 7, 0x0a, 0x1b, 0x7f, 0xad, 0x200b, 0x200e, 0x202e, 0x2066, 0x2028, 0xfeff, 0xe0041,
  ]) {
    const hex = code.toString(16).toUpperCase().padStart(4, '0')
    assert.equal(printable(`a${String.fromCodePoint(code)}b`), `a[U+${hex}]b`)
  }
})

test('line ends are kept only where the paper has room for them', () => {
  assert.equal(printable('a\r\nb\rc\nd', { lineBreaks: true }), 'a\nb\nc\nd')
  assert.equal(printable('a\r\nb'), 'a[U+000A]b')
})

test('no text is left with a control or bidi character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.ok(!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(printable(text)))
    }),
  )
})

test('names in capitals keep their marks', () => {
  assert.equal(inCapitals("H'Hen Niê Ỷ đ ơ"), "H'HEN NIÊ Ỷ Đ Ơ")
})

test('a QR code is a path of whole squares inside its quiet zone', () => {
  const { viewBox, size, path } = qrSvgPath(
    'https://motcua.example/kiem-tra/q3Jk9XcWm2T0aB5dVhZ7sA',
  )
  assert.equal(viewBox, `0 0 ${size} ${size}`)
  assert.match(path, /^(M\d+ \d+h\d+v1h-\d+z)+$/)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    assert.ok(Number(x) >= 4 && Number(x) + Number(width) <= size - 4)
    assert.ok(Number(y) >= 4 && Number(y) < size - 4)
  }
  assert.ok(path.startsWith('M4 4h7v1h-7z'), 'the finder pattern begins behind four white modules')
})
