import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { openDepartment, type Department } from '../../testing/department.ts'
import { newKey } from '../../testing/errand.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import { listMessagesOf } from '../notifications/index.ts'
import {
  listWorklist,
  moveDue,
  receive,
  requestSupplement,
  runDueActions,
  viewForStaff,
  withdraw,
  type DeskAct,
  type Dossier,
  type Queue,
} from './index.ts'

/** A procedure of five working days: received on Friday 12/08/2016, due on Friday the 19th. */
let core: Core
let desk: Department

before(async () => {
  core = await openCore()
  desk = await openDepartment(core)
})
after(() => core.close())

const at = (day: string, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantAt(plainDate(day), hours * 60 + minutes)
}
const act = ({ code, version }: Dossier): DeskAct => ({
  code,
  version,
  requestKey: `l-${newKey()}`,
})

async function received() {
  core.clock.set(at('2016-08-12', '14:00'))
  const { dossier, owner } = await desk.filed()
  return { dossier: await receive(desk.officer('counterOfficer'), act(dossier)), owner }
}

/** The clock stands there and what is due is done, twice: a repeated run changes nothing. */
async function runAt(day: string, time: string): Promise<void> {
  core.clock.set(at(day, time))
  await runDueActions(core.system)
  await runDueActions(core.system)
}

const view = ({ code }: Dossier) => viewForStaff(desk.officer('counterOfficer'), code)

const happened = async (dossier: Dossier) =>
  (await view(dossier)).events
    .filter(({ kind }) => kind === 'warned' || kind === 'escalated')
    .map(({ kind, facts }) => [kind, facts['to'] ?? null])

const toldLate = async ({ id }: Dossier) => {
  const messages = await listMessagesOf(core.database.db, id)
  return messages.filter(({ template }) => template === 'escalated').length
}

const isIn = async (queue: Queue, dossier: Dossier) => {
  const { dossiers } = await listWorklist(desk.officer('director'), { queue })
  return dossiers.some(({ id }) => id === dossier.id)
}

test('a warning comes when the working day before the due date begins, not earlier', async () => {
  const { dossier } = await received()
  await runAt('2016-08-17', '23:59')
  assert.deepEqual(await happened(dossier), [])
  assert.equal(await isIn('soon', dossier), false)
  await runAt('2016-08-18', '00:00')
  assert.deepEqual(await happened(dossier), [['warned', null]])
  assert.equal(await isIn('soon', dossier), true)
})

test('a late dossier is reported to the head, two working days later to the city; the citizen hears once', async () => {
  const { dossier } = await received()
  await runAt('2016-08-19', '16:29')
  assert.deepEqual(await happened(dossier), [['warned', null]])
  assert.equal(await isIn('attention', dossier), false)
  await runAt('2016-08-19', '16:30')
  assert.deepEqual(await happened(dossier), [
    ['warned', null],
    ['escalated', 'head'],
  ])
  assert.equal(await isIn('attention', dossier), true)
  assert.equal(await toldLate(dossier), 1)
  await runAt('2016-08-23', '16:29')
  assert.equal((await happened(dossier)).length, 2)
  await runAt('2016-08-23', '16:30')
  assert.deepEqual((await happened(dossier)).at(-1), ['escalated', 'city'])
  assert.equal((await view(dossier)).dossier.escalation, 'city')
  assert.equal(await toldLate(dossier), 1)
})

test('a new date ends the report; late again it is reported again, and the citizen hears no second time', async () => {
  const { dossier } = await received()
  await runAt('2016-08-19', '16:30')
  core.clock.set(at('2016-08-22', '09:00'))
  const late = (await view(dossier)).dossier
  const to = at('2016-08-25', '10:00')
  const moved = await moveDue(desk.officer('director'), { ...act(late), to, reason: 'Mất điện.' })
  assert.equal(moved.escalation, null)
  assert.equal(await isIn('attention', dossier), false)
  await runAt('2016-08-24', '10:00')
  await runAt('2016-08-25', '10:00')
  assert.deepEqual(
    (await happened(dossier)).map(([kind]) => kind),
    ['escalated', 'warned', 'escalated'],
  )
  assert.equal(await toldLate(dossier), 1)
})

test('while the citizen is waited for nobody is warned and nothing is late', async () => {
  const { dossier } = await received()
  core.clock.set(at('2016-08-15', '10:00'))
  const items = [{ kind: 'field', about: 'work.kind', reason: 'Chưa rõ.' }] as const
  await requestSupplement(desk.officer('specialist'), { ...act(dossier), items })
  await runAt('2016-09-30', '10:00')
  assert.deepEqual(await happened(dossier), [])
})

test('a filing that nobody receives in time is reported too', async () => {
  core.clock.set(at('2016-08-12', '14:00'))
  const { dossier } = await desk.filed()
  const due = dossier.receiveBy
  core.clock.set(new Date(+due - 60_000))
  await runDueActions(core.system)
  assert.deepEqual(await happened(dossier), [])
  core.clock.set(due)
  await runDueActions(core.system)
  assert.deepEqual(await happened(dossier), [['escalated', 'head']])
  const now = await receive(desk.officer('counterOfficer'), act(dossier))
  assert.equal(now.escalation, null, 'what the clock noted stands in no officer’s way')
})

test('what has ended is neither warned of nor reported', async () => {
  const { dossier, owner } = await received()
  await withdraw(owner, { dossierId: dossier.id, requestKey: `l-${newKey()}` })
  await runAt('2016-09-30', '10:00')
  assert.deepEqual(await happened(dossier), [])
})
