import { writeSync } from 'node:fs'
import pg from 'pg'
import '../../src/catalogue/index.ts'
import { file, listen } from '../../src/modules/dossiers/index.ts'
import { openFiles, type FileStore } from '../../src/modules/files/index.ts'
import { attachFile } from '../../src/modules/intake/index.ts'
import { notifyCitizen } from '../../src/modules/notifications/index.ts'
import { issueSlips } from '../../src/modules/slips/index.ts'
import { testClock } from '../../src/platform/clock.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { openDb } from '../../src/platform/db.ts'
import { createLog } from '../../src/platform/log.ts'
import { photo } from '../../src/testing/photo.ts'

/**
 * One citizen's filing in a process of its own, which kills itself at the n-th statement or the
 * n-th file. It says what was acknowledged with a synchronous write, as a server's answer would.
 */
export type FilingOrder = {
  url: string
  home: string
  now: string
  draftId: string
  crash: Crash | null
}

export type Crash = { of: 'sql' | 'store'; n: number; when: 'before' | 'sent' | 'after' }

export const PAPERS = ['file.birthNotice', 'file.marriage'] as const

const done = { sql: 0, store: 0 }

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

function reaches(of: Crash['of'], when: Crash['when'], crash: Crash | null): boolean {
  return crash?.of === of && crash.when === when && crash.n === done[of]
}

type Query = (...args: unknown[]) => unknown

function watchStatements(crash: Crash | null): void {
  // The driver's own method, whatever its overloads are.
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function query(this: unknown, ...args: unknown[]) {
    done.sql += 1
    const isLast = reaches('sql', 'after', crash)
    if (reaches('sql', 'before', crash)) die()
    const callback = args.at(-1)
    if (isLast && typeof callback === 'function') args[args.length - 1] = () => die()
    const result = original.apply(this, args)
    if (reaches('sql', 'sent', crash)) die()
    return isLast && result instanceof Promise ? result.then(() => die()) : result
  }
}

function watchFiles(files: FileStore, crash: Crash | null): FileStore {
  return {
    ...files,
    store: async (source, options) => {
      done.store += 1
      if (reaches('store', 'before', crash)) die()
      if (reaches('store', 'sent', crash)) return files.store(half(source as Uint8Array), options)
      const stored = await files.store(source, options)
      if (reaches('store', 'after', crash)) die()
      return stored
    },
  }
}

async function* half(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes.subarray(0, bytes.length / 2)
  die()
}

async function run(order: FilingOrder): Promise<void> {
  const db = openDb({ connectionString: order.url, connectionsMax: 3 })
  const opened = await openFiles(order.home)
  listen('slips', issueSlips)
  listen('notifications', notifyCitizen)
  const ctx: Ctx = {
    db,
    clock: testClock(new Date(order.now)),
    log: createLog('silent'),
    actor: { kind: 'citizen', phone: null, draftIds: [order.draftId] },
  }
  watchStatements(order.crash)
  const files = watchFiles(opened, order.crash)
  for (const field of PAPERS) {
    const bytes = photo(`${field} ${order.draftId}`)
    const given = { draftId: order.draftId, field, name: `${field}.png`, bytes }
    await attachFile(ctx, files, given)
  }
  const { draftId } = order
  const dossier = await file(ctx, files, { draftId, requestKey: draftId, channel: 'online' })
  writeSync(1, `ack ${dossier.code}\n`)
  writeSync(1, `done ${done.sql} ${done.store}\n`)
  await db.close()
}

const given = process.argv[2]
if (given !== undefined) await run(JSON.parse(given) as FilingOrder)
