import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeCity, readCityData, type City, type Unit } from '../modules/agencies/index.ts'
import { systemClock } from '../platform/clock.ts'
import { legalDay, parsePlainDate, type PlainDate } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import { root } from '../platform/root.ts'
import type { Command } from './command.ts'

const usage = `motcua units [--on DAY] [--json]
    how many districts, communes, wards of the first wave and wards online there are on a day
motcua units search TEXT [--on DAY] [--json]
    communes by name or code, with or without marks
motcua units became CODE --from DAY [--on DAY] [--json]
    what a unit of one day is on another

DAY is YYYY-MM-DD, today when left out. Reads data/; needs no server and no database.`

/** Questions about the city's units, answered from the tables in `data/`. */
export const unitsCommand: Command = {
  name: 'units',
  summary: 'units of the city on a day, search, what became of a unit',
  usage,
  run: async (args, io) => {
    const asked = readArgs(args)
    if (typeof asked === 'string') {
      io.err(asked)
      io.err(usage)
      return 2
    }
    if (asked.verb === 'help') {
      io.out(usage)
      return 0
    }
    const answer = answerTo(makeCity(readCityData(join(root, 'data'))), asked)
    if ('refused' in answer) {
      io.err(answer.refused)
      return 1
    }
    for (const line of asked.json ? [JSON.stringify(answer.json)] : answer.lines) io.out(line)
    return 0
  },
}

type Asked = { json: boolean; on: PlainDate } & (
  | { verb: 'help' | 'counts' }
  | { verb: 'search'; text: string }
  | { verb: 'became'; code: string; from: PlainDate }
)

/** What was asked, or the sentence that says what is wrong with it. */
function readArgs(args: string[]): Asked | string {
  const read = parsed(args)
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const on = values.on === undefined ? legalDay(systemClock.now()) : parsePlainDate(values.on)
  if (on === undefined) return `--on: not a day: ${values.on}`
  const shared = { json: values.json ?? false, on }
  if (values.help) return { ...shared, verb: 'help' }
  const [verb, ...rest] = positionals
  if (verb === undefined) return { ...shared, verb: 'counts' }
  if (verb === 'search') {
    if (rest.length === 0) return 'search: what for?'
    return { ...shared, verb, text: rest.join(' ') }
  }
  if (verb === 'became') return readBecame(shared, rest, values.from)
  return `units does not know "${verb}"`
}

function readBecame(
  shared: { json: boolean; on: PlainDate },
  [code, ...more]: string[],
  fromText: string | undefined,
): Asked | string {
  const from = parsePlainDate(fromText ?? '')
  if (code === undefined || more.length > 0) return 'became: give one code'
  if (from === undefined) return `--from: not a day: ${fromText ?? '(left out)'}`
  return { ...shared, verb: 'became', code, from }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        from: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

type Answered = { json: unknown; lines: string[] } | { refused: string }

function answerTo(city: City, asked: Asked): Answered {
  if (asked.verb === 'search') return search(city, asked.text, asked.on)
  if (asked.verb === 'became') return became(city, asked)
  const counts = city.counts(asked.on)
  const lines = [
    `${asked.on}`,
    `  districts         ${counts.districts}`,
    `  communes          ${counts.communes}`,
    `  first-wave wards  ${counts.firstWaveWards}`,
    `  online wards      ${counts.onlineWards}`,
  ]
  return { json: counts, lines }
}

function search(city: City, text: string, on: PlainDate): Answered {
  const found = city.searchUnits(text, on)
  const lines = found.map(({ unit, printed }) => `${unit.code}  ${printed}`)
  return {
    json: found.map(({ unit, printed }) => ({ ...shown(unit), printed })),
    lines: lines.length > 0 ? lines : [`no commune like "${text}" on ${on}`],
  }
}

function became(
  city: City,
  { code, from, on }: { code: string; from: PlainDate; on: PlainDate },
): Answered {
  try {
    const { kind, candidates } = city.successors(code, from, on)
    const rows = candidates.map(({ unit, via, toCheck }) => ({
      ...shown(unit),
      printed: city.printedUnit(unit.code, on),
      via,
      toCheck,
    }))
    const lines = rows.map(
      (row) => `  ${row.code}  ${row.printed}${row.toCheck ? '  [check]' : ''}`,
    )
    return { json: { kind, candidates: rows }, lines: [kind, ...lines] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refused: `${code} is no unit on ${from}, or ${on} lies before that day` }
  }
}

function shown({ code, validFrom, validTo, name }: Unit) {
  return { code, validFrom, validTo, name }
}
