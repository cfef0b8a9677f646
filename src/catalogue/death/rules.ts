import { registerCheck, type Check } from '../../modules/procedures/index.ts'
import * as death from './rules-death.ts'
import * as newborn from './rules-newborn.ts'

/** The checks of law of a death, by the names published revisions use. */
const deathChecks: Readonly<Record<string, Check>> = {
  'death.stillbirth': newborn.stillbirth,
  'death.within-24-hours': newborn.within24Hours,
  'death.after-birth': death.afterBirth,
  'death.not-in-future': death.notInFuture,
  'death.late': death.late,
  'death.jurisdiction': death.jurisdiction,
  'death.requester': death.requester,
  'death.notice': death.notice,
  'death.nationality': death.nationality,
  'death.previous': death.previous,
}

export function registerDeathChecks(): void {
  for (const [rule, check] of Object.entries(deathChecks)) registerCheck(rule, check)
}
