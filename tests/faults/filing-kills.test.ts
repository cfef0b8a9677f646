import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { build } from 'esbuild'
import { openCore, type Core } from '../../src/testing/core.ts'
import { photo } from '../../src/testing/photo.ts'
import { root } from '../../src/platform/root.ts'
import {
  file,
  findLocation,
  listWorklist,
  verifyChain,
  viewForStaff,
} from '../../src/modules/dossiers/index.ts'
import { attachFile, listOwnDraftFiles } from '../../src/modules/intake/index.ts'
import { PAPERS, type Crash, type FilingOrder } from './filing-child.ts'

const KILLS = 200
const LANG_THUONG = 'ubnd-00187-2008'

let core: Core
let child: string

before(async () => {
  core = await openCore()
  const folder = join(root, 'var/test-build')
  await mkdir(folder, { recursive: true })
  child = join(folder, `filing-child-${process.pid}.mjs`)
  await build({
    entryPoints: [join(root, 'tests/faults/filing-child.ts')],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  })
})
after(async () => {
  await core.close()
  await rm(child, { force: true })
})

type Outcome = { acknowledged: string | null; statements: number; stores: number; killed: boolean }

function run(order: FilingOrder): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [child, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let wrong = ''
    started.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    started.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()))
    started.on('error', reject)
    started.on('close', (code, signal) => {
      if (signal === null && code !== 0) {
        reject(new Error(wrong))
        return
      }
      const counts = /^done (\d+) (\d+)$/m.exec(said)
      resolve({
        acknowledged: /^ack (\S+)$/m.exec(said)?.[1] ?? null,
        statements: Number(counts?.[1] ?? 0),
        stores: Number(counts?.[2] ?? 0),
        killed: signal === 'SIGKILL',
      })
    })
  })
}

let phone = 914_000_000
async function draft() {
  return core.readyDraft({
    'contact.phone': `0${++phone}`,
    'file.birthNotice': undefined,
    'file.marriage': undefined,
  })
}

const order = (draftId: string, crash: Crash | null): FilingOrder => ({
  url: core.database.url,
  home: core.home,
  now: core.clock.now().toISOString(),
  draftId,
  crash,
})

/** What the citizen does when no answer came: looks, adds what is missing, sends again. */
async function tryAgain(id: string) {
  const owner = core.citizen([id])
  const isFiled = await findLocation(core.database.db, 'id', id)
  const present = isFiled ? [] : await listOwnDraftFiles(owner, id)
  for (const field of isFiled ? [] : PAPERS) {
    if (present.some((attached) => attached.field === field)) continue
    const given = { draftId: id, field, name: `${field}.png`, bytes: photo(`${field} ${id}`) }
    await attachFile(owner, core.files, given)
  }
  return file(owner, core.files, { draftId: id, requestKey: id, channel: 'online' })
}

function crashes(whole: Outcome): Crash[] {
  const points: Crash[] = []
  const add = (of: Crash['of'], count: number) => {
    for (let n = 1; n <= count; n++) {
      for (const when of ['before', 'sent', 'after'] as const) points.push({ of, n, when })
    }
  }
  add('sql', whole.statements)
  add('store', whole.stores)
  return Array.from({ length: KILLS }, (_, index) => points[index % points.length]!)
}

test(`${KILLS} kills at every point of filing lose nothing acknowledged and double nothing`, async (t) => {
  const whole = await run(order((await draft()).id, null))
  assert.ok(whole.acknowledged && whole.statements > 20 && whole.stores === 2)
  const orders: { id: string; crash: Crash }[] = []
  for (const crash of crashes(whole)) orders.push({ id: (await draft()).id, crash })
  let kills = 0
  let committedUnheard = 0
  const worker = async () => {
    for (let next = orders.pop(); next; next = orders.pop()) {
      const outcome = await run(order(next.id, next.crash))
      if (outcome.killed) kills += 1
      const wasFiled = await findLocation(core.database.db, 'id', next.id)
      if (outcome.acknowledged) assert.ok(wasFiled, 'acknowledged and lost')
      if (wasFiled && !outcome.acknowledged) committedUnheard += 1
      const dossier = await tryAgain(next.id)
      if (outcome.acknowledged) assert.equal(dossier.code, outcome.acknowledged)
      await ensureWhole(dossier.code)
    }
  }
  await Promise.all([worker(), worker()])
  assert.equal(kills, KILLS)
  assert.ok(committedUnheard > 0, 'no kill fell between commit and answer')
  await ensureGapless(KILLS + 1)
  t.diagnostic(`${kills} kills, ${committedUnheard} committed but unanswered, 0 lost, 0 doubled`)
})

async function ensureWhole(code: string): Promise<void> {
  const view = await viewForStaff(await core.officer('hang'), code)
  assert.deepEqual(view.files.map(({ field }) => field).toSorted(), [...PAPERS])
  for (const { sha256 } of view.files) assert.equal(await core.files.verify(sha256), 'intact')
  assert.equal(view.events.length, 1)
}

async function ensureGapless(count: number): Promise<void> {
  const { rows } = await core.database.db.query<{ code_no: number }>(
    'select code_no from dossier where agency_id = $1 order by code_no',
    [LANG_THUONG],
  )
  assert.deepEqual(
    rows.map((row) => row.code_no),
    Array.from({ length: count }, (_, index) => index + 1),
  )
  assert.equal(await verifyChain(core.database.db, LANG_THUONG), undefined)
  const { total } = await listWorklist(await core.officer('hang'), { queue: 'filed' })
  assert.equal(total, count)
}
