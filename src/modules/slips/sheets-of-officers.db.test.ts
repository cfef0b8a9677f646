// needs: poppler-utils, qpdf, zbar-tools
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_HA, LANG_THUONG } from '../../testing/core.ts'
import { listForRegister, type EventFacts } from '../dossiers/index.ts'
import type { LegDefinition } from '../procedures/index.ts'
import { partnerName } from './legs-told.ts'
import type { SlipKind } from './slip.ts'
import type { SlipFacts } from './slip-facts.ts'
import { LONG_REASON, openSheets, print, says, worst, type Sheets } from './testing.ts'

let sheets: Sheets
let received: Sheets['received']
let factsOf: Sheets['factsOf']

before(async () => {
  sheets = await openSheets()
  ;({ received, factsOf } = sheets)
})
after(() => sheets.errand.core.close())

test('Mẫu 05: whose hands the dossier went through, when, and whether each was in time', async () => {
  const { dossier } = await sheets.errand.signedBy('vinh')
  const facts = await factsOf('control', dossier.code)
  const usual = await print(facts)
  says(usual, [
    'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    'Cơ quan giải quyết hồ sơ: UBND phường Láng Thượng',
    'Cơ quan phối hợp giải quyết hồ sơ: Bộ Tư pháp',
    'Giao: Bộ phận Một cửa, Trần Thu',
    'Nhận: Thẩm tra, Nguyễn Hải Yến',
    '14 giờ 00 phút',
    'Trước hạn',
    'Đúng hạn',
    'Trình kết quả',
    'Đã giải quyết xong:',
  ])
  assert.equal(usual.pages, 1)
})

const due = '2016-08-30T09:30:00.000Z' // 16:30

/** Police and insurance were asked; the police then asked for more time. */
function withLegs(facts: SlipFacts, kind: SlipKind, act: EventFacts): SlipFacts {
  const { view } = facts
  const [first] = view.events
  const leg = (key: string, name: string) => ({ key, name: { vi: name } }) as LegDefinition
  const legs = [leg('thuong-tru', 'Đăng ký thường trú cho trẻ'), leg('the', 'Cấp thẻ BHYT')]
  const told = (kindTold: string, given: EventFacts) => ({
    ...first!,
    kind: kindTold,
    at: facts.act.at,
    facts: given,
  })
  const events = [
    ...view.events,
    told('legOpened', { leg: 'thuong-tru', to: POLICE, due }),
    told('legOpened', { leg: 'the', to: 'bhxh-quan-006-2008', due }),
    told('legOpened', { leg: 'so-dinh-danh', service: 'personal_number.give', to: MINISTRY, due }),
    ...(act['became'] ? [told('legMoved', act)] : []),
  ]
  const definition = { ...view.definition, legs }
  const given = { ...facts, kind, view: { ...view, events, definition } }
  return { ...given, act: { ...facts.act, facts: act } }
}

const POLICE = 'ca-quan-006-2008'
const MINISTRY = 'bo-tu-phap'

test('the transfer slip names each agency, what it does and by when; one page at its longest', async () => {
  const facts = await factsOf('receipt', (await received()).code)
  const act = { leg: 'thuong-tru', to: POLICE, due }
  const usual = await print(withLegs(facts, 'transfer', act))
  says(usual, [
    'PHIẾU CHUYỂN XỬ LÝ',
    'Số: 0031/CXL',
    `Kính gửi: ${partnerName(facts.world, POLICE)}`,
    'UBND phường Láng Thượng chuyển hồ sơ của: Ông/bà NGUYỄN ĐẮC KHOA',
    'Để cơ quan giải quyết: Đăng ký thường trú cho trẻ',
    'Thời gian chuyển: 14 giờ 00 phút, ngày 12 tháng 8 năm 2016.',
    'Chủ trì: Đăng ký khai sinh',
    'Cấp thẻ BHYT',
    'Bộ Tư pháp',
    'Cơ quan trả kết quả về UBND phường Láng Thượng trước:',
    '16 giờ 30 phút, thứ Ba ngày 30 tháng 8 năm 2016',
  ])
  assert.equal(usual.pages, 1)
  assert.match(usual.text, /Cấp số định danh/)
  assert.equal((await print(withLegs(worst(facts), 'transfer', act))).pages, 1)
})

test('a partner that needs more time asks for it: since when, until when, for what', async () => {
  const facts = await factsOf('receipt', (await received()).code)
  const later = '2016-09-06T09:30:00.000Z'
  const act = { leg: 'thuong-tru', became: 'delayed', due: later }
  const usual = await print(withLegs(facts, 'extension', act))
  says(usual, [
    'PHIẾU ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT HỒ SƠ',
    'Kính gửi: UBND phường Láng Thượng',
    'Phần việc: Đăng ký thường trú cho trẻ',
    'Thời hạn đã hẹn: 16 giờ 30 phút, ngày 30 tháng 8 năm 2016.',
    'đề nghị gia hạn thời gian giải quyết đến:',
    '16 giờ 30 phút, thứ Ba ngày 06 tháng 9 năm 2016',
    'CƠ QUAN ĐỀ NGHỊ',
  ])
  assert.equal(usual.pages, 1)
  const control = await print(withLegs(facts, 'control', act))
  says(control, ['Cơ quan phối hợp giải quyết hồ sơ: ', 'Bộ Tư pháp', 'Chuyển xử lý'])
})

test('while another commune verifies the agency asks its desk for the time that the law adds', async () => {
  const facts = await factsOf('receipt', (await received()).code)
  const { view } = facts
  const note = { no: 77, kind: 'inquiry', writtenBy: '', writtenAt: facts.act.at }
  const notes = [{ ...note, body: 'Có sổ gốc năm 1975 không?' }, ...view.notes]
  const dossier = { ...view.dossier, dueAt: new Date('2016-08-24T09:30:00Z') }
  const act = { ...facts.act, facts: { noteNo: 77, agencyId: LANG_HA, answerBy: due } }
  const given = { ...facts, kind: 'extension' as const, act, view: { ...view, notes, dossier } }
  const printed = await print(given)
  says(printed, [
    'Kính gửi: Bộ phận tiếp nhận và trả kết quả UBND phường Láng Thượng',
    'Lý do: cần xác minh tại UBND phường Láng Hạ: Có sổ gốc năm 1975 không?',
    '16 giờ 30 phút, thứ Tư ngày 24 tháng 8 năm 2016',
    'NGƯỜI ĐỀ NGHỊ',
  ])
  assert.equal(printed.pages, 1)
  const longest = worst(given, { notes: [{ ...note, body: LONG_REASON.repeat(8) }] })
  assert.equal((await print(longest)).pages, 1)
})

test('the register asks for its dossiers of one agency only', async () => {
  const { id } = await received()
  const ids = [id]
  const { db } = sheets.errand.core.database
  assert.equal((await listForRegister(db, { agencyId: LANG_THUONG, ids })).length, 1)
  assert.equal((await listForRegister(db, { agencyId: LANG_HA, ids })).length, 0)
})
