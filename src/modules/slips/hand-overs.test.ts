import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, shippedCalendar } from '../calendar/testing.ts'
import type { DossierEvent, EventFacts } from '../dossiers/index.ts'
import type { StepDefinition } from '../procedures/index.ts'
import { handOvers } from './hand-overs.ts'

const names = new Map([
  ['hang', 'Trần Thu Hằng'],
  ['yen', 'Nguyễn Hải Yến'],
  ['vinh', 'Phạm Quang Vinh'],
])

function step(key: string, name: string, change: Partial<StepDefinition> = {}): StepDefinition {
  return { key, name: { vi: name }, kind: 'check', role: 'specialist', limit: null, ...change }
}

const steps = [step('tham-tra', 'Thẩm tra'), step('ky', 'Ký', { kind: 'sign' })]

type Told = [kind: string, when: string, who: string, facts: EventFacts]

function events(told: readonly Told[]): DossierEvent[] {
  return told.map(([kind, when, who, facts], index) => ({
    agencyId: 'ubnd',
    seq: index + 1,
    dossierId: 'd',
    version: index + 1,
    kind,
    at: at(when),
    actorKind: who === '' ? 'citizen' : 'staff',
    actorId: who === '' ? null : who,
    facts,
    hash: '',
  }))
}

const dossier = {
  filedAt: at('2016-08-12 08:00'),
  receiveBy: at('2016-08-15 08:00'),
  dueAt: at('2016-08-16 16:30'),
}

const calendar = shippedCalendar()

function told(list: readonly Told[], ownSteps = steps) {
  const partner = (id: string) => `Cơ quan ${id}`
  return handOvers({ events: events(list), steps: ownSteps, dossier, names, calendar, partner })
}

const filed: Told = ['filed', '2016-08-12 08:00', '', { to: 'filed', step: null }]
const received: Told = [
  'received',
  '2016-08-12 09:00',
  'hang',
  { from: 'filed', to: 'processing', step: 'tham-tra' },
]
const proposed = (when: string): Told => [
  'proposed',
  when,
  'yen',
  { from: 'processing', to: 'signing', step: 'ky' },
]
const signed: Told = ['signed', '2016-08-17 10:00', 'vinh', { from: 'signing', to: 'signed' }]
const handedOver: Told = ['handedOver', '2016-08-18 09:00', 'hang', { to: 'handed_over' }]

test('an ordinary dossier goes from the desk to the officer, the chairman, the desk, the citizen', () => {
  const rows = told([filed, received, proposed('2016-08-12 11:00'), signed, handedOver])
  assert.deepEqual(
    rows.map(({ giver, receiver, remark }) => [giver, receiver, remark]),
    [
      ['Bộ phận Một cửa, Trần Thu Hằng', 'Thẩm tra, Nguyễn Hải Yến', 'Tiếp nhận'],
      ['Thẩm tra, Nguyễn Hải Yến', 'Ký, Phạm Quang Vinh', 'Trình kết quả'],
      ['Ký, Phạm Quang Vinh', 'Bộ phận Một cửa, Trần Thu Hằng', 'Đã ký'],
      ['Bộ phận Một cửa, Trần Thu Hằng', 'Người nộp hồ sơ', 'Trả kết quả'],
    ],
  )
  assert.deepEqual(
    rows.map(({ result }) => result),
    // Signed the day after it was due; giving the result out is not measured.
    ['Trước hạn', 'Trước hạn', 'Quá hạn', ''],
  )
})

const moments: [string, string][] = [
  ['2016-08-15 23:59', 'Trước hạn'],
  ['2016-08-16 00:00', 'Đúng hạn'],
  ['2016-08-16 16:30', 'Đúng hạn'],
  ['2016-08-16 16:31', 'Quá hạn'],
]

for (const [when, result] of moments)
  test(`work given on at ${when} of a dossier due 16/08 16:30 is “${result}”`, () => {
    assert.equal(told([filed, received, proposed(when)])[1]?.result, result)
  })

test('a step with a limit of its own is measured by it, from the moment it was handed over', () => {
  const limit = { kind: 'working-hours', hours: 4 } as const
  const own = [step('tham-tra', 'Thẩm tra', { limit }), steps[1]!]
  const resultAt = (when: string) => told([filed, received, proposed(when)], own)[1]?.result
  // Four hours of work from 09:00: three before noon, one after 13:00.
  assert.equal(resultAt('2016-08-12 14:00'), 'Đúng hạn')
  assert.equal(resultAt('2016-08-12 14:01'), 'Quá hạn')
})

