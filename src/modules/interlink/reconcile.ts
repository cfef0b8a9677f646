import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { askSummary } from './ask-summary.ts'
import {
  about,
  problemsOfPair,
  problemsOfSide,
  problemsOfSummary,
  type Difference,
  type Side,
} from './compare-sides.ts'
import type { Exchange } from './exchange.ts'
import { placeOf, type Place } from './parties.ts'
import {
  readAsOne,
  selectLegPage,
  selectOtherSides,
  selectTraces,
  type MessageTrace,
} from './store-reconcile.ts'
import { selectParty } from './store-parties.ts'
import { SUMMARY_MAX } from './summary.ts'
import type { Leg, LegAt } from './store-legs.ts'
import { NoAnswer } from './carry.ts'

/** What a later module knows of effects: differences between its rows and these legs. */
export type EffectCheck = (db: Queryable, sides: readonly Side[]) => Promise<readonly Difference[]>

const checks = new Map<string, EffectCheck>()

/** Called for each page of legs, in the transaction that read it; a name checks once. */
export function onReconcile(name: string, check: EffectCheck): void {
  checks.set(name, check)
}

export type Reconciled = {
  legs: number
  messages: number
  differences: number
  /** Parties outside that did not say how they see their legs. */
  silent: readonly { party: string; why: string }[]
}

export type Reconciling = {
  /** Ask parties in their own software how they see it. */
  asks: boolean
  onDifference(difference: Difference): void
}

const PAGE = SUMMARY_MAX

/**
 * Folds the messages of every leg again and compares: rows with messages, one side with the other
 * where both are in here, ours with the other system's word where it is outside. Reads page by page
 * and changes nothing, so that it may run beside the product at any time.
 */
export async function reconcile(
  ctx: Ctx,
  exchange: Exchange,
  reconciling: Reconciling,
): Promise<Reconciled> {
  const total = { legs: 0, messages: 0, differences: 0 }
  const silent = new Map<string, string>()
  const tell = (found: readonly Difference[]) => {
    total.differences += found.length
    found.forEach(reconciling.onDifference)
  }
  for (let after: LegAt | null = null; ;) {
    const page: PageRead = await readPage(ctx, after)
    total.legs += page.legs.length
    total.messages += page.messages
    tell(page.differences)
    if (reconciling.asks) tell(await askOutside(ctx, exchange, page.outside, silent))
    const last: Leg | undefined = page.legs.at(-1)
    if (last === undefined || page.legs.length < PAGE) break
    after = { agencyId: last.agencyId, leg: last.leg }
  }
  return { ...total, silent: [...silent].map(([party, why]) => ({ party, why })) }
}

type Outside = { leg: Leg; place: Place }

type PageRead = {
  legs: readonly Leg[]
  messages: number
  differences: readonly Difference[]
  outside: readonly Outside[]
}

function readPage(ctx: Ctx, after: LegAt | null): Promise<PageRead> {
  return ctx.db.tx(async (db) => {
    await readAsOne(db)
    const legs = await selectLegPage(db, { after, limit: PAGE })
    const others = await selectOtherSides(db, legs)
    const traces = Map.groupBy(await selectTraces(db, [...legs, ...others]), keyOf)
    const sides = legs.map((leg) => sideOf(leg, traces))
    const there = new Map(others.map((leg) => [keyOf(leg), sideOf(leg, traces)]))
    const places = await placesOf(db, legs)
    const differences: Difference[] = []
    const outside: Outside[] = []
    for (const side of sides) {
      differences.push(...problemsOfSide(side))
      const { leg } = side
      const other = there.get(keyOf({ agencyId: leg.otherParty, leg: leg.leg }))
      const place = places(leg)
      if (other !== undefined) differences.push(...problemsOfPair(side, other))
      else if (place.software === 'outside') outside.push({ leg, place })
      else if (leg.acceptedSeq > 0 || leg.inSeq > 0)
        differences.push(about(leg, 'leg-unknown-there', 'no row'))
    }
    for (const check of checks.values()) differences.push(...(await check(db, sides)))
    const messages = sides.reduce((sum, side) => sum + side.traces.length, 0)
    return { legs, messages, differences, outside }
  })
}

const keyOf = ({ agencyId, leg }: LegAt) => `${agencyId} ${leg}`

function sideOf(leg: Leg, traces: ReadonlyMap<string, readonly MessageTrace[]>): Side {
  return { leg, traces: traces.get(keyOf(leg)) ?? [] }
}

async function placesOf(db: Queryable, legs: readonly Leg[]): Promise<(leg: Leg) => Place> {
  const parties = new Set(legs.map(({ otherParty }) => otherParty))
  const rows = new Map<string, Awaited<ReturnType<typeof selectParty>>>()
  for (const party of parties) rows.set(party, await selectParty(db, party))
  return (leg) => placeOf(leg.otherParty, rows.get(leg.otherParty) ?? [], legalDay(leg.openedAt))
}

/** One question an agency and party, for at most a page of legs. */
async function askOutside(
  ctx: Ctx,
  exchange: Exchange,
  outside: readonly Outside[],
  silent: Map<string, string>,
): Promise<readonly Difference[]> {
  const found: Difference[] = []
  const between = ({ leg }: Outside) => `${leg.agencyId} ${leg.otherParty}`
  for (const asked of Map.groupBy(outside, between).values()) {
    const { leg, place } = asked[0]! // groups are never empty
    const { agencyId, otherParty: party } = leg
    if (silent.has(party)) continue
    try {
      const ids = asked.map((each) => each.leg.leg)
      const theirs = await askSummary(ctx, exchange, { agencyId, party, place, legs: ids })
      const byLeg = new Map(theirs.map((summary) => [summary.leg, summary]))
      for (const each of asked) found.push(...problemsOfSummary(each.leg, byLeg.get(each.leg.leg)))
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      silent.set(party, error.why)
    }
  }
  return found
}
