import type { LegDefinition, ProcedureDefinition } from './definition.ts'

const text = (vi: string, en = vi) => ({ vi, en })
const fact = { main: text('Theo quy định', 'As the law says') }

/** A small department procedure of four steps without a register, for tests. */
export function sampleProcedure(change: Partial<ProcedureDefinition> = {}): ProcedureDefinition {
  return {
    schema: 'motcua/procedure/1',
    key: 'road.close',
    revision: 1,
    validFrom: '2016-08-01',
    validTo: null,
    slug: 'cap-phep-chiem-dung-long-duong',
    nationalCode: null,
    name: text('Cấp phép sử dụng tạm thời lòng đường', 'Permit to use part of a road'),
    field: text('Giao thông', 'Transport'),
    summary: text('Xin phép dùng tạm lòng đường.', 'Permission to use part of a road.'),
    keywords: ['xin phép dùng vỉa hè', 'chiếm dụng lòng đường'],
    agencyKind: 'department',
    who: [text('Người tổ chức việc cưới, việc tang.', 'Whoever holds a wedding or funeral.')],
    facts: { fee: fact, time: fact, where: fact, result: fact },
    notices: [],
    components: [],
    citizenSteps: [
      {
        title: text('Nộp đơn', 'Apply'),
        body: text('…'),
        who: text('Ông/bà', 'You'),
        icon: 'person',
      },
    ],
    receiveWithinWorkingDays: 1,
    limit: { kind: 'working-days', days: 5 },
    clock: { pausesFor: ['supplement'], afterSupplement: 'restart' },
    steps: [
      step('kiem-tra', 'check', 'specialist'),
      step('xac-minh', 'verify', 'specialist'),
      step('de-xuat', 'propose', 'divisionHead'),
      step('ky', 'sign', 'director'),
    ],
    preview: false,
    register: null,
    result: { template: 'declaration@1', name: text('Giấy phép', 'Permit'), copies: false },
    declaration: { template: 'declaration@1', title: text('Đơn', 'Application'), formNumber: '' },
    jurisdiction: { rule: 'unit', params: { codes: ['01'] } },
    checks: [],
    roles: {
      subjectName: 'who',
      requesterName: 'who',
      requesterAddress: null,
      phone: 'phone',
      copies: null,
      collector: null,
    },
    form: {
      pages: [
        {
          key: 'don',
          title: text('Đơn', 'Application'),
          fields: [
            { key: 'who', type: 'name', partsShown: false, label: text('Họ và tên', 'Name') },
            { key: 'phone', type: 'phone', label: text('Số điện thoại', 'Phone') },
          ],
        },
      ],
    },
    draftExpiresAfterDays: 30,
    legalBasis: [{ instrument: 'Luật Giao thông đường bộ 23/2008/QH12' }],
    ...change,
  }
}

function step(key: string, kind: ProcedureDefinition['steps'][number]['kind'], role: string) {
  return { key, name: text(key), kind, role, limit: null }
}

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
