import assert from 'node:assert/strict'
import test from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { dueFor } from './due.ts'
import { explain } from './explain.ts'
import { explainEn, explainVi } from './explain-words.ts'
import { reasonKinds, type Reason } from './reason.ts'
import { at, shippedCalendar } from './testing.ts'

const cal = shippedCalendar()
const day = plainDate

test('a substitute Monday is explained in Vietnamese and in English', () => {
  const limit = { kind: 'working-days', days: 1 } as const
  const { reasons } = dueFor(cal, { receivedAt: at('2017-09-01 10:00'), limit })
  assert.deepEqual(explain(reasons, explainVi), [
    '02/09 bỏ qua: thứ Bảy, nghỉ Quốc khánh.',
    '03/09 bỏ qua: Chủ nhật.',
    '04/09 bỏ qua: thứ Hai, nghỉ bù Quốc khánh.',
  ])
  assert.deepEqual(explain(reasons, explainEn), [
    '02/09 skipped: Saturday, National Day.',
    '03/09 skipped: Sunday.',
    '04/09 skipped: Monday, substitute for National Day.',
  ])
})

const sentences: [Reason, string, string][] = [
  [
    { day: day('2016-08-19'), kind: 'after-cutoff', time: '15:00' },
    '19/08 nhận sau 15:00 hoặc sau giờ tiếp nhận: chuyển sang ngày làm việc tiếp theo.',
    '19/08 received after 15:00 or after the desk closed: goes to the next working day.',
  ],
  [
    { day: day('2016-08-16'), kind: 'paused', until: day('2016-08-18'), why: 'supplement' },
    '16/08–18/08 tạm dừng tính thời gian: chờ người nộp bổ sung giấy tờ.',
    '16/08–18/08 clock stopped: waiting for papers from the applicant.',
  ],
  [
    { day: day('2016-08-16'), kind: 'paused', why: 'preview' },
    'Từ 16/08 tạm dừng tính thời gian: chờ người nộp xác nhận bản xem trước.',
    'Clock stopped from 16/08: waiting for the applicant to confirm the preview.',
  ],
  [
    { day: day('2016-08-29'), kind: 'moved', why: 'xác minh nơi sinh' },
    'Hẹn lại ngày trả 29/08: xác minh nơi sinh.',
    'Due date moved to 29/08: xác minh nơi sinh.',
  ],
  [
    { day: day('2026-08-31'), kind: 'swap-off', name: 'Nghỉ hoán đổi', code: 'SWAP_OFF' },
    '31/08 bỏ qua: thứ Hai, nghỉ hoán đổi.',
    '31/08 skipped: Monday, day off swapped with a Saturday.',
  ],
  [
    { day: day('2026-08-22'), kind: 'swap-work', name: 'Làm bù', code: 'SWAP_WORK' },
    '22/08 có tính: thứ Bảy, làm bù.',
    '22/08 counts: Saturday worked in place of a day off.',
  ],
  [
    {
      day: day('2030-02-04'),
      kind: 'holiday',
      name: 'Tết Âm lịch',
      code: 'TET',
      provisional: true,
    },
    '04/02 bỏ qua: thứ Hai, nghỉ Tết Âm lịch (dự kiến).',
    '04/02 skipped: Monday, Lunar New Year (expected).',
  ],
]

for (const [reason, vi, en] of sentences)
  test(`a reason reads: ${vi}`, () => {
    assert.deepEqual(explain([reason], explainVi), [vi])
    assert.deepEqual(explain([reason], explainEn), [en])
  })

test('each kind of reason has a sentence in both languages', () => {
  for (const kind of reasonKinds)
    for (const words of [explainVi, explainEn]) {
      const [text] = explain([{ day: day('2016-08-19'), kind }], words)
      assert.match(text!, /^.{10,}\.$/u, kind)
      assert.doesNotMatch(text!, /undefined/)
    }
})

test('each holiday of the table has an English name', () => {
  for (const rows of cal.holidays.values())
    for (const { code, name } of rows) {
      const [text] = explain([{ day: day('2016-08-19'), kind: 'holiday', code, name }], explainEn)
      if (!code.startsWith('SWAP')) assert.doesNotMatch(text!, /Nghỉ|Tết|Ngày|Quốc|Giỗ/u, code)
    }
})
