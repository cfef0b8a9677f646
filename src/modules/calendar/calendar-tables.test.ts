import assert from 'node:assert/strict'
import test from 'node:test'
import { holidaysFromCsv, officeHoursFromCsv } from './calendar-tables.ts'
import { shippedCalendar } from './testing.ts'

const head = 'date,weekday,code,name_vi,kind,certainty'

test('the shipped table has 214 rows, 2016 to 2030', () => {
  const cal = shippedCalendar()
  assert.equal([...cal.holidays.values()].flat().length, 214)
  assert.deepEqual([cal.yearFirst, cal.yearLast], [2016, 2030])
})

test('a cell in quotes keeps its commas and quotes, an empty first cell stays a cell', () => {
  const [row] = holidaysFromCsv(
    `${head}\r\n2016-09-02,Fri,NATIONAL,Quốc khánh,legal,"a ""b"", c"\r\n`,
  )
  assert.equal(row?.certainty, 'a "b", c')
  const hours =
    'agency_id,use,days,valid_from,valid_to,opens,closes,source\n,work,working-day,2000-01-01,,08:00,12:00,x'
  assert.equal(officeHoursFromCsv(hours)[0]?.agencyId, null)
})

test('a half day is a row with its part; without one it is the whole day', () => {
  const [half, whole] = holidaysFromCsv(
    `${head},part\n2016-12-30,Fri,HALF,Nghỉ chiều,swap_off,x,afternoon\n2016-12-31,Sat,X,Nghỉ,legal,x,`,
  )
  assert.deepEqual([half?.part, whole?.part], ['afternoon', 'day'])
})

const wrong = [
  '2016-02-30,Tue,TET,Tết,legal,x',
  '2016-02-08,Mon,TET,Tết,holiday,x',
  '2016-02-08,Mon,,Tết,legal,x',
  '2016-02-08,Mon,TET,,legal,x',
]

for (const row of wrong)
  test(`the row "${row}" is refused with its line number`, () => {
    assert.throws(() => holidaysFromCsv(`${head}\n${row}`), /line 2/)
  })
