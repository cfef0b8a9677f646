import type { PlainDate } from '../../platform/plain-date.ts'
import type { Agency, AgencyHolder } from './agency.ts'

export type HolderBook = {
  heldAgencies(agencyId: string, day: PlainDate): readonly string[]
  holderOf(agencyId: string, day: PlainDate): string | undefined
}

/** An agency's key never changes, so its dossiers stay under it: a successor *holds* them. */
export function holderBook(
  agencies: readonly Agency[],
  holders: readonly AgencyHolder[],
): HolderBook {
  const taken = Map.groupBy(holders, ({ holderId }) => holderId)
  const given = Map.groupBy(holders, ({ agencyId }) => agencyId)
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))

  const latestOf = (agencyId: string, day: PlainDate) =>
    (given.get(agencyId) ?? [])
      .filter(({ fromDay }) => fromDay <= day)
      .reduce<AgencyHolder | undefined>(
        (last, next) => (last && last.fromDay > next.fromDay ? last : next),
        undefined,
      )

  const holderOf = (agencyId: string, day: PlainDate, depth = 0): string | undefined => {
    const next = latestOf(agencyId, day)
    if (next && depth < STEPS_MAX) return holderOf(next.holderId, day, depth + 1)
    const agency = byId.get(agencyId)
    const hasEnded = agency?.validTo != null && agency.validTo < day
    return agency && !hasEnded ? agencyId : undefined
  }

  const collect = (agencyId: string, day: PlainDate, held: Set<string>): Set<string> => {
    if (held.has(agencyId)) return held
    held.add(agencyId)
    for (const { agencyId: before } of taken.get(agencyId) ?? []) {
      if (latestOf(before, day)?.holderId === agencyId) collect(before, day, held)
    }
    return held
  }

  return {
    heldAgencies: (agencyId, day) => [...collect(agencyId, day, new Set())],
    holderOf: (agencyId, day) => holderOf(agencyId, day),
  }
}

/** Longer than any chain of reorganisations; stops a circle that was entered by mistake. */
const STEPS_MAX = 20
