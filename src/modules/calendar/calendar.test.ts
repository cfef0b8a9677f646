import assert from 'node:assert/strict'
import test from 'node:test'
import { plainDate, weekdayOf } from '../../platform/plain-date.ts'
import {
  addWorkingDays,
  calendarFor,
  calendarFromRows,
  dayReason,
  deskClose,
  isWorkingDay,
  receptionOf,
  windowsOf,
  type Calendar,
  type Holiday,
  type OfficeHours,
} from './calendar.ts'
import { at, shippedCalendar } from './testing.ts'
import { workingMinutesBetween } from './working-time.ts'

const cal = shippedCalendar()
const day = plainDate

/** The first day of the lunar year is the Tết row whose eve is a Tết row and whose day is listed. */
const lunarNewYears = [
  ['2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12'],
  ['2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'],
  ['2028-01-26', '2029-02-13', '2030-02-02'],
].flat()

const workingDays: [string, boolean, string][] = [
  ['2016-08-19', true, 'an ordinary Friday'],
  ['2016-08-20', false, 'Saturday'],
  ['2016-08-21', false, 'Sunday'],
  ['2016-08-22', true, 'an ordinary Monday'],
  ['2016-09-01', true, 'the day before National Day'],
  ['2016-09-02', false, 'National Day'],
  ['2016-09-03', false, 'the Saturday after: one day only before 2021'],
  ['2021-09-03', false, 'the adjoining day since the Code of 2019'],
  ['2017-09-04', false, 'Monday in place of National Day on a Saturday'],
  ['2016-04-18', false, 'Monday in place of the Hùng Kings on a Saturday'],
  ['2016-05-02', false, 'two holidays on a weekend: Monday …'],
  ['2016-05-03', false, '… and Tuesday'],
  ['2016-05-04', true, '… and no more'],
  ['2018-12-31', false, 'a Monday swapped off'],
  ['2019-01-05', true, 'the Saturday worked in its place'],
  ['2019-01-12', false, 'the Saturday after'],
  ['2026-08-22', true, 'a Saturday worked for Monday 31/08'],
  ['2026-08-31', false, 'Monday 31/08 itself'],
  ['2016-02-05', true, 'the Friday before Tết'],
  ['2016-02-08', false, 'mùng 1'],
  ['2016-02-12', false, 'the last day of Tết'],
  ['2016-02-15', true, 'the first day after Tết'],
  ['2030-02-02', false, 'mùng 1 of 2030 in Vietnam, a Saturday'],
  ['2030-02-07', false, 'second substitute day of Tết 2030'],
  ['2030-02-08', true, 'after it'],
]

for (const [text, expected, what] of workingDays)
  test(`${text} is ${expected ? '' : 'not '}a working day: ${what}`, () => {
    assert.equal(isWorkingDay(cal, day(text)), expected)
  })

test('Tết is the Vietnamese one: 2030-02-02, a day before China', () => {
  for (const text of lunarNewYears) {
    const codes = cal.holidays.get(day(text))?.map(({ code }) => code)
    assert.deepEqual(codes, ['TET'], text)
    const eve = new Date(Date.parse(text) - 86_400_000).toISOString().slice(0, 10)
    assert.equal(cal.holidays.get(day(eve))?.[0]?.code, 'TET', `the eve of ${text}`)
  }
  const days2030 = [...cal.holidays.keys()].filter((d) => d.startsWith('2030-02')).toSorted()
  assert.equal(days2030[1], '2030-02-02')
})

test('each weekday holiday row is off, each worked Saturday is on, in all 15 years', () => {
  for (const [date, rows] of cal.holidays)
    for (const row of rows)
      assert.equal(isWorkingDay(cal, date), row.kind === 'swap_work', `${date} ${row.code}`)
})

test('a year with a swapped day off has the Saturday that pays for it', () => {
  const kinds = [...cal.holidays.values()].flat()
  const off = kinds.filter(({ kind }) => kind === 'swap_off').length
  const worked = kinds.filter(({ kind }) => kind === 'swap_work').length
  assert.equal(off, worked)
})

const additions: [string, number, string][] = [
  ['2016-08-19', 0, '2016-08-19'],
  ['2016-08-20', 0, '2016-08-20'],
  ['2016-08-19', 1, '2016-08-22'],
  ['2016-08-20', 1, '2016-08-22'],
  ['2016-09-01', 1, '2016-09-05'],
  ['2016-08-19', 20, '2016-09-19'],
  ['2019-01-04', 1, '2019-01-05'],
  ['2019-01-05', 1, '2019-01-07'],
  ['2030-01-31', 1, '2030-02-08'],
  ['2016-08-22', -1, '2016-08-19'],
  ['2016-09-05', -1, '2016-09-01'],
]

for (const [from, days, expected] of additions)
  test(`${from} and ${days} working days is ${expected}`, () => {
    assert.equal(addWorkingDays(cal, day(from), days), expected)
  })

