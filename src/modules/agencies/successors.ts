import type { PlainDate } from '../../platform/plain-date.ts'
import { isValidOn, unitKey, type Unit, type UnitChange } from './unit.ts'

export type Candidate = {
  unit: Unit
  /** `change`: the tables say so. `sameDistrict`: only that it lies in what was one district. */
  via: 'change' | 'sameDistrict'
  /** A step on the way is inferred or its extent is not known: to be checked with the decision. */
  toCheck: boolean
}

/**
 * What a unit is on a later day. `same`: it is still there. `one`: one unit took it over. `split`:
 * its area lies in several, so an address alone does not decide: ask. `unknown`: the tables do not
 * say where all of it went; the candidates are where it can be. `gone`: nothing took its place.
 */
export type Successors = {
  kind: 'same' | 'one' | 'split' | 'gone' | 'unknown'
  candidates: readonly Candidate[]
}

export type UnitIndex = {
  changesFrom(unit: Unit): readonly UnitChange[]
  byKey(code: string, validFrom: PlainDate): Unit | undefined
  /** Communes of a district on a day. */
  communesOf(districtCode: string, day: PlainDate): readonly Unit[]
}

/** Follows the changes from `unit` to `onDay`, which is not before the unit's first day. */
export function followUnit(index: UnitIndex, unit: Unit, onDay: PlainDate): Successors {
  if (isValidOn(unit, onDay))
    return { kind: 'same', candidates: [{ unit, via: 'change', toCheck: false }] }
  const found = new Map<string, Candidate>()
  walk({ index, onDay, found }, { unit, via: 'change', toCheck: false })
  const candidates = [...found.values()].toSorted((a, b) => (a.unit.code < b.unit.code ? -1 : 1))
  if (candidates.length === 0) return { kind: 'gone', candidates }
  if (candidates.some(({ via }) => via === 'sameDistrict')) return { kind: 'unknown', candidates }
  return { kind: candidates.length === 1 ? 'one' : 'split', candidates }
}

type Walk = { index: UnitIndex; onDay: PlainDate; found: Map<string, Candidate> }

function walk(state: Walk, at: Candidate): void {
  const { index, onDay, found } = state
  if (isValidOn(at.unit, onDay)) {
    const key = unitKey(at.unit)
    const before = found.get(key)
    if (!before || isSurer(at, before)) found.set(key, at)
    return
  }
  for (const change of index.changesFrom(at.unit)) {
    if (change.effective > onDay) continue
    for (const unit of targetsOf(index, at.unit, change)) {
      walk(state, {
        unit,
        via: change.into === null ? 'sameDistrict' : at.via,
        toCheck: at.toCheck || change.extent === 'unknown',
      })
    }
  }
}

/** Where the data names no target, the area stayed in its district (so of January 2025: check). */
function targetsOf(index: UnitIndex, unit: Unit, change: UnitChange): readonly Unit[] {
  if (change.into === null) return index.communesOf(unit.parentCode, change.effective)
  const target = index.byKey(change.into.code, change.into.validFrom)
  return target ? [target] : []
}

function isSurer(a: Candidate, b: Candidate): boolean {
  if (a.via !== b.via) return a.via === 'change'
  return b.toCheck && !a.toCheck
}
