import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { testDatabase, type TestDatabase } from '../../testing/db.ts'
import {
  loadCity,
  recordReadiness,
  seedCity,
  setDesk,
  setHolder,
  setOfficialCode,
  setStage,
} from './index.ts'
import { cityTables, dataDir } from './testing.ts'

let base: TestDatabase
let ctx: Ctx
const ward = 'ubnd-00187-2008'
const day = plainDate
const quiet = () => undefined

before(async () => {
  base = await testDatabase()
  ctx = {
    db: base.db,
    clock: testClock(new Date('2016-08-10T01:00:00Z')),
    actor: { kind: 'system', task: 'test' },
    log: { info: quiet, warn: quiet, error: quiet, debug: quiet },
  }
  await assert.rejects(loadCity(base.db), /never loaded/)
  await seedCity(base.db, dataDir)
})
after(() => base.close())

function refuses(code: string) {
  return (error: unknown) => error instanceof Refusal && error.code === code
}

test('the city in the database is the city of the tables', async () => {
  const { tables } = await loadCity(base.db)
  const wanted = cityTables()
  const bySelf = (rows: readonly object[]) => rows.map((row) => sorted(row)).toSorted()
  assert.deepEqual(bySelf(tables.units), bySelf(wanted.units))
  assert.deepEqual(bySelf(tables.changes), bySelf(wanted.changes))
  assert.deepEqual(bySelf(tables.agencies), bySelf(wanted.agencies))
  assert.deepEqual(bySelf(tables.holders), bySelf(wanted.holders))
  assert.deepEqual(bySelf(tables.stageRules), bySelf(wanted.stageRules))
  assert.deepEqual(bySelf(tables.deskHours), bySelf(wanted.deskHours))
})

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

test('the same tables are loaded once; two loads at the same time take turns', async () => {
  assert.equal(await seedCity(base.db, dataDir), false)
  const fresh = await testDatabase()
  try {
    const both = await Promise.all([seedCity(fresh.db, dataDir), seedCity(fresh.db, dataDir)])
    assert.deepEqual(both.toSorted(), [false, true])
  } finally {
    await fresh.close()
  }
})

test('changed tables are loaded again and what was set by hand stays', async () => {
  const fresh = await testDatabase()
  const copy = mkdtempSync(join(tmpdir(), 'city-'))
  try {
    await seedCity(fresh.db, dataDir)
    const own = { ...ctx, db: fresh.db }
    const desk = { address: 'Số 1 phố Thử', phone: null, hours: null, isDemo: true }
    await setDesk(own, { agencyId: ward, desk })
    await setOfficialCode(own, { agencyId: ward, officialCode: '000.55.66.H26' })
    cpSync(dataDir, copy, { recursive: true })
    const file = join(copy, 'units.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Láng Hạ', 'Láng Hạ Thử'))
    assert.equal(await seedCity(fresh.db, copy), true)
    const city = await loadCity(fresh.db)
    assert.equal(city.unit('00199', day('2016-08-10'))?.name, 'Láng Hạ Thử')
    assert.equal(city.agency('ubnd-00199-2008')?.name, 'UBND phường Láng Hạ Thử')
    assert.deepEqual(city.agency(ward)?.desk, desk)
    assert.equal(city.agency(ward)?.officialCode, '000.55.66.H26')
    assert.equal(city.agency(ward)?.officialCodeIsPlaceholder, false)
  } finally {
    rmSync(copy, { recursive: true })
    await fresh.close()
  }
})

test('an official code replaces the placeholder, in either legal shape', async () => {
  await setOfficialCode(ctx, { agencyId: 'ubnd-00001-2008', officialCode: '000.A0.0Z.H26' })
  await setOfficialCode(ctx, { agencyId: 'ubnd-00004-2008', officialCode: 'H26.01.02' })
  const city = await loadCity(base.db)
  assert.equal(city.agency('ubnd-00001-2008')?.officialCode, '000.A0.0Z.H26')
  assert.equal(city.agency('ubnd-00004-2008')?.officialCodeIsPlaceholder, false)
})

test('a code another agency has on a common day is refused; a code of other days is not', async () => {
  const set = (agencyId: string, officialCode: string) =>
    setOfficialCode(ctx, { agencyId, officialCode })
  const ofNeighbour = cityTables().agencies.find(({ id }) => id === 'ubnd-00199-2008')?.officialCode
  await assert.rejects(set(ward, ofNeighbour ?? ''), refuses('official-code-taken'))
  await assert.rejects(set(ward, '000.1.2.H26'), refuses('official-code-malformed'))
  await assert.rejects(set(ward, 'H26.' + '0'.repeat(40)), refuses('official-code-malformed'))
  await assert.rejects(set('no-such', '000.77.77.H26'), refuses('agency-unknown'))
  assert.equal((await loadCity(base.db)).agency(ward)?.officialCodeIsPlaceholder, true)
  await set('ubnd-00025-202507', '000.01.87.H26')
})

