import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { openDepartment } from '../../testing/department.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  completeStep,
  fold,
  open,
  propose,
  receive,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import { fileSigner } from '../papers/index.ts'
import { findEntry, handOver, issueCertificate, readCertificate, sign } from './index.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'

let core: Core
before(async () => {
  core = await openCore()
})
after(() => core.close())

let keys = 0
const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `d-${++keys}`,
})

test('one machine for all: four steps of a department, published from JSON, no register', async () => {
  const { officer, employed, filed } = await openDepartment(core)
  const { dossier } = await filed()
  assert.match(dossier.code, /-160812-0001$/)
  const specialist = officer('specialist')
  const counter = officer('counterOfficer')
  let now = await receive(counter, act(dossier))
  assert.equal(now.step, 'kiem-tra')
  assert.equal(now.dueAt?.toISOString(), '2016-08-19T09:30:00.000Z')
  await assert.rejects(
    completeStep(officer('divisionHead'), act(now)),
    (error: unknown) => error instanceof Refusal && error.code === 'act-not-yours',
  )
  await assert.rejects(
    propose(specialist, act(now)),
    (error: unknown) => error instanceof Refusal && error.code === 'step-not-a-proposal',
  )
  now = await completeStep(specialist, act(now))
  assert.equal(now.step, 'xac-minh')
  await assert.rejects(
    propose(specialist, act(now)),
    (error: unknown) => error instanceof Refusal && error.code === 'act-not-yours',
  )
  now = await completeStep(officer('divisionHead'), { ...act(now), remark: 'Đã xác minh.' })
  await assert.rejects(
    completeStep(specialist, act(now)),
    (error: unknown) => error instanceof Refusal && error.code === 'step-needs-proposal',
  )
  now = await propose(specialist, act(now))
  assert.equal(now.state, 'signing')
  const director = await employed({ login: 'giamdoc', name: 'Vũ Thị Hường', role: 'director' })
  await open(director, now)
  now = await sign(director, act(now))
  const at = { agencyId: now.agencyId, dossierId: now.id }
  assert.equal(await findEntry(core.system, at), undefined)
  await ensureLetter(at)
  const view = await viewForStaff(counter, now.code)
  now = await handOver(counter, { ...act(view.dossier), compared: [], collector: 'Người yêu cầu.' })
  assert.equal(now.state, 'handed_over')
  const { events } = await viewForStaff(counter, now.code)
  assert.deepEqual(fold(events), { state: 'handed_over', step: 'ky', version: now.version })
})

async function ensureLetter(at: { agencyId: string; dossierId: string }): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const signer = await fileSigner(home, { demo: true })
  const deps = { files: core.files, signer, publicUrl: 'http://localhost:1' }
  await issueCertificate(core.system, deps, at)
  const pdf = await readCertificate(core.system, core.files, at)
  assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
  await rm(home, { recursive: true })
}
