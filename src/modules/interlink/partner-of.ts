import { parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'
import type { AgencyKind, City } from '../agencies/index.ts'
import type { Answers } from '../forms/index.ts'
import type { LegDefinition } from '../procedures/index.ts'

/** The party of the Ministry of Justice's civil-status system. */
export const MINISTRY = 'bo-tu-phap'

export type Asking = {
  /** The lead agency, whose unit counts where the leg names no address. */
  agencyId: string
  answers: Answers
  /** Addresses were given as of the day of filing; who serves them is asked for the day of opening. */
  filedOn: PlainDate
  day: PlainDate
}

/**
 * Whom to ask for a leg: the agency of its kind that serves the unit of an address that day, or the
 * Ministry. Undefined where no agency of the city serves it (an address in another province): the
 * ward then writes on paper.
 * @basis Luật Cư trú 81/2006/QH11 Điều 21; Luật Cư trú 68/2020/QH14 Điều 22; practice.md 11
 */
export function partnerOf(
  city: City,
  { to }: Pick<LegDefinition, 'to'>,
  asking: Asking,
): string | undefined {
  if (to.kind === 'ministry') return MINISTRY
  const unit = to.unitOf === null ? ownUnit(city, asking) : unitOf(asking.answers[to.unitOf])
  return unit && serving(city, to.kind, unit, asking)
}

type UnitOnDay = { code: string; from: PlainDate | undefined }

function ownUnit(city: City, { agencyId }: Asking): UnitOnDay | undefined {
  const agency = city.agency(agencyId)
  return agency && { code: agency.unitCode, from: agency.unitFrom }
}

function unitOf(address: Answers[string] | undefined): UnitOnDay | undefined {
  if (typeof address !== 'object' || !('scope' in address)) return undefined
  if (address.scope !== 'city' || address.unit === undefined) return undefined
  return { code: address.unit, from: parsePlainDate(address.unitFrom ?? '') }
}

/** Where the unit was merged meanwhile, the agency that took over the work of the one that served. */
function serving(
  city: City,
  kind: AgencyKind,
  { code, from }: UnitOnDay,
  { filedOn, day }: Asking,
): string | undefined {
  const isSame = city.unit(code, from ?? filedOn)?.validFrom === city.unit(code, day)?.validFrom
  if (isSame) return city.agencyFor(kind, code, day)?.id
  const before = city.agencyFor(kind, code, filedOn)
  return before && city.holderOf(before.id, day)
}
