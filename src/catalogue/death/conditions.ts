import type { Condition } from '../../modules/forms/index.ts'

/** Who died, asked first of all: for a stillborn child nothing more is asked. */
export type DeathKind = 'ordinary' | 'newborn' | 'stillborn'

export const IS_NEWBORN: Condition = { field: 'deceased.kind', is: 'newborn' }

/**
 * How the death came about says who attests it.
 * @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2
 */
export const circumstances = [
  'facility',
  'home',
  'unnatural',
  'court',
  'execution',
  'longAgo',
] as const

export type Circumstance = (typeof circumstances)[number]

export function diedBy(...cases: readonly Circumstance[]): Condition {
  return { field: 'death.circumstance', in: cases }
}

/** Long ago, without a notice: other papers prove it. */
export const HAS_NOTICE: Condition = diedBy('facility', 'home', 'unnatural', 'court', 'execution')

export const RESIDENCE_KNOWN: Condition = { field: 'deceased.residenceKnown', is: 'known' }

export function filedBy(...relations: readonly string[]): Condition {
  return { field: 'requester.relation', in: relations }
}
