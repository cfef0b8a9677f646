import { registerCheck, type Check } from '../../modules/procedures/index.ts'
import * as birth from './rules-birth.ts'
import * as parents from './rules-parents.ts'

/** The checks of law a birth registration names, by the names published revisions use. */
export const birthChecks: Readonly<Record<string, Check>> = {
  'birth.not-in-future': birth.notInFuture,
  'birth.late': birth.late,
  'birth.requester': birth.requester,
  'birth.residence': birth.residence,
  'birth.place': birth.place,
  'birth.nationality': parents.nationality,
  'birth.surname': parents.surname,
  'birth.ethnicity': parents.ethnicity,
  'birth.home-town': parents.homeTown,
  'birth.parent-ages': parents.parentAges,
  'birth.unmarried-mother': parents.unmarriedMother,
  'birth.without-parents': birth.withoutParents,
}

export function registerBirthChecks(): void {
  for (const [rule, check] of Object.entries(birthChecks)) registerCheck(rule, check)
}
