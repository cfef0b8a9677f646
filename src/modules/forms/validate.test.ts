import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Answer, Answers, FieldDefinition, FormDefinition } from './definition.ts'
import { everyField, smallWorld } from './testing.ts'
import { validateForm, validatePage } from './validate.ts'

const world = smallWorld('2016-08-12')
const home = {
  scope: 'city',
  unit: '00187',
  unitFrom: '2008-08-01',
  place: 'phường Láng Thượng, quận Đống Đa',
  line: 'Số 12',
} as const

const good: Answers = {
  who: { full: 'Nguyễn Minh An', surname: 'Nguyễn', middle: 'Minh', given: 'An' },
  sex: 'female',
  born: '1990-08-12',
  number: '001190004456',
  'has.spouse': false,
  home,
  people: 'Kinh',
  country: 'Việt Nam',
  phone: '0912345318',
  income: 0,
  copies: 0,
  at: '16:30',
  photo: ['id'],
  contact: { full: 'Lê Bình' },
  true: true,
}

test('a good form has no problem', () => {
  assert.deepEqual(validateForm(everyField, good, world), [])
})

test('a facility of the list may be chosen', () => {
  assert.deepEqual(validateForm(everyField, { ...good, clinic: '01902' }, world), [])
})

test('an empty form has every required field missing, all at once, in the order of the pages', () => {
  const problems = validateForm(everyField, {}, world)
  assert.deepEqual(
    problems.map(({ field }) => field),
    [
      ['who', 'sex', 'born', 'number', 'has.spouse', 'home', 'people', 'country', 'phone'],
      ['income', 'copies', 'at', 'photo', 'contact', 'true'],
    ].flat(),
  )
  assert.ok(problems.every(({ code }) => code === 'missing'))
})

const wrong: [what: string, change: Record<string, Answer>, field: string, code: string][] = [
  ['a date that does not exist', { born: '1990-02-31' }, 'born', 'date-not-real'],
  ['29 February of a common year', { born: '1990-02-29' }, 'born', 'date-not-real'],
  ['a date without its day', { born: '1990-08' }, 'born', 'date-incomplete'],
  ['a date without month and day', { born: '1990' }, 'born', 'date-incomplete'],
  ['a date that is no date', { born: 'hôm qua' }, 'born', 'date-incomplete'],
  ['born tomorrow', { born: '2016-08-13' }, 'born', 'date-in-future'],
  ['born before 1900', { born: '1899-12-31' }, 'born', 'date-too-early'],
  ['a facility of no list', { clinic: '01999' }, 'clinic', 'not-an-option'],
  ['a name of 300 letters', { who: { full: 'An '.repeat(100) } }, 'who', 'name-too-long'],
  ['a name of digits', { who: { full: '12345' } }, 'who', 'name-has-digit'],
  ['a name with a control character', { who: { full: 'An\u0007' } }, 'who', 'name-has-control'],
  ['a name with a bidi mark', { who: { full: 'An\u202eB' } }, 'who', 'name-has-control'],
  ['a name in another script', { who: { full: 'Анна' } }, 'who', 'name-not-latin'],
  ['a name with a symbol', { who: { full: 'An <b>' } }, 'who', 'name-has-symbol'],
  ['a surname without a given name', { who: { full: 'Lê', surname: 'Lê' } }, 'who', 'missing'],
  ['a number of a man for a woman', { number: '001090004456' }, 'number', 'number-sex-mismatch'],
  ['a number of another year', { number: '001191004456' }, 'number', 'number-year-mismatch'],
  ['a number of no province', { number: '003190004456' }, 'number', 'number-province-unknown'],
  ['a number of eleven digits', { number: '00119000445' }, 'number', 'number-length'],
  ['a choice nobody offered', { sex: 'other' }, 'sex', 'not-an-option'],
  ['an ethnicity not in the list', { people: 'Kinhh' }, 'people', 'not-an-option'],
  ['a nationality not in the list', { country: 'Atlantis' }, 'country', 'not-an-option'],
  ['a phone of five digits', { phone: '09123' }, 'phone', 'phone-not-valid'],
  ['a phone not written as it is stored', { phone: '0912 345 318' }, 'phone', 'phone-not-valid'],
  ['one copy too many', { copies: 21 }, 'copies', 'out-of-range'],
  ['a negative number', { copies: -1 }, 'copies', 'out-of-range'],
  ['half a copy', { copies: 0.5 }, 'copies', 'answer-shape'],
  ['money beyond the limit', { income: 1e12 + 1 }, 'income', 'out-of-range'],
  ['25 hours', { at: '25:00' }, 'at', 'time-not-real'],
  ['a text one letter too long', { story: 'x'.repeat(21) }, 'story', 'text-too-long'],
  ['a text with a bidi mark', { story: 'x\u2066' }, 'story', 'text-control'],
  ['one file too many', { photo: ['a', 'b', 'c'] }, 'photo', 'files-too-many'],
  ['an undertaking not ticked', { true: false }, 'true', 'missing'],
  ['one child too many', { children: [{}, {}, {}, {}] }, 'children', 'group-count'],
  ['an unknown answer', { 'is.admin': true }, 'is.admin', 'field-unknown'],
  ['a text where a name belongs', { who: 'Nguyễn Minh An' }, 'who', 'answer-shape'],
  ['a name with parts it has not', { who: { full: 'An', x: 'y' } as never }, 'who', 'answer-shape'],
  ['a year of two digits', { 'has.spouse': true, 'spouse.born': 90 }, 'spouse', 'missing'],
]

