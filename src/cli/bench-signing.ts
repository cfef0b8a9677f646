import { setTimeout as delay } from 'node:timers/promises'
import { seedCalendar } from '../modules/calendar/index.ts'
import { loadCity } from '../modules/agencies/index.ts'
import { importKey, MINISTRY, openCourier, setParty } from '../modules/interlink/index.ts'
import { sign } from '../modules/registry/index.ts'
import { clockFrom } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { startJobs } from '../platform/jobs.ts'
import { createLog } from '../platform/log.ts'
import { legalDay } from '../platform/plain-date.ts'
import { makeAppDeps } from './app-deps.ts'
import { actOn, makeUnsigned, staffedWards, type Unsigned } from './bench-births.ts'
import { openBenchHome, publicKeyText, startPartner, type BenchHome } from './bench-partner.ts'
import { spread } from './bench-timing.ts'
import type { Bench } from './bench.ts'
import type { Io } from './command.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedStaff } from './seed-staff.ts'
import { dataDir } from './seed.ts'
import { listenToEvents, makeTasks } from './tasks.ts'

/** The ward of the demo's officers, who here work in many. */
const DEMO_WARD = 'ubnd-00187-2008'
const WARDS = 25
const NOW = '2016-08-12T09:00:00+07:00'
const SIGNATURES = 500
const PER_SECOND = 50
const WARM_UP = 20
const PATIENCE_MS = 120_000

/**
 * From the chairman’s signature to the Ministry’s acknowledgement of the entry: the real verb, its
 * leg, the job queue, the courier and a second product over HTTP; certificates are made meanwhile.
 */
export const benchSigning: Bench = {
  summary: 'from signature to the acknowledgement of a partner, at 50 signatures a second',
  run: async (io) => {
    const at = await openBenchHome(new Date(NOW))
    try {
      return await measure(io, at)
    } finally {
      await at.close()
    }
  },
}

async function measure(io: Io, { config, database }: BenchHome): Promise<string[]> {
  const { db } = database
  const clock = clockFrom(new Date(NOW))
  const log = createLog('silent')
  const deps = await makeAppDeps({ config, db, clock, log })
  const ctx: Ctx = { db, clock, log, actor: { kind: 'system', task: 'bench' } }
  await seedCalendar(db, dataDir)
  await seedCatalogue(db, clock)
  await seedStaff(deps)
  listenToEvents(deps)
  const units = await staffedWards(ctx, { from: DEMO_WARD, count: WARDS })
  const others: Record<string, string> = {}
  for (const { id } of (await loadCity(db)).agenciesOn(legalDay(clock.now()), 'commune'))
    others[id] = await publicKeyText(deps, ctx, id)
  const partner = await startPartner({ now: NOW, party: MINISTRY, others })
  const courier = openCourier(ctx, deps.exchange)
  let stopJobs = async (): Promise<void> => undefined
  try {
    await importKey(ctx, { party: MINISTRY, text: partner.publicKey })
    await setParty(ctx, { party: MINISTRY, endpoint: partner.endpoint })
    const count = SIGNATURES + WARM_UP
    io.err(`  ${count} hồ sơ chờ ký / births to sign …`)
    const births = await makeUnsigned(ctx, deps.files, { count, units })
    stopJobs = (await startJobs({ url: database.url, log }, makeTasks(deps, courier))).stop
    // What receiving these births left to do is done before.
    await nothingWaits(ctx, 'select count(*)::int as waiting from graphile_worker._private_jobs')
    await signAll(ctx, births.splice(0, WARM_UP))
    io.err(`  ${SIGNATURES} chữ ký / signatures …`)
    const signed = await signAll(ctx, births)
    return await report(ctx, signed)
  } finally {
    await stopJobs()
    await courier.stop()
    await partner.stop()
  }
}

/** Each at its moment, whatever the others do: officers do not wait for one another. */
async function signAll({ clock }: Ctx, births: readonly Unsigned[]): Promise<Signed[]> {
  const now = () => clock.now().getTime()
  const from = now()
  return Promise.all(
    births.map(async ({ birth, chairman }, index) => {
      await delay(Math.max(0, from + (index * 1000) / PER_SECOND - now()))
      const at = now()
      await sign(chairman, actOn(birth, 'sign'))
      return { dossierId: birth.id, at, tookMs: now() - at }
    }),
  )
}

type Signed = { dossierId: string; at: number; tookMs: number }

const NOT_ACCEPTED = `select count(*)::int as waiting from interlink_message
  where direction = 'out' and accepted_at is null`

async function nothingWaits(ctx: Ctx, counting: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += 100) {
    const { rows } = await ctx.db.query<{ waiting: number }>(counting)
    if (rows[0]!.waiting === 0) return
    await delay(100)
  }
  throw new Error(`in ${PATIENCE_MS / 1000} s not all was done: ${counting}`)
}

async function report(ctx: Ctx, signed: readonly Signed[]): Promise<string[]> {
  const { rows: certificates } = await ctx.db.query<{ made: number }>(
    'select count(*)::int as made from certificate where issued_at is not null',
  )
  await nothingWaits(ctx, NOT_ACCEPTED)
  const { rows } = await ctx.db.query<{ dossierId: string; acceptedAt: Date }>(
    `select l.dossier_id as "dossierId", m.accepted_at as "acceptedAt"
     from leg l join interlink_message m on m.agency_id = l.agency_id and m.leg = l.leg
     where l.service = 'civil_status.take_entry' and m.direction = 'out' and m.type = 'open'`,
  )
  const acceptedAt = new Map(rows.map((row) => [row.dossierId, row.acceptedAt.getTime()]))
  const whole = signed.map(({ dossierId, at }) => {
    const accepted = acceptedAt.get(dossierId)
    if (accepted === undefined) throw new Error('a signature opened no leg')
    return accepted - at
  })
  const line = (what: string, took: readonly number[]) => {
    const { p50, p95, p99 } = spread(took.toSorted((a, b) => a - b))
    return `${what}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`
  }
  const verbs = signed.map(({ tookMs }) => tookMs)
  const ratio =
    spread(whole.toSorted((a, b) => a - b)).p99 / spread(verbs.toSorted((a, b) => a - b)).p99
  return [
    `${signed.length} births signed at ${PER_SECOND} a second; the partner is another process`,
    line('the signature itself ', verbs),
    line('signature to accepted', whole),
    `certificates made meanwhile: ${certificates[0]!.made}`,
    `ratio p99 accepted : p99 signature = ${ratio.toFixed(2)}`,
  ]
}
