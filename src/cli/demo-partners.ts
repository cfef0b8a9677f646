import { spawn, type ChildProcess } from 'node:child_process'
import { loadCity, type AgencyKind, type City } from '../modules/agencies/index.ts'
import { importKey, MINISTRY, setParty } from '../modules/interlink/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/ctx.ts'
import type { Db } from '../platform/db.ts'
import { plainDate } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import { partnerKinds, type PartnerKind } from '../simulators/index.ts'
import type { Environment } from '../platform/config.ts'

/** `lines`: where each is, once it is up. */
export type DemoPartners = { lines: Promise<readonly string[]>; stop(): Promise<void> }

type Deps = { db: Db; clock: Clock; log: Log; env: Environment; publicUrl: string }

const then = plainDate('2016-08-10')
const now = plainDate('2025-07-01')

/**
 * Whose software the simulators stand for. Đống Đa's police and insurance of 2016, and the police
 * of the ward Láng today, work on desks in here: the demo has their officers.
 */
const served: Readonly<Record<PartnerKind, (city: City) => readonly (string | undefined)[]>> = {
  police: (city) => [idOf(city, 'police', '001', then), idOf(city, 'police', '00190', now)],
  insurance: (city) => [
    idOf(city, 'socialInsurance', '001', then),
    idOf(city, 'socialInsurance', '01', now),
  ],
  justice: () => [MINISTRY],
}

function idOf(city: City, kind: AgencyKind, unit: string, day: typeof then): string | undefined {
  return city.agencyFor(kind, unit, day)?.id
}

const titles: Readonly<Record<PartnerKind, string>> = {
  police: 'Công an (mô phỏng) / Police (simulated)   ',
  insurance: 'BHXH (mô phỏng) / Insurance (simulated)   ',
  justice: 'Bộ Tư pháp (mô phỏng) / Justice (simulated)',
}

/** How long a simulator has to say where it is. */
const READY_MS = 10_000

/**
 * Runs the simulated partners beside the demo, each a process of its own, and tells the exchange
 * where they are. One that does not come up is logged and left out: the product goes on without it.
 */
export function startDemoPartners(deps: Deps): DemoPartners {
  const children = partnerKinds.map((kind) => ({ kind, child: start(kind, deps) }))
  return {
    lines: Promise.all(children.map((one) => introduce(deps, one))),
    stop: async () => void (await Promise.all(children.map(({ child }) => stopOne(child)))),
  }
}

async function introduce(
  deps: Deps,
  { kind, child }: { kind: PartnerKind; child: ChildProcess },
): Promise<string> {
  try {
    const ready = await readyOf(child)
    if (ready === undefined) throw new Error('the simulator did not start')
    const { port, publicKey } = ready
    const endpoint = `http://127.0.0.1:${port}`
    const city = await loadCity(deps.db)
    for (const party of served[kind](city))
      if (party !== undefined) await join(deps, { party, endpoint, publicKey })
    return `${titles[kind]} ${endpoint}/`
  } catch (error) {
    deps.log.warn({ part: 'simulator', kind, err: error }, 'goes without this partner')
    return `${titles[kind]} –`
  }
}

function start(kind: PartnerKind, { env, publicUrl }: Deps): ChildProcess {
  const [, program = ''] = process.argv
  const portal = `${publicUrl}/api/lien-thong/1`
  const args = ['simulate', kind, '--port', '0', '--portal', portal]
  return spawn(process.execPath, [...process.execArgv, program, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...env },
  })
}

type Ready = { port: number; publicKey: string }

function readyOf(child: ChildProcess): Promise<Ready | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), READY_MS)
    child.once('message', (ready) => {
      clearTimeout(timer)
      resolve(ready as Ready) // sent by the simulate command
    })
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(undefined)
    })
    child.once('error', () => resolve(undefined))
  })
}

async function join(
  deps: Deps,
  given: { party: string; endpoint: string; publicKey: string },
): Promise<void> {
  const { party, endpoint, publicKey } = given
  await setParty(deps, { party, endpoint, fromDay: plainDate('2016-01-01') })
  try {
    await importKey(deps, { party, text: publicKey, validFrom: new Date('2016-01-01') })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'key-known') throw error
  }
}

function stopOne(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
