import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'esbuild'
import { seedCity } from '../../src/modules/agencies/index.ts'
import { openFiles } from '../../src/modules/files/index.ts'
import {
  importKey,
  openExchange,
  reconcile,
  setParty,
  type Difference,
  type Exchange,
} from '../../src/modules/interlink/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { createLog } from '../../src/platform/log.ts'
import { root } from '../../src/platform/root.ts'
import { testDatabase, type TestDatabase } from '../../src/testing/db.ts'
import { problemOf } from '../../src/web/to-response.ts'
import type { CrashAt } from './crash-at.ts'
import { fastClock, isCancelled, POLICE, WARD, type SideOrder } from './exchange-child.ts'
import { chanceOf, lossyChannel, type Channel, type Faults } from './lossy-channel.ts'
import { freePort } from './product.ts'

const SEED = Number(process.env['MOTCUA_TEST_SEED'] ?? 20_160_812)
const LEGS = 1_725
/** Six messages a leg; four when it is cancelled at once. */
const MESSAGES = Array.from({ length: LEGS }, (_, leg) => (isCancelled(leg) ? 4 : 6)).reduce(
  (sum, count) => sum + count,
  0,
)
const KILLS_A_SIDE = 12
const PATIENCE_MS = 280_000

type Side = {
  name: 'lead' | 'partner'
  party: string
  database: TestDatabase
  home: string
  port: number
  ctx: Ctx
  exchange: Exchange
  /** The way to it. */
  channel: Channel
  child: ChildProcess | undefined
  kills: number
}

const epoch = Date.now()
const chance = chanceOf(SEED)
let program: string
let lead: Side
let partner: Side
let isOver = false

before(async () => {
  program = await bundle()
  lead = await openSide('lead', WARD)
  partner = await openSide('partner', POLICE)
  await introduce(lead, partner)
  await introduce(partner, lead)
})
after(async () => {
  isOver = true
  for (const side of [lead, partner]) {
    side.child?.kill('SIGKILL')
    await side.channel.close()
    await side.database.close()
    await rm(side.home, { recursive: true, force: true })
  }
  await rm(program, { force: true })
})

