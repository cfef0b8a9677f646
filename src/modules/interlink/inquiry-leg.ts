import type { LegDefinition } from '../procedures/index.ts'

/** What another commune is asked when it registered something before. */
export const INQUIRY = 'civil_status.verify'

const PREFIX = 'hoi-xac-minh-'

export function inquiryKey(no: number): string {
  return `${PREFIX}${no}`
}

/** Number of the dossier's inquiry that a leg carries; undefined for every other leg. */
export function inquiryNo(key: string): number | undefined {
  return key.startsWith(PREFIX) ? Number(key.slice(PREFIX.length)) : undefined
}

/**
 * An inquiry is a leg that no definition names: an officer asks it, at a step that verifies. It
 * holds that step and nothing else.
 * @basis NĐ 123/2015/NĐ-CP Điều 26(2), 28 [check]
 */
export function inquiryLeg(key: string, asks: LegDefinition['answers'] = {}): LegDefinition {
  return {
    key,
    name: { vi: 'Xác minh lần đăng ký trước đây', en: 'Verification of the registration' },
    service: INQUIRY,
    to: { kind: 'commune', unitOf: null },
    opens: { on: 'received' },
    sendWithinWorkingDays: 0,
    limit: { kind: 'working-days', days: 5 },
    holds: 'nothing',
    answers: asks,
    papers: [],
    results: [
      { key: 'found', name: { vi: 'Có trong Sổ hộ tịch', en: 'Found in the book' } },
      { key: 'number', name: { vi: 'Số đăng ký', en: 'Entry number' } },
      { key: 'book', name: { vi: 'Quyển số', en: 'Book number' } },
      { key: 'day', name: { vi: 'Ngày đăng ký', en: 'Day of registration' } },
    ],
  }
}
