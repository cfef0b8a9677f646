import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../platform/ctx.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listDeadLetters, listExchange, listRefusals, viewLeg, type Page } from './lists.ts'
import { openLeg } from './send.ts'
import { countRefusal } from './store-refusals.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { NOW, opening, openExchangeWorld, OTHER_WARD, WARD, type ExchangeWorld } from './testing.ts'

const POLICE = 'ca-quan-006-2008'
const LEGS = 120

let world: ExchangeWorld
const legs: string[] = []

before(async () => {
  world = await openExchangeWorld()
  for (let each = 0; each < LEGS; each += 1) {
    // Three at a time are of one moment.
    if (each % 3 === 0) world.clock.advance(1000)
    const given = { agencyId: WARD, dossierId: uuidv7(NOW), key: 'leg', to: POLICE, body: opening }
    const { leg } = await world.ctx.db.tx((db) => openLeg(world.ctx, db, given))
    legs.push(leg)
  }
})
after(() => world.close())

function officer(agencyId = WARD): Ctx {
  return { ...world.ctx, actor: { kind: 'staff', staffId: 'yen', agencyId, roles: [] } }
}

/** Every row of a paged list, page after page. */
async function all<Row, After>(
  list: (query: { after?: After }) => Promise<Page<Row, After>>,
): Promise<Row[]> {
  const rows: Row[] = []
  let pages = 0
  for (let after: After | undefined; pages < 10; pages += 1) {
    const page = await list({ after })
    rows.push(...page.rows)
    if (page.next === null) break
    after = page.next
  }
  return rows
}

test('every leg of the agency is on the screen once, newest first, page by page', async () => {
  const rows = await all(listExchange.bind(null, officer()))
  assert.deepEqual(rows.map(({ leg }) => leg).toSorted(), legs.toSorted())
  const times = rows.map(({ openedAt }) => openedAt.getTime())
  assert.deepEqual(
    times,
    times.toSorted((a, b) => b - a),
  )
  assert.equal(rows[0]?.waitingType, 'open')
  await world.database.owner.query(
    'update leg set accepted_seq = out_seq where agency_id = $1 and leg <> $2',
    [WARD, legs[5]],
  )
  const waiting = await all((query: Parameters<typeof listExchange>[1]) =>
    listExchange(officer(), { ...query, isWaiting: true }),
  )
  assert.deepEqual(
    waiting.map(({ leg }) => leg),
    [legs[5]],
  )
})

test('stopped messages and refusals are paged without losing one of the same moment', async () => {
  await world.database.owner.query(
    `update interlink_message set next_attempt_at = null, dead_at = $1, dead_reason = 'x'`,
    [NOW],
  )
  const dead = await all(listDeadLetters.bind(null, officer()))
  assert.deepEqual(dead.map(({ leg }) => leg).toSorted(), legs.toSorted())
  for (const messageId of legs) {
    const about = { agencyId: WARD, day: legalDay(NOW), party: POLICE, leg: null, type: null }
    await countRefusal(world.ctx.db, { ...about, code: 'leg-ended', messageId, lastAt: NOW })
  }
  const refusals = await all(listRefusals.bind(null, officer()))
  assert.deepEqual(refusals.map(({ messageId }) => messageId).toSorted(), legs.toSorted())
})

test('another ward sees none of it, and a citizen not even the list', async () => {
  const other = officer(OTHER_WARD)
  assert.deepEqual((await listExchange(other)).rows, [])
  assert.deepEqual((await listDeadLetters(other)).rows, [])
  assert.deepEqual((await listRefusals(other)).rows, [])
  const isHidden = (error: unknown) => error instanceof Refusal && error.code === 'not-found'
  await assert.rejects(viewLeg(other, { agencyId: WARD, leg: legs[0]! }), isHidden)
  const citizen: Ctx = { ...world.ctx, actor: { kind: 'citizen', phone: null, draftIds: [] } }
  await assert.rejects(listExchange(citizen), isHidden)
})
