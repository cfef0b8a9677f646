import assert from 'node:assert/strict'
import test from 'node:test'
import type { FormDefinition } from './definition.ts'
import { stopOf } from './stop.ts'

const text = (vi: string) => ({ vi, en: vi })

const form: FormDefinition = {
  pages: [
    {
      key: 'mot',
      title: text('Một'),
      fields: [
        {
          key: 'kind',
          type: 'choice',
          label: text('Loại'),
          options: [
            { value: 'go', label: text('Đi tiếp') },
            { value: 'stop', label: text('Dừng'), stops: text('Không phải làm gì.') },
          ],
        },
      ],
    },
    {
      key: 'hai',
      title: text('Hai'),
      when: { field: 'kind', is: 'go' },
      fields: [
        {
          key: 'more',
          type: 'choice',
          label: text('Thêm'),
          options: [
            { value: 'a', label: text('A'), stops: text('Hết.') },
            { value: 'b', label: text('B') },
          ],
        },
      ],
    },
  ],
}

test('an answer that stops says why, and only where it was asked', () => {
  assert.equal(stopOf(form, {}), undefined)
  assert.equal(stopOf(form, { kind: 'go' }), undefined)
  assert.equal(stopOf(form, { kind: 'stop' })?.vi, 'Không phải làm gì.')
  assert.equal(stopOf(form, { kind: 'go', more: 'a' })?.vi, 'Hết.')
  assert.equal(stopOf(form, { more: 'a' }), undefined)
})
