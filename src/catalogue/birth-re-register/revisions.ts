import type { FormDefinition } from '../../modules/forms/index.ts'
import { parentPages } from '../birth-before-2016/fields-parents.ts'
import { personPage } from '../birth-before-2016/fields-person.ts'
import { requesterToday } from '../birth-before-2016/fields-requester.ts'
import { requesterPage } from '../birth-before-2016/requester-page.ts'
import {
  circular2020,
  noDistricts2025,
  noHouseholdBook2023,
  restart2018,
  shorterForm2024,
  throughTheYears,
} from '../changes-of-law.ts'
import { entryLeg, notifyLeg, numberLegUnless } from '../legs-ministry.ts'
import { jurisdiction, photos, revision2016 } from './2016.ts'
import { collectAgain, personMore, previousPage } from './fields.ts'

/** @basis TT 04/2024/TT-BTP, mẫu Tờ khai đăng ký lại khai sinh */
const form2024: FormDefinition = {
  pages: [
    requesterPage(requesterToday),
    personPage(['12'], personMore),
    ...parentPages('number'),
    previousPage({ communeAsked: true }),
    photos,
    collectAgain,
  ],
}

/** Every revision since the law came into force, without a gap. */
export const birthReRegister = throughTheYears(revision2016, [
  restart2018,
  circular2020,
  noHouseholdBook2023,
  shorterForm2024((before) => ({
    form: form2024,
    jurisdiction: jurisdiction(['filing.commune', 'requester.residence']),
    legs: [numberLegUnless('child.idNumber'), entryLeg, notifyLeg('filing.commune')],
    result: { ...before.result, template: 'birth-certificate@2' },
    declaration: { ...before.declaration, template: 'birth-again-declaration@2' },
  })),
  noDistricts2025,
])
