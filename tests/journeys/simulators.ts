import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliverDue, importKey, MINISTRY, setParty } from '../../src/modules/interlink/index.ts'
import { plainDate, toLegalIso } from '../../src/platform/plain-date.ts'
import { root } from '../../src/platform/root.ts'
import type { PartnerKind } from '../../src/simulators/index.ts'
import type { World } from './world.ts'

/** Whom each simulator stands for in the district Đống Đa of 2016. */
const parties: Readonly<Record<PartnerKind, string>> = {
  police: 'ca-quan-006-2008',
  insurance: 'bhxh-quan-006-2008',
  justice: MINISTRY,
}

/** A partner's program in a process of its own, that knows the city by its address alone. */
export type Simulated = {
  behave(settings: Readonly<Record<string, unknown>>): Promise<void>
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export async function simulate(world: World, kind: PartnerKind): Promise<Simulated> {
  const home = await mkdtemp(join(tmpdir(), 'motcua-sim-'))
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let settings: Readonly<Record<string, unknown>> = { workMs: 50 }
  const begunAt = world.clock.now().getTime()
  const start = async (): Promise<string> => {
    const ready = await startProcess(world, { kind, port, home, begunAt })
    child = ready.child
    return ready.publicKey
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  const behave = async (change: Readonly<Record<string, unknown>>): Promise<void> => {
    settings = { ...settings, ...change }
    const body = JSON.stringify(settings)
    const reply = await fetch(`${endpoint}/dieu-khien`, { method: 'POST', body })
    if (!reply.ok) throw new Error(`the simulator refused its settings: ${reply.status}`)
  }
  const text = await start()
  const party = parties[kind]
  await setParty(world.ctx, { party, endpoint, fromDay: plainDate('2016-01-01') })
  await importKey(world.ctx, { party, text, validFrom: new Date('2016-01-01') })
  await behave({})
  return {
    behave,
    kill: () => end('SIGKILL'),
    start: async () => void (await start()),
    stop: async () => {
      await end('SIGTERM')
      await rm(home, { recursive: true, force: true })
    },
  }
}

type Starting = { kind: PartnerKind; port: number; home: string; begunAt: number }

async function startProcess(
  world: World,
  { kind, port, home, begunAt }: Starting,
): Promise<{ child: ChildProcess; publicKey: string }> {
  const portal = `${world.url}/api/lien-thong/1`
  const args = ['simulate', kind, '--port', String(port), '--portal', portal]
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      LOG_LEVEL: 'silent',
      MOTCUA_HOME: home,
      MOTCUA_DEMO: '1',
      // Its clock goes on from where it first began; how far ours has moved, it is told.
      MOTCUA_NOW: toLegalIso(new Date(begunAt)),
    },
  })
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the simulator ended with ${code}`)
  })
  const ready = await Promise.race([once(child, 'message'), gone])
  gone.catch(() => undefined)
  const [{ publicKey }] = ready as [{ publicKey: string }] // as the simulate command sends it
  return { child, publicKey }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/** Simulators work by the machine's clock: delivers and asks until it holds, for 20 seconds. */
export async function until(
  world: World,
  what: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  for (let looks = 0; looks < 400; looks += 1) {
    await deliverDue(world.ctx, world.deps.exchange)
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`it never came to pass: ${what}`)
}
