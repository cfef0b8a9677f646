import { isOldCardNumber } from '../../modules/people/index.ts'
import { complete, type Answers } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import type { Subject } from '../../modules/registry/index.ts'
import { parsePlainDate } from '../../platform/plain-date.ts'
import { readDeath } from './death.ts'

/** The deceased, and what tells this death from every other. */
export function deathSubject(given: Answers, { form }: ProcedureDefinition): Subject {
  const { deceased, diedOn } = readDeath(complete(form, given))
  const { birthDate = '', sex, idNumber, lastResidence } = deceased
  const isCard = idNumber !== undefined && isOldCardNumber(idNumber)
  return {
    person: {
      name: deceased.name?.full ?? '',
      sex: sex === 'male' || sex === 'female' ? sex : undefined,
      birthDate: parsePlainDate(birthDate),
      birthYear: Number(birthDate.slice(0, 4)) || undefined,
      number: isCard ? undefined : idNumber,
    },
    cardNumber: isCard ? idNumber : undefined,
    diedOn,
    lastResidence: lastResidence?.place,
  }
}
