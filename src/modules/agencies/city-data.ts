import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainDate, type PlainDate } from '../../platform/plain-date.ts'
import {
  agencyKinds,
  generateAgencies,
  generateHolders,
  type Agency,
  type AgencyPattern,
  type DeskSpan,
} from './agency.ts'
import type { CityTables } from './city.ts'
import { parseCsv } from './csv.ts'
import { stages, type StageRule } from './stage.ts'
import type { Unit, UnitChange, UnitLevel, UnitType } from './unit.ts'

type Row = Record<string, string>

export const cityFiles = [
  'units.csv',
  'units-changes.csv',
  'agency-kinds.csv',
  'procedure-sets.csv',
  'rollout.csv',
  'desk-hours.csv',
  'desks.csv',
] as const

/** The city as the tables in `dataDir` tell it, without a database. Throws on a malformed table. */
export function readCityData(dataDir: string): CityTables {
  const rows = (file: (typeof cityFiles)[number]) =>
    parseCsv(readFileSync(join(dataDir, file), 'utf8').normalize('NFC'))
  const units = rows('units.csv').map(unitOf)
  const changes = rows('units-changes.csv').map(changeOf)
  const patterns = rows('agency-kinds.csv').map(patternOf)
  const agencies = withDesks(generateAgencies(units, patterns), rows('desks.csv'))
  return {
    units,
    changes,
    agencies,
    holders: generateHolders(agencies, { changes, patterns }),
    stageRules: stageRulesOf(rows('rollout.csv'), rows('procedure-sets.csv')),
    readiness: [],
    deskHours: rows('desk-hours.csv').map(spanOf),
  }
}

function unitOf(row: Row): Unit {
  return {
    code: cell(row, 'code'),
    validFrom: plainDate(cell(row, 'valid_from')),
    validTo: dayOrNull(row, 'valid_to'),
    level: oneOf<UnitLevel>(['city', 'district', 'commune'], cell(row, 'level')),
    type: oneOf<UnitType>(
      [
        'centralCity',
        'urbanDistrict',
        'ruralDistrict',
        'districtTown',
        'ward',
        'ruralCommune',
        'township',
      ],
      cell(row, 'type'),
    ),
    name: cell(row, 'name'),
    parentCode: row['parent_code']!,
    source: cell(row, 'source'),
    mark: row['mark']!,
  }
}

function changeOf(row: Row): UnitChange {
  const into = row['into_code']!
  return {
    fromCode: cell(row, 'from_code'),
    fromValidFrom: plainDate(cell(row, 'from_valid_from')),
    into: into === '' ? null : { code: into, validFrom: plainDate(cell(row, 'into_valid_from')) },
    effective: plainDate(cell(row, 'effective')),
    extent: oneOf(['full', 'partial', 'unknown'], cell(row, 'extent')),
    holdsRecords: row['holds_records'] === 'yes',
    resolution: cell(row, 'resolution'),
    mark: row['mark']!,
  }
}

function patternOf(row: Row): AgencyPattern {
  return {
    key: cell(row, 'key'),
    kind: oneOf(agencyKinds, cell(row, 'kind')),
    level: oneOf<UnitLevel>(['city', 'district', 'commune'], cell(row, 'level')),
    slug: row['slug']!,
    name: cell(row, 'name'),
    fullName: cell(row, 'full_name'),
    validFrom: dayOrNull(row, 'valid_from'),
    validTo: dayOrNull(row, 'valid_to'),
    servesFrom: dayOrNull(row, 'serves_from'),
    servesTo: dayOrNull(row, 'serves_to'),
    codeGroup: cell(row, 'code_group'),
    heldBy: row['held_by'] || null,
    source: cell(row, 'source'),
    mark: row['mark']!,
  }
}

function stageRulesOf(rollout: readonly Row[], sets: readonly Row[]): StageRule[] {
  return rollout.flatMap((row) => {
    const procedures = sets.filter((entry) => entry['set'] === row['procedures'])
    if (procedures.length === 0) throw new Error(`no such set: ${row['procedures']}`)
    return procedures.map((entry) => ({
      procedureKey: cell(entry, 'procedure'),
      scope: scopeOf(cell(row, 'scope')),
      fromDay: plainDate(cell(row, 'from')),
      stage: oneOf(stages, cell(row, 'stage')),
      wave: row['wave'] || null,
      source: cell(row, 'source'),
      mark: row['mark']!,
    }))
  })
}

function scopeOf(text: string): StageRule['scope'] {
  if (text === 'city') return 'city'
  const [kind, code] = text.split(':')
  if (kind === 'district' && code) return { districtCode: code }
  if (kind === 'agency' && code) return { agencyId: code }
  throw new Error(`not a scope: ${text}`)
}

function spanOf(row: Row): DeskSpan {
  return {
    weekday: Number(cell(row, 'weekday')),
    from: cell(row, 'from'),
    to: cell(row, 'to'),
    kind: oneOf(['office', 'reception'], cell(row, 'kind')),
  }
}

function withDesks(agencies: readonly Agency[], desks: readonly Row[]): Agency[] {
  const byId = new Map(desks.map((row) => [cell(row, 'agency_id'), row]))
  const known = agencies.map((agency): Agency => {
    const row = byId.get(agency.id)
    if (!row) return agency
    byId.delete(agency.id)
    const isDemo = row['mark']!.startsWith('demo')
    const [address, phone] = [row['address'] || null, row['phone'] || null]
    return { ...agency, desk: { address, phone, hours: null, isDemo } }
  })
  if (byId.size > 0) throw new Error(`desks.csv: no such agency: ${[...byId.keys()].join(', ')}`)
  return known
}

function cell(row: Row, column: string): string {
  const text = row[column]
  if (!text) throw new Error(`${column} is empty in ${JSON.stringify(row)}`)
  return text
}

function dayOrNull(row: Row, column: string): PlainDate | null {
  const text = row[column]
  return text ? plainDate(text) : null
}

function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text)
  if (found === undefined) throw new Error(`${text} is none of ${allowed.join(', ')}`)
  return found
}
