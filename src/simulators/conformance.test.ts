import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createLog } from '../platform/log.ts'
import { openCheckCity, type CheckCity } from './check-city.ts'
import { checkPartner, type Finding } from './conformance.ts'
import { openKeeping } from './keep.ts'
import { startSimulator, type Simulator } from './program.ts'
import { publicKeyFrom } from './wire.ts'

const start = performance.now()
const then = new Date('2016-08-15T14:45:00+07:00').getTime()
const now = (): Date => new Date(then + performance.now() - start)
const here = { host: '127.0.0.1', port: 0 }

let home: string
let city: CheckCity
let simulator: Simulator

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-sim-'))
  const { publicKey } = openKeeping(home, 'police')
  city = await openCheckCity({ ...here, partnerKey: publicKey, now })
  simulator = await startSimulator({
    ...here,
    kind: 'police',
    home,
    portal: city.base,
    now,
    log: createLog('silent'),
  })
  await setting({ workMs: 50 })
})
after(async () => {
  await simulator.stop()
  await city.stop()
  await rm(home, { recursive: true, force: true })
})

async function setting(settings: Record<string, unknown>): Promise<Response> {
  return fetch(`http://127.0.0.1:${simulator.port}/dieu-khien`, {
    method: 'POST',
    body: JSON.stringify(settings),
  })
}

function check(partnerKey = publicKeyFrom(simulator.publicKey)): Promise<readonly Finding[]> {
  return checkPartner({
    endpoint: `http://127.0.0.1:${simulator.port}`,
    party: 'ca-quan-001-1997',
    partnerKey,
    service: 'residence.register',
    answers: {},
    city,
    now,
    waitMs: 3000,
  })
}

const failed = (findings: readonly Finding[]) => findings.filter(({ ok }) => !ok)

test('the conformance kit passes a partner that keeps to the protocol', async () => {
  const findings = await check()
  assert.deepEqual(failed(findings), [])
  assert.ok(findings.length >= 18, `only ${findings.length} checks`)
})

test('it finds a partner that acknowledges with garbage', async () => {
  await setting({ garbagePercent: 100 })
  const names = failed(await check()).map(({ what }) => what.en)
  await setting({ garbagePercent: 0 })
  assert.ok(names.includes('an opening is taken and acknowledged'))
  assert.ok(names.includes('a message of 20 MB is refused') === false)
})

test('it finds a partner that takes and never answers', async () => {
  await setting({ mode: 'silent' })
  const names = failed(await check()).map(({ what }) => what.en)
  await setting({ mode: 'working' })
  assert.ok(names.includes('says that it received, then concludes'))
})

test('it finds acknowledgements that somebody else signed', async () => {
  const { publicKey } = generateKeyPairSync('ed25519')
  const names = failed(await check(publicKey)).map(({ what }) => what.en)
  assert.ok(names.includes('the acknowledgement is signed'))
})

test('a setting that cannot be read is told and changes nothing', async () => {
  const reply = await setting({ delayMs: 'soon' })
  assert.equal(reply.status, 422)
  const page = await (await fetch(`http://127.0.0.1:${simulator.port}/`)).text()
  assert.match(page, /Đây là chương trình mô phỏng, không phải cơ quan thật/)
})
