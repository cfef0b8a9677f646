import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_HA, LANG_THUONG } from '../../testing/core.ts'
import { newKey, openErrand, type Errand } from '../../testing/errand.ts'
import { confirmPreview, file, open, propose, receive } from '../dossiers/index.ts'
import { saveAnswers } from '../intake/index.ts'
import { sign } from '../registry/index.ts'
import { listLegsOf } from './index.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

const langHa = {
  scope: 'city',
  unit: '00199',
  unitFrom: '2008-08-01',
  place: 'phường Láng Hạ, quận Đống Đa, Thành phố Hà Nội',
  line: 'Số 5, phố Thái Thịnh',
} as const

/** A birth of a mother who lives there, filed at the father's ward and signed. */
async function signedOf(change: Parameters<Errand['core']['readyDraft']>[0]): Promise<string[]> {
  const { core, by, act } = errand
  const { id, owner } = await core.readyDraft(change)
  await saveAnswers(owner, { draftId: id, set: {}, agencyId: LANG_THUONG })
  const filed = await file(owner, core.files, { draftId: id, requestKey: id, channel: 'online' })
  const received = await receive(by('hang'), act(filed))
  await propose(by('yen'), { ...act(received), remark: 'Đã so với dữ liệu.' })
  const given = { dossierId: id, requestKey: `n-${newKey()}` }
  const waiting = await confirmPreview(owner, given)
  await open(by('vinh'), waiting)
  await sign(by('vinh'), act(waiting))
  const legs = await listLegsOf(core.database.db, { agencyId: LANG_THUONG, dossierId: id })
  return legs
    .filter(({ service }) => service === 'civil_status.notify')
    .map(({ otherParty }) => otherParty)
}

test('a birth registered at the father’s ward is made known to the mother’s', async () => {
  const change = { 'contact.phone': '0912346801', 'mother.residence': langHa }
  assert.deepEqual(await signedOf(change), [LANG_HA])
})

test('a ward that is itself the permanent residence tells nobody', async () => {
  const another = { 'mother.idNumber': '012349999', 'notice.number': '9911' }
  const change = { 'contact.phone': '0912346802', ...another }
  assert.deepEqual(await signedOf(change), [])
})
