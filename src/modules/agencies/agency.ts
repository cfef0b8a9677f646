import { addDays, type PlainDate } from '../../platform/plain-date.ts'
import { slugOf } from './fold-vietnamese.ts'
import { unitFullName, unitKey, type Unit, type UnitChange, type UnitLevel } from './unit.ts'

export const agencyKinds = [
  'commune',
  'district',
  'police',
  'socialInsurance',
  'department',
] as const

export type AgencyKind = (typeof agencyKinds)[number]

export type DeskSpan = {
  /** 1 Monday … 7 Sunday. */
  weekday: number
  /** `HH:MM`, legal time. */
  from: string
  to: string
  /** `reception`: the desk is open but the day does not count for time limits. */
  kind: 'office' | 'reception'
}

/** The reception and result desk (Bộ phận Tiếp nhận và Trả kết quả). */
export type Desk = {
  address: string | null
  phone: string | null
  /** The agency's own hours; null: the city's default holds. */
  hours: readonly DeskSpan[] | null
  /** An invented address for demonstrations. */
  isDemo: boolean
}

export type Agency = {
  /** Never changes; keys every hot table. */
  id: string
  kind: AgencyKind
  level: UnitLevel
  unitCode: string
  unitFrom: PlainDate
  /** As on screens: "UBND phường Láng Thượng". */
  name: string
  /** As on papers: "Ủy ban nhân dân phường Láng Thượng". */
  fullName: string
  /** For URLs; unique among the agencies of one day. */
  slug: string
  validFrom: PlainDate
  validTo: PlainDate | null
  /** Within its life, the days on which it is the one to turn to (police: who does residence). */
  servesFrom: PlainDate
  servesTo: PlainDate | null
  officialCode: string
  officialCodeIsPlaceholder: boolean
  desk: Desk
}

/** From `fromDay` on `holderId` holds the dossiers of `agencyId`. */
export type AgencyHolder = {
  agencyId: string
  holderId: string
  fromDay: PlainDate
  source: string
  mark: string
}

/** One line of `data/agency-kinds.csv`: which agencies each unit of a level has. */
export type AgencyPattern = {
  key: string
  kind: AgencyKind
  level: UnitLevel
  slug: string
  name: string
  fullName: string
  validFrom: PlainDate | null
  validTo: PlainDate | null
  servesFrom: PlainDate | null
  servesTo: PlainDate | null
  /** First group of the placeholder of the official code. */
  codeGroup: string
  /** City-level agency that holds the dossiers when these agencies end; null: not known. */
  heldBy: string | null
  source: string
  mark: string
}

const NO_DESK: Desk = { address: null, phone: null, hours: null, isDemo: false }

/** The agencies of all units, one for each pattern that lived while the unit did. */
export function generateAgencies(
  units: readonly Unit[],
  patterns: readonly AgencyPattern[],
): Agency[] {
  const byKey = new Map(units.map((unit) => [unitKey(unit), unit]))
  const districts = new Map(
    units.filter(({ level }) => level === 'district').map((unit) => [unit.code, unit]),
  )
  return [...byKey.values()].flatMap((unit) =>
    patterns
      .filter(({ level }) => level === unit.level)
      .flatMap((pattern) => agencyOf(unit, pattern, districts.get(unit.parentCode)) ?? []),
  )
}

function agencyOf(unit: Unit, pattern: AgencyPattern, district?: Unit): Agency | undefined {
  const validFrom = latest(unit.validFrom, pattern.validFrom)
  const validTo = earliest(unit.validTo, pattern.validTo)
  if (validTo !== null && validTo < validFrom) return undefined
  const unitName = unitFullName(unit)
  return {
    id: agencyIdOf(unit, pattern.key),
    kind: pattern.kind,
    level: unit.level,
    unitCode: unit.code,
    unitFrom: unit.validFrom,
    name: pattern.name.replace('{unit}', unitName),
    fullName: pattern.fullName.replace('{unit}', unitName),
    slug: slugFor(unit, pattern, district),
    validFrom,
    validTo,
    servesFrom: latest(validFrom, pattern.servesFrom),
    servesTo: earliest(validTo, pattern.servesTo),
    officialCode: placeholderCode(unit, pattern.codeGroup),
    officialCodeIsPlaceholder: true,
    desk: NO_DESK,
  }
}

