import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleProcedure } from '../procedures/testing.ts'
import { papersOf } from './leg-papers.ts'
import { dayIn, resultsIn } from './leg-results.ts'

const notice = {
  id: 'f1',
  field: 'file.birthNotice',
  component: 'giay-chung-sinh',
  sha256: 'b'.repeat(64),
  sizeBytes: 900,
  mime: 'image/png',
  name: 'anh.png',
  addedAt: new Date(0),
}
const definition = sampleProcedure({ register: { book: 'birth' } })
const issued = { sha256: 'a'.repeat(64), sizeBytes: 1200 }

test('a leg carries the uploads of its components and the signed paper', () => {
  const view = { definition, files: [notice, { ...notice, component: 'cmnd' }] }
  assert.deepEqual(papersOf({ papers: ['giay-chung-sinh', '=result'] }, view, issued), [
    {
      component: 'giay-chung-sinh',
      name: 'anh.png',
      mime: 'image/png',
      sizeBytes: 900,
      sha256: 'b'.repeat(64),
    },
    { component: 'giay-khai-sinh', name: 'Giấy phép.pdf', mime: 'application/pdf', ...issued },
  ])
})

test('results are read back by leg and fact, the newest of each', () => {
  const notes = [
    { kind: 'result:the:card', body: 'TE1012345678901' },
    { kind: 'result:the:card', body: 'old' },
    { kind: 'collector', body: 'Người yêu cầu.' },
  ]
  assert.deepEqual(resultsIn(notes), { 'the.card': 'TE1012345678901' })
})

test('a day is read as protocols and as officers write it', () => {
  assert.equal(dayIn('2016-08-12'), '2016-08-12')
  assert.equal(dayIn('12/08/2016'), '2016-08-12')
  assert.equal(dayIn('31/02/2016'), undefined)
  assert.equal(dayIn(undefined), undefined)
})
