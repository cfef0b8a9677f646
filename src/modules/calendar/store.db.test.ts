import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { testDatabase } from '../../testing/db.ts'
import {
  calendarFor,
  cancelHoliday,
  cancelOfficeHours,
  deskClose,
  dueFor,
  isWorkingDay,
  loadCalendar,
  saveHoliday,
  saveOfficeHours,
  seedCalendar,
  type Holiday,
  type OfficeHours,
} from './index.ts'
import { at, shippedCalendar } from './testing.ts'

const { db, close } = await testDatabase()
after(close)

const dataDir = join(import.meta.dirname, '../../../data')
await seedCalendar(db, dataDir)

const culture: Holiday = {
  day: plainDate('2026-11-24'),
  code: 'CULTURE',
  name: 'Ngày Văn hóa Việt Nam',
  kind: 'legal',
  part: 'day',
  certainty: 'test',
}

const wardHours: OfficeHours = {
  agencyId: 'ward-a',
  use: 'reception',
  days: 'working-day',
  validFrom: plainDate('2016-10-03'),
  validTo: null,
  opens: 8 * 60,
  closes: 16 * 60,
  source: 'test',
}

test('the calendar loaded is the calendar shipped', async () => {
  const loaded = await loadCalendar(db)
  const shipped = shippedCalendar()
  assert.equal(loaded.holidays.size, shipped.holidays.size)
  assert.deepEqual(loaded.holidays.get(plainDate('2016-09-02')), [
    ...shipped.holidays.get(plainDate('2016-09-02'))!,
  ])
  const input = {
    receivedAt: at('2017-08-30 15:01'),
    limit: { kind: 'working-days', days: 5 },
  } as const
  assert.deepEqual(dueFor(loaded, input), dueFor(shipped, input))
})

test('loading the tables twice changes nothing', async () => {
  const before = await loadCalendar(db)
  const shipped = await seedCalendar(db, dataDir)
  assert.deepEqual(shipped, { holidays: 214, officeHours: 5 })
  assert.deepEqual(await loadCalendar(db), before)
})

test('a calendar is read again only when somebody wrote to it', async () => {
  const first = await loadCalendar(db)
  assert.equal(await loadCalendar(db), first)
  await db.query("update holiday set name = 'Quốc khánh 2/9' where day = '2016-09-02'")
  const second = await loadCalendar(db)
  assert.equal(second.holidays.get(plainDate('2016-09-02'))?.[0]?.name, 'Quốc khánh 2/9')
  await seedCalendar(db, dataDir)
})

test('a write that was rolled back leaves the calendar as it was', async () => {
  const before = await loadCalendar(db)
  const work = db.tx(async (tx) => {
    await saveHoliday(tx, culture)
    assert.equal(isWorkingDay(await loadCalendar(tx), culture.day), false)
    throw new Error('never mind')
  })
  await assert.rejects(work, /never mind/)
  assert.deepEqual(await loadCalendar(db), before)
})

test('two loads at once leave one table', async () => {
  await Promise.all([seedCalendar(db, dataDir), seedCalendar(db, dataDir)])
  const { rows } = await db.query<{ n: number }>('select count(*) as n from holiday')
  assert.equal(rows[0]?.n, 214)
})

test('a day an administrator added or cancelled stays so when the tables are loaded again', async () => {
  const tet = { day: plainDate('2027-02-05'), code: 'TET' }
  await saveHoliday(db, culture)
  await cancelHoliday(db, tet)
  await seedCalendar(db, dataDir)
  const cal = await loadCalendar(db)
  assert.equal(isWorkingDay(cal, culture.day), false)
  assert.equal(isWorkingDay(cal, tet.day), true)
})

test('a day is changed by saving it again', async () => {
  await saveHoliday(db, { ...culture, part: 'afternoon' })
  const cal = await loadCalendar(db)
  assert.deepEqual(deskClose(cal, culture.day), at('2026-11-24 11:30'))
})

test('hours of one agency are saved, kept when the tables are loaded again, and cancelled', async () => {
  await saveOfficeHours(db, wardHours)
  await saveOfficeHours(db, { ...wardHours, closes: 15 * 60 })
  await seedCalendar(db, dataDir)
  const closes = async () =>
    deskClose(calendarFor(await loadCalendar(db), 'ward-a'), plainDate('2016-10-03'))
  assert.deepEqual(await closes(), at('2016-10-03 15:00'))
  await cancelOfficeHours(db, wardHours)
  assert.deepEqual(await closes(), at('2016-10-03 16:30'))
})

const impossible: [string, () => Promise<void>, RegExp][] = [
  [
    'a Saturday worked for half a day',
    () => saveHoliday(db, { ...culture, kind: 'swap_work', part: 'morning' }),
    /holiday_swap_work_whole_day/,
  ],
  [
    'hours that close before they open',
    () => saveOfficeHours(db, { ...wardHours, closes: 7 * 60 }),
    /office_hours_in_order/,
  ],
  [
    'Saturday as hours of work',
    () => saveOfficeHours(db, { ...wardHours, use: 'work', days: 'saturday' }),
    /office_hours_saturday_is_reception/,
  ],
]

for (const [what, write, constraint] of impossible)
  test(`the database refuses ${what}`, async () => {
    await assert.rejects(write, constraint)
  })
