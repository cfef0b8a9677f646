import {
  deliverDue,
  importKey,
  openLeg,
  setParty,
  type Bodies,
} from '../modules/interlink/index.ts'
import { clockFrom } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { uuidv7 } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { makeAppDeps } from './app-deps.ts'
import { openBenchHome, publicKeyText, startPartner } from './bench-partner.ts'
import { inLanes, timed, type Timed } from './bench-timing.ts'
import type { Bench } from './bench.ts'
import type { Io } from './command.ts'

const WARD = 'ubnd-00187-2008'
const POLICE = 'ca-quan-006-2008'
const NOW = '2016-08-12T09:00:00+07:00'
const MESSAGES = 4_000
const WARM_UP = 400
const AT_ONCE = 16

/**
 * Messages a second from one product to another over HTTP: each signed, checked, taken in a durable
 * transaction, acknowledged with a signature that is checked, and marked in a durable transaction;
 * beside durable single-row inserts of the same process in the same run.
 */
export const benchExchange: Bench = {
  summary: 'signed messages between two processes, against durable single-row inserts',
  run: async (io) => {
    const at = await openBenchHome(new Date(NOW))
    try {
      return await measure(io, at)
    } finally {
      await at.close()
    }
  },
}

async function measure(
  io: Io,
  { config, database }: Awaited<ReturnType<typeof openBenchHome>>,
): Promise<string[]> {
  const { db } = database
  const clock = clockFrom(new Date(NOW))
  const log = createLog('silent')
  const deps = await makeAppDeps({ config, db, clock, log })
  const ctx: Ctx = { db, clock, log, actor: { kind: 'system', task: 'bench' } }
  const publicKey = await publicKeyText(deps, ctx, WARD)
  const partner = await startPartner({ now: NOW, party: POLICE, others: { [WARD]: publicKey } })
  try {
    await importKey(ctx, { party: POLICE, text: partner.publicKey })
    await setParty(ctx, { party: POLICE, endpoint: partner.endpoint })
    await write(ctx, WARM_UP)
    await deliverDue(ctx, deps.exchange)
    await write(ctx, MESSAGES)
    io.err(`  ${MESSAGES} thông điệp / messages …`)
    const from = performance.now()
    const { accepted } = await deliverDue(ctx, deps.exchange)
    const perSecond = accepted / ((performance.now() - from) / 1000)
    if (accepted !== MESSAGES) throw new Error(`${accepted} of ${MESSAGES} were accepted`)
    return report(perSecond, await timed(() => insertAll(ctx, MESSAGES)))
  } finally {
    await partner.stop()
  }
}

const body: Bodies['open'] = {
  service: 'residence.register',
  serviceVersion: 1,
  lead: { agencyName: 'UBND phường Láng Thượng', dossierCode: '000.01.87.H26-160812-0001' },
  answers: {
    'child.name': { full: 'Lê Minh An' },
    'child.birthDate': '2016-08-01',
    'child.sex': 'male',
    'household.head': { full: 'Lê Đăng Khoa' },
    'household.address': { scope: 'city', unit: '00187', place: 'phường Láng Thượng', line: '12' },
  },
  papers: [],
  dueAt: '2016-08-26T17:00:00+07:00',
}

/** Legs with their opening messages, waiting; a hundred a transaction. */
async function write(ctx: Ctx, count: number): Promise<void> {
  for (let done = 0; done < count; done += 100)
    await ctx.db.tx(async (db) => {
      for (let each = 0; each < 100; each += 1) {
        const dossierId = uuidv7(ctx.clock.now())
        await openLeg(ctx, db, { agencyId: WARD, dossierId, key: 'bench', to: POLICE, body })
      }
    })
}

async function insertAll(ctx: Ctx, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, (_, index) => index)
  return inLanes(rows, AT_ONCE, async (index) => {
    await ctx.db.query(
      `insert into dossier_directory (key, kind, agency_id, dossier_id)
       values ($1, 'id', 'bench', gen_random_uuid())`,
      [`bench:${index}`],
    )
  })
}

function report(perSecond: number, inserted: Timed): string[] {
  return [
    `${MESSAGES} messages, ${AT_ONCE} at once, two processes, two databases, synchronous_commit=on`,
    `messages acknowledged: ${perSecond.toFixed(0)}/s`,
    `single-row inserts   : ${inserted.perSecond.toFixed(0)}/s, p95 ${inserted.p95.toFixed(1)} ms`,
    `ratio message : insert = ${(perSecond / inserted.perSecond).toFixed(3)}`,
  ]
}
