import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../platform/refusal.ts'

export type StoredFile = { sha256: string; sizeBytes: number }

export type FileStore = {
  /**
   * Keeps the bytes under their SHA-256; when it returns they are on the disk. Storing the same
   * bytes again changes nothing (and mends a damaged copy). Refuses `file-too-large`
   * (`data.sizeBytesMax`) without reading on; if the source fails, that error is thrown and nothing
   * is kept.
   */
  store(
    source: Uint8Array | AsyncIterable<Uint8Array>,
    options: { sizeBytesMax: number },
  ): Promise<StoredFile>
  /**
   * The bytes, checked against the hash. Throws when they are missing or damaged: a fault of ours.
   */
  read(sha256: string): Promise<Uint8Array>
  /** The bytes as they are read, not checked: for large files on their way to a browser. */
  stream(sha256: string): ReadStream
  has(sha256: string): Promise<boolean>
  verify(sha256: string): Promise<'intact' | 'missing' | 'damaged'>
}

/**
 * Opens the content-addressed store `<home>/files/ab/cd/<sha256>` and removes what processes that
 * died left half written.
 */
export async function openFiles(home: string): Promise<FileStore> {
  const root = join(home, 'files')
  const incoming = join(root, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  for (const folder of [root, home]) await syncFolder(folder)
  await sweep(incoming)
  return {
    store: (source, options) => store({ root, incoming }, source, options),
    read: (sha256) => read(root, sha256),
    stream: (sha256) => createReadStream(pathOf(root, sha256)),
    has: async (sha256) => (await sizeOf(pathOf(root, sha256))) !== undefined,
    verify: (sha256) => verify(root, sha256),
  }
}

/** Files that this process is writing now. */
const writing = new Set<string>()

type Folders = { root: string; incoming: string }

async function store(
  { root, incoming }: Folders,
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { sizeBytesMax }: { sizeBytesMax: number },
): Promise<StoredFile> {
  const name = `${process.pid}-${randomUUID()}`
  const path = join(incoming, name)
  writing.add(name)
  try {
    const stored = await writeDown(
      path,
      source instanceof Uint8Array ? [source] : source,
      sizeBytesMax,
    )
    const target = pathOf(root, stored.sha256)
    const folders = await ensureFolders(root, stored.sha256)
    await rename(path, target)
    for (const folder of folders) await syncFolder(folder)
    return stored
  } finally {
    await rm(path, { force: true })
    writing.delete(name)
  }
}

async function writeDown(
  path: string,
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
): Promise<StoredFile> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.length
      if (sizeBytes > sizeBytesMax) throw new Refusal('file-too-large', { sizeBytesMax })
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}

/**
 * The folders whose entries must reach the disk for the file to be found again, innermost first.
 */
async function ensureFolders(root: string, sha256: string): Promise<string[]> {
  const outer = join(root, sha256.slice(0, 2))
  const inner = join(outer, sha256.slice(2, 4))
  await mkdir(inner, { recursive: true, mode: 0o700 })
  return [inner, outer, root]
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function pathOf(root: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256')
  return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function read(root: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(pathOf(root, sha256))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`stored file ${sha256} is damaged`)
  return bytes
}

async function verify(root: string, sha256: string): Promise<'intact' | 'missing' | 'damaged'> {
  const path = pathOf(root, sha256)
  if ((await sizeOf(path)) === undefined) return 'missing'
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex') === sha256 ? 'intact' : 'damaged'
}

/** A half-written file belongs to nobody once the process named in it is gone. */
async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const pid = Number(name.split('-')[0])
    const isLive = pid === process.pid ? writing.has(name) : isRunning(pid)
    if (!isLive) await rm(join(incoming, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
