import { householdBook } from '../birth-before-2016/papers.ts'
import {
  checks,
  citizenSteps,
  legalBasis2016,
  revision2016 as withResidence,
  timeFact,
  tk1Form,
} from '../birth-interlinked/2016.ts'
import { childResidence, insurancePage } from '../birth-interlinked/fields-insurance.ts'
import { birthPapers, interlinkedForm } from '../birth-interlinked/form.ts'
import { cardLeg, times2016, times2024 } from '../birth-interlinked/legs.ts'
import { tk1 } from '../birth-interlinked/papers.ts'
import { byWire2024 } from '../birth-interlinked/revisions.ts'
import { jurisdiction } from '../birth-register/base.ts'
import { componentsOf } from '../birth-register/papers.ts'
import {
  circular2020,
  noDistricts2025,
  noHouseholdBook2023,
  restart2018,
  shorterForm2024,
  throughTheYears,
  type ChangeOfLaw,
} from '../changes-of-law.ts'
import { birthLegs } from '../legs-ministry.ts'
import { componentOf } from '../papers-asked.ts'
import type { FirstVersion } from '../revisions-of.ts'

const pages = [insurancePage([childResidence])]

/**
 * Birth and health card alone, for a child that is not entered into a household now.
 * @basis TTLT 05/2015/TTLT-BTP-BCA-BYT: at most 15 working days
 */
const revision2016: FirstVersion = {
  ...withResidence,
  key: 'birth.interlinked_bhyt_only',
  slug: 'lien-thong-khai-sinh-bhyt',
  nationalCode: '2.001023',
  name: {
    vi: 'Liên thông đăng ký khai sinh, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    en: 'Birth and health card for a child under six',
  },
  summary: {
    vi:
      'Nộp một hồ sơ tại phường: phường đăng ký khai sinh, rồi chuyển Bảo hiểm xã hội cấp thẻ. ' +
      'Dùng khi trẻ chưa nhập hộ khẩu.',
    en:
      'One dossier at the ward: it registers the birth, then social insurance issues the card. ' +
      'For a child that is not entered into a household now.',
  },
  keywords: ['khai sinh và thẻ bảo hiểm y tế', 'khai sinh chưa nhập khẩu', 'birth and health card'],
  facts: {
    ...withResidence.facts,
    time: timeFact(15, {
      vi: 'cho cả hai việc; riêng Giấy khai sinh trong ngày',
      en: 'for both; the birth certificate the same day',
    }),
    result: {
      main: { vi: 'Giấy khai sinh, thẻ BHYT', en: 'Certificate and health card' },
      small: { vi: 'Nhận tất cả tại phường', en: 'All collected at the ward' },
    },
  },
  components: [...componentsOf(birthPapers), componentOf(householdBook()), componentOf(tk1)],
  limit: { kind: 'working-days', days: 15 },
  legs: [cardLeg(times2016, 'child.residence'), ...birthLegs('child.residence')],
  furtherDeclarations: [{ ...tk1Form, template: 'tk1-ts-child@1' }],
  citizenSteps: citizenSteps({ withPolice: false }),
  notices: [
    {
      title: { vi: 'Nhập hộ khẩu cho trẻ luôn', en: 'Enter the child into the household too' },
      body: {
        vi: 'Trẻ nhập hộ khẩu cùng cha, mẹ ở Hà Nội thì làm cả ba việc một lần.',
        en: 'If the child is entered with a parent in Hanoi, do all three at once.',
      },
      procedure: 'birth.interlinked',
    },
  ],
  checks,
  form: interlinkedForm('2016', { pages }),
  legalBasis: legalBasis2016,
}

const wire: ChangeOfLaw = {
  from: byWire2024.from,
  change: (before) => ({
    ...byWire2024.change(before),
    facts: {
      ...before.facts,
      time: timeFact(3, {
        vi: 'cho cả hai việc; phải xác minh: 5 ngày làm việc',
        en: 'for both; 5 where something is verified',
      }),
    },
    legs: [cardLeg(times2024, 'child.residence'), ...birthLegs('child.residence')],
  }),
}

/** Every revision since the law came into force, without a gap. */
export const birthInterlinkedBhytOnly = throughTheYears(revision2016, [
  restart2018,
  circular2020,
  noHouseholdBook2023,
  shorterForm2024((before) => ({
    form: interlinkedForm('2024', { pages }),
    jurisdiction: jurisdiction(['filing.commune', 'father.residence', 'mother.residence']),
    result: { ...before.result, template: 'birth-certificate@2' },
    declaration: { ...before.declaration, template: 'birth-declaration@2' },
  })),
  wire,
  noDistricts2025,
])
