export {
  agencyKinds,
  type Agency,
  type AgencyHolder,
  type AgencyKind,
  type Desk,
  type DeskSpan,
} from './agency.ts'
export { readCityData } from './city-data.ts'
export { makeCity, type City, type CityTables, type Counts } from './city.ts'
export { parseCsv } from './csv.ts'
export { primaryCareFacilities, type Facility } from './facilities.ts'
export { foldVietnamese, slugOf } from './fold-vietnamese.ts'
export { loadCity } from './load-city.ts'
export { recordReadiness } from './record-readiness.ts'
export { UNITS_FOUND_MAX, type Searchable } from './search-units.ts'
export { seedCity } from './seed-city.ts'
export { setDesk } from './set-desk.ts'
export { setHolder } from './set-holder.ts'
export { setOfficialCode } from './set-official-code.ts'
export { setStage, type SetStage } from './set-stage.ts'
export {
  readinessItems,
  stages,
  type Level,
  type LevelFacts,
  type ReadinessFact,
  type ReadinessItem,
  type Stage,
  type StageRule,
} from './stage.ts'
export type { Candidate, Successors } from './successors.ts'
export { unitFullName, type Unit, type UnitChange, type UnitLevel, type UnitType } from './unit.ts'
