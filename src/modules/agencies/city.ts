import { parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Agency, AgencyHolder, AgencyKind, DeskSpan } from './agency.ts'
import { holderBook } from './holders.ts'
import { keptDays } from './kept-days.ts'
import { unitSearch, type Searchable } from './search-units.ts'
import {
  levelOf,
  stageBook,
  type Level,
  type LevelFacts,
  type ReadinessFact,
  type ReadinessItem,
  type Stage,
  type StageRule,
} from './stage.ts'
import { followUnit, type Successors } from './successors.ts'
import type { Unit, UnitChange, UnitLevel } from './unit.ts'
import { unitBook } from './unit-book.ts'

/** All there is to know of the city's units and agencies, as rows. */
export type CityTables = {
  units: readonly Unit[]
  changes: readonly UnitChange[]
  agencies: readonly Agency[]
  holders: readonly AgencyHolder[]
  stageRules: readonly StageRule[]
  readiness: readonly ReadinessFact[]
  deskHours: readonly DeskSpan[]
}

export type Counts = {
  districts: number
  communes: number
  /** Communes of the first wave's districts, once the wave is official. */
  firstWaveWards: number
  /** Communes where a procedure is at pilot or official; a trial is not counted. */
  onlineWards: number
}

/** Answers about any day; a value, so nothing here waits or fails outside. */
export type City = {
  tables: CityTables
  /** Units of a level (all levels when left out) on a day, by code. */
  unitsOn(day: PlainDate, level?: UnitLevel): readonly Unit[]
  unit(code: string, day: PlainDate): Unit | undefined
  /** "phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội"; undefined when not a unit that day. */
  printedUnit(code: string, day: PlainDate): string | undefined
  /** The district a commune lies in; undefined since 2025-07-01. */
  districtOf(code: string, day: PlainDate): Unit | undefined
  /** For forms: commune-level units only; `day` is any text. */
  unitOn(code: string, day: string): { validFrom: string; printed: string } | undefined
  counts(day: PlainDate): Counts
  /** Refuses `unit-not-on-day` when `code` is no unit on `fromDay` or `onDay` lies before it. */
  successors(code: string, fromDay: PlainDate, onDay: PlainDate): Successors
  /** Communes by name or code, best first, at most 20. */
  searchUnits(text: string, day: PlainDate): readonly Searchable[]
  /** The agency of a kind that serves a unit: its own, else its district's, else the city's. */
  agencyFor(kind: AgencyKind, unitCode: string, day: PlainDate): Agency | undefined
  agency(id: string): Agency | undefined
  agencyBySlug(slug: string, day: PlainDate): Agency | undefined
  agenciesOn(day: PlainDate, kind?: AgencyKind): readonly Agency[]
  /** The agency's own opening hours, or the city's. */
  deskHours(agencyId: string): readonly DeskSpan[]
  /** Ids whose dossiers the agency holds on a day: its own first, then those it took over. */
  heldAgencies(agencyId: string, day: PlainDate): readonly string[]
  /** Who holds the agency's dossiers on a day; undefined when it ended and the data names nobody. */
  holderOf(agencyId: string, day: PlainDate): string | undefined
  stage(procedureKey: string, agencyId: string, day: PlainDate): Stage
  isTrial(procedureKey: string, agencyId: string, day: PlainDate): boolean
  /** The city has the procedure and offers it nowhere: every rule of the day says `none`. */
  isHeldBack(procedureKey: string, day: PlainDate): boolean
  missingReadiness(agencyId: string, day: PlainDate): readonly ReadinessItem[]
  isOnline(procedureKey: string, agencyId: string, day: PlainDate): boolean
  offeredLevel(procedureKey: string, agencyId: string, day: PlainDate, facts: LevelFacts): Level
  /** Refuses `agency-not-online` (with the agency's id and name, for its counter) or passes. */
  ensureOnline(procedureKey: string, agencyId: string, day: PlainDate): void
}

/** Builds the indexes over the rows; some milliseconds for the whole city. */
export function makeCity(tables: CityTables): City {
  const units = unitBook(tables.units, tables.changes)
  const agencies = agencyIndex(tables, units)
  const search = keptDays((day: PlainDate) =>
    unitSearch(
      units
        .on(day)
        .filter(({ level }) => level === 'commune')
        .map((unit) => ({ unit, printed: units.printed(unit, day) })),
    ),
  )
  return {
    tables,
    unitsOn: (day, level) =>
      level === undefined ? units.on(day) : units.on(day).filter((unit) => unit.level === level),
    unit: units.find,
    printedUnit: (code, day) => {
      const unit = units.find(code, day)
      return unit && units.printed(unit, day)
    },
    districtOf: (code, day) => units.districtOf(code, day),
    unitOn: (code, day) => unitForForm(units, code, day),
    successors: (code, fromDay, onDay) => {
      const unit = units.find(code, fromDay)
      if (!unit || onDay < fromDay) throw new Refusal('unit-not-on-day', { code, day: fromDay })
      return followUnit(units, unit, onDay)
    },
    searchUnits: (text, day) => search(day)(text),
    ...agencies,
    ...holderBook(tables.agencies, tables.holders),
    ...stageAnswers(tables, units, agencies),
  }
}

