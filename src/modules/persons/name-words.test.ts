import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { bitsOf, isCommon } from './name-frequency.ts'
import { compareWords, readName, sound } from './name-words.ts'

const soundsAlike: readonly [string, string, string][] = [
  ['i and y', 'ly', 'li'],
  ['i and y', 'quy', 'qui'],
  ['s and x', 'sinh', 'xinh'],
  ['ch and tr', 'trung', 'chung'],
  ['d and gi', 'dang', 'giang'],
  ['d and r', 'dung', 'rung'],
  ['gi and r', 'gia', 'ra'],
  ['l and n', 'lam', 'nam'],
  ['c and k', 'cien', 'kien'],
  ['c and q', 'cuoc', 'quoc'],
  ['g and gh', 'ge', 'ghe'],
  ['ng and ngh', 'ngia', 'nghia'],
  ['ph and f', 'phuong', 'fuong'],
]

for (const [what, one, other] of soundsAlike)
  test(`${what} sound alike: ${one}, ${other}`, () => {
    assert.equal(sound(one), sound(other))
  })

for (const [one, other] of [
  ['nam', 'tam'],
  ['khoa', 'hoa'],
  ['nhan', 'nan'],
  ['thu', 'tu'],
  ['phong', 'bong'],
  ['chi', 'ti'],
])
  test(`${one} and ${other} do not sound alike`, () => {
    assert.notEqual(sound(one!), sound(other!))
  })

const words: readonly [string, string, ReturnType<typeof compareWords>][] = [
  ['Hoà', 'Hòa', 'same'],
  ['THUỲ', 'Thùy', 'same'],
  ['Đỗ', 'Đỗ', 'same'],
  ['Hà', 'Ha', 'unmarked'],
  ['Đỗ', 'Do', 'unmarked'],
  ['Hà', 'Hạ', 'marks'],
  ['Đung', 'Dung', 'unmarked'],
  ['Lý', 'Lỉ', 'sound'],
  ['Trung', 'Chung', 'sound'],
  ['Thanh', 'Thnah', 'near'],
  ['Thanh', 'Thah', 'near'],
  ['Thanh', 'Thaanh', 'near'],
  // Both are names that many have, and children of one family.
  ['Minh', 'Linh', undefined],
  ['Huy', 'Duy', undefined],
  ['Bảo', 'Huy', undefined],
  // Three letters are too few to tell a slip from another word.
  ['Lan', 'Lna', undefined],
]

for (const [one, other, expected] of words)
  test(`${one} and ${other} are ${expected ?? 'two words'}`, () => {
    const [a] = readName(one)
    const [b] = readName(other)
    const bothKnown = () => isCommon(a!.folded) && isCommon(b!.folded)
    assert.equal(compareWords(a!, b!, bothKnown), expected)
    assert.equal(compareWords(b!, a!, bothKnown), expected)
  })

const light = (name: string) =>
  readName(name)
    .filter(({ isLight }) => isLight)
    .map(({ folded }) => folded)

for (const [name, expected] of [
  ['Nguyễn Thị Lan', ['thi']],
  ['Nguyen Thi Lan', ['thi']],
  ['Trần Văn Ba', ['van']],
  ['H’Hen Niê', ['h']],
  ["H'Hen Niê", ['h']],
  // Vân and Thi are names; so is Văn where nothing else would be left.
  ['Trần Mai Vân', []],
  ['Lê Anh Thi', []],
  ['Nguyễn Văn', []],
] as const)
  test(`of ${name} ${expected.join() || 'nothing'} may be left out`, () => {
    assert.deepEqual(light(name), expected)
  })

test('a name reads the same composed and decomposed, in capitals and with any spaces', () => {
  const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáảãạếềểễệớờởỡợừửữựỹỵ')
  const name = fc
    .array(fc.string({ unit: letters, minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
    .map((list) => list.join(' '))
  fc.assert(
    fc.property(name, (text) => {
      const read = readName(text)
      assert.deepEqual(readName(text.normalize('NFD')), read)
      assert.deepEqual(readName(text.toLocaleUpperCase('vi')), read)
      assert.deepEqual(readName(`  ${text.replaceAll(' ', '   ')} `), read)
    }),
  )
})

test('whatever is typed is read without a fault, and sounds are made of letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of readName(text)) assert.match(word.sound, /^[a-z]+$/)
    }),
  )
})

test('a rare word says more than a common one', () => {
  assert.ok(bitsOf('nguyen') < bitsOf('anh'))
  assert.ok(bitsOf('anh') < bitsOf('xuyen'))
})
