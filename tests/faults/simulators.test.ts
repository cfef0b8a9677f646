import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  deliverDue,
  findLeg,
  importKey,
  onMessage,
  openLeg,
  reconcile,
  setParty,
  type Leg,
} from '../../src/modules/interlink/index.ts'
import { uuidv7 } from '../../src/platform/ids.ts'
import { plainDate, toLegalIso } from '../../src/platform/plain-date.ts'
import { root } from '../../src/platform/root.ts'
import { openWorld, type World } from '../journeys/world.ts'

const WARD = 'ubnd-00187-2008'
const INSURANCE = 'bhxh-quan-006-2008'

let world: World
let home: string
let port: number
let simulator: ChildProcess

before(async () => {
  world = await openWorld()
  home = await mkdtemp(join(tmpdir(), 'motcua-sim-'))
  port = await freePort()
  const publicKey = await startSimulator()
  await setParty(world.ctx, {
    party: INSURANCE,
    endpoint: `http://127.0.0.1:${port}`,
    fromDay: plainDate('2016-01-01'),
  })
  await importKey(world.ctx, {
    party: INSURANCE,
    text: publicKey,
    validFrom: new Date('2016-01-01'),
  })
  onMessage('received', async () => undefined)
  onMessage('requestSupplement', async () => undefined)
  onMessage('result', async () => undefined)
  onMessage('cancelled', async () => undefined)
})
after(async () => {
  await stopSimulator()
  await world.close()
  await rm(home, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  assert(typeof address === 'object' && address)
  return address.port
}

/** A process of its own that knows the city by its address alone; its clock starts with ours. */
async function startSimulator(): Promise<string> {
  const args = [
    'simulate',
    'insurance',
    '--port',
    String(port),
    '--portal',
    `${world.url}/api/lien-thong/1`,
  ]
  simulator = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      MOTCUA_HOME: home,
      MOTCUA_DEMO: '1',
      MOTCUA_NOW: toLegalIso(world.clock.now()),
    },
  })
  const gone = once(simulator, 'exit').then(([code]) => {
    throw new Error(`the simulator ended with ${code}`)
  })
  const [ready] = (await Promise.race([once(simulator, 'message'), gone])) as [
    { publicKey: string },
  ]
  gone.catch(() => undefined)
  return ready.publicKey
}

async function stopSimulator(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  simulator.kill(signal)
  if (simulator.exitCode === null && simulator.signalCode === null) await once(simulator, 'exit')
}

async function behave(settings: Record<string, unknown>): Promise<void> {
  const reply = await fetch(`http://127.0.0.1:${port}/dieu-khien`, {
    method: 'POST',
    body: JSON.stringify({ workMs: 50, ...settings }),
  })
  assert.equal(reply.status, 200)
}

const calm = {
  mode: 'working',
  supplementPercent: 0,
  refusePercent: 0,
  duplicatePercent: 0,
  reorderPercent: 0,
  garbagePercent: 0,
}

async function open(): Promise<Leg> {
  const answers = { 'child.sex': 'male', 'child.birthDate': '2016-08-10' }
  return world.deps.db.tx((db) =>
    openLeg(world.ctx, db, {
      agencyId: WARD,
      dossierId: uuidv7(world.clock.now()),
      key: 'the-bhyt',
      to: INSURANCE,
      body: {
        service: 'health_card.issue',
        serviceVersion: 1,
        lead: { agencyName: 'UBND phường Láng Thượng', dossierCode: '000.07.06.H26-160812-0042' },
        answers,
        papers: [],
        dueAt: '2016-08-26T09:30:00.000Z',
      },
    }),
  )
}

/** The simulator works by the machine's clock: asks until the leg is there. */
async function becomes(leg: Leg, state: Leg['state']): Promise<void> {
  const at = { agencyId: leg.agencyId, leg: leg.leg }
  for (let looks = 0; looks < 300; looks += 1) {
    await deliverDue(world.ctx, world.deps.exchange)
    const now = await findLeg(world.deps.db, at, { lock: false })
    if (now?.state === state) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const now = await findLeg(world.deps.db, at, { lock: false })
  assert.fail(`the leg is ${now?.state}, not ${state}`)
}

test('a partner program that knows only the protocol does its part to the result', async () => {
  await behave(calm)
  await becomes(await open(), 'done')
})

test('a partner that sends twice, in the wrong order and answers garbage ends exactly once', async () => {
  await behave({ ...calm, workMs: 0, duplicatePercent: 100, reorderPercent: 60 })
  await becomes(await open(), 'done')
  await behave({ ...calm, garbagePercent: 100 })
  const leg = await open()
  await becomes(leg, 'done')
  await behave(calm)
  world.clock.set(new Date(world.clock.now().getTime() + 60_000))
  await deliverDue(world.ctx, world.deps.exchange)
})

test('a partner killed in the middle of its work goes on where it was', async () => {
  await behave({ ...calm, workMs: 1500 })
  const leg = await open()
  await becomes(leg, 'received')
  await stopSimulator('SIGKILL')
  await startSimulator()
  await becomes(leg, 'done')
})

test('what was sent while a partner was down is done when it is back', async () => {
  await behave({ ...calm, mode: 'down' })
  const leg = await open()
  await deliverDue(world.ctx, world.deps.exchange)
  const at = { agencyId: leg.agencyId, leg: leg.leg }
  assert.equal((await findLeg(world.deps.db, at, { lock: false }))?.state, 'notSent')
  await behave(calm)
  world.clock.set(new Date(world.clock.now().getTime() + 120_000))
  await becomes(leg, 'done')
})

test('both sides agree on every leg', async () => {
  const seen: unknown[] = []
  const done = await reconcile(world.ctx, world.deps.exchange, {
    asks: true,
    onDifference: (difference) => seen.push(difference),
  })
  assert.deepEqual(seen, [])
  assert.deepEqual(done.silent, [])
  assert.equal(done.legs, 5)
})
