import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCandidates, findPerson, type Identity } from '../modules/persons/index.ts'
import {
  loadPeople,
  makeCleanFilings,
  makePeople,
  makeTruePairs,
  measureSearch,
  placeOf,
  rateOf,
  type Measured,
} from '../modules/persons/testing.ts'
import { testClock } from '../platform/clock.ts'
import { environment, readConfig } from '../platform/config.ts'
import { bringUpToDate, openDatabase } from '../platform/database.ts'
import { openDb, type Db } from '../platform/db.ts'
import { ensureHome } from '../platform/home.ts'
import { spread } from './bench-timing.ts'
import type { Bench } from './bench.ts'
import type { Io } from './command.ts'
import { migrationsDir } from './migrate.ts'

const PEOPLE = 1_000_000
const PAIRS = 20_000
const CLEAN = 5_000
const BATCH = 5_000
/** Other people than the tests' and those on which the weights were tuned. */
const SEED = 20_250_701

/**
 * The search for one person among a million invented ones: how long it takes, how often it shows
 * the person meant among the first five, how often it flags a filing about nobody as `likely`.
 */
export const benchPersons: Bench = {
  summary: 'the search for one person among a million: time, recall, false alarms',
  run: async (io) => {
    const home = await mkdtemp(join(tmpdir(), 'motcua-bench-'))
    // Never on a database that holds anything: its own PostgreSQL, thrown away.
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...own } = environment()
    const config = readConfig({ ...own, MOTCUA_HOME: home })
    ensureHome(home)
    const clock = testClock(new Date('2016-08-12T09:00:00+07:00'))
    const database = await openDatabase(config)
    try {
      await bringUpToDate({ database, directory: migrationsDir, clock })
      const people = [...makePeople(SEED, PEOPLE)]
      await load(io, database.ownerUrl!, { people, at: clock.now() })
      io.err(`  ${PAIRS + CLEAN} tìm kiếm / searches …`)
      return await measure(database.db, people)
    } finally {
      await database.close()
      await rm(home, { recursive: true, force: true })
    }
  },
}

/** The index of the keys is made when all are there, which is faster; then all is read once. */
async function load(
  io: Io,
  ownerUrl: string,
  { people, at }: { people: readonly Identity[]; at: Date },
): Promise<void> {
  const owner = openDb({ connectionString: ownerUrl, connectionsMax: 1 })
  await owner.query('alter table person_name_key drop constraint person_name_key_pkey')
  for (let from = 0; from < people.length; from += BATCH) {
    await loadPeople(owner, people.slice(from, from + BATCH), { from, at })
    if (from % 100_000 === 0) io.err(`  ${from} người / people …`)
  }
  await owner.query('alter table person_name_key add primary key (key, person_id)')
  await owner.query('vacuum analyze person')
  await owner.query('vacuum analyze person_name_key')
  await owner.close()
}

async function measure(db: Db, people: readonly Identity[]): Promise<string[]> {
  const searches: number[] = []
  const reads: number[] = []
  const search = async (identity: Identity) => {
    const found = await timed(searches, () => findCandidates(db, identity))
    // Beside it one row by its key: what the machine and its neighbours leave of any query.
    await timed(reads, () => findPerson(db, { personId: found[0]?.person.id ?? NOBODY }))
    return found.map(({ person, band }) => ({ at: placeOf(person.id) ?? -1, band }))
  }
  const cpu = process.cpuUsage()
  const measured = await measureSearch(search, {
    pairs: makeTruePairs(SEED + 1, people, PAIRS),
    clean: makeCleanFilings(SEED + 2, people, CLEAN),
  })
  const { user, system } = process.cpuUsage(cpu)
  return report(measured, {
    searches: searches.toSorted((a, b) => a - b),
    reads: reads.toSorted((a, b) => a - b),
    cpuMs: (user + system) / 1000 / searches.length,
  })
}

const NOBODY = '00000000-0000-7000-8000-000000000000'

async function timed<T>(took: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await work()
  took.push(performance.now() - from)
  return result
}

type Times = { searches: readonly number[]; reads: readonly number[]; cpuMs: number }

function report(measured: Measured, { searches, reads, cpuMs }: Times): string[] {
  const ms = (value: number | undefined) => `${(value ?? 0).toFixed(1)} ms`
  const times = (took: readonly number[]) => {
    const { p50, p95, p99 } = spread(took)
    return `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, max ${ms(took.at(-1))}`
  }
  const percent = (rate: number) => `${(rate * 100).toFixed(2)} %`
  const lines = (shares: Measured['recall']) =>
    [...shares].map(
      ([kind, share]) =>
        `  ${kind.padEnd(20)} ${percent(rateOf(share)).padStart(9)} of ${share.of}`,
    )
  return [
    `${PEOPLE} people, ${searches.length} searches one after another`,
    `search:          ${times(searches)}`,
    `a person by id:  ${times(reads)}`,
    `processor time of the program, a search: ${ms(cpuMs)}`,
    'shown among the first five, of filings with one to three mistakes:',
    ...lines(measured.recall),
    `  of them as likely    ${percent(rateOf(measured.trueLikely))}`,
    'clean filings flagged likely:',
    ...lines(measured.falseLikely),
  ]
}
