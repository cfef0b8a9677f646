import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  confirmPreview,
  fold,
  open,
  propose,
  receive,
  viewForStaff,
  type Dossier,
} from '../../modules/dossiers/index.ts'
import { handOver, register, sign } from '../../modules/registry/index.ts'
import { POLICE_DONG_DA } from '../../testing/core.ts'
import { newKey, refuses } from '../../testing/errand.ts'
import { openInterlinked, type Interlinked } from '../../testing/interlinked.ts'
import { sampleInterlinked2016 } from '../testing-death.ts'

let world: Interlinked
before(async () => {
  world = await openInterlinked()
})
after(() => world.close())

let phones = 912_830_000

async function signed(): Promise<Dossier> {
  const { core, by, act } = world
  const answers = sampleInterlinked2016({ 'contact.phone': `0${++phones}` })
  const { dossier, owner } = await core.filed('death.interlinked', answers)
  const received = await receive(by('hang'), act(dossier))
  const proposed = await propose(by('yen'), { ...act(received), remark: 'Đã so với giấy tờ.' })
  const requestKey = `c-${newKey()}`
  const confirmed = await confirmPreview(owner, { dossierId: proposed.id, requestKey })
  await open(by('vinh'), confirmed)
  return sign(by('vinh'), act(confirmed))
}

test('2016: the police are asked when the household book is brought, and all is given at once', async () => {
  const { by, carry, collecting, decided, lane, now, partnersDossier } = world
  const dossier = await signed()
  await carry()
  assert.equal((await lane(dossier, 'xoa-thuong-tru')).state, 'toCome')
  await register(by('hang'), await collecting(dossier))
  await carry()
  const police = await partnersDossier(dossier, 'xoa-thuong-tru')
  assert.deepEqual(
    [police.agencyId, police.channel, police.subjectName, police.phone],
    [POLICE_DONG_DA, 'interlink', 'Đặng Thị Ngoãn', null],
  )
  const asked = await viewForStaff(by('huy'), police.code)
  const { answers } = asked.declarations[0]!
  assert.equal(answers['extract.number'], '1/2016')
  assert.equal(answers['household.bookNo'], '110203456')
  assert.equal(answers['death.day'], '2016-08-10')
  await assert.rejects(handOver(by('hang'), await collecting(dossier)), refuses('legs-still-open'))
  await decided(police, { confirmation: '0042/XNCT', day: '16/08/2016' })
  await carry()
  const lead = await now(dossier)
  assert.deepEqual(lead.endedAt, world.core.clock.now(), 'the clock ends with the police')
  assert.equal((await lane(lead, 'xoa-thuong-tru')).results[0]?.value, '0042/XNCT')
  assert.equal((await handOver(by('hang'), await collecting(lead))).state, 'handed_over')
  const { events, dossier: row } = await viewForStaff(by('hang'), dossier.code)
  assert.deepEqual(fold(events), { state: row.state, step: row.step, version: row.version })
})
