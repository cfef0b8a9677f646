import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import { calendarFromRows, type Calendar } from './calendar.ts'
import { holidaysFromCsv, officeHoursFromCsv } from './calendar-tables.ts'

const dataDir = join(import.meta.dirname, '../../../data')

/** The city's calendar as shipped, without a database. */
export function shippedCalendar(): Calendar {
  const text = (name: string) => readFileSync(join(dataDir, name), 'utf8')
  return calendarFromRows({
    holidays: holidaysFromCsv(text('holidays.csv')),
    hours: officeHoursFromCsv(text('office-hours.csv')),
  })
}

/** `2016-08-19 15:00` or `2016-08-19 15:00:01`, legal time. */
export function at(text: string): Date {
  const [day = '', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return new Date(+instantAt(plainDate(day), hours * 60 + minutes) + seconds * 1000)
}
