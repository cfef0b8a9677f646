import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { moves, standingActs } from '../modules/dossiers/index.ts'
import { root } from '../platform/root.ts'
import { turnsPage } from './turns-page.ts'

const rows = turnsPage()
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| turn') && !line.includes('---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('docs/turns.md says what the tables, the slips, the messages and the pages say', () => {
  assert.equal(readFileSync(join(root, 'docs/turns.md'), 'utf8'), turnsPage())
})

test('every event has its own turn, told in words and not by its key', () => {
  const events = new Set([...moves, ...standingActs].map(({ event }) => event))
  assert.equal(rows.length, events.size)
  for (const [, turn = ''] of rows) assert.doesNotMatch(turn, /[a-z][A-Z]/, turn)
})

test('whatever ends a dossier or asks something of the citizen is told by message', () => {
  const silent = rows
    .filter(([, , , , , message, read]) => read !== '' && message === '')
    .map(([, turn]) => turn)
  // The citizen did it, or reads it when looking; nothing has to be done.
  assert.deepEqual(
    silent.filter((turn) => /yêu cầu|từ chối|gạch sổ|hẹn lại/i.test(turn ?? '')),
    [],
  )
})
