import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openErrand, newKey, refuses, type Errand } from '../../testing/errand.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import { listMessagesOf } from '../notifications/index.ts'
import { handOver, originalsToCompare } from '../registry/index.ts'
import {
  listWorklist,
  noteCall,
  receive,
  requestSupplement,
  runDueActions,
  viewForStaff,
  type Dossier,
  type Queue,
} from './index.ts'

let errand: Errand

before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

const runOn = async (day: string, minute = 9 * 60) => {
  errand.core.clock.set(instantAt(plainDate(day), minute))
  await runDueActions(errand.core.system)
}
const reminders = async ({ id }: Dossier) =>
  (await listMessagesOf(errand.core.database.db, id))
    .filter(({ template }) => template === 'reminded')
    .map(({ body }) => body)
    .toReversed()
const isIn = async (queue: Queue, dossier: Dossier) => {
  const { dossiers } = await listWorklist(errand.by('hang'), { queue })
  return dossiers.some(({ id }) => id === dossier.id)
}
const start = instantAt(plainDate('2016-08-12'), 14 * 60)

/** Signed on Friday 12/08/2016. */
async function signed() {
  errand.core.clock.set(start)
  return (await errand.signedBy('vinh')).dossier
}

test('a result that waits is remembered after 5 working days, after 30 days and before the year ends', async () => {
  const dossier = await signed()
  await runOn('2016-08-19', 8 * 60 + 59)
  assert.deepEqual(await reminders(dossier), [])
  assert.equal(await isIn('uncollected', dossier), true)
  await runOn('2016-08-19')
  assert.equal((await reminders(dossier)).length, 1)
  await runOn('2016-09-10')
  assert.equal((await reminders(dossier)).length, 1)
  await runOn('2016-09-11')
  await runOn('2016-12-14')
  assert.equal((await reminders(dossier)).length, 2)
  await runOn('2016-12-15')
  await runOn('2016-12-16')
  const told = await reminders(dossier)
  assert.equal(told.length, 3)
  assert.match(told[2]!, /31\/12\/2016/)
  for (const body of told)
    for (const name of [dossier.subjectName!, dossier.requesterName!])
      assert.equal(body.includes(name), false, body)
})

test('on the working day before it is not yet in the queue of what was not collected', async () => {
  const dossier = await signed()
  errand.core.clock.set(instantAt(plainDate('2016-08-18'), 10 * 60))
  assert.equal(await isIn('uncollected', dossier), false)
})

test('what was collected is not remembered', async () => {
  const dossier = await signed()
  const hang = errand.by('hang')
  const { definition, declarations } = await viewForStaff(hang, dossier.code)
  const compared = originalsToCompare(definition, declarations[0]!.answers).map(({ key }) => key)
  const page = { paperBook: '01', paperPage: 1, collector: 'Người yêu cầu.' }
  await handOver(hang, { ...errand.act(dossier), ...page, compared })
  await runOn('2016-12-30')
  assert.deepEqual(await reminders(dossier), [])
})

/** Filed at the counter by somebody who has no phone. */
async function withoutPhone(): Promise<Dossier> {
  errand.core.clock.set(start)
  const { dossier } = await errand.filed()
  await errand.core.database.owner.query(
    `update dossier set phone = null, channel = 'assisted' where id = $1`,
    [dossier.id],
  )
  return dossier
}

test('who has no phone is to be called, once something is to be told, until somebody did', async () => {
  const dossier = await withoutPhone()
  const hang = errand.by('hang')
  const received = await receive(hang, errand.act(dossier))
  assert.equal(await isIn('toCall', dossier), false)
  const items = [{ kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh mờ.' }] as const
  const asked = await requestSupplement(errand.by('yen'), { ...errand.act(received), items })
  assert.equal(await isIn('toCall', dossier), true)
  const act = errand.act(asked)
  await assert.rejects(noteCall(hang, { ...act, said: ' ' }), refuses('reason-missing'))
  await assert.rejects(
    noteCall(errand.by('lanha'), { ...act, said: 'Nhắn tổ trưởng.' }),
    refuses('not-found'),
  )
  await assert.rejects(
    noteCall(hang, { ...act, said: 'x', version: asked.version + 9 }),
    refuses('dossier-changed'),
  )
  const called = await noteCall(hang, { ...act, said: 'Nhắn qua tổ trưởng tổ 4.' })
  assert.equal((await noteCall(hang, { ...act, said: 'Lặp.' })).version, called.version)
  assert.equal(await isIn('toCall', dossier), false)
  assert.equal((await listMessagesOf(errand.core.database.db, dossier.id)).length, 1)
  await errand.ensureFolds(called)
})

test('a call is noted by the officer whatever the state, also after the end', async () => {
  const dossier = await withoutPhone()
  const noted = await noteCall(errand.by('yen'), { ...errand.act(dossier), said: 'Đến tận nhà.' })
  assert.equal(noted.state, 'filed')
  const given = { ...errand.act(dossier), requestKey: `u-${newKey()}` }
  assert.equal((await receive(errand.by('hang'), given)).state, 'processing')
})