type UnitBook = ReturnType<typeof unitBook>

function unitForForm(units: UnitBook, code: string, text: string): ReturnType<City['unitOn']> {
  const day = parsePlainDate(text)
  const unit = day && units.find(code, day)
  if (!day || unit?.level !== 'commune') return undefined
  return { validFrom: unit.validFrom, printed: units.printed(unit, day) }
}

type AgencyIndex = Pick<City, 'agencyFor' | 'agency' | 'agencyBySlug' | 'agenciesOn' | 'deskHours'>

function agencyIndex(tables: CityTables, units: UnitBook): AgencyIndex {
  const byId = new Map(tables.agencies.map((agency) => [agency.id, agency]))
  const bySlug = Map.groupBy(tables.agencies, ({ slug }) => slug)
  const byKindAndUnit = Map.groupBy(
    tables.agencies,
    ({ kind, unitCode, unitFrom }) => `${kind} ${unitCode} ${unitFrom}`,
  )
  return {
    agency: (id) => byId.get(id),
    agencyBySlug: (slug, day) => bySlug.get(slug)?.find((agency) => livesOn(agency, day)),
    agenciesOn: (day, kind) =>
      tables.agencies.filter(
        (agency) => livesOn(agency, day) && (kind === undefined || agency.kind === kind),
      ),
    agencyFor: (kind, unitCode, day) => {
      for (const { code, validFrom } of units.upward(unitCode, day)) {
        const own = byKindAndUnit.get(`${kind} ${code} ${validFrom}`)
        const serving = own?.find((agency) => servesOn(agency, day))
        if (serving) return serving
      }
      return undefined
    },
    deskHours: (id) => byId.get(id)?.desk.hours ?? tables.deskHours,
  }
}

function livesOn(agency: Agency, day: PlainDate): boolean {
  return agency.validFrom <= day && (agency.validTo === null || day <= agency.validTo)
}

function servesOn(agency: Agency, day: PlainDate): boolean {
  return agency.servesFrom <= day && (agency.servesTo === null || day <= agency.servesTo)
}

type StageAnswers = Pick<
  City,
  | 'stage'
  | 'isTrial'
  | 'isHeldBack'
  | 'missingReadiness'
  | 'isOnline'
  | 'offeredLevel'
  | 'ensureOnline'
  | 'counts'
>

function stageAnswers(tables: CityTables, units: UnitBook, agencies: AgencyIndex): StageAnswers {
  const book = stageBook(tables.stageRules, tables.readiness)
  const ruleOf = (procedureKey: string, agencyId: string, day: PlainDate) => {
    const agency = agencies.agency(agencyId)
    if (!agency || !livesOn(agency, day)) return undefined
    const districtCode = units.districtOf(agency.unitCode, day)?.code
    return book.ruleFor(procedureKey, { agencyId, districtCode }, day)
  }
  const stage: City['stage'] = (key, agencyId, day) => ruleOf(key, agencyId, day)?.stage ?? 'none'
  const isOnline: City['isOnline'] = (key, agencyId, day) =>
    stage(key, agencyId, day) !== 'none' && book.isReadyToFile(agencyId, day)
  return {
    stage,
    isOnline,
    isTrial: (key, agencyId, day) => stage(key, agencyId, day) === 'trial',
    isHeldBack: book.isHeldBack,
    missingReadiness: book.missingReadiness,
    offeredLevel: (key, agencyId, day, facts) =>
      levelOf({ ...facts, isOnline: isOnline(key, agencyId, day) }),
    ensureOnline: (key, agencyId, day) => {
      if (isOnline(key, agencyId, day)) return
      const name = agencies.agency(agencyId)?.name
      throw new Refusal('agency-not-online', { agencyId, agency: name, procedure: key })
    },
    counts: keptDays((day) => {
      const communes = units.on(day).filter(({ level }) => level === 'commune')
      const firstWave = firstWaveDistricts(tables.stageRules, day)
      return {
        districts: units.on(day).filter(({ level }) => level === 'district').length,
        communes: communes.length,
        firstWaveWards: communes.filter(({ parentCode }) => firstWave.has(parentCode)).length,
        onlineWards: agencies
          .agenciesOn(day, 'commune')
          .filter(({ id }) => book.procedureKeys.some((key) => isCounted(stage(key, id, day))))
          .length,
      }
    }),
  }
}

function isCounted(stage: Stage): boolean {
  return stage === 'pilot' || stage === 'official'
}

function firstWaveDistricts(rules: readonly StageRule[], day: PlainDate): Set<string> {
  return new Set(
    rules
      .filter(({ wave, stage, fromDay }) => wave === 'first' && isCounted(stage) && fromDay <= day)
      .flatMap(({ scope }) =>
        typeof scope === 'object' && 'districtCode' in scope ? scope.districtCode : [],
      ),
  )
}
