import type { LegDefinition } from '../procedures/index.ts'

/** A leg of a birth to the police: opens with the signature, holds the hand-over. */
export function sampleLeg(change: Partial<LegDefinition> = {}): LegDefinition {
  return {
    key: 'ho-khau',
    name: { vi: 'Hộ khẩu cho con', en: 'Residence of the child' },
    service: 'residence.register',
    to: { kind: 'police', unitOf: null },
    opens: { on: 'signed' },
    sendWithinWorkingDays: 1,
    limit: { kind: 'days', days: 15 },
    holds: 'handOver',
    answers: {},
    papers: [],
    results: [{ key: 'so', name: { vi: 'Sổ hộ khẩu', en: 'Household book' } }],
    ...change,
  }
}
