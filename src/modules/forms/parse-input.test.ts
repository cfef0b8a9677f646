import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Answer, FieldDefinition } from './definition.ts'
import { ethnicGroupNames, nationalityNames } from '../people/index.ts'
import { findField } from './journey.ts'
import type { RawInputs } from './input-names.ts'
import { parseInput } from './parse-input.ts'
import { everyField } from './testing.ts'
import { toInput } from './to-input.ts'

const field = (key: string): FieldDefinition => findField(everyField, key)!

const word = fc.constantFrom('Nguyễn', 'Hoà', 'Hòa', "H'Hen", 'Niê', 'Y-Bhiăt', 'Đắc', 'An')
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
const digits = (min: number, max: number) => fc.integer({ min, max }).map(String)
const two = (min: number, max: number) => digits(min, max).map((text) => text.padStart(2, '0'))
const day = fc
  .tuple(digits(1900, 2026), two(1, 12), two(1, 31))
  .chain((parts) => fc.constantFrom(1, 2, 3).map((count) => parts.slice(0, count).join('-')))
const address = fc.oneof(
  fc.record(
    {
      scope: fc.constant('city' as const),
      unit: fc.constantFrom('00187', '00199'),
      unitFrom: fc.constantFrom('2008-08-01', '2025-07-01'),
      place: words,
      line: fc.oneof(words, fc.constant('')),
    },
    { requiredKeys: ['scope', 'place', 'line'], noNullPrototype: true },
  ),
  fc.record(
    { scope: fc.constantFrom('elsewhere', 'abroad'), place: words, line: words },
    { noNullPrototype: true },
  ),
)

const values: Record<string, fc.Arbitrary<unknown>> = {
  who: fc.oneof(
    fc.tuple(word, word, word).map(([surname, middle, given]) => ({
      full: `${surname} ${middle} ${given}`,
      surname,
      middle,
      given,
    })),
    fc.tuple(word, word).map(([given, surname]) => ({ full: `${given} ${surname}`, surname })),
    word.map((given) => ({ full: given, given })),
    words.map((full) => ({ full })),
  ),
  sex: fc.constantFrom('male', 'female'),
  born: day,
  number: digits(100000000, 999999999),
  'has.spouse': fc.boolean(),
  spouse: words.map((full) => ({ full })),
  'spouse.born': fc.integer({ min: 1900, max: 2026 }),
  // An address has a unit only together with where it came from, or neither.
  home: address.filter((value) => !('unitFrom' in value) || 'unit' in value),
  people: fc.constantFrom(...ethnicGroupNames),
  country: fc.constantFrom(...nationalityNames),
  phone: fc.constantFrom('0912345318', '01234567890', '0438512345'),
  income: fc.integer({ min: 0, max: 1e12 }),
  copies: fc.integer({ min: 0, max: 20 }),
  at: fc.tuple(two(0, 23), two(0, 59)).map((parts) => parts.join(':')),
  story: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  children: fc.array(
    fc.record(
      { name: words.map((full) => ({ full })), lives: fc.boolean(), school: words },
      { noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  photo: fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 2 }),
  true: fc.constant(true),
}

for (const [key, arbitrary] of Object.entries(values)) {
  test(`what ${field(key).type} puts into inputs (${key}) is read back the same`, () => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        const parsed = parseInput(field(key), toInput(field(key), value as Answer))
        assert.deepEqual(parsed, { value, problems: [] })
      }),
    )
  })
}

test('whatever is posted, reading it gives a value or a problem that says how to fix it', () => {
  const fields = everyField.pages.flatMap((page) => page.fields)
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary' }), (one, text) => {
      const raw: RawInputs = Object.fromEntries(
        Object.keys(toInput(one, { full: 'x' }))
          .concat(one.key, `${one.key}.day`, `${one.key}.0.name`)
          .map((name) => [name, text]),
      )
      for (const wrong of parseInput(one, raw).problems) {
        assert.ok(wrong.message.vi.length > 0 && wrong.message.en)
      }
    }),
  )
})

test('a name is stored NFC, its marks as typed, with single spaces', () => {
  const typed = 'Hoà'.normalize('NFD')
  const raw = { 'who.surname': ' Nguyễn ', 'who.middle': 'Thị  Minh', 'who.given': typed }
  assert.deepEqual(parseInput(field('who'), raw).value, {
    full: 'Nguyễn Thị Minh Hoà',
    surname: 'Nguyễn',
    middle: 'Thị Minh',
    given: 'Hoà',
  })
})

test('a name written out in full wins over its parts', () => {
  const raw = { 'who.surname': 'Niê', 'who.given': "H'Hen", 'who.full': "H'Hen Niê" }
  assert.deepEqual(parseInput(field('who'), raw).value, {
    full: "H'Hen Niê",
    surname: 'Niê',
    given: "H'Hen",
  })
})

const dates: [string, string, string, string | undefined, string | undefined][] = [
  ['12', '8', '2016', '2016-08-12', undefined],
  ['08', '08', '2016', '2016-08-08', undefined],
  ['', '8', '2016', '2016-08', undefined],
  ['', '', '2016', '2016', undefined],
  ['', '', '', undefined, undefined],
  // 31/02 reads as a date; that there is no such day, the check says.
  ['31', '2', '2016', '2016-02-31', undefined],
  ['12', '8', '16', undefined, 'date-year'],
  ['12', '8', '', undefined, 'date-incomplete'],
  ['12', '', '2016', undefined, 'date-incomplete'],
  ['32', '8', '2016', undefined, 'date-not-real'],
  ['0', '8', '2016', undefined, 'date-not-real'],
  ['12', '13', '2016', undefined, 'date-not-real'],
  ['mai', '8', '2016', undefined, 'date-not-real'],
]

for (const [d, m, y, value, code] of dates) {
  test(`the date ${d || '…'}/${m || '…'}/${y || '…'} is read as ${value ?? code ?? 'nothing'}`, () => {
    const raw = { 'born.day': d, 'born.month': m, 'born.year': y }
    const parsed = parseInput(field('born'), raw)
    assert.equal(parsed.value, value)
    assert.equal(parsed.problems[0]?.code, code)
  })
}

test('numbers are read as people type them', () => {
  const read = (key: string, text: string) => parseInput(field(key), { [key]: text })
  assert.equal(read('number', '001 088 004 902').value, '001088004902')
  assert.equal(read('phone', '+84 912 345 318').value, '0912345318')
  assert.equal(read('income', '5.000 đồng').value, 5000)
  assert.equal(read('copies', 'hai').problems[0]?.code, 'not-a-number')
  assert.equal(read('copies', '-1').problems[0]?.code, 'not-a-number')
  assert.equal(read('has.spouse', 'maybe').problems[0]?.code, 'not-an-option')
  assert.equal(
    parseInput(field('at'), { 'at.hour': '24', 'at.minute': '00' }).problems[0]?.code,
    'time-not-real',
  )
})

test('an address with a scope the field does not have is a problem', () => {
  const raw = { 'home.scope': 'moon', 'home.place': 'x' }
  assert.equal(parseInput(field('home'), raw).problems[0]?.code, 'not-an-option')
})

test('lines of a group left empty at the end are no items, and gaps close', () => {
  const raw = {
    'children.0.name.full': 'Lê An',
    'children.4.name.full': 'Lê Bình',
    'children.5.name.full': '',
  }
  assert.deepEqual(parseInput(field('children'), raw).value, [
    { name: { full: 'Lê An' } },
    { name: { full: 'Lê Bình' } },
  ])
})
