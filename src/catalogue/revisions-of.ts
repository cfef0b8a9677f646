import type { ProcedureDefinition } from '../modules/procedures/index.ts'
import { addDays, plainDate } from '../platform/plain-date.ts'

/** A procedure as it first was; its number and last day follow from what comes after it. */
export type FirstVersion = Omit<ProcedureDefinition, 'validTo' | 'revision'>

/** What a change of law changed, and from which day. */
export type Version = Pick<ProcedureDefinition, 'validFrom'> & Partial<ProcedureDefinition>

/** Revisions in order: each is the one before with what the law changed, and ends before the next. */
export function revisionsOf(
  first: FirstVersion,
  later: readonly Version[],
): readonly ProcedureDefinition[] {
  const versions = [first, ...later]
  const revisions: ProcedureDefinition[] = []
  for (const [index, version] of versions.entries()) {
    const next = versions[index + 1]
    const validTo = next ? addDays(plainDate(next.validFrom), -1) : null
    revisions.push({ ...first, ...revisions.at(-1), ...version, revision: index + 1, validTo })
  }
  return revisions
}
