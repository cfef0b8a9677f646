import assert from 'node:assert/strict'
import test from 'node:test'
import { smallWorld } from '../forms/testing.ts'
import type { FieldDefinition } from '../forms/index.ts'
import {
  blankDeclaration,
  declarationFormOf,
  filledDeclaration,
  registerDeclaration,
} from './declarations.ts'
import { sampleProcedure } from './testing.ts'

const label = (vi: string) => ({ vi, en: vi })
const page = sampleProcedure().form.pages[0]!

const road: readonly FieldDefinition[] = [
  {
    key: 'kind',
    type: 'choice',
    label: label('Việc'),
    options: ['Việc cưới', 'Việc tang'].map((vi) => ({ value: vi, label: label(vi) })),
  },
  { key: 'day', type: 'date', label: label('Ngày') },
  { key: 'where', type: 'address', scopes: ['city'], label: label('Nơi') },
  { key: 'aside', type: 'yesNo', aside: true, label: label('Hỏi thêm') },
  {
    key: 'true',
    type: 'undertaking',
    label: label('Cam đoan'),
    text: label('Tôi trả lại lòng đường sạch.'),
  },
]

const hk02 = { key: 'hk02', template: 'test-hk02@1', title: label('Phiếu báo'), formNumber: 'HK02' }

const definition = sampleProcedure({
  form: { pages: [{ ...page, fields: [...page.fields, ...road] }] },
  furtherDeclarations: [hk02],
})

test('a procedure without a layout of its own has a blank with every question', () => {
  const blank = blankDeclaration(definition, definition.declaration)
  assert.equal(blank.blank, true)
  assert.equal(blank.title, 'ĐƠN')
  assert.deepEqual(
    blank.sections.map(({ title, rows }) => [title, rows.map((row) => row.label)]),
    [['Đơn', ['Họ và tên', 'Số điện thoại', 'Việc', 'Ngày', 'Nơi']]],
  )
  const [, , kind, , where] = blank.sections[0]!.rows
  assert.deepEqual(kind?.options, ['Việc cưới', 'Việc tang'])
  assert.equal(where?.lines, 2)
  assert.equal(blank.undertaking, 'Tôi trả lại lòng đường sạch.')
})

const declared = {
  definition,
  form: definition.declaration,
  answers: {
    who: { full: 'Lê Thị Hoà' },
    kind: 'Việc tang',
    day: '2016-08-12',
    aside: true,
    true: true,
  },
  world: smallWorld('2016-08-12'),
  agency: 'Sở Giao thông vận tải',
  place: 'Hà Nội',
  date: 'ngày 12 tháng 08 năm 2016',
}

test('filled in, it prints what was answered, and what was undertaken', () => {
  const filled = filledDeclaration(declared)
  assert.deepEqual(filled.sections[0]?.rows, [
    { label: 'Họ và tên', value: 'LÊ THỊ HOÀ' },
    { label: 'Việc', value: 'Việc tang' },
    { label: 'Ngày', value: '12/08/2016' },
  ])
  assert.equal(filled.undertaking, 'Tôi trả lại lòng đường sạch.')
  assert.deepEqual(
    [filled.agency, filled.place, filled.date, filled.requester],
    [declared.agency, declared.place, declared.date, 'Lê Thị Hoà'],
  )
})

test('what was not undertaken is not printed as if it were', () => {
  const { true: _true, ...answers } = declared.answers
  assert.equal(filledDeclaration({ ...declared, answers }).undertaking, '')
})

test('a form of its own prints by its layout, which is known under one name', () => {
  const layout = {
    filled: ({ say }: { say(key: string): string }) => ({
      ...filledDeclaration(declared),
      title: 'PHIẾU BÁO',
      sections: [{ rows: [{ label: 'Chủ hộ', value: say('who') }] }],
    }),
  }
  registerDeclaration('test-hk02@1', layout)
  registerDeclaration('test-hk02@1', layout)
  assert.throws(() => registerDeclaration('test-hk02@1', {}), /registered twice/)
  const form = declarationFormOf(definition, 'hk02')
  assert.equal(form, hk02)
  const filled = filledDeclaration({ ...declared, form: hk02 })
  assert.deepEqual(filled.sections[0]?.rows, [{ label: 'Chủ hộ', value: 'Lê Thị Hoà' }])
  assert.equal(blankDeclaration(definition, hk02).title, 'PHIẾU BÁO')
})

test('a form is found by its key, the declaration itself as to-khai, and no other', () => {
  assert.equal(declarationFormOf(definition, 'to-khai'), definition.declaration)
  assert.equal(declarationFormOf(definition, 'ct01'), undefined)
})
