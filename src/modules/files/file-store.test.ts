import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { openFiles } from './index.ts'

const homes: string[] = []
after(() => Promise.all(homes.map((home) => rm(home, { recursive: true }))))

async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'files-'))
  homes.push(home)
  return home
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const MEGABYTE = 1024 * 1024
const limit = { sizeBytesMax: 10 * MEGABYTE }

test('bytes are kept under their SHA-256 and come back identical', async () => {
  const home = await freshHome()
  const files = await openFiles(home)
  const bytes = new TextEncoder().encode('Giấy chứng sinh')
  const stored = await files.store(bytes, limit)
  assert.deepEqual(stored, { sha256: sha256Of(bytes), sizeBytes: bytes.length })
  const { sha256 } = stored
  const path = join(home, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  assert.deepEqual(await readFile(path), Buffer.from(bytes))
  assert.equal((await stat(path)).mode & 0o077, 0, 'only the product may read it')
  assert.deepEqual(Buffer.from(await files.read(sha256)), Buffer.from(bytes))
  assert.equal(await files.has(sha256), true)
  assert.equal(await files.verify(sha256), 'intact')
  assert.deepEqual(await readdir(join(home, 'files/incoming')), [])
})

test('a stream in pieces gives the same file as the bytes at once', async () => {
  const files = await openFiles(await freshHome())
  const bytes = Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 251))
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777)
  }
  const streamed = await files.store(pieces(), limit)
  assert.deepEqual(streamed, await files.store(bytes, limit))
  const back: Buffer[] = []
  for await (const chunk of files.stream(streamed.sha256)) back.push(chunk)
  assert.deepEqual(Buffer.concat(back), bytes)
})

test('the same bytes stored by twenty at once are one whole file', async () => {
  const home = await freshHome()
  const files = await openFiles(home)
  const bytes = Buffer.alloc(MEGABYTE, 7)
  const stored = await Promise.all(Array.from({ length: 20 }, () => files.store(bytes, limit)))
  assert.equal(new Set(stored.map(({ sha256 }) => sha256)).size, 1)
  assert.equal(await files.verify(sha256Of(bytes)), 'intact')
  assert.deepEqual(await readdir(join(home, 'files/incoming')), [])
})

test('a file at the limit is stored; one byte more is refused and nothing is kept', async () => {
  const home = await freshHome()
  const files = await openFiles(home)
  await files.store(Buffer.alloc(100), { sizeBytesMax: 100 })
  const tooLarge = files.store(Buffer.alloc(101), { sizeBytesMax: 100 })
  await assert.rejects(tooLarge, (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.code, 'file-too-large')
    assert.deepEqual(error.data, { sizeBytesMax: 100 })
    return true
  })
  assert.equal(await files.has(sha256Of(Buffer.alloc(101))), false)
  assert.deepEqual(await readdir(join(home, 'files/incoming')), [])
})

test('reading stops at the limit: an endless upload is not read to its end', async () => {
  const files = await openFiles(await freshHome())
  let given = 0
  let isClosed = false
  async function* endless() {
    try {
      for (;;) {
        given += 1
        yield Buffer.alloc(1000)
      }
    } finally {
      isClosed = true
    }
  }
  await assert.rejects(files.store(endless(), { sizeBytesMax: 5000 }), /file-too-large/)
  assert.equal(given, 6)
  assert.equal(isClosed, true)
})

test('an upload that breaks off leaves nothing behind', async () => {
  const home = await freshHome()
  const files = await openFiles(home)
  async function* breaking() {
    yield Buffer.from('half a ')
    throw new Error('connection lost')
  }
  await assert.rejects(files.store(breaking(), limit), /connection lost/)
  assert.deepEqual(await readdir(join(home, 'files')), ['incoming'])
  assert.deepEqual(await readdir(join(home, 'files/incoming')), [])
})

test('a file cut short on the disk is reported, not served, and mended by storing', async () => {
  const home = await freshHome()
  const files = await openFiles(home)
  const bytes = Buffer.alloc(5000, 3)
  const { sha256 } = await files.store(bytes, limit)
  const path = join(home, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  await truncate(path, 4999)
  assert.equal(await files.verify(sha256), 'damaged')
  await assert.rejects(files.read(sha256), /damaged/)
  await files.store(bytes, limit)
  assert.equal(await files.verify(sha256), 'intact')
})

test('a missing file is said to be missing', async () => {
  const files = await openFiles(await freshHome())
  const sha256 = sha256Of(Buffer.from('never stored'))
  assert.equal(await files.has(sha256), false)
  assert.equal(await files.verify(sha256), 'missing')
  await assert.rejects(files.read(sha256), /ENOENT/)
})

test('a hash that is a path is not followed', async () => {
  const files = await openFiles(await freshHome())
  for (const hash of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])
    await assert.rejects(files.read(hash), /not a SHA-256/)
})

test('a start removes what dead processes left half written, nothing of live ones', async () => {
  const home = await freshHome()
  const files = await openFiles(home)
  const incoming = join(home, 'files/incoming')
  // No process has a number this high; the parent of this one is alive.
  const dead = '4194305-3c1f1a4e-0000-4000-8000-000000000000'
  const alive = `${process.ppid}-3c1f1a4e-0000-4000-8000-000000000000`
  await writeFile(join(incoming, dead), 'half')
  await writeFile(join(incoming, alive), 'half')
  await writeFile(join(incoming, `${process.pid}-left-by-an-earlier-life`), 'half')
  let isReopened = false
  async function* slow() {
    yield Buffer.from('still ')
    await openFiles(home)
    isReopened = true
    yield Buffer.from('writing')
  }
  const { sha256 } = await files.store(slow(), limit)
  assert.equal(isReopened, true)
  assert.equal(await files.verify(sha256), 'intact')
  assert.deepEqual(await readdir(incoming), [alive])
})

test('an empty file is a file', async () => {
  const files = await openFiles(await freshHome())
  const { sha256, sizeBytes } = await files.store(new Uint8Array(), limit)
  assert.equal(sizeBytes, 0)
  assert.equal(await files.verify(sha256), 'intact')
})
