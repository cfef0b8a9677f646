import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { correctedAnswers, entryState, numberGiven, type RegisterAct } from './acts.ts'
import { marginNotes } from './margin-notes.ts'

const decision = { no: '12/QĐ-UBND', day: plainDate('2016-08-20'), by: 'UBND phường Láng Thượng' }
const none = { paperBook: null, paperPage: null, reason: null, facts: null } as const
const on = (day: string, actNo: number) => ({
  actNo,
  writtenBy: 'yen',
  writtenAt: new Date(`${day}T10:00:00+07:00`),
})
const registered: RegisterAct = {
  ...none,
  ...on('2016-08-13', 1),
  kind: 'registered',
  paperBook: '01',
  paperPage: 7,
}
const field = {
  key: 'child.name',
  label: 'Họ, chữ đệm, tên',
  before: 'Nguyễn Minh An',
  after: 'Nguyễn Minh Ân',
  value: { full: 'Nguyễn Minh Ân' },
}
const corrected: RegisterAct = {
  ...none,
  ...on('2016-08-20', 2),
  kind: 'corrected',
  facts: { fields: [field], decision },
}
const number: RegisterAct = {
  ...none,
  ...on('2016-08-25', 3),
  kind: 'number-given',
  facts: { number: '001316000123' },
}
const annulled: RegisterAct = {
  ...none,
  ...on('2016-09-01', 4),
  kind: 'annulled',
  facts: { decision },
}
const crossedOut: RegisterAct = {
  ...none,
  ...on('2016-08-14', 1),
  kind: 'crossed-out',
  reason: 'Bản chính khác.',
}

test('the note column tells in the order of time what the law noted, every act, every copy', () => {
  const entry = {
    preparedAt: new Date('2016-08-12T10:00:00+07:00'),
    content: { paper: {}, answers: {}, remarks: ['Đăng ký quá hạn'] },
    acts: [registered, corrected, number],
  }
  const copies = [{ on: plainDate('2016-08-22'), number: '7/TLKS-BS', count: 3 }]
  assert.deepEqual(
    marginNotes(entry, copies).map(({ on: day, text }) => `${day} ${text}`),
    [
      '2016-08-12 Đăng ký quá hạn.',
      '2016-08-20 Cải chính Họ, chữ đệm, tên từ “Nguyễn Minh An” thành “Nguyễn Minh Ân” theo ' +
        'Quyết định số 12/QĐ-UBND ngày 20/08/2016 của UBND phường Láng Thượng.',
      '2016-08-22 Cấp 3 bản sao trích lục, số 7/TLKS-BS.',
      '2016-08-25 Số định danh cá nhân cấp sau: 001316000123.',
    ],
  )
})

test('how an entry stands follows from its acts', () => {
  assert.equal(entryState([]), 'prepared')
  assert.equal(entryState([registered]), 'registered')
  assert.equal(entryState([crossedOut]), 'crossed-out')
  assert.equal(entryState([registered, corrected]), 'registered')
  assert.equal(entryState([registered, annulled]), 'annulled')
})

test('what the book says now is what was declared with every later correction', () => {
  const answers = { 'child.name': { full: 'Nguyễn Minh An' }, 'child.sex': 'female' }
  assert.deepEqual(correctedAnswers(answers, [registered]), answers)
  assert.deepEqual(correctedAnswers(answers, [registered, corrected]), {
    ...answers,
    'child.name': { full: 'Nguyễn Minh Ân' },
  })
  const emptied: RegisterAct = {
    ...corrected,
    facts: { fields: [{ ...field, key: 'child.sex', value: null }], decision },
  }
  assert.deepEqual(Object.keys(correctedAnswers(answers, [emptied])), ['child.name'])
  assert.equal(numberGiven([registered, number]), '001316000123')
  assert.equal(numberGiven([registered]), undefined)
})