for (const [what, change, field, code] of wrong) {
  test(`${what} is refused: ${code}`, () => {
    const problems = validateForm(everyField, { ...good, ...change }, world)
    assert.deepEqual(problems.map((one) => [one.field, one.code])[0], [field, code])
    assert.ok(problems.every(({ message }) => message.vi && message.en))
  })
}

const right: [what: string, change: Record<string, Answer>][] = [
  ['born today', { born: '2016-08-12', number: '012345456' }],
  ['born on the first day allowed', { born: '1900-01-01', number: '012345456' }],
  ['29 February of a leap year', { born: '2016-02-29', number: '001316004456' }],
  ['a name with hyphen and apostrophe', { who: { full: "H'Hen Y-Bhiăt Niê", given: "H'Hen" } }],
  ['a name of one word', { who: { full: 'Thảo', given: 'Thảo' } }],
  ['a full name without parts', { who: { full: "H'Hen Niê" } }],
  ['the nine digits of the old card', { number: '012345456' }],
  ['as many copies as allowed', { copies: 20 }],
  ['a text of exactly the length', { story: 'x'.repeat(20) }],
  ['lines in a text of several lines', { story: 'một\nhai' }],
  ['as many files as allowed', { photo: ['a', 'b'] }],
  ['three children', { children: [1, 2, 3].map(() => ({ name: { full: 'An B' }, lives: false })) }],
]

for (const [what, change] of right) {
  test(`${what} is accepted`, () => {
    assert.deepEqual(validateForm(everyField, { ...good, ...change }, world), [])
  })
}

test('what the mock says, it says: a missing name and a day in the future', () => {
  const future = { ...good, born: '2016-09-12' }
  const [wrongDate] = validatePage(everyField, 'mot', future, world)
  assert.equal(wrongDate?.message.vi, 'Ngày sinh phải là ngày hôm nay hoặc trước đó')
  assert.equal(wrongDate?.part, 'month')
})

test('a page has only its own problems', () => {
  const pages = validatePage(everyField, 'mot', {}, world).map(({ field }) => field)
  assert.deepEqual(pages, ['who', 'sex', 'born', 'number', 'has.spouse'])
  assert.deepEqual(validatePage(everyField, 'no-page', {}, world), [])
})

test('in a group each item has its own problems, at its own place', () => {
  const children = [
    { name: { full: 'Lê An' }, lives: true },
    { name: { full: '1' }, lives: false },
  ]
  const problems = validateForm(everyField, { ...good, children }, world)
  assert.deepEqual(
    problems.map(({ field, code }) => [field, code]),
    [
      ['children.0.school', 'missing'],
      ['children.1.name', 'name-has-digit'],
    ],
  )
})

test('a copied answer that does not fit is put right where it was asked', () => {
  const married = { ...good, 'has.spouse': true, spouse: { full: '1' }, 'spouse.born': 1990 }
  const problems = validateForm(everyField, married, world)
  assert.deepEqual(
    problems.map(({ field, code }) => [field, code]),
    [['spouse', 'name-has-digit']],
  )
})

test('what does not fit where an answer is copied to is wrong on the page where it was asked', () => {
  const asked: FieldDefinition = { key: 'a', type: 'text', lengthMax: 9, label: { vi: 'A' } }
  const copied: FieldDefinition = {
    key: 'b',
    type: 'text',
    lengthMax: 2,
    label: { vi: 'B' },
    copyOf: { field: 'a', when: { field: 'a', answered: true } },
  }
  const form: FormDefinition = {
    pages: [
      { key: 'mot', title: { vi: 'Một' }, fields: [asked] },
      {
        key: 'hai',
        title: { vi: 'Hai' },
        fields: [copied, { ...asked, key: 'c', optional: true }],
      },
    ],
  }
  const of = (page: string, a: string) =>
    validatePage(form, page, { a }, world).map(({ field, code }) => [field, code])
  assert.deepEqual(of('mot', 'xx'), [])
  assert.deepEqual(of('mot', 'xxx'), [['a', 'text-too-long']])
  assert.deepEqual(of('hai', 'xxx'), [])
})

test('whatever the answers are, checking them ends, and every problem speaks both languages', () => {
  const keys = [...Object.keys(good), 'children', 'spouse', 'story', 'x']
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (answers) => {
      for (const one of validateForm(everyField, answers as Answers, world)) {
        assert.ok(one.code && one.message.vi.trim() && one.message.en?.trim(), one.code)
      }
    }),
    { numRuns: 300 },
  )
})
