import type { City } from '../agencies/index.ts'
import { rootOf, type Queryable } from '../../platform/db.ts'
import { addDays, plainDate, type PlainDate } from '../../platform/plain-date.ts'
import type { ProcedureDefinition } from './definition.ts'
import { hasProcedureShape } from './mistakes.ts'
import { procedureHash } from './publish.ts'
import { searchIndex } from './search.ts'
import { allRevisions, countRevisions, type RevisionRow } from './store.ts'

/** Everything the city offers or has offered, as a value. */
export type Procedures = {
  /**
   * The revision in force on a day, also of what only another agency's message opens; undefined
   * when there was none.
   */
  revisionOn(key: string, day: PlainDate): ProcedureDefinition | undefined
  /** The same for citizens: undefined also for what only a message of another agency opens. */
  offeredOn(key: string, day: PlainDate): ProcedureDefinition | undefined
  /** What does a service of other agencies' legs on a desk of Một Cửa. */
  servingOn(service: string, day: PlainDate): ProcedureDefinition | undefined
  /** One revision for good: what a dossier is pinned to. */
  revision(key: string, revision: number): ProcedureDefinition | undefined
  bySlug(slug: string, day: PlainDate): ProcedureDefinition | undefined
  /** What is offered to citizens on a day, by name. */
  on(day: PlainDate): readonly ProcedureDefinition[]
  /** The same and what other agencies' messages open: all that may stand on a desk. */
  inForceOn(day: PlainDate): readonly ProcedureDefinition[]
  /** Plain words, with or without marks, best first: "lam giay khai sinh". */
  search(text: string, day: PlainDate): readonly ProcedureDefinition[]
  /** Last day of filing under a revision, also when only its successor says so; null: none yet. */
  lastDay(key: string, revision: number): PlainDate | null
}

type Entry = { definition: ProcedureDefinition; from: PlainDate; to: PlainDate | null }

const caches = new WeakMap<Queryable, { count: number; procedures: Procedures }>()

/**
 * The published procedures. One small query tells whether something was published since the last
 * call; only then all rows are read again, so a running server sees a new revision at once.
 */
export async function loadProcedures(db: Queryable): Promise<Procedures> {
  const count = await countRevisions(db)
  const root = rootOf(db)
  const cached = caches.get(root)
  if (cached?.count === count) return cached.procedures
  const rows = await allRevisions(db)
  const procedures = makeProcedures(rows.map(definitionOf))
  caches.set(root, { count: rows.length, procedures })
  return procedures
}

function definitionOf(row: RevisionRow): ProcedureDefinition {
  if (!hasProcedureShape(row.document))
    throw new Error(`published revision is not readable: ${row.key} ${row.revision}`)
  return row.document
}

/** Builds the indexes over definitions; also for tests and tools without a database. */
export function makeProcedures(definitions: readonly ProcedureDefinition[]): Procedures {
  const byKey = new Map<string, Entry[]>()
  for (const definition of definitions.toSorted((a, b) => a.revision - b.revision)) {
    const entries = byKey.get(definition.key) ?? []
    closeBefore(entries.at(-1), plainDate(definition.validFrom))
    const to = definition.validTo === null ? null : plainDate(definition.validTo)
    entries.push({ definition, from: plainDate(definition.validFrom), to })
    byKey.set(definition.key, entries)
  }
  const inForce = (key: string, day: PlainDate) =>
    byKey.get(key)?.find(({ from, to }) => from <= day && (to === null || day <= to))?.definition
  const inForceOn = (day: PlainDate) =>
    [...byKey.keys()]
      .flatMap((key) => inForce(key, day) ?? [])
      .toSorted((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
  const on = (day: PlainDate) => inForceOn(day).filter(isOffered)
  const find = (key: string, revision: number) =>
    byKey.get(key)?.find(({ definition }) => definition.revision === revision)
  return {
    revisionOn: inForce,
    offeredOn: (key, day) => {
      const definition = inForce(key, day)
      return definition && isOffered(definition) ? definition : undefined
    },
    servingOn: (service, day) => inForceOn(day).find(({ serves }) => serves === service),
    revision: (key, revision) => find(key, revision)?.definition,
    bySlug: (slug, day) => on(day).find((definition) => definition.slug === slug),
    on,
    inForceOn,
    search: (text, day) => searchIndex(on(day))(text),
    lastDay: (key, revision) => find(key, revision)?.to ?? null,
  }
}

/** The same without what the city holds back on the day: pages and the API show what is left. */
export function notHeldBack(procedures: Procedures, city: Pick<City, 'isHeldBack'>): Procedures {
  const on = (day: PlainDate) => procedures.on(day).filter(({ key }) => !city.isHeldBack(key, day))
  return {
    ...procedures,
    on,
    offeredOn: (key, day) => on(day).find((definition) => definition.key === key),
    bySlug: (slug, day) => on(day).find((definition) => definition.slug === slug),
    search: (text, day) => searchIndex(on(day))(text),
  }
}

/** What does another agency's service is opened by its message alone. */
export function isOffered({ serves }: ProcedureDefinition): boolean {
  return serves === undefined
}

/** A revision without a last day ends the day before the next one begins. */
function closeBefore(entry: Entry | undefined, next: PlainDate): void {
  if (entry && (entry.to === null || entry.to >= next)) entry.to = addDays(next, -1)
}

/** Revisions whose stored document no longer has its published hash; empty when all is well. */
export async function verifyHashes(db: Queryable): Promise<{ key: string; revision: number }[]> {
  const rows = await allRevisions(db)
  return rows
    .filter((row) => procedureHash(row.document) !== row.sha256)
    .map(({ key, revision }) => ({ key, revision }))
}
