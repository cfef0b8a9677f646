import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { openFiles } from '../../src/modules/files/index.ts'
import {
  deliverDue,
  findLeg,
  onMessage,
  openExchange,
  openLeg,
  send,
  type Bodies,
  type LegAt,
  type LegEffect,
} from '../../src/modules/interlink/index.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { openDb } from '../../src/platform/db.ts'
import { createLog } from '../../src/platform/log.ts'
import { exchangeRoutes } from '../../src/web/api/interlink.ts'
import { createApp } from '../../src/web/app.ts'
import type { AppDeps } from '../../src/web/http/deps.ts'
import { problemOf } from '../../src/web/to-response.ts'
import { crashAtStatement, type CrashAt } from './crash-at.ts'

/**
 * One side of the exchange in a process of its own: takes messages over HTTP, answers them in their
 * effects, sends its own; and kills itself at a statement. Started again, it goes on.
 */
export type SideOrder = {
  side: 'lead' | 'partner'
  url: string
  home: string
  port: number
  /** When the test began, in real milliseconds: both sides' clocks run from there. */
  epoch: number
  legs: number
  crash: CrashAt | null
}

export const WARD = 'ubnd-00187-2008'
export const POLICE = 'ca-quan-006-2008'

/** Our clock runs this much faster than the machine's, so that hours of waiting take minutes. */
const SPEED = 40
const START = Date.parse('2016-08-12T09:00:00+07:00')

export function fastClock(epoch: number): Clock {
  return { now: () => new Date(START + (Date.now() - epoch) * SPEED) }
}

/** Every tenth leg is cancelled at once. */
export function isCancelled(leg: number): boolean {
  return leg % 10 === 9
}

/** The same dossier for the same number, in every life of the process. */
function dossierOf(leg: number): string {
  const hex = createHash('sha256').update(`leg ${leg}`).digest('hex')
  return [8, 4, 4, 4, 12]
    .reduce<[string[], number]>(
      ([parts, at], size) => [[...parts, hex.slice(at, at + size)], at + size],
      [[], 0],
    )[0]
    .join('-')
}

const dueAt = '2016-08-26T17:00:00+07:00'
const opening: Bodies['open'] = {
  service: 'residence.register',
  serviceVersion: 1,
  lead: { agencyName: 'UBND phường Láng Thượng', dossierCode: '000.01.87.H26-160812-0001' },
  answers: { 'child.name': { full: 'Lê Minh An' } },
  papers: [],
  dueAt,
}
const item = { id: 'a', kind: 'other', about: null, reason: 'Thiếu chữ ký chủ hộ.' } as const

/** Each effect leaves a row, however often it would run: nothing in the table keeps it from that. */
const noted: LegEffect = async (_ctx, db, { leg, message }) => {
  await db.query('insert into test_effect (agency_id, message_id) values ($1, $2)', [
    leg.agencyId,
    message.id,
  ])
}

const answers: LegEffect = async (ctx, db, { leg: { agencyId, leg }, message }) => {
  const at = { agencyId, leg }
  switch (message.type) {
    case 'open':
      await send(ctx, db, { at, type: 'received', body: { code: 'CA-1', dueAt } })
      if ((message.body as Bodies['open']).lead.dossierCode === 'cancelled') return
      await send(ctx, db, { at, type: 'requestSupplement', body: { no: 1, items: [item] } })
      return
    case 'requestSupplement':
      await send(ctx, db, {
        at,
        type: 'answerSupplement',
        body: { no: 1, answers: [{ itemId: 'a', accepted: true }], set: {}, papers: [] },
      })
      return
    case 'answerSupplement':
      await send(ctx, db, { at, type: 'delayed', body: { dueAt, reason: 'Hồ sơ nhiều.' } })
      await send(ctx, db, { at, type: 'result', body: { facts: { place: 'x' }, paper: null } })
      return
    case 'cancel':
      await send(ctx, db, { at, type: 'cancelled', body: {} })
  }
}

async function openAll(ctx: Ctx, legs: number): Promise<void> {
  for (let each = 0; each < legs; each += 1) {
    const lead = { ...opening.lead, ...(isCancelled(each) ? { dossierCode: 'cancelled' } : {}) }
    await ctx.db.tx(async (db) => {
      const dossierId = dossierOf(each)
      const given = { agencyId: WARD, dossierId, key: 'leg', to: POLICE }
      const { leg } = await openLeg(ctx, db, { ...given, body: { ...opening, lead } })
      if (isCancelled(each)) await cancelOnce(ctx, db, { agencyId: WARD, leg })
    })
  }
}

async function cancelOnce(ctx: Ctx, db: Parameters<typeof findLeg>[0], at: LegAt): Promise<void> {
  const leg = await findLeg(db, at, { lock: true })
  if (leg?.outSeq === 1) await send(ctx, db, { at, type: 'cancel', body: { why: 'withdrawn' } })
}

async function run(order: SideOrder): Promise<void> {
  const db = openDb({ connectionString: order.url, connectionsMax: 8 })
  const clock = fastClock(order.epoch)
  const log = createLog('silent')
  const { home } = order
  const publicUrl = `http://127.0.0.1:${order.port}`
  const files = await openFiles(home)
  const exchange = openExchange({ home, files, publicUrl, problemOf: problemOf(publicUrl) })
  const ctx: Ctx = { db, clock, log, actor: { kind: 'system', task: 'test' } }
  onMessage('noted', noted)
  onMessage('answers', answers)
  // The routes between agencies use nothing else.
  const some: Partial<AppDeps> = { db, clock, log, files, exchange, publicUrl, demo: true }
  const app = await createApp(some as AppDeps, { routes: exchangeRoutes })
  if (order.crash !== null) crashAtStatement(order.crash)
  await app.listen(order.port, '127.0.0.1')
  writeSync(1, 'up\n')
  if (order.side === 'lead') void openAll(ctx, order.legs)
  for (;;) {
    await deliverDue(ctx, exchange)
    await delay(20)
  }
}

const given = process.argv[2]
if (given !== undefined) await run(JSON.parse(given) as SideOrder)
