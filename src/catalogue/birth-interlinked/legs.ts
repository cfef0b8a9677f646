import type { LegDefinition, LimitDefinition } from '../../modules/procedures/index.ts'

/** When the partners begin, how soon they are sent to, and how long each may take. */
export type LegTimes = {
  /** With the household book at the counter, or with the signature since there is none. */
  opens: 'registered' | 'signed'
  sendWithinWorkingDays: number
  residence: LimitDefinition
  card: LimitDefinition
}

/** @basis TTLT 05/2015/TTLT-BTP-BCA-BYT: the ward sends within 2 working days; practice.md 13 */
export const times2016: LegTimes = {
  opens: 'registered',
  sendWithinWorkingDays: 2,
  residence: { kind: 'days', days: 15 },
  card: { kind: 'working-days', days: 10 },
}

/** @basis Luật Cư trú 68/2020/QH14, Điều 22 khoản 3: 7 working days (to be checked) */
export const times2021: LegTimes = { ...times2016, residence: { kind: 'working-days', days: 7 } }

/** @basis NĐ 104/2022/NĐ-CP: no household book, so nothing waits for the counter */
export const times2023: LegTimes = { ...times2021, opens: 'signed' }

/** @basis NĐ 63/2024/NĐ-CP, Điều 7 (to be checked): each within 2 working days, at once by wire */
export const times2024: LegTimes = {
  opens: 'signed',
  sendWithinWorkingDays: 0,
  residence: { kind: 'working-days', days: 2 },
  card: { kind: 'working-days', days: 2 },
}

const child = {
  'child.name': 'child.name',
  'child.birthDate': 'child.birthDate',
  'child.sex': 'child.sex',
  'child.ethnicity': 'child.ethnicity',
  'child.nationality': 'child.nationality',
  'child.birthPlace': 'birth.place',
  'child.personalNumber': '=personalNumber',
  'certificate.number': '=number',
  'certificate.day': '=day',
} as const

/** The police enter the child into the household. @basis Luật Cư trú 81/2006/QH11, Điều 21 */
export function residenceLeg(times: LegTimes, { hasBook }: { hasBook: boolean }): LegDefinition {
  return {
    key: 'thuong-tru',
    name: { vi: 'Hộ khẩu cho con', en: "The child's residence" },
    service: 'residence.register',
    to: { kind: 'police', unitOf: 'household.address' },
    opens: { on: times.opens },
    sendWithinWorkingDays: times.sendWithinWorkingDays,
    limit: times.residence,
    holds: 'handOver',
    answers: {
      ...child,
      'child.homeTown': 'child.homeTown',
      ...(hasBook ? { 'household.bookNo': 'household.bookNo' } : {}),
      'household.headName': 'household.headName',
      'household.headRelation': 'household.headRelation',
      'household.address': 'household.address',
      'household.headConsent': 'household.headConsent',
      'requester.name': 'requester.name',
      'requester.phone': 'contact.phone',
    },
    papers: ['=result', ...(hasBook ? ['so-ho-khau'] : [])],
    results: [
      {
        key: 'confirmation',
        name: { vi: 'Số xác nhận đăng ký thường trú', en: 'Number of the confirmation' },
      },
      { key: 'day', name: { vi: 'Ngày đăng ký thường trú', en: 'Day of registration' } },
    ],
  }
}

/** Social insurance issues the card; `residence` is the field that says where the child lives. */
export function cardLeg(times: LegTimes, residence: string): LegDefinition {
  return {
    key: 'bao-hiem-y-te',
    name: { vi: 'Thẻ bảo hiểm y tế', en: 'Health card' },
    service: 'health_card.issue',
    to: { kind: 'socialInsurance', unitOf: residence },
    opens: { on: times.opens },
    sendWithinWorkingDays: times.sendWithinWorkingDays,
    limit: times.card,
    holds: 'handOver',
    answers: {
      ...child,
      'child.residence': residence,
      'guardian.name': 'guardian.name',
      'guardian.relation': 'guardian.relation',
      'guardian.phone': 'contact.phone',
      'facility.code': 'facility.code',
    },
    papers: ['=result'],
    results: [
      { key: 'card', name: { vi: 'Mã thẻ bảo hiểm y tế', en: 'Code of the card' } },
      { key: 'from', name: { vi: 'Có giá trị từ ngày', en: 'Valid from' } },
    ],
  }
}
