import type { LegDefinition } from '../../modules/procedures/index.ts'

/**
 * The entry goes into the Ministry's electronic register with the signature, which locks the
 * deceased there too.
 * @basis LHT 60/2014/QH13, Điều 34 khoản 2, Điều 57, 59; NĐ 87/2020/NĐ-CP
 */
const entryLeg: LegDefinition = {
  key: 'so-ho-tich',
  name: { vi: 'Cơ sở dữ liệu hộ tịch', en: 'Electronic register' },
  service: 'civil_status.take_entry',
  to: { kind: 'ministry', unitOf: null },
  opens: { on: 'signed' },
  sendWithinWorkingDays: 0,
  limit: { kind: 'working-days', days: 1 },
  holds: 'nothing',
  answers: {
    'deceased.name': 'deceased.name',
    'deceased.birthDate': 'deceased.birthDate',
    'deceased.sex': 'deceased.sex',
    'deceased.ethnicity': 'deceased.ethnicity',
    'deceased.nationality': 'deceased.nationality',
    'deceased.lastResidence': 'deceased.lastResidence',
    'deceased.personalNumber': 'deceased.idNumber',
    'death.date': 'death.date',
    'death.time': 'death.time',
    'death.place': 'death.place',
    'death.cause': 'death.cause',
    'certificate.number': '=number',
    'certificate.day': '=day',
    registeredAt: '=agency',
  },
  papers: [],
  results: [{ key: 'taken', name: { vi: 'Mã ghi nhận', en: 'Receipt of the entry' } }],
}

/**
 * A commune that registers somebody who permanently resided elsewhere tells that commune.
 * @basis LHT 60/2014/QH13, Điều 5 khoản 4 (no limit is named; 5 working days are the city's: check)
 */
const notifyLeg: LegDefinition = {
  key: 'thong-bao-noi-thuong-tru',
  name: { vi: 'Thông báo nơi thường trú', en: 'Notice to the permanent residence' },
  service: 'civil_status.notify',
  to: { kind: 'commune', unitOf: 'deceased.permanentResidence' },
  opens: { on: 'signed' },
  when: { field: 'deceased.isPermanent', is: false },
  sendWithinWorkingDays: 1,
  limit: { kind: 'working-days', days: 5 },
  holds: 'nothing',
  answers: {
    kind: '=event',
    'subject.name': 'deceased.name',
    'subject.birthDate': 'deceased.birthDate',
    'certificate.number': '=number',
    'certificate.day': '=day',
    registeredAt: '=agency',
  },
  papers: [],
  results: [{ key: 'day', name: { vi: 'Ngày đã ghi nhận', en: 'Day of the note' } }],
}

/** The legs of every death; where the permanent residence may be another, that commune is told. */
export const registrationLegs: readonly LegDefinition[] = [entryLeg, notifyLeg]

/** Of one registered where the permanent residence was, or long after it. */
export const entryOnly: readonly LegDefinition[] = [entryLeg]
