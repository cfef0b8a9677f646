import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { createLog } from './log.ts'

function lines(): { written: string[]; log: ReturnType<typeof createLog> } {
  const written: string[] = []
  return { written, log: createLog('debug', { write: (line) => void written.push(line) }) }
}

test('names, phones and secrets are struck out, also one level down', () => {
  const { written, log } = lines()
  log.info({ name: 'Nguyễn Văn A', dossier: { phone: '0912345678' }, agencyId: 'x' }, 'filed')
  assert.match(written[0]!, /"agencyId":"x"/)
  assert.doesNotMatch(written.join(''), /Nguyễn|0912345678/)
})

test('a database error is logged by code and constraint, never by its text', () => {
  const { written, log } = lines()
  const error = new pg.DatabaseError('invalid input syntax: "Nguyễn Văn A"', 10, 'error')
  error.code = '22P02'
  error.detail = 'Key (name)=(Nguyễn Văn A) exists'
  log.error({ err: new Error('cannot file', { cause: error }) }, 'failed')
  assert.match(written[0]!, /22P02/)
  assert.doesNotMatch(written.join(''), /Nguyễn/)
})