/** The units the data starts with carry the year alone: their first day is an assumption. */
const FIRST_DAY = '2008-08-01'

function agencyIdOf(unit: Unit, key: string): string {
  if (unit.level === 'city') return key
  const since =
    unit.validFrom === FIRST_DAY
      ? unit.validFrom.slice(0, 4)
      : unit.validFrom.slice(0, 7).replace('-', '')
  return `${key}-${unit.code}-${since}`
}

/** Communes in different districts share names, so their slug ends with the district's name. */
function slugFor(unit: Unit, pattern: AgencyPattern, district?: Unit): string {
  if (unit.level === 'city') return pattern.slug
  const place = district ? `${unitFullName(unit)} ${district.name}` : unitFullName(unit)
  return pattern.slug + slugOf(place)
}

/**
 * A placeholder in the shape of an official code (QCVN 102:2016/BTTTT), made from the statistics
 * office code so that it is unique on a day: 00187 gives `000.01.87.H26`, 10402 `000.A4.02.H26`.
 * It is not the city's real code and every agency that has one says so.
 */
function placeholderCode(unit: Unit, group: string): string {
  const four = shortened(unit)
  return `${group}.${four.slice(0, 2)}.${four.slice(2)}.H26`
}

function shortened({ level, code }: Unit): string {
  if (level === 'city') return '0000'
  if (level === 'district') return `0${code}`
  return `${Number(code.slice(0, 2)).toString(36).toUpperCase()}${code.slice(2)}`
}

/** Who holds the dossiers of agencies that ended: by the change of their unit, or by their kind. */
export function generateHolders(
  agencies: readonly Agency[],
  data: { changes: readonly UnitChange[]; patterns: readonly AgencyPattern[] },
): AgencyHolder[] {
  return [...holdersByUnit(agencies, data.changes), ...holdersByKind(agencies, data.patterns)]
}

function holdersByKind(
  agencies: readonly Agency[],
  patterns: readonly AgencyPattern[],
): AgencyHolder[] {
  return patterns.flatMap(({ kind, level, heldBy, source, mark }) => {
    if (heldBy === null) return []
    return agencies
      .filter((agency) => agency.kind === kind && agency.level === level)
      .flatMap(({ id: agencyId, validTo }) =>
        validTo === null
          ? []
          : [{ agencyId, holderId: heldBy, fromDay: addDays(validTo, 1), source, mark }],
      )
  })
}

function holdersByUnit(
  agencies: readonly Agency[],
  changes: readonly UnitChange[],
): AgencyHolder[] {
  const byUnit = Map.groupBy(agencies, ({ unitCode, unitFrom }) =>
    unitKey({ code: unitCode, validFrom: unitFrom }),
  )
  const ofUnit = (code: string, validFrom: string) => byUnit.get(unitKey({ code, validFrom })) ?? []
  return changes.flatMap((change) => {
    const { into } = change
    if (into === null || !change.holdsRecords) return []
    return ofUnit(change.fromCode, change.fromValidFrom).flatMap((agency) => {
      const holder = ofUnit(into.code, into.validFrom).find(({ kind }) => kind === agency.kind)
      if (!holder) return []
      const { effective: fromDay, resolution: source, mark } = change
      return [{ agencyId: agency.id, holderId: holder.id, fromDay, source, mark }]
    })
  })
}

function latest(day: PlainDate, other: PlainDate | null): PlainDate {
  return other !== null && other > day ? other : day
}

function earliest(day: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (day === null) return other
  return other !== null && other < day ? other : day
}
