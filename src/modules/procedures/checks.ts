import type { PlainDate } from '../../platform/plain-date.ts'
import { complete, type Answers, type Text } from '../forms/index.ts'
import type { ProcedureDefinition } from './definition.ts'

/**
 * What a check of law found. `refuse`: this procedure cannot register it; `warn`: an officer must
 * look and may go on; `note`: it belongs in the register or on a slip. `fields` are where to look.
 */
export type Finding = {
  rule: string
  severity: 'refuse' | 'warn' | 'note'
  fields: readonly string[]
  message: Text
  /** Instrument and article, as printed with the message. */
  basis: string
  /** What the register book notes about it: "Đăng ký quá hạn". */
  remark?: string
  /** Before anything is proposed a public notice hangs for so many days. */
  notice?: { days: number }
}

/** What checks need besides the answers; all of it data. */
export type CheckFacts = {
  /** The day of filing: the law of that day applies. */
  filedOn: PlainDate
  today: PlainDate
  /** Legal time of the check, `14:05`, where the hour matters; left out when only the day is known. */
  time?: string
}

export type Checked = {
  /** Pruned, and with copied answers filled in. */
  answers: Answers
  params: Readonly<Record<string, unknown>>
  facts: CheckFacts
}

export type FoundBy = Omit<Finding, 'rule'>

/** A check of law: pure. It finds nothing in answers that are not there yet. */
export type Check = (checked: Checked) => readonly FoundBy[]

const registry = new Map<string, Check>()

/** Makes a check known under its name; a name means one thing for good (`birth.late@2` is new). */
export function registerCheck(rule: string, check: Check): void {
  const known = registry.get(rule)
  if (known !== undefined && known !== check) throw new Error(`check registered twice: ${rule}`)
  registry.set(rule, check)
}

export function isCheckRegistered(rule: string): boolean {
  return registry.has(rule)
}

/** Runs every check a revision names, in its order. Answers may be a draft's. */
export function runChecks(
  definition: Pick<ProcedureDefinition, 'checks' | 'form'>,
  answers: Answers,
  facts: CheckFacts,
): Finding[] {
  const known = complete(definition.form, answers)
  return definition.checks.flatMap(({ rule, params }) => {
    const check = registry.get(rule)
    if (!check) throw new Error(`check not registered: ${rule}`)
    return check({ answers: known, params, facts }).map((found) => ({ rule, ...found }))
  })
}
