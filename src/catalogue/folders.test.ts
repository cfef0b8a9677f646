import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { openFolders } from './folders.ts'

function folderWith(t: test.TestContext, door: string): string {
  const below = mkdtempSync(join(tmpdir(), 'catalogue-'))
  t.after(() => rmSync(below, { recursive: true }))
  mkdirSync(join(below, 'road-permit'))
  writeFileSync(join(below, 'road-permit', 'index.ts'), door)
  writeFileSync(join(below, 'README.md'), 'not a folder')
  return below
}

test('a folder is all it takes to offer a procedure', async (t) => {
  const below = folderWith(
    t,
    "export const revisions: readonly { key: string }[] = [{ key: 'road.permit' }]",
  )
  const found = await openFolders(below)
  assert.deepEqual(
    found.flatMap(({ revisions }) => revisions.map(({ key }) => key)),
    ['road.permit'],
  )
})

test('a folder that offers nothing is told by its name, not passed over', async (t) => {
  const below = folderWith(t, 'export const revisions: readonly string[] = []')
  await assert.rejects(openFolders(below), /road-permit\/index\.ts gives no revisions/)
})

test('a catalogue that finds nothing to offer does not pass for an empty one', async (t) => {
  const below = mkdtempSync(join(tmpdir(), 'catalogue-'))
  t.after(() => rmSync(below, { recursive: true }))
  await assert.rejects(openFolders(below), /no procedure's folder/)
})
