import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { cityTables, testCity } from './testing.ts'

const city = testCity()
const day = plainDate
const in2016 = day('2016-08-10')

test('each commune has its own committee and police on every day, each district its offices', () => {
  for (const [on, communes] of [
    ['2016-08-10', 584],
    ['2020-03-01', 579],
    ['2025-01-01', 526],
    ['2025-07-01', 126],
  ] as const) {
    const police = city.agenciesOn(day(on), 'police').filter(({ level }) => level === 'commune')
    assert.deepEqual(
      [city.agenciesOn(day(on), 'commune').length, police.length],
      [communes, communes],
    )
  }
  assert.equal(city.agenciesOn(day('2025-06-30'), 'district').length, 30)
  assert.equal(city.agenciesOn(day('2025-07-01'), 'district').length, 0)
})

test('an address is served by its commune, and on the day of the merger by the successor', () => {
  assert.equal(city.agencyFor('commune', '00187', in2016)?.name, 'UBND phường Láng Thượng')
  assert.equal(city.agencyFor('commune', '00187', day('2025-06-30'))?.id, 'ubnd-00187-2008')
  assert.equal(city.agencyFor('commune', '00187', day('2025-07-01')), undefined)
  assert.equal(city.agencyFor('commune', '00199', day('2025-07-01'))?.name, 'UBND phường Láng')
})

test('residence is with the district police until 2021-06-30 and the commune police after', () => {
  const police = (on: string) => city.agencyFor('police', '00187', day(on))?.name
  assert.equal(police('2021-06-30'), 'Công an quận Đống Đa')
  assert.equal(police('2021-07-01'), 'Công an phường Láng Thượng')
  assert.equal(city.agencyFor('police', '006', day('2021-06-30'))?.id, 'ca-quan-006-2008')
  assert.equal(city.agencyFor('police', '006', day('2021-07-01')), undefined)
})

test('social insurance is with the district in 2016, with the city since 2025-07-01', () => {
  const insurance = (code: string, on: string) =>
    city.agencyFor('socialInsurance', code, day(on))?.name
  assert.equal(insurance('00187', '2025-06-30'), 'BHXH quận Đống Đa')
  assert.equal(insurance('00199', '2025-07-01'), 'BHXH Thành phố Hà Nội')
})

test('a commune turns to its district office while there is one, and to the city departments', () => {
  assert.equal(
    city.agencyFor('district', '00187', in2016)?.fullName,
    'Ủy ban nhân dân quận Đống Đa',
  )
  assert.equal(city.agencyFor('district', '00199', day('2025-07-01')), undefined)
  assert.equal(city.agencyFor('department', '00187', in2016)?.id, 'so-tu-phap')
})

test('ids are unique for ever; slugs and official codes are unique on each day', () => {
  const { agencies } = cityTables()
  assert.equal(new Set(agencies.map(({ id }) => id)).size, agencies.length)
  for (const on of ['2016-08-10', '2020-03-01', '2025-01-01', '2025-06-30', '2025-07-01']) {
    const living = city.agenciesOn(day(on))
    assert.equal(new Set(living.map(({ slug }) => slug)).size, living.length)
    assert.equal(new Set(living.map(({ officialCode }) => officialCode)).size, living.length)
    for (const agency of living) assert.equal(city.agencyBySlug(agency.slug, day(on)), agency)
  }
})

test('official codes have the legal shape and are marked as placeholders', () => {
  for (const { officialCode, officialCodeIsPlaceholder } of cityTables().agencies) {
    assert.match(officialCode, /^[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Y]\d{2}$/)
    assert.equal(officialCodeIsPlaceholder, true)
  }
  assert.equal(city.agency('ubnd-00187-2008')?.officialCode, '000.01.87.H26')
  assert.equal(city.agency('ubnd-10402-202501')?.officialCode, '000.A4.02.H26')
})

test('the one address given is marked as a demonstration; no other desk has one', () => {
  const withAddress = cityTables().agencies.filter(({ desk }) => desk.address !== null)
  assert.deepEqual(
    withAddress.map(({ id, desk }) => [id, desk.isDemo]),
    [
      ['ubnd-00187-2008', true],
      ['ubnd-00199-202507', true],
    ],
  )
})

test('a desk keeps the city hours: weekdays, and Saturday morning for reception only', () => {
  const hours = city.deskHours('ubnd-00187-2008')
  assert.equal(hours.filter(({ kind }) => kind === 'office').length, 10)
  assert.deepEqual(hours.at(-1), { weekday: 6, from: '08:00', to: '11:30', kind: 'reception' })
})

test('a successor holds the dossiers of those merged whole and of those it keeps the records of', () => {
  const held = (on: string) => city.heldAgencies('ubnd-00199-202507', day(on))
  assert.deepEqual(held('2025-07-01'), ['ubnd-00199-202507', 'ubnd-00187-2008', 'ubnd-00199-2008'])
  assert.deepEqual(held('2025-06-30'), ['ubnd-00199-202507'])
  assert.deepEqual(city.heldAgencies('ca-00199-202507', day('2025-07-01')).slice(1), [
    'ca-00187-2008',
    'ca-00199-2008',
  ])
})

test('dossiers of a commune that ended in 2020 are held through both later mergers', () => {
  const holder = (on: string) => city.holderOf('ubnd-09736-2008', day(on))
  assert.equal(holder('2020-02-29'), 'ubnd-09736-2008')
  assert.equal(holder('2020-03-01'), 'ubnd-09727-202003')
  assert.equal(
    city.holderOf('ubnd-09736-2008', day('2025-07-01')),
    city.holderOf('ubnd-09727-202003', day('2025-07-01')),
  )
})

test('no agency is held by two, and each committee of 2025-06-30 has a holder the day after', () => {
  const on = day('2025-07-01')
  const held = city.agenciesOn(on).flatMap(({ id }) => city.heldAgencies(id, on))
  assert.equal(new Set(held).size, held.length)
  for (const { id } of city.agenciesOn(day('2025-06-30'), 'commune')) {
    const holder = city.holderOf(id, on)
    assert.ok(holder && city.heldAgencies(holder, on).includes(id), id)
  }
})

test('where the tables name no successor nobody holds the dossiers until the city says who', () => {
  assert.equal(city.holderOf('ubnd-00142-2008', day('2024-12-31')), 'ubnd-00142-2008')
  assert.equal(city.holderOf('ubnd-00142-2008', day('2025-01-01')), undefined)
  assert.equal(city.holderOf('ubnd-quan-006-2008', day('2025-07-01')), undefined)
})
