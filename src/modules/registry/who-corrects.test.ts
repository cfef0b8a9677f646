import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { whoCorrects } from './who-corrects.ts'

type Row = [born: string, on: string, died: string | undefined, who: 'commune' | 'district']

const rows: readonly Row[] = [
  ['2002-08-13', '2016-08-12', undefined, 'commune'], // the day before 14
  ['2002-08-12', '2016-08-12', undefined, 'district'], // 14 that day
  ['2016-08-08', '2016-08-12', undefined, 'commune'],
  ['2012-02-29', '2026-02-28', undefined, 'commune'],
  ['1931-03-05', '2025-06-30', undefined, 'district'], // the last day of districts
  ['1931-03-05', '2025-07-01', undefined, 'commune'],
  ['2002-08-12', '2020-01-01', '2016-08-11', 'commune'], // died at 13
  ['2002-08-12', '2020-01-01', '2016-08-12', 'district'], // died at 14
]

test('the commune corrects under 14, the district from 14 until it was no more', () => {
  for (const [born, on, died, who] of rows) {
    const given = { birthDate: plainDate(born), birthYear: undefined, on: plainDate(on) }
    const diedOn = died === undefined ? undefined : plainDate(died)
    assert.equal(whoCorrects({ ...given, diedOn }), who, `${born} ${on} ${died ?? ''}`)
  }
})

test('a birth known by its year counts from the last day of it; an unknown one as grown up', () => {
  const known = { birthDate: undefined, diedOn: undefined }
  const on = plainDate('2016-12-30')
  assert.equal(whoCorrects({ ...known, birthYear: 2002, on }), 'commune')
  assert.equal(whoCorrects({ ...known, birthYear: 2002, on: plainDate('2016-12-31') }), 'district')
  assert.equal(whoCorrects({ ...known, birthYear: undefined, on }), 'district')
})
