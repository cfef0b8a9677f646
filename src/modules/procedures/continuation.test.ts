import assert from 'node:assert/strict'
import test from 'node:test'
import { continuedAnswers } from './continuation.ts'
import { sampleProcedure } from './testing.ts'

const { form } = sampleProcedure()

test('the next errand begins with what was said, the result it cites and what then is clear', () => {
  const rule = {
    procedure: 'road.open',
    answers: { who: 'who', phone: '=number', unasked: 'who' },
    set: {},
  }
  const from = {
    form,
    answers: { who: { full: 'Trần Văn A' } },
    number: '7/2016',
    day: '2016-08-12',
  }
  assert.deepEqual(continuedAnswers(rule, from, { form }), {
    who: { full: 'Trần Văn A' },
    phone: '7/2016',
  })
  const clear = { ...rule, answers: { phone: '=day' }, set: { who: 'x', unasked: true } }
  assert.deepEqual(continuedAnswers(clear, from, { form }), { phone: '2016-08-12', who: 'x' })
})

test('what was never answered is not passed on', () => {
  const rule = { procedure: 'road.open', answers: { who: 'who' }, set: {} }
  const from = { form, answers: {}, number: '7/2016', day: '2016-08-12' }
  assert.deepEqual(continuedAnswers(rule, from, { form }), {})
})
