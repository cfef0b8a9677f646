import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleDeath2016 } from '../../catalogue/testing-death.ts'
import { LANG_THUONG, TRUC_BACH } from '../../testing/core.ts'
import { newKey } from '../../testing/errand.ts'
import { openInterlinked, type Interlinked } from '../../testing/interlinked.ts'
import { confirmPreview, open, propose, receive, viewForStaff } from '../dossiers/index.ts'
import { sign } from '../registry/index.ts'

let world: Interlinked
before(async () => {
  world = await openInterlinked()
})
after(() => world.close())

const trucBach = {
  scope: 'city',
  unit: '00004',
  unitFrom: '2008-08-01',
  place: 'phường Trúc Bạch, quận Ba Đình, Thành phố Hà Nội',
  line: '',
} as const

const LEG = 'thong-bao-noi-thuong-tru'

test('a commune that is not the permanent residence tells that commune, which notes it', async () => {
  const { act, by, carry, core, decided, lane, now, partnersDossier } = world
  const answers = sampleDeath2016({
    'deceased.isPermanent': false,
    'deceased.permanentResidence': trucBach,
  })
  const { dossier, owner } = await core.filed('death.register', answers)
  const received = await receive(by('hang'), act(dossier))
  const proposed = await propose(by('yen'), { ...act(received), remark: 'Đã so.' })
  const requestKey = `c-${newKey()}`
  const confirmed = await confirmPreview(owner, { dossierId: proposed.id, requestKey })
  await open(by('vinh'), confirmed)
  const signed = await sign(by('vinh'), act(confirmed))
  assert.ok(signed.endedAt, 'the family does not wait for it')
  await carry()
  const theirs = await partnersDossier(dossier, LEG)
  assert.deepEqual([theirs.agencyId, theirs.subjectName], [TRUC_BACH, 'Đặng Thị Ngoãn'])
  const { declarations } = await viewForStaff(by('thao'), theirs.code)
  const told = declarations[0]!.answers
  assert.deepEqual(
    [told['kind'], told['certificate.number'], told['certificate.day']],
    ['death', '1/2016', '2016-08-12'],
  )
  assert.match(String(told['registeredAt']), /Láng Thượng/)
  assert.equal(dossier.agencyId, LANG_THUONG)
  await decided(theirs, { day: '15/08/2016' })
  await carry()
  assert.equal((await lane(await now(dossier), LEG)).state, 'done')
})