test('half a day is not a number of working days', () => {
  assert.throws(() => addWorkingDays(cal, day('2016-08-19'), 0.5), RangeError)
})

test('the desk is open 8:00–11:30 and 13:30–16:30, and closes at 16:30', () => {
  const windows = windowsOf(cal, day('2016-08-19'), 'reception')
  assert.deepEqual(windows, [
    { opens: at('2016-08-19 08:00'), closes: at('2016-08-19 11:30') },
    { opens: at('2016-08-19 13:30'), closes: at('2016-08-19 16:30') },
  ])
  assert.deepEqual(deskClose(cal, day('2016-08-19')), at('2016-08-19 16:30'))
})

test('a Saturday morning is reception and not work; a holiday or a Sunday is neither', () => {
  const saturday = day('2016-08-20')
  assert.deepEqual(receptionOf(cal, saturday), [
    { opens: at('2016-08-20 08:00'), closes: at('2016-08-20 11:30') },
  ])
  assert.deepEqual(windowsOf(cal, saturday, 'reception'), [])
  assert.equal(deskClose(cal, saturday), undefined)
  assert.deepEqual(receptionOf(cal, day('2016-08-21')), [])
  assert.deepEqual(receptionOf(cal, day('2016-04-30')), [], 'a holiday on a Saturday')
})

test('a Saturday worked in place of another day has the hours of a working day', () => {
  assert.equal(receptionOf(cal, day('2019-01-05')).length, 2)
  assert.equal(weekdayOf(day('2019-01-05')), 6)
})

const ward: OfficeHours[] = [
  ['work', 7 * 60 + 30, 11 * 60 + 30],
  ['work', 13 * 60, 17 * 60],
  ['reception', 7 * 60 + 30, 11 * 60],
  ['reception', 13 * 60, 16 * 60],
].map(([use, opens, closes]) => ({
  agencyId: 'ward-a',
  use: use as OfficeHours['use'],
  days: 'working-day',
  validFrom: day('2016-10-03'),
  validTo: day('2016-12-30'),
  opens: opens as number,
  closes: closes as number,
  source: 'test',
}))

test('a ward with its own hours has them from their first to their last day, and no other ward', () => {
  const city: Calendar = { ...cal, hours: [...cal.hours, ...ward] }
  const closes = (agency: string, text: string) =>
    deskClose(calendarFor(city, agency), day(text))?.toISOString()
  assert.equal(closes('ward-a', '2016-09-30'), at('2016-09-30 16:30').toISOString())
  assert.equal(closes('ward-a', '2016-10-03'), at('2016-10-03 16:00').toISOString())
  assert.equal(closes('ward-a', '2016-12-30'), at('2016-12-30 16:00').toISOString())
  assert.equal(closes('ward-a', '2017-01-03'), at('2017-01-03 16:30').toISOString())
  assert.equal(closes('ward-b', '2016-10-03'), at('2016-10-03 16:30').toISOString())
})

function withDays(...holidays: Partial<Holiday>[]): Calendar {
  const rows = holidays.map((row) => ({
    day: day('2016-08-19'),
    code: 'X',
    name: 'Nghỉ',
    kind: 'legal' as const,
    part: 'day' as const,
    certainty: 'test',
    ...row,
  }))
  return calendarFromRows({ holidays: rows, hours: cal.hours })
}

test('a day with its afternoon off is a working day of four hours whose desk closes at 11:30', () => {
  const half = withDays({ part: 'afternoon' })
  assert.equal(isWorkingDay(half, day('2016-08-19')), true)
  assert.deepEqual(deskClose(half, day('2016-08-19')), at('2016-08-19 11:30'))
  const minutes = workingMinutesBetween(half, at('2016-08-19 00:00'), at('2016-08-20 00:00'))
  assert.equal(minutes, 240)
})

test('a day with its morning off opens at 13:30', () => {
  const half = withDays({ part: 'morning' })
  const [first] = windowsOf(half, day('2016-08-19'), 'reception')
  assert.deepEqual(first?.opens, at('2016-08-19 13:30'))
})

test('both halves off is a day off, and says its name', () => {
  const off = withDays({ code: 'A', part: 'morning' }, { code: 'B', part: 'afternoon' })
  assert.equal(isWorkingDay(off, day('2016-08-19')), false)
  assert.equal(dayReason(off, day('2016-08-19'))?.name, 'Nghỉ')
  assert.equal(dayReason(cal, day('2016-08-19')), undefined)
})

test('a holiday wins over a Saturday worked', () => {
  const saturday = day('2016-08-20')
  const clash = withDays(
    { day: saturday, code: 'SWAP_WORK', kind: 'swap_work' },
    { day: saturday, code: 'X' },
  )
  assert.equal(isWorkingDay(clash, saturday), false)
})
