import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { assign, getForSystem, receive, stand, type Dossier } from './index.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

/** What another agency reports of its leg, as the system records it. */
async function reported(dossier: Dossier, kind: string): Promise<Dossier> {
  const { core } = errand
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  return core.database.db.tx(async (db) => {
    const now = await getForSystem(core.system, at, { db, lock: true })
    const facts = { leg: 'so-dinh-danh', to: 'bo-tu-phap' }
    return stand(core.system, db, { dossier: now, kind, facts, requestKey: null })
  })
}

test('what another agency reports of its leg stands in no officer’s way', async () => {
  const { by, act, filed } = errand
  const { dossier } = await filed()
  await reported(dossier, 'legOpened')
  await reported(dossier, 'legMoved')
  assert.equal((await receive(by('hang'), act(dossier))).state, 'processing')
})

test('what a colleague did does, also when a leg was reported after it', async () => {
  const { by, act, filed } = errand
  const { dossier } = await filed()
  const actor = by('yen').actor
  const assigneeId = actor.kind === 'staff' ? actor.staffId : ''
  await assign(by('hang'), { code: dossier.code, assigneeId, requestKey: act(dossier).requestKey })
  await reported(dossier, 'legMoved')
  await assert.rejects(receive(by('hang'), act(dossier)), refuses('dossier-changed'))
})

test('a version nobody wrote yet is refused', async () => {
  const { by, act, filed } = errand
  const { dossier } = await filed()
  const given = { ...act(dossier), version: dossier.version + 1 }
  await assert.rejects(receive(by('hang'), given), refuses('dossier-changed'))
})
