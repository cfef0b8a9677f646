import type { FormDefinition } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  clockOf,
  deathBase,
  declarationOf,
  deathLaws,
  deathSteps,
  extractResult,
  LAW_DAYS,
  noHouseholdBook,
} from '../death/base.ts'
import type { Circumstance } from '../death/conditions.ts'
import { collectPage, REGISTER_UNDERTAKING } from '../death/fields-collect.ts'
import { deceasedPage } from '../death/fields-deceased.ts'
import { eventPage } from '../death/fields-event.ts'
import { kindPage, requesterPage, type FormOf } from '../death/fields-requester.ts'
import { registrationLegs } from '../death/legs.ts'
import { componentsOf, papersPage, type PaperName } from '../death/papers.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'

/** @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 */
const attested: readonly Circumstance[] = ['facility', 'home', 'unnatural', 'court', 'execution']

const proofs: readonly PaperName[] = ['notice', 'police', 'judgment', 'execution']

/** Tờ khai đăng ký khai tử. */
function formOf(form: FormOf, cases: readonly Circumstance[]): FormDefinition {
  const evidence: PaperName[] = cases.includes('longAgo') ? ['evidence'] : []
  return {
    pages: [
      kindPage,
      requesterPage(form),
      deceasedPage(form),
      eventPage(cases),
      papersPage([...proofs, ...evidence, 'authority', 'identity']),
      collectPage(REGISTER_UNDERTAKING),
    ],
  }
}

const law = (validFrom: string) => deathLaws('Điều 4', validFrom)

/**
 * As it was from 2016-01-01: the household book is shown, and days used before a supplement count.
 * @basis LHT 60/2014/QH13, Điều 32–34; NĐ 123/2015/NĐ-CP, Điều 4; TT 15/2015/TT-BTP
 */
const since2016: FirstVersion = {
  ...deathBase,
  key: 'death.register',
  slug: 'dang-ky-khai-tu',
  nationalCode: '1.000656',
  validFrom: '2016-01-01',
  name: { vi: 'Đăng ký khai tử', en: 'Register a death' },
  summary: {
    vi:
      'Ghi nhận việc chết và cấp Trích lục khai tử. Làm trong vòng 15 ngày kể từ ngày có người ' +
      'mất.',
    en: 'Records a death and issues its extract. Do it within 15 days of the death.',
  },
  keywords: [
    'làm giấy khai tử',
    'giấy chứng tử',
    'khai tử cho người thân',
    'nhà có người mất, người chết',
    'trích lục khai tử',
    'death certificate, register a death, somebody died',
  ],
  facts: {
    fee: {
      main: { vi: 'Miễn phí', en: 'Free' },
      small: {
        vi: 'khi đăng ký đúng hạn. Quá 15 ngày: theo mức HĐND Thành phố quy định',
        en: "when registered in time. After 15 days: as the City's People's Council decides",
      },
    },
    time: {
      main: { vi: 'Trong ngày', en: 'Same day' },
      small: {
        vi: 'Nhận sau 15:00: ngày làm việc tiếp theo',
        en: 'Received after 15:00: the next working day',
      },
    },
    where: {
      main: { vi: 'Phường, xã', en: 'Ward or commune' },
      small: {
        vi: 'Nơi cư trú cuối cùng của người mất',
        en: 'Where the deceased last resided',
      },
    },
    result: {
      main: { vi: 'Trích lục khai tử', en: 'Extract of the death' },
      small: {
        vi: '01 bản chính, bản sao theo yêu cầu',
        en: 'One original, copies as requested',
      },
    },
  },
  components: componentsOf([...proofs, 'authority', 'identity', 'residence']),
  limit: { kind: 'same-day', cutoff: '15:00' },
  clock: clockOf('continue'),
  steps: deathSteps,
  register: { book: 'death' },
  result: extractResult(1),
  legs: registrationLegs,
  declaration: declarationOf('first', 1),
  cites: {
    series: 'deathNotice',
    number: 'notice.number',
    day: 'notice.day',
    issuer: 'notice.commune',
  },
  // @basis LHT 60/2014/QH13, Điều 32
  jurisdiction: {
    rule: 'residence-of',
    params: {
      cases: [
        {
          when: { field: 'deceased.residenceKnown', is: 'unknown' },
          fields: ['death.place'],
        },
        { fields: ['deceased.lastResidence'] },
      ],
    },
  },
  checks: [
    { rule: 'death.stillbirth', params: {} },
    { rule: 'death.within-24-hours', params: {} },
    { rule: 'death.not-in-future', params: {} },
    { rule: 'death.after-birth', params: {} },
    { rule: 'death.late', params: { days: 15 } },
    { rule: 'death.requester', params: {} },
    { rule: 'death.jurisdiction', params: {} },
    { rule: 'death.notice', params: {} },
    { rule: 'death.nationality', params: { country: 'Việt Nam' } },
  ],
  form: formOf('2015', attested),
  legalBasis: law('2016-01-01'),
}

/** Every revision since the law came into force, without a gap. */
export const deathRegister: readonly ProcedureDefinition[] = revisionsOf(since2016, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: LAW_DAYS.restart, clock: clockOf('restart'), legalBasis: law(LAW_DAYS.restart) },
  /** @basis TT 04/2020/TT-BTP, Điều 13 (to be checked): who died long ago, without a notice */
  {
    validFrom: LAW_DAYS.circular2020,
    form: formOf('2015', [...attested, 'longAgo']),
    components: componentsOf([...proofs, 'evidence', 'authority', 'identity', 'residence']),
    legalBasis: law(LAW_DAYS.circular2020),
  },
  /** @basis NĐ 104/2022/NĐ-CP: from 2023-01-01 no household book may be asked for */
  {
    validFrom: LAW_DAYS.noBook,
    notices: [noHouseholdBook, ...deathBase.notices],
    components: componentsOf([...proofs, 'evidence', 'authority', 'identity']),
    legalBasis: law(LAW_DAYS.noBook),
  },
  /** @basis TT 04/2024/TT-BTP: the form that asks less */
  {
    validFrom: LAW_DAYS.shorterForm,
    form: formOf('2024', [...attested, 'longAgo']),
    result: extractResult(2),
    declaration: declarationOf('first', 2),
    legalBasis: law(LAW_DAYS.shorterForm),
  },
  /** @basis NĐ 120/2025/NĐ-CP: no district level since 2025-07-01 (to be checked) */
  { validFrom: LAW_DAYS.noDistrict, legalBasis: law(LAW_DAYS.noDistrict) },
])
