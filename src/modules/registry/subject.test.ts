import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { dayOfDeath, isBornAfterDeath, uniqueThings, type Subject } from './subject.ts'

const child: Subject = {
  person: { name: 'Nguyễn Minh An', birthDate: plainDate('2016-08-08') },
  motherNumber: '012345456',
  birthNotice: { facility: 'Bệnh viện Phụ sản Hà Nội', book: '09/2016', number: '4470' },
}
const keys = (book: 'birth' | 'death', subject: Subject) =>
  uniqueThings(book, subject).map(({ kind, keyHash }) => `${kind} ${keyHash}`)
const shared = (book: 'birth' | 'death', one: Subject, other: Subject) =>
  keys(book, one).filter((key) => keys(book, other).includes(key)).length

test('a notice of birth is one of its facility, book and number; twins have two', () => {
  const twin: Subject = {
    ...child,
    person: { ...child.person, name: 'Nguyễn Minh Ân' },
    birthNotice: { ...child.birthNotice!, number: '4471' },
  }
  assert.equal(shared('birth', child, twin), 0)
  const otherBook = { ...twin, birthNotice: { ...child.birthNotice!, book: '10/2016' } }
  assert.equal(shared('birth', child, otherBook), 0)
  const again = { ...twin, birthNotice: child.birthNotice }
  assert.equal(shared('birth', child, again), 1)
  const typedElsewhere = {
    ...child.birthNotice!,
    facility: 'bệnh viện  phụ sản hà nội'.normalize('NFD'),
  }
  assert.equal(shared('birth', child, { ...twin, birthNotice: typedElsewhere }), 1)
})

test('a child of one name, day and mother is the same child, whatever the notice', () => {
  const other = { ...child, birthNotice: undefined }
  assert.equal(shared('birth', child, other), 1)
  assert.equal(shared('birth', child, { ...other, motherNumber: '012345457' }), 0)
  assert.equal(shared('birth', child, { ...other, motherNumber: undefined }), 0)
  const nextDay = { ...other, person: { ...child.person, birthDate: plainDate('2016-08-09') } }
  assert.equal(shared('birth', child, nextDay), 0)
})

test('a grown-up whose birth is registered late is known by number or card', () => {
  const born = { name: 'Phạm Văn Ước', birthDate: plainDate('1950-02-01') }
  const carded: Subject = { person: born, cardNumber: '010012345' }
  const other = { person: { ...born, name: 'Phạm Ước' }, cardNumber: '010012345' }
  assert.equal(shared('birth', carded, other), 1)
  assert.equal(shared('birth', carded, { ...other, cardNumber: '010012346' }), 0)
  const numbered: Subject = { person: { ...born, number: '001050000123' } }
  assert.equal(shared('birth', numbered, { ...numbered, motherNumber: '010000001' }), 1)
})

const dead: Subject = {
  person: { name: 'Đặng Thị Ngoãn', birthYear: 1931 },
  diedOn: '2016-08-10',
  lastResidence: 'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
}

test('a death is one of its number; else of name, birth and last residence', () => {
  assert.equal(shared('death', dead, { ...dead, diedOn: '2016-08-11' }), 1)
  assert.equal(shared('death', dead, { ...dead, lastResidence: 'phường Láng Hạ' }), 0)
  const numbered = { ...dead, person: { ...dead.person, number: '001131000123' } }
  assert.equal(shared('death', numbered, { ...numbered, lastResidence: 'phường Láng Hạ' }), 1)
  assert.equal(shared('death', dead, numbered), 1)
})

test('only a death that is before the birth for certain is refused', () => {
  const born = (birthDate: string, diedOn: string) =>
    isBornAfterDeath({ person: { name: 'A', birthDate: plainDate(birthDate) }, diedOn })
  const rows: readonly [boolean, boolean][] = [
    [born('2016-08-10', '2016-08-09'), true],
    [born('2016-08-10', '2016-08-10'), false],
    [born('2016-08-10', '2016-08'), false],
    [born('2016-08-10', '2016-07'), true],
    [born('2016-08-10', '2016'), false],
    [born('2016-08-10', '2015'), true],
    [isBornAfterDeath({ ...dead, diedOn: '1930' }), true],
    [isBornAfterDeath({ ...dead, diedOn: '1931' }), false],
    [isBornAfterDeath({ person: { name: 'A' }, diedOn: '1931' }), false],
  ]
  for (const [index, [found, expected]] of rows.entries()) assert.equal(found, expected, `${index}`)
  assert.equal(dayOfDeath(dead), '2016-08-10')
  assert.equal(dayOfDeath({ ...dead, diedOn: '2016-08' }), undefined)
})
