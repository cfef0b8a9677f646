import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../platform/ctx.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { openErrand, newKey, refuses, type Errand } from '../../testing/errand.ts'
import { disable, listAbsences, cancelAbsence, recordAbsence } from '../accounts/index.ts'
import { makeStaff } from '../accounts/testing.ts'
import { assign, countQueues, listWorklist, receive, type Dossier, type Queue } from './index.ts'

let errand: Errand

before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

const today = plainDate('2016-08-12')
const idOf = ({ actor }: Ctx) => (actor.kind === 'staff' ? actor.staffId : '')

/** Received by Hằng, who handles it from then on. */
async function hers(): Promise<Dossier> {
  const { dossier } = await errand.filed()
  return receive(errand.by('hang'), errand.act(dossier))
}

async function sees(by: Ctx, dossier: Dossier, queue: Queue = 'todo'): Promise<boolean> {
  const mineOnly = queue === 'todo'
  const { dossiers } = await listWorklist(by, { queue, mineOnly })
  return dossiers.some(({ id }) => id === dossier.id)
}

async function away(deputy?: Ctx): Promise<() => Promise<void>> {
  const hang = errand.by('hang')
  const deputyId = deputy ? idOf(deputy) : null
  await recordAbsence(hang, { staffId: idOf(hang), fromDay: today, toDay: today, deputyId })
  const asked = { agencyIds: ['ubnd-00187-2008'], day: today }
  const [absence] = await listAbsences(errand.core.database.db, asked)
  return () => cancelAbsence(hang, absence!.id)
}

test('the deputy sees the work of who is away as the deputy’s own, others do not', async () => {
  const dossier = await hers()
  const yen = errand.by('yen')
  assert.equal(await sees(yen, dossier), false)
  const back = await away(yen)
  assert.equal(await sees(yen, dossier), true)
  assert.equal(await sees(errand.by('mai'), dossier), false)
  assert.equal(await sees(yen, dossier, 'unassigned'), false)
  await back()
  assert.equal(await sees(yen, dossier), false)
})

test('without a deputy the work of who is away is unassigned, to be handed on', async () => {
  const dossier = await hers()
  const yen = errand.by('yen')
  assert.equal(await sees(yen, dossier, 'unassigned'), false)
  const back = await away()
  assert.equal(await sees(yen, dossier, 'unassigned'), true)
  assert.equal(await sees(yen, dossier), true)
  assert.ok((await countQueues(yen)).unassigned > 0)
  const key = () => ({ code: dossier.code, requestKey: `v-${newKey()}` })
  const hang = idOf(errand.by('hang'))
  await assert.rejects(assign(yen, { ...key(), assigneeId: hang }), refuses('assignee-absent'))
  const handed = await assign(yen, { ...key(), assigneeId: idOf(yen) })
  assert.equal(handed.assigneeId, idOf(yen))
  assert.equal(await sees(yen, dossier, 'unassigned'), false)
  await back()
})

test('the work of an officer who left is unassigned', async () => {
  const staffId = await makeStaff(errand.core.system, {
    login: 'nghiviec',
    name: 'Trịnh Văn Đô',
    agencyId: 'ubnd-00187-2008',
    roles: ['counterOfficer'],
  })
  const dossier = await hers()
  const given = { code: dossier.code, requestKey: `v-${newKey()}`, assigneeId: staffId }
  await assign(errand.by('hang'), given)
  assert.equal(await sees(errand.by('yen'), dossier, 'unassigned'), false)
  await disable(errand.core.system, 'nghiviec')
  assert.equal(await sees(errand.by('yen'), dossier, 'unassigned'), true)
})
