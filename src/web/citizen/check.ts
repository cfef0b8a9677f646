import { competentAgencies } from '../../modules/dossiers/index.ts'
import type { Agency } from '../../modules/agencies/index.ts'
import { runChecks, type Finding } from '../../modules/procedures/index.ts'
import { openPages, type OpenDraft } from './draft-page.ts'

/** Who may receive a draft: what the answers say, what was chosen, what is online today. */
export type Receivers = {
  competent: readonly Agency[]
  /** The one it will go to; null while there is a choice to make. */
  chosen: Agency | null
  /** Chosen before, and not competent for the answers of now. */
  left: Agency | null
  isOnline(agency: Agency): boolean
  isTrial(agency: Agency): boolean
}

export type CheckedDraft = {
  findings: readonly Finding[]
  open: readonly string[]
  receivers: Receivers
  /** Nothing is missing, nothing is refused, and it is clear who receives it. */
  isReady: boolean
}

/** All that stands between a draft and its filing. */
export function checkDraft(draft: OpenDraft): CheckedDraft {
  const { definition, answers, day, time } = draft
  const findings = runChecks(definition, answers, { filedOn: day, today: day, time })
  const open = openPages(draft)
  const receivers = receiversOf(draft)
  const isRefused = findings.some(({ severity }) => severity === 'refuse')
  const { chosen, isOnline } = receivers
  return {
    findings,
    open,
    receivers,
    isReady: !isRefused && open.length === 0 && chosen !== null && isOnline(chosen),
  }
}

export function receiversOf(open: OpenDraft): Receivers {
  const { draft, definition, answers, day, city } = open
  const competent = competentAgencies(open, { definition, answers, today: day })
  const picked = draft.agencyId === null ? undefined : city.agency(draft.agencyId)
  const isStill = competent.find(({ id }) => id === picked?.id)
  const only = competent.length === 1 && picked === undefined ? competent[0] : undefined
  return {
    competent,
    chosen: isStill ?? only ?? null,
    left: picked !== undefined && isStill === undefined ? picked : null,
    isOnline: ({ id }) => draft.counterAgencyId !== null || city.isOnline(definition.key, id, day),
    isTrial: ({ id }) => city.isTrial(definition.key, id, day),
  }
}