async function bundle(): Promise<string> {
  const folder = join(root, 'var/test-build')
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, `exchange-child-${process.pid}.mjs`)
  await build({
    entryPoints: [join(root, 'tests/faults/exchange-child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  })
  return outfile
}

async function openSide(name: Side['name'], party: string): Promise<Side> {
  const [database, home, port] = await Promise.all([
    testDatabase(),
    mkdtemp(join(tmpdir(), `motcua-${name}-`)),
    freePort(),
  ])
  await seedCity(database.db, join(root, 'data'))
  await database.owner.query('create table test_effect (agency_id text, message_id uuid)')
  await database.owner.query('grant select, insert on test_effect to motcua_app')
  const publicUrl = `http://127.0.0.1:${port}`
  const files = await openFiles(home)
  const exchange = openExchange({ home, files, publicUrl, problemOf: problemOf(publicUrl) })
  const actor = { kind: 'system', task: 'test' } as const
  const ctx: Ctx = { db: database.db, clock: fastClock(epoch), log: createLog('silent'), actor }
  const channel = await lossyChannel(port, chance)
  return { name, party, database, home, port, ctx, exchange, channel, child: undefined, kills: 0 }
}

/** `here` learns where `there` is and with which key it signs. */
async function introduce(here: Side, there: Side): Promise<void> {
  const { privateKey } = await there.exchange.keys.signing(there.ctx, there.party)
  const { x = '' } = privateKey.export({ format: 'jwk' })
  await importKey(here.ctx, { party: there.party, text: x, validFrom: new Date('2016-01-01') })
  const endpoint = `${there.channel.url}/api/lien-thong/1`
  await setParty(here.ctx, { party: there.party, endpoint })
}

const whens = ['before', 'sent', 'after'] as const

/** Until the side has died often enough, each of its lives ends at a statement by chance. */
function crashOf(side: Side): CrashAt | null {
  if (side.kills >= KILLS_A_SIDE) return null
  return { n: 300 + Math.floor(chance() * 2_500), when: whens[Math.floor(chance() * 3)]! }
}

function keepAlive(side: Side): void {
  const { name, database, home, port } = side
  const order: SideOrder = {
    side: name,
    url: database.url,
    home,
    port,
    epoch,
    legs: LEGS,
    crash: crashOf(side),
  }
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  side.child = child
  child.once('exit', (_code, signal) => {
    if (isOver) return
    if (signal === 'SIGKILL') side.kills += 1
    keepAlive(side)
  })
}

async function numberOf(side: Side, sql: string): Promise<number> {
  const { rows } = await side.database.owner.query<{ n: number }>(sql)
  return rows[0]!.n
}

const TAKEN = `select count(*)::int as n from interlink_message where direction = 'in'`
const ON_ITS_WAY = `select count(*)::int as n from interlink_message
  where direction = 'out' and accepted_at is null`

async function isDone(): Promise<boolean> {
  const taken = (await numberOf(lead, TAKEN)) + (await numberOf(partner, TAKEN))
  if (taken < MESSAGES) return false
  return (await numberOf(lead, ON_ITS_WAY)) + (await numberOf(partner, ON_ITS_WAY)) === 0
}

async function untilDone(): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (!(await isDone())) {
    assert.ok(Date.now() < until, 'the exchange did not come to its end')
    await delay(500)
  }
}

const EFFECTS = 'select count(*)::int as n from test_effect'
const DISTINCT = 'select count(distinct message_id)::int as n from test_effect'

async function ensureOnce(side: Side): Promise<void> {
  const taken = await numberOf(side, TAKEN)
  assert.equal(await numberOf(side, EFFECTS), taken, `${side.name}: effects`)
  assert.equal(await numberOf(side, DISTINCT), taken, `${side.name}: effects done twice`)
}

async function ensureReconciled(side: Side): Promise<void> {
  const found: Difference[] = []
  const onDifference = (difference: Difference) => void found.push(difference)
  const done = await reconcile(side.ctx, side.exchange, { asks: true, onDifference })
  assert.deepEqual(found, [], `${side.name}: differences`)
  assert.deepEqual(done.silent, [])
  assert.equal(done.legs, LEGS)
  assert.equal(done.messages, MESSAGES)
}

/** Every message that one side sent lies at the other, byte for byte. */
async function ensureSameBytes(from: Side, to: Side): Promise<void> {
  const listOf = async (side: Side, direction: string) => {
    const { rows } = await side.database.owner.query<{ line: string }>(
      `select leg || ' ' || seq || ' ' || id || ' ' || bytes_sha256 as line
       from interlink_message where direction = $1 order by leg, seq`,
      [direction],
    )
    return rows.map(({ line }) => line)
  }
  assert.deepEqual(await listOf(to, 'in'), await listOf(from, 'out'))
}

test(`${MESSAGES} messages over a bad line, and crashes of both sides, take effect exactly once`, async (t) => {
  const began = Date.now()
  for (const side of [lead, partner]) keepAlive(side)
  await untilDone()
  const tookMs = Date.now() - began
  for (const side of [lead, partner]) side.channel.mend()
  await ensureOnce(lead)
  await ensureOnce(partner)
  await ensureSameBytes(lead, partner)
  await ensureSameBytes(partner, lead)
  await ensureReconciled(lead)
  await ensureReconciled(partner)
  const ended = `select count(*)::int as n from leg where ended_at is not null`
  assert.equal(await numberOf(lead, ended), LEGS)
  assert.equal(await numberOf(partner, ended), LEGS)
  const total = sum(lead.channel.faults, partner.channel.faults)
  for (const [fault, count] of Object.entries(total)) assert.ok(count > 50, `${fault}: ${count}`)
  assert.ok(lead.kills >= KILLS_A_SIDE && partner.kills >= KILLS_A_SIDE)
  const told = Object.entries(total).map(([fault, count]) => `${fault} ${count}`)
  t.diagnostic(
    `${MESSAGES} messages in ${LEGS} legs, ${(tookMs / 1000).toFixed(0)} s, seed ${SEED}`,
  )
  t.diagnostic(`on the way: ${told.join(', ')}`)
  t.diagnostic(`kill -9: ${lead.kills} of the lead, ${partner.kills} of the partner`)
  t.diagnostic('0 lost, 0 doubled, 0 differences on either side')
})

function sum(one: Faults, other: Faults): Faults {
  const entries = Object.entries(one) as [keyof Faults, number][] // its keys are its own
  return Object.fromEntries(
    entries.map(([fault, count]) => [fault, count + other[fault]]),
  ) as Faults
}
