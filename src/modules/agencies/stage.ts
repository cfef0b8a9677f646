import type { PlainDate } from '../../platform/plain-date.ts'

/** How far a procedure at an agency has come online. Trial dossiers are marked, never counted. */
export const stages = ['none', 'pilot', 'trial', 'official'] as const
export type Stage = (typeof stages)[number]

/** From a day on, for the agencies of a scope: one agency, those of a district, or all. */
export type StageRule = {
  procedureKey: string
  scope: { agencyId: string } | { districtCode: string } | 'city'
  fromDay: PlainDate
  stage: Stage
  /** Part of the rollout it belongs to: `first`, `pilot`, `later`, `2025`; null: set by hand. */
  wave: string | null
  source: string
  mark: string
}

/** What a ward has ready before it goes online (practice: line, printer, blanks, accounts, guide). */
export const readinessItems = ['line', 'printer', 'blanks', 'accounts', 'guide'] as const
export type ReadinessItem = (typeof readinessItems)[number]

/** Established on `onDay`, true until a later fact says otherwise. */
export type ReadinessFact = {
  agencyId: string
  item: ReadinessItem
  onDay: PlainDate
  isReady: boolean
}

/** Without a line or accounts nobody at the ward would see what was filed. */
const neededToFile: readonly ReadinessItem[] = ['line', 'accounts']

/** What a procedure itself offers, beside the agency's stage. */
export type LevelFacts = {
  /** The blank declaration can be taken and printed. */
  hasBlankForm: boolean
  /** Nothing is due, or it can be paid online. */
  isPaidOnline: boolean
  /** The result comes electronically or by post, without a visit. */
  isResultSent: boolean
}

export type Level = 1 | 2 | 3 | 4

/**
 * The level offered: 1 information, 2 the blank form, 3 filing online, 4 all of it online.
 * @basis NĐ 43/2011/NĐ-CP art. 3 (levels 1 to 4)
 */
export function levelOf(facts: LevelFacts & { isOnline: boolean }): Level {
  // Filled in and sent from here, the form needs no blank beside it.
  if (!facts.isOnline) return facts.hasBlankForm ? 2 : 1
  return facts.isPaidOnline && facts.isResultSent ? 4 : 3
}

export type Place = { agencyId: string; districtCode: string | undefined }

export type StageBook = {
  ruleFor(procedureKey: string, place: Place, day: PlainDate): StageRule | undefined
  /**
   * Is the procedure held back: do rules speak of it, and say `none` everywhere? What no rule names
   * is offered, at the counter.
   */
  isHeldBack(procedureKey: string, day: PlainDate): boolean
  /** Items recorded as not ready on the day. What was never recorded is taken as ready. */
  missingReadiness(agencyId: string, day: PlainDate): ReadinessItem[]
  isReadyToFile(agencyId: string, day: PlainDate): boolean
  procedureKeys: readonly string[]
}

/** The narrowest scope wins (agency, district, city); within it the latest day not after `day`. */
export function stageBook(
  rules: readonly StageRule[],
  readiness: readonly ReadinessFact[],
): StageBook {
  const byScope = Map.groupBy(
    rules.toSorted((a, b) => (a.fromDay < b.fromDay ? 1 : -1)),
    (rule) => `${rule.procedureKey}|${scopeKey(rule.scope)}`,
  )
  const byProcedure = Map.groupBy(rules, ({ procedureKey }) => procedureKey)
  const byAgency = Map.groupBy(
    readiness.toSorted((a, b) => (a.onDay < b.onDay ? 1 : -1)),
    ({ agencyId }) => agencyId,
  )
  const missingReadiness = (agencyId: string, day: PlainDate) => {
    const facts = (byAgency.get(agencyId) ?? []).filter(({ onDay }) => onDay <= day)
    return readinessItems.filter(
      (item) => facts.find((fact) => fact.item === item)?.isReady === false,
    )
  }
  return {
    ruleFor: (procedureKey, place, day) => {
      for (const scope of scopesOf(place)) {
        const found = byScope.get(`${procedureKey}|${scope}`)?.find(({ fromDay }) => fromDay <= day)
        if (found) return found
      }
      return undefined
    },
    isHeldBack: (procedureKey, day) => {
      const inForce = newestByScope(byProcedure.get(procedureKey) ?? [], day)
      return inForce.length > 0 && inForce.every(({ stage }) => stage === 'none')
    },
    missingReadiness,
    isReadyToFile: (agencyId, day) =>
      !missingReadiness(agencyId, day).some((item) => neededToFile.includes(item)),
    procedureKeys: [...new Set(rules.map(({ procedureKey }) => procedureKey))],
  }
}

function newestByScope(rules: readonly StageRule[], day: PlainDate): StageRule[] {
  const begun = rules.filter(({ fromDay }) => fromDay <= day)
  const scopes = Map.groupBy(begun, ({ scope }) => scopeKey(scope))
  return [...scopes.values()].map((of) => of.reduce((a, b) => (a.fromDay > b.fromDay ? a : b)))
}

function scopeKey(scope: StageRule['scope']): string {
  if (scope === 'city') return 'city'
  return 'agencyId' in scope ? `agency:${scope.agencyId}` : `district:${scope.districtCode}`
}

function scopesOf({ agencyId, districtCode }: Place): string[] {
  const district = districtCode === undefined ? [] : [`district:${districtCode}`]
  return [`agency:${agencyId}`, ...district, 'city']
}
