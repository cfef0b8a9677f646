import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  checkName,
  checkNamePart,
  joinName,
  nameLengthMax,
  normaliseName,
  printedName,
  splitName,
  type NameParts,
  type NameProblem,
} from './name.ts'

const good = [
  'Lê Gia Bảo',
  'Nguyễn Thị Khuyên',
  "H'Hen Niê",
  'H’Hen Niê',
  'HʼHen Niê',
  'Y-Bhiăt',
  'Y Bhiăt Niê',
  'K’Brơi',
  'Ƀưr Êban',
  'Hoà',
  'Hòa',
  'Ý An',
  'Giàng A Páo',
  'Jean-Pierre Müller',
  'Lê Văn Thắng'.normalize('NFD'),
  '  Lê   Văn  Thắng ',
  'Lê\u00A0Văn Thắng',
  'đỗ thị ưu',
]

for (const name of good)
  test(`the name ${JSON.stringify(name)} passes`, () => {
    assert.equal(checkName(name), undefined)
  })

const bad: [string, NameProblem][] = [
  ['', 'name-empty'],
  [' \t ', 'name-empty'],
  ['Lê Văn 3', 'name-has-digit'],
  ['12345', 'name-has-digit'],
  ['Lê Văn Ⅲ', 'name-has-digit'],
  ['Lê\u202EVăn Thắng', 'name-has-control'],
  ['Lê\u2066Văn\u2069 Thắng', 'name-has-control'],
  ['Lê\u200BVăn', 'name-has-control'],
  ['Lê\u200D Văn', 'name-has-control'],
  ['\uFEFFLê Văn', 'name-has-control'],
  ['Lê\u00ADVăn', 'name-has-control'],
  ['Lê\u0000Văn', 'name-has-control'],
  ['Lê\u0007Văn', 'name-has-control'],
  ['Lê\u034FVăn', 'name-has-control'],
  ['Lê\u2028Văn', 'name-has-control'],
  ['Lê Văn \uD800', 'name-has-control'],
  ['Лê Văn', 'name-not-latin'],
  ['李小龙', 'name-not-latin'],
  ['สมชาย', 'name-not-latin'],
  ['Lê Văn <b>', 'name-has-symbol'],
  ['Lê, Văn', 'name-has-symbol'],
  ['Lê_Văn', 'name-has-symbol'],
  ['Lê Văn 😀', 'name-has-symbol'],
  ['Ｌê Văn', 'name-has-symbol'],
  ['Lê Văn ﬁ', 'name-has-symbol'],
  ['-Lê Văn', 'name-has-symbol'],
  ['Lê Văn-', 'name-has-symbol'],
  ["Lê ' Văn", 'name-has-symbol'],
  ['Lê--Văn', 'name-has-symbol'],
  ['Le\u0301\u0300\u0302\u0303\u0323 Van', 'name-has-symbol'],
  ['\u0301Le Van', 'name-has-symbol'],
  ['A', 'name-single-letter'],
  ['Ế', 'name-single-letter'],
  ['E\u0302\u0301', 'name-single-letter'],
  [`Lê ${'a'.repeat(297)}`, 'name-too-long'],
]

for (const [name, problem] of bad)
  test(`the name ${JSON.stringify(name.slice(0, 40))} is refused: ${problem}`, () => {
    assert.equal(checkName(name), problem)
  })

test('a name of the greatest length passes, one letter more does not', () => {
  assert.equal(checkName('a'.repeat(nameLengthMax)), undefined)
  assert.equal(checkName('a'.repeat(nameLengthMax + 1)), 'name-too-long')
  assert.equal(checkName('ế'.normalize('NFD').repeat(nameLengthMax)), undefined)
})

test('a part of a name may be a single letter', () => {
  assert.equal(checkNamePart('Ý'), undefined)
  assert.equal(checkNamePart('7'), 'name-has-digit')
})

test('storing a name changes spaces and composition, never case, marks or tone placement', () => {
  assert.equal(normaliseName('  lÊ  vĂn\u00A0 hoà '), 'lÊ vĂn hoà')
  assert.equal(normaliseName('Hoà'.normalize('NFD')), 'Hoà')
  assert.notEqual(normaliseName('Hoà'), normaliseName('Hòa'))
  // Typed with the marks in the other order it is the same letter.
  assert.equal(normaliseName('Vie\u0323\u0302t'), normaliseName('Vie\u0302\u0323t'))
})

const splits: [string, NameParts][] = [
  ['Lê Gia Bảo', { surname: 'Lê', middle: 'Gia', given: 'Bảo' }],
  ['Nguyễn Thị Minh Khuyên', { surname: 'Nguyễn', middle: 'Thị Minh', given: 'Khuyên' }],
  ['Lê Bảo', { surname: 'Lê', given: 'Bảo' }],
  ['Bảo', { given: 'Bảo' }],
  ['', {}],
  ["H'Hen Niê", {}],
  ['Y Bhiăt Niê', {}],
  ['Y-Bhiăt Niê', {}],
  ['K’Brơi', {}],
  ['Hồ Ý', { surname: 'Hồ', given: 'Ý' }],
  ['Ý Nhi', { surname: 'Ý', given: 'Nhi' }],
]

for (const [full, parts] of splits)
  test(`the parts of "${full}" are guessed as ${JSON.stringify(parts)}`, () => {
    assert.deepEqual(splitName(full), parts)
  })

test('a certificate prints a name in upper case with its marks', () => {
  assert.equal(printedName('Lê Gia Bảo'), 'LÊ GIA BẢO')
  assert.equal(printedName("H'Hen Niê"), "H'HEN NIÊ")
  assert.equal(printedName('Đỗ Thị Ưu'.normalize('NFD')), 'ĐỖ THỊ ƯU')
})

const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáảãạếềểễệớờởỡợừửữựỹỵƀñč')
const words = fc.string({ unit: letters, minLength: 2, maxLength: 7 })
const names = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))

test('each name of Vietnamese letters passes, composed or not, and is stored composed', () => {
  fc.assert(
    fc.property(names, fc.constantFrom('NFC', 'NFD'), (name, form) => {
      assert.equal(checkName(name.normalize(form)), undefined)
      assert.equal(normaliseName(name.normalize(form)), name.normalize('NFC'))
    }),
  )
})

test('storing is done once: storing again changes nothing, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const stored = normaliseName(text)
      assert.equal(normaliseName(stored), stored)
      assert.equal(checkName(stored), checkName(text))
    }),
  )
})

test('the parts guessed make the full name again, whenever there is a guess', () => {
  fc.assert(
    fc.property(names, (name) => {
      const parts = splitName(name)
      if (parts.given !== undefined) assert.equal(joinName(parts), name.normalize('NFC'))
    }),
  )
})

test('what passes is only letters, marks, spaces, hyphens and apostrophes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      if (checkName(text) === undefined)
        assert.match(normaliseName(text), /^[\p{Script=Latin}\p{M}ʼ’' -]+$/u)
    }),
    { numRuns: 2000 },
  )
})
