import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, shippedCalendar } from '../../modules/calendar/testing.ts'
import type { Dossier, World } from '../../modules/dossiers/index.ts'
import { dueView } from './due-view.ts'

// The chip looks at nothing of the world but the calendar.
const world = { calendar: shippedCalendar() } as World

function dossier(change: Partial<Dossier>): Dossier {
  // Nor at anything else of a dossier.
  return {
    agencyId: 'ubnd-00187-2008',
    state: 'processing',
    receiveBy: at('2016-08-15 10:00'),
    dueAt: at('2016-08-19 16:30'),
    dueReasons: [],
    endedAt: null,
    ...change,
  } as Dossier
}

const cases: readonly [string, Partial<Dossier>, string, string][] = [
  ['2016-08-19 16:30', {}, 'today', 'Hôm nay 16:30'],
  ['2016-08-19 16:31', {}, 'late', 'Quá hạn từ 16:30'],
  ['2016-08-22 08:00', {}, 'late', 'Quá hạn 1 ngày'],
  ['2016-08-18 08:00', {}, 'soon', '19/08, còn 1 ngày'],
  ['2016-08-17 08:00', {}, 'ok', '19/08, còn 2 ngày'],
  ['2016-08-31 08:00', { dueAt: at('2016-09-05 16:30') }, 'ok', '05/09, còn 2 ngày'],
  ['2016-12-30 08:00', { dueAt: at('2017-01-03 16:30') }, 'soon', '03/01/2017, còn 1 ngày'],
  ['2016-08-12 14:00', { dueAt: null, state: 'filed' }, 'soon', 'Nhận trước 15/08'],
  ['2016-08-15 09:00', { dueAt: null, state: 'filed' }, 'today', 'Nhận trước hôm nay 10:00'],
  ['2016-08-15 10:01', { dueAt: null, state: 'filed' }, 'late', 'Quá hạn từ 10:00'],
  ['2016-08-30 08:00', { state: 'supplementing' }, 'hold', 'Chờ bổ sung'],
  ['2016-08-30 08:00', { state: 'completing', dueAt: null }, 'hold', 'Chờ bổ sung'],
  ['2016-08-30 08:00', { state: 'previewing' }, 'hold', 'Chờ xác nhận'],
  ['2016-08-30 08:00', { state: 'signed', endedAt: at('2016-08-19 11:00') }, 'ok', 'Đã ký 19/08'],
  ['2016-08-30 08:00', { state: 'handed_over' }, 'ok', 'Đã trả kết quả'],
]

for (const [now, change, state, text] of cases)
  test(`on ${now} a dossier ${change.state ?? 'in work'} says "${text}"`, () => {
    const view = dueView(world, dossier(change), at(now))
    assert.deepEqual([view.state, view.text], [state, text])
  })

test('the reasons of a due date can be read, one sentence each', () => {
  const dueReasons = [{ day: '2016-09-02', kind: 'holiday', name: 'Quốc khánh' }]
  const { reasons } = dueView(world, dossier({ dueReasons }), at('2016-08-31 08:00'))
  assert.deepEqual(reasons, ['02/09 bỏ qua: thứ Sáu, nghỉ Quốc khánh.'])
})

const english: readonly [string, Partial<Dossier>, string, string][] = [
  ['2016-08-19 16:30', {}, 'Today 16:30', 'Due today 16:30'],
  ['2016-08-19 16:31', {}, 'Overdue since 16:30', 'Overdue since 16:30'],
  ['2016-08-22 08:00', {}, '1 day overdue', '1 day overdue'],
  ['2016-08-17 08:00', {}, '19/08, 2 days left', 'Due 19/08, 2 days left'],
  [
    ...(['2016-08-12 14:00', { dueAt: null, state: 'filed' }] as const),
    ...(['Receive by 15/08', 'Receive by 15/08, 1 day left'] as const),
  ],
  ['2016-08-30 08:00', { state: 'handed_over' }, 'Handed over', 'Handed over'],
]

for (const [now, change, text, full] of english)
  test(`in English, on ${now} a dossier ${change.state ?? 'in work'} says "${text}"`, () => {
    const view = dueView(world, dossier(change), at(now), 'en')
    assert.deepEqual([view.text, view.full], [text, full])
  })
