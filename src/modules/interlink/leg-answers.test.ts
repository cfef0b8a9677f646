import assert from 'node:assert/strict'
import { test } from 'node:test'
import { legAnswers } from './leg-answers.ts'

const declared = { 'child.name': { full: 'Nguyễn Minh An' }, 'head.name': { full: 'Trần Thị Hoà' } }

test('a partner gets what was declared, under the names of its own form', () => {
  const answers = legAnswers({ answers: { 'person.name': 'child.name' } }, declared, {
    results: {},
  })
  assert.deepEqual(answers, { 'person.name': { full: 'Nguyễn Minh An' } })
})

test('facts of the entry and results of other legs travel too', () => {
  const map = { entryNo: '=number', confirmation: '=ho-khau.so', personalNumber: '=personalNumber' }
  const facts = { number: '214/2016', results: { 'ho-khau.so': '12' } }
  assert.deepEqual(legAnswers({ answers: map }, declared, facts), {
    entryNo: '214/2016',
    confirmation: '12',
  })
})

test('what was not declared is left out, so that the partner’s form decides', () => {
  assert.deepEqual(legAnswers({ answers: { a: 'mother.name' } }, declared, { results: {} }), {})
})