test('a colleague takes the work over by name; the citizen’s part is not measured', () => {
  const rows = told([
    filed,
    received,
    ['assigned', '2016-08-12 10:00', 'hang', { assignee: 'yen' }],
    [
      'supplementRequested',
      '2016-08-12 11:00',
      'yen',
      { from: 'processing', to: 'supplementing', step: 'tham-tra' },
    ],
    [
      'supplementAnswered',
      '2016-08-15 09:00',
      '',
      { from: 'supplementing', to: 'processing', step: 'tham-tra' },
    ],
    proposed('2016-08-15 10:00'),
  ])
  assert.deepEqual(rows.slice(1, 4), [
    {
      at: at('2016-08-12 10:00'),
      giver: 'Thẩm tra, Trần Thu Hằng',
      receiver: 'Thẩm tra, Nguyễn Hải Yến',
      result: '',
      remark: 'Chuyển người xử lý',
    },
    {
      at: at('2016-08-12 11:00'),
      giver: 'Thẩm tra, Nguyễn Hải Yến',
      receiver: 'Người nộp hồ sơ',
      result: 'Trước hạn',
      remark: 'Yêu cầu bổ sung',
    },
    {
      at: at('2016-08-15 09:00'),
      giver: 'Người nộp hồ sơ',
      receiver: 'Thẩm tra, Nguyễn Hải Yến',
      result: '',
      remark: 'Đã bổ sung',
    },
  ])
})

test('another agency’s part runs beside: asked of, answered, measured by its own date', () => {
  const opened: Told = [
    'legOpened',
    '2016-08-12 11:30',
    'vinh',
    { leg: 'thuong-tru', to: 'ca', due: at('2016-08-15 16:30').toISOString() },
  ]
  const done = (when: string): Told => ['legMoved', when, '', { leg: 'thuong-tru', became: 'done' }]
  const rowsAt = (...more: Told[]) => told([filed, received, opened, ...more]).slice(1)
  assert.deepEqual(rowsAt(), [
    {
      at: at('2016-08-12 11:30'),
      giver: 'Bộ phận Một cửa',
      receiver: 'Cơ quan ca',
      result: '',
      remark: 'Chuyển xử lý',
    },
  ])
  assert.equal(rowsAt(done('2016-08-15 16:30'))[1]?.result, 'Đúng hạn')
  assert.equal(rowsAt(done('2016-08-15 16:31'))[1]?.result, 'Quá hạn')
  const due = at('2016-08-17 16:30').toISOString()
  const delayed: Told = [
    'legMoved',
    '2016-08-15 10:00',
    '',
    { leg: 'thuong-tru', became: 'delayed', due },
  ]
  assert.equal(rowsAt(delayed, done('2016-08-15 16:31'))[1]?.result, 'Trước hạn')
})

test('a refusal goes to the head, who signs it or sends it back', () => {
  const rows = told([
    filed,
    received,
    ['refusalProposed', '2016-08-12 10:00', 'yen', { to: 'refusing', step: 'tham-tra' }],
    ['sentBack', '2016-08-12 11:00', 'vinh', { to: 'processing', step: 'tham-tra' }],
  ])
  assert.deepEqual(
    rows.slice(1).map(({ giver, receiver, remark }) => [giver, receiver, remark]),
    [
      ['Thẩm tra, Nguyễn Hải Yến', 'Lãnh đạo cơ quan, Phạm Quang Vinh', 'Đề nghị từ chối'],
      ['Lãnh đạo cơ quan, Phạm Quang Vinh', 'Thẩm tra', 'Trả lại người trình'],
    ],
  )
})

test('what happened before receipt is not in the control slip', () => {
  const before: Told[] = [
    filed,
    ['supplementRequested', '2016-08-12 08:10', 'hang', { from: 'filed', to: 'completing' }],
    ['supplementAnswered', '2016-08-12 08:30', '', { from: 'completing', to: 'filed' }],
  ]
  assert.equal(told(before).length, 0)
  assert.equal(told([...before, received]).length, 1)
})
