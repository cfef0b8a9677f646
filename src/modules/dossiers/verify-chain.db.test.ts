import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_THUONG, openCore, type Core } from '../../testing/core.ts'
import { verifyChain } from './index.ts'

let core: Core

before(async () => {
  core = await openCore()
})
after(() => core.close())

test('events cut off at the end are missed: the head says how many there were', async () => {
  for (const phone of ['0913100001', '0913100002']) {
    await core.filedBirth({ 'contact.phone': phone })
  }
  const { db, owner } = core.database
  assert.equal(await verifyChain(db, LANG_THUONG), undefined)
  await owner.query('delete from dossier_event where agency_id = $1 and seq = 2', [LANG_THUONG])
  assert.deepEqual(await verifyChain(db, LANG_THUONG), { seq: 2, fault: 'gap' })
  await owner.query('delete from dossier_event where agency_id = $1', [LANG_THUONG])
  assert.deepEqual(await verifyChain(db, LANG_THUONG), { seq: 1, fault: 'gap' })
})
