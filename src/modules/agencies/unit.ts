import type { PlainDate } from '../../platform/plain-date.ts'

export type UnitLevel = 'city' | 'district' | 'commune'

export type UnitType =
  | 'centralCity'
  | 'urbanDistrict'
  | 'ruralDistrict'
  | 'districtTown'
  | 'ward'
  | 'ruralCommune'
  | 'township'

/** An administrative unit while it kept one name and status. Codes were reused: the key is both. */
export type Unit = {
  /** Statistics office code: 2 digits the city, 3 a district, 5 a commune. */
  code: string
  validFrom: PlainDate
  /** Last day in force, inclusive; null while in force. */
  validTo: PlainDate | null
  level: UnitLevel
  type: UnitType
  /** Without its type: "Láng Thượng". NFC. */
  name: string
  /** Code of the district, or of the city where there is no district; empty for the city. */
  parentCode: string
  source: string
  /** What is assumed or still to check; empty when nothing is. */
  mark: string
}

/** What became of a unit on the day `effective`; several rows when it was split. */
export type UnitChange = {
  fromCode: string
  fromValidFrom: PlainDate
  /** Null: the unit ended and where it went is not in the data. */
  into: { code: string; validFrom: PlainDate } | null
  effective: PlainDate
  extent: 'full' | 'partial' | 'unknown'
  /** The successor that keeps the paper and the dossiers. */
  holdsRecords: boolean
  resolution: string
  mark: string
}

/** As they stand inside a sentence. */
const TYPE_NAMES: Record<UnitType, string> = {
  centralCity: 'Thành phố',
  urbanDistrict: 'quận',
  ruralDistrict: 'huyện',
  districtTown: 'thị xã',
  ward: 'phường',
  ruralCommune: 'xã',
  township: 'thị trấn',
}

/** "phường Láng Thượng", "Thành phố Hà Nội". */
export function unitFullName(unit: Unit): string {
  return `${TYPE_NAMES[unit.type]} ${unit.name}`
}

export type Dated = { validFrom: PlainDate; validTo: PlainDate | null }

/** Is the day within the first and the last day, both inclusive? */
export function isValidOn(thing: Dated, day: PlainDate): boolean {
  return thing.validFrom <= day && (thing.validTo === null || day <= thing.validTo)
}

/** `(code, valid from)` as one text. */
export function unitKey(unit: { code: string; validFrom: string }): string {
  return `${unit.code}@${unit.validFrom}`
}
