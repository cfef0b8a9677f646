import type { Condition } from '../modules/forms/index.ts'
import type { CommonLeg } from '../modules/interlink/index.ts'
import type { LegDefinition } from '../modules/procedures/index.ts'

/** What the Ministry's civil-status system is told of a birth, under the keys of our forms. */
const birth = {
  'child.name': 'child.name',
  'child.sex': 'child.sex',
  'child.birthDate': 'child.birthDate',
  'child.ethnicity': 'child.ethnicity',
  'child.nationality': 'child.nationality',
  'child.birthPlace': 'birth.place',
  'child.homeTown': 'child.homeTown',
  'mother.name': 'mother.name',
  'father.name': 'father.name',
} as const

/**
 * The personal number of the child, asked for on receipt so that it stands in the certificate. The
 * dossier does not wait: until it comes it says "Chờ cấp số định danh".
 * @basis Luật Căn cước công dân 59/2014/QH13, Điều 12, 19; NĐ 137/2015/NĐ-CP, Điều 13, 14;
 * practice.md 14 (online in Hà Nội since 2016-01-01)
 */
export const numberLeg: LegDefinition = {
  key: 'so-dinh-danh',
  name: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  service: 'personal_number.give',
  to: { kind: 'ministry', unitOf: null },
  opens: { on: 'received' },
  sendWithinWorkingDays: 0,
  limit: { kind: 'working-hours', hours: 4 },
  holds: 'nothing',
  answers: birth,
  papers: [],
  results: [{ key: 'number', name: { vi: 'Số định danh cá nhân', en: 'Personal number' } }],
}

/** Who declares a number has one already. */
export function numberLegUnless(field: string): LegDefinition {
  const when: Condition = { field, answered: false }
  return { ...numberLeg, when }
}

/**
 * The entry goes into the Ministry's electronic register with the signature.
 * @basis LHT 60/2014/QH13, Điều 57, 59; NĐ 87/2020/NĐ-CP
 */
export const entryLeg: LegDefinition = {
  key: 'so-ho-tich',
  name: { vi: 'Cơ sở dữ liệu hộ tịch', en: 'Electronic register' },
  service: 'civil_status.take_entry',
  to: { kind: 'ministry', unitOf: null },
  opens: { on: 'signed' },
  sendWithinWorkingDays: 0,
  limit: { kind: 'working-days', days: 1 },
  holds: 'nothing',
  answers: {
    ...birth,
    'child.personalNumber': '=personalNumber',
    'certificate.number': '=number',
    'certificate.day': '=day',
    registeredAt: '=agency',
  },
  papers: [],
  results: [{ key: 'taken', name: { vi: 'Mã ghi nhận', en: 'Receipt of the entry' } }],
}

/**
 * Who is registered elsewhere than at the permanent residence is made known there; `unitOf` is the
 * address field that says where. The commune that registers does not tell itself.
 * @basis LHT 60/2014/QH13, Điều 5 khoản 4 (no limit is named; 5 working days are the city's: check)
 */
export function notifyLeg(unitOf: string): LegDefinition {
  return {
    key: 'thong-bao-noi-thuong-tru',
    name: { vi: 'Thông báo nơi thường trú', en: 'Notice to the permanent residence' },
    service: 'civil_status.notify',
    to: { kind: 'commune', unitOf },
    opens: { on: 'signed' },
    sendWithinWorkingDays: 1,
    limit: { kind: 'working-days', days: 5 },
    holds: 'nothing',
    answers: {
      kind: '=event',
      'subject.name': 'child.name',
      'subject.birthDate': 'child.birthDate',
      'certificate.number': '=number',
      'certificate.day': '=day',
      registeredAt: '=agency',
    },
    papers: [],
    results: [{ key: 'day', name: { vi: 'Ngày đã ghi nhận', en: 'Day of the note' } }],
  }
}

/** The legs of every birth: `address` says where the child permanently resides. */
export function birthLegs(address: string): readonly LegDefinition[] {
  return [numberLeg, entryLeg, notifyLeg(address)]
}

/**
 * The mother's residence is her permanent one where she has any, as the form asks it. Registered at
 * the father's commune, hers is told.
 */
const notifyMothersHome: LegDefinition = {
  ...notifyLeg('mother.residence'),
  when: { field: 'mother.residence', answered: true },
}

/**
 * What every birth has with other agencies, also under revisions published before they named their
 * legs: these never change.
 */
export const commonLegs: readonly CommonLeg[] = [
  { book: 'birth', validFrom: '2016-01-01', validTo: null, leg: numberLeg },
  { book: 'birth', validFrom: '2016-01-01', validTo: null, leg: entryLeg },
  { book: 'birth', validFrom: '2016-01-01', validTo: null, leg: notifyMothersHome },
]
