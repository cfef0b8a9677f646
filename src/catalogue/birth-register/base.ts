import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  appointmentStep,
  collectStep,
  declareStep,
  examineAndSign,
  wardChecksStep,
} from '../at-the-ward.ts'
import { childIs } from './conditions.ts'

/** What a birth registration has had in common since the law of 2016. */
export const base = {
  schema: 'motcua/procedure/1',
  key: 'birth.register',
  slug: 'dang-ky-khai-sinh',
  nationalCode: '1.001193',
  name: { vi: 'Đăng ký khai sinh', en: 'Register a birth' },
  field: { vi: 'Hộ tịch, chứng thực', en: 'Civil status' },
  summary: {
    vi:
      'Ghi nhận việc sinh và cấp Giấy khai sinh cho trẻ. Làm trong vòng 60 ngày kể từ ngày sinh ' +
      'con.',
    en: 'Records a birth and issues the birth certificate. Do it within 60 days of the birth.',
  },
  keywords: [
    'làm giấy khai sinh',
    'khai sinh cho con',
    'đăng ký giấy khai sinh cho trẻ em mới sinh',
    'mới sinh con, em bé',
    'sinh con',
    'xin cấp giấy khai sinh lần đầu',
    'birth certificate, register a birth, newborn baby',
  ],
  agencyKind: 'commune',
  who: [
    { vi: 'Cha hoặc mẹ của trẻ.', en: "The child's father or mother." },
    {
      vi: 'Ông, bà hoặc người thân thích khác, nếu cha mẹ không đi được.',
      en: 'A grandparent or other relative, if the parents cannot go.',
    },
    {
      vi: 'Người, tổ chức đang nuôi dưỡng trẻ.',
      en: 'The person or organisation that brings up the child.',
    },
  ],
  facts: {
    fee: {
      main: { vi: 'Miễn phí', en: 'Free' },
      small: {
        vi: 'khi đăng ký đúng hạn. Quá 60 ngày: theo mức HĐND Thành phố quy định',
        en: "when registered in time. After 60 days: as the City's People's Council decides",
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
      small: { vi: 'Nơi cư trú của cha hoặc mẹ', en: 'Where the father or the mother lives' },
    },
    result: {
      main: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
      small: {
        vi: '01 bản chính, bản sao theo yêu cầu',
        en: 'One original, copies as requested',
      },
    },
  },
  citizenSteps: [
    declareStep(15),
    wardChecksStep,
    appointmentStep,
    collectStep({ vi: 'Giấy khai sinh', en: 'certificate' }),
  ],
  receiveWithinWorkingDays: 1,
  limit: { kind: 'same-day', cutoff: '15:00' },
  steps: examineAndSign('Giấy khai sinh'),
  preview: true,
  register: { book: 'birth', givesNumber: { sex: 'child.sex', birth: 'child.birthDate' } },
  checks: [
    { rule: 'birth.not-in-future', params: {} },
    { rule: 'birth.late', params: { days: 60 } },
    { rule: 'birth.requester', params: {} },
    { rule: 'birth.residence', params: {} },
    { rule: 'birth.place', params: {} },
    { rule: 'birth.nationality', params: { country: 'Việt Nam' } },
    { rule: 'birth.surname', params: {} },
    { rule: 'birth.ethnicity', params: {} },
    { rule: 'birth.home-town', params: {} },
    { rule: 'birth.parent-ages', params: { yearsMin: 12, motherYearsMax: 60 } },
    { rule: 'birth.unmarried-mother', params: {} },
    { rule: 'birth.without-parents', params: {} },
  ],
  duplicateKeys: [
    ['child.name', 'child.birthDate', 'mother.name'],
    ['child.birthDate', 'mother.name', 'birth.facility'],
    ['birth.facility', 'notice.book', 'notice.number'],
  ],
  roles: {
    subjectName: 'child.name',
    requesterName: 'requester.name',
    requesterAddress: 'requester.residence',
    phone: 'contact.phone',
    copies: 'copies.count',
    collector: 'collect.who',
  },
  draftExpiresAfterDays: 30,
} as const satisfies Partial<ProcedureDefinition>

/**
 * Where the birth is registered: the residence of the father or the mother; the child's, when both
 * are unknown; for a foundling, where the minutes were made.
 * @basis LHT 60/2014/QH13, Điều 13; NĐ 123/2015/NĐ-CP, Điều 14
 */
export function jurisdiction(parental: readonly string[]): ProcedureDefinition['jurisdiction'] {
  return {
    rule: 'residence-of',
    params: {
      cases: [
        { when: childIs('abandoned'), fields: ['minutes.place'] },
        { when: childIs('unknownParents'), fields: ['child.livesAt'] },
        { fields: parental },
      ],
    },
  }
}
