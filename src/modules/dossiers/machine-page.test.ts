import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '../../platform/root.ts'
import { machinePage } from './machine-page.ts'

test('docs/machine.md says what the table says', () => {
  assert.equal(readFileSync(join(root, 'docs/machine.md'), 'utf8'), machinePage())
})