test('of two agencies given one code at the same time one is refused', async () => {
  const set = (agencyId: string) =>
    setOfficialCode(ctx, { agencyId, officialCode: '000.88.88.H26' })
  const both = await Promise.allSettled([set('ubnd-00006-2008'), set('ubnd-00007-2008')])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a desk takes its own hours; hours that run backwards are refused', async () => {
  const own = [{ weekday: 1, from: '07:30', to: '11:30', kind: 'office' as const }]
  const desk = { address: null, phone: null, hours: own, isDemo: false }
  const agencyId = 'ubnd-00008-2008'
  await setDesk(ctx, { agencyId, desk })
  assert.deepEqual((await loadCity(base.db)).deskHours(agencyId), own)
  for (const wrong of [{ from: '12:00' }, { weekday: 8 }, { to: '25:00' }]) {
    const hours = [{ ...own[0]!, ...wrong }]
    const setting = setDesk(ctx, { agencyId, desk: { ...desk, hours } })
    await assert.rejects(setting, refuses('desk-hours-malformed'))
  }
  await assert.rejects(setDesk(ctx, { agencyId: 'no-such', desk }), refuses('agency-unknown'))
})

test('what was loaded is kept until something changes, and a stage set for one agency is seen then', async () => {
  const earlier = await loadCity(base.db)
  assert.equal(await loadCity(base.db), earlier)
  const agencyId = 'so-tu-phap'
  const fromDay = day('2016-09-01')
  const rule = { procedureKey: 'test.permit', agencyId, fromDay, source: 'test' }
  await setStage(ctx, { ...rule, stage: 'trial' })
  await setStage(ctx, { ...rule, stage: 'official' })
  const city = await loadCity(base.db)
  assert.equal(earlier.stage('test.permit', agencyId, fromDay), 'none')
  assert.equal(city.stage('test.permit', agencyId, fromDay), 'official')
  assert.equal(city.stage('test.permit', agencyId, day('2016-08-31')), 'none')
  const nobody = { ...rule, agencyId: 'no-such', stage: 'pilot' as const }
  await assert.rejects(setStage(ctx, nobody), refuses('agency-unknown'))
})

test('an agency that lost its line is not online from that day', async () => {
  const onDay = day('2016-09-05')
  await recordReadiness(ctx, { agencyId: ward, item: 'line', onDay, isReady: false })
  const city = await loadCity(base.db)
  assert.equal(city.isOnline('birth.register', ward, day('2016-09-04')), true)
  assert.equal(city.isOnline('birth.register', ward, onDay), false)
})

test('a change that is rolled back is never shown to others', async () => {
  const agencyId = 'so-tu-phap'
  const undone = new Error('undone')
  const failing = base.db.tx(async (tx) => {
    const inside = {
      ...base.db,
      query: tx.query,
      tx: (work: (db: typeof tx) => unknown) => work(tx),
    }
    const own: Ctx = { ...ctx, db: inside as unknown as Ctx['db'] } // a transaction inside another
    const fromDay = day('2016-09-01')
    await setStage(own, { procedureKey: 'x.y', agencyId, fromDay, stage: 'pilot', source: 'test' })
    assert.equal((await loadCity(tx)).stage('x.y', agencyId, fromDay), 'pilot')
    throw undone
  })
  await assert.rejects(failing, undone)
  const city = await loadCity(base.db)
  assert.equal(city.stage('x.y', agencyId, day('2016-09-01')), 'none')
})

test('the city names a holder where the tables know none; a circle is refused', async () => {
  const fromDay = day('2025-01-01')
  const holder = { agencyId: 'ubnd-00142-2008', holderId: 'ubnd-00151-2008', fromDay }
  await setHolder(ctx, { ...holder, source: 'test', mark: '' })
  const city = await loadCity(base.db)
  assert.equal(city.holderOf('ubnd-00142-2008', fromDay), 'ubnd-00151-2008')
  assert.equal(
    city.holderOf('ubnd-00142-2008', day('2025-07-01')),
    city.holderOf('ubnd-00151-2008', day('2025-07-01')),
  )
  const back = { agencyId: holder.holderId, holderId: holder.agencyId, fromDay }
  await assert.rejects(
    setHolder(ctx, { ...back, source: 'test', mark: '' }),
    refuses('holder-circle'),
  )
})

test('the database itself refuses two units of one code on one day', async () => {
  await assert.rejects(
    base.owner.query(`insert into unit
      select code, '2010-01-01', valid_to, level, type, name, parent_code, source, mark
      from unit where code = '00187'`),
    /unit_code_once_a_day/,
  )
})
