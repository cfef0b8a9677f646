import { parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'
import { holidayKinds, type Holiday, type OfficeHours } from './calendar.ts'

/** Reads `data/holidays.csv`. Throws with the line number on a row that is not right. */
export function holidaysFromCsv(text: string): Holiday[] {
  return rowsOf(text).map(({ row, line }) => ({
    day: dayIn(row.date, line),
    code: filled(row.code, line),
    name: filled(row.name_vi, line).normalize('NFC'),
    kind: oneOf(holidayKinds, row.kind, line),
    part: oneOf(['day', 'morning', 'afternoon'] as const, row.part || 'day', line),
    certainty: row.certainty ?? '',
  }))
}

/** Reads `data/office-hours.csv`; times are `HH:MM`. */
export function officeHoursFromCsv(text: string): OfficeHours[] {
  return rowsOf(text).map(({ row, line }) => ({
    agencyId: row.agency_id || null,
    use: oneOf(['work', 'reception'] as const, row.use, line),
    days: oneOf(['working-day', 'saturday'] as const, row.days, line),
    validFrom: dayIn(row.valid_from, line),
    validTo: row.valid_to ? dayIn(row.valid_to, line) : null,
    opens: minuteIn(row.opens, line),
    closes: minuteIn(row.closes, line),
    source: row.source ?? '',
  }))
}

type Row = Readonly<Record<string, string | undefined>>

function rowsOf(text: string): { row: Row; line: number }[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = cellsOf(head)
  return lines.map((content, index) => {
    const cells = cellsOf(content)
    return {
      row: Object.fromEntries(names.map((name, column) => [name, cells[column]])),
      line: index + 2,
    }
  })
}

/** One line of comma-separated cells, some in double quotes; these tables have no line breaks. */
function cellsOf(line: string): string[] {
  const cells = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return Array.from(cells, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

function dayIn(text: string | undefined, line: number): PlainDate {
  const day = parsePlainDate(text ?? '')
  if (day === undefined) throw new Error(`line ${line}: not a day: ${text}`)
  return day
}

function minuteIn(text: string | undefined, line: number): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text ?? '')
  if (!match) throw new Error(`line ${line}: not a time: ${text}`)
  return Number(match[1]) * 60 + Number(match[2])
}

function filled(text: string | undefined, line: number): string {
  if (!text) throw new Error(`line ${line}: an empty cell`)
  return text
}

function oneOf<T extends string>(values: readonly T[], text: string | undefined, line: number): T {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new Error(`line ${line}: ${text} is none of ${values.join(', ')}`)
  return found
}
