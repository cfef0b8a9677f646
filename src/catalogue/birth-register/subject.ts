import { isOldCardNumber } from '../../modules/people/index.ts'
import { complete, type Answers } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import type { Subject } from '../../modules/registry/index.ts'
import { parsePlainDate } from '../../platform/plain-date.ts'
import { readBirth } from './birth.ts'

/** The child of a birth, and what tells this birth from every other. */
export function birthSubject(given: Answers, { form }: ProcedureDefinition): Subject {
  const answers = complete(form, given)
  const { child, mother, father } = readBirth(answers)
  const said = (key: string) => String(answers[key] ?? '').trim()
  // A person who already has papers has a number, or the card of before.
  const own = said('child.idNumber') || undefined
  const isCard = own !== undefined && isOldCardNumber(own)
  const notice = { facility: said('birth.facility'), book: said('notice.book') }
  return {
    person: {
      name: child.name?.full ?? '',
      sex: child.sex === 'male' || child.sex === 'female' ? child.sex : undefined,
      birthDate: parsePlainDate(child.birthDate ?? ''),
      motherName: mother?.name?.full,
      fatherName: father?.name?.full,
      number: isCard ? undefined : own,
    },
    cardNumber: isCard ? own : undefined,
    motherNumber: mother?.idNumber,
    birthNotice: { ...notice, number: said('notice.number') },
  }
}
