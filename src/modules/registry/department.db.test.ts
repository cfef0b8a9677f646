import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { root } from '../../platform/root.ts'
import { acceptInvite, invite } from '../accounts/index.ts'
import { setStage } from '../agencies/index.ts'
import {
  completeStep,
  file,
  fold,
  open,
  propose,
  receive,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import { confirmPhone, saveAnswers, sendCode, startDraft } from '../intake/index.ts'
import { fileSigner } from '../papers/index.ts'
import { loadProcedures, publish, type ProcedureDefinition } from '../procedures/index.ts'
import { findEntry, handOver, issueCertificate, readCertificate, sign } from './index.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'

let core: Core
before(async () => {
  core = await openCore()
})
after(() => core.close())

const KEY = 'press.visitor_card'
const officer = (role: string): Ctx =>
  core.as({ kind: 'staff', staffId: `so-${role}`, agencyId: 'so-tu-phap', roles: [role] })
let keys = 0
const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `d-${++keys}`,
})

async function published(): Promise<ProcedureDefinition> {
  const path = join(root, 'tests/fixtures/department-four-steps.json')
  await publish(core.database.db, JSON.parse(readFileSync(path, 'utf8')), core.clock.now())
  await setStage(core.system, {
    procedureKey: KEY,
    agencyId: 'so-tu-phap',
    fromDay: plainDate('2016-01-01'),
    stage: 'official',
    source: 'test',
  })
  const procedures = await loadProcedures(core.database.db)
  return procedures.revisionOn(KEY, plainDate('2016-08-12'))!
}

async function filed(definition: ProcedureDefinition): Promise<Dossier> {
  const draft = await startDraft(core.system, {
    definition,
    answers: {
      'person.name': { full: 'Hoàng Thị Sâm' },
      'work.kind': 'hoa-giai',
      'contact.phone': '0912600001',
    },
  })
  const owner = core.citizen([draft.id])
  await saveAnswers(owner, { draftId: draft.id, set: {} })
  const given = { draftId: draft.id, phone: '0912600001' }
  await sendCode(owner, given)
  const { rows } = await core.database.db.query<{ code: string }>(
    `select payload -> 'params' ->> 'code' as code from graphile_worker._private_jobs order by id desc limit 1`,
  )
  await confirmPhone(owner, { ...given, code: rows[0]!.code })
  return file(owner, core.files, { draftId: draft.id, requestKey: draft.id, channel: 'online' })
}

test('one machine for all: four steps of a department, published from JSON, no register', async () => {
  const definition = await published()
  const dossier = await filed(definition)
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
  const director = await realDirector()
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

async function realDirector(): Promise<Ctx> {
  const { staffId, token } = await invite(core.system, {
    login: 'giamdoc',
    name: 'Vũ Thị Hường',
    mandates: [
      {
        agencyId: 'so-tu-phap',
        roles: ['director'],
        fromDay: plainDate('2016-01-01'),
        toDay: null,
      },
    ],
  })
  await acceptInvite(core.system, { token, password: 'mot cau that dai de nho' })
  return core.as({ kind: 'staff', staffId, agencyId: 'so-tu-phap', roles: ['director'] })
}

async function ensureLetter(at: { agencyId: string; dossierId: string }): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const signer = await fileSigner(home, { demo: true })
  const deps = { files: core.files, signer, publicUrl: 'http://localhost:1' }
  await issueCertificate(core.system, deps, at)
  const pdf = await readCertificate(core.system, core.files, at)
  assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
  await rm(home, { recursive: true })
}
