import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { testCity } from '../agencies/testing.ts'
import type { Answers } from '../forms/index.ts'
import type { LegDefinition } from '../procedures/index.ts'
import { MINISTRY, partnerOf } from './partner-of.ts'

const city = testCity()
const langThuong: Answers[string] = {
  scope: 'city',
  unit: '00187',
  unitFrom: '2008-08-01',
  place: 'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  line: 'Số 12',
}
const answers: Answers = {
  'household.address': langThuong,
  'father.home': { scope: 'elsewhere', place: 'tỉnh Bắc Ninh', line: '' },
}

function asked(
  kind: LegDefinition['to']['kind'],
  unitOf: string | null,
  days: { filedOn: string; day?: string },
): string | undefined {
  return partnerOf(
    city,
    { to: { kind, unitOf } },
    {
      agencyId: 'ubnd-00187-2008',
      answers,
      filedOn: plainDate(days.filedOn),
      day: plainDate(days.day ?? days.filedOn),
    },
  )
}

const police = [
  ['2016-08-12', 'ca-quan-006-2008', 'the district police did residence in 2016'],
  ['2021-06-30', 'ca-quan-006-2008', 'and on its last day'],
  ['2021-07-01', 'ca-00187-2008', 'since then the ward police does'],
] as const

for (const [filedOn, agency, why] of police) {
  test(`residence asked for on ${filedOn}: ${why}`, () => {
    assert.equal(asked('police', 'household.address', { filedOn }), agency)
  })
}

test('a leg of a filing from before the change of law opens with who serves on the day', () => {
  const days = { filedOn: '2021-06-28', day: '2021-07-02' }
  assert.equal(asked('police', 'household.address', days), 'ca-00187-2008')
})

test('an address named before the wards were merged is served by who holds their work', () => {
  const days = { filedOn: '2025-06-30', day: '2025-07-02' }
  assert.equal(asked('police', 'household.address', days), 'ca-00199-202507')
  assert.equal(asked('commune', 'household.address', days), 'ubnd-00199-202507')
  assert.equal(asked('socialInsurance', null, days), 'bhxh-tp')
})

test('without an address it is the unit of the agency that received', () => {
  assert.equal(asked('socialInsurance', null, { filedOn: '2016-08-12' }), 'bhxh-quan-006-2008')
})

test('an address in another province, or none, has no partner here: it is written on paper', () => {
  assert.equal(asked('commune', 'father.home', { filedOn: '2016-08-12' }), undefined)
  assert.equal(asked('commune', 'mother.home', { filedOn: '2016-08-12' }), undefined)
})

test('the Ministry is the same party for every agency', () => {
  assert.equal(asked('ministry', null, { filedOn: '2016-08-12' }), MINISTRY)
})
