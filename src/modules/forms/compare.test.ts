import assert from 'node:assert/strict'
import test from 'node:test'
import { compareRevisions } from './compare.ts'
import type { FormDefinition } from './definition.ts'
import { smallWorld } from './testing.ts'

const text = (vi: string) => ({ vi, en: vi })

const before: FormDefinition = {
  pages: [
    {
      key: 'mot',
      title: text('Một'),
      fields: [
        { key: 'book', type: 'text', lengthMax: 20, label: text('Số sổ hộ khẩu') },
        { key: 'number', type: 'personalNumber', kinds: ['12', '9'], label: text('Số thẻ') },
        { key: 'copies', type: 'number', min: 0, max: 20, label: text('Số bản') },
      ],
    },
  ],
}

const after: FormDefinition = {
  pages: [
    {
      key: 'mot',
      title: text('Một'),
      fields: [
        { key: 'number', type: 'personalNumber', kinds: ['12'], label: text('Số định danh') },
        { key: 'copies', type: 'number', min: 0, max: 20, label: text('Số bản sao') },
        { key: 'mail', type: 'text', lengthMax: 50, optional: true, label: text('Thư điện tử') },
      ],
    },
  ],
}

test('a draft under a new law: what is no longer asked, newly asked, and asked otherwise', () => {
  const answers = { book: 'HK-1', number: '012345456', copies: 2 }
  const changes = compareRevisions(before, after, answers, smallWorld('2024-06-06'))
  assert.deepEqual(changes.noLongerAsked, [
    { field: 'book', label: text('Số sổ hộ khẩu'), value: 'HK-1' },
  ])
  assert.deepEqual(
    changes.newlyAsked.map(({ field, optional }) => [field, optional]),
    [['mail', true]],
  )
  assert.deepEqual(
    changes.changed.map(({ field, problems }) => [field, problems[0]?.code]),
    [['number', 'number-length']],
  )
})

test('no answer is lost: every one is kept or aside', () => {
  const answers = { book: 'HK-1', number: '012345456', copies: 2 }
  const { kept, aside } = compareRevisions(before, after, answers, smallWorld('2024-06-06'))
  assert.deepEqual({ ...kept, ...aside }, answers)
  assert.deepEqual(aside, { book: 'HK-1' })
})

test('between two equal forms nothing changes; other words alone are no change', () => {
  const same = compareRevisions(before, before, { copies: 2 }, smallWorld('2016-08-12'))
  assert.deepEqual([same.noLongerAsked, same.newlyAsked, same.changed], [[], [], []])
})
