import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { POLICE_DONG_DA } from '../../testing/core.ts'
import { openInterlinked, type Interlinked } from '../../testing/interlinked.ts'
import { moveDue, receive, type Dossier } from '../dossiers/index.ts'
import { handOver, register } from '../registry/index.ts'
import { newestSlip, slipsOf, type SlipKind } from './index.ts'

let world: Interlinked
before(async () => {
  world = await openInterlinked()
})
after(() => world.close())

const deps = { publicUrl: 'https://motcua.example' }

async function kindsOf(dossier: Dossier): Promise<SlipKind[]> {
  return (await slipsOf(world.by('hang'), dossier.id)).map(({ kind }) => kind)
}

async function wordsOf(dossier: Dossier, kind: SlipKind): Promise<string> {
  const asked = { dossier: dossier.id, kinds: [kind] }
  return JSON.stringify((await newestSlip(world.by('hang'), deps, asked)).slip)
}

test('each agency that is asked gets its transfer slip, in the transaction that asks it', async () => {
  const { carry, signed } = world
  const { dossier } = await signed()
  assert.deepEqual(await kindsOf(dossier), ['transfer', 'receipt'])
  await carry()
  assert.deepEqual(await kindsOf(dossier), ['transfer', 'transfer', 'receipt'])
  const words = await wordsOf(dossier, 'transfer')
  const agencies = ['Công an quận Đống Đa', 'BHXH quận Đống Đa', 'UBND phường Láng Thượng']
  for (const agency of agencies) assert.ok(words.includes(agency), agency)
  assert.match(words, /Để cơ quan giải quyết: .*Hộ khẩu cho con/)
  assert.match(words, /Chủ trì: /)
})

test('a partner that needs more time is a slip of the lead too, with its reason and new date', async () => {
  const { act, by, carry, now, partnersDossier, signed } = world
  const { dossier } = await signed()
  await carry()
  const police = await receive(by('huy'), act(await partnersDossier(dossier, 'ho-khau')))
  const to = new Date('2016-09-15T16:00:00+07:00')
  const reason = 'Chờ xác minh tại nơi thường trú cũ.'
  await moveDue(by('tuan'), { ...act(police), to, reason })
  await carry()
  assert.deepEqual(await kindsOf(dossier), ['extension', 'transfer', 'transfer', 'receipt'])
  const words = await wordsOf(dossier, 'extension')
  for (const said of [
    'Công an quận Đống Đa',
    reason,
    'Hộ khẩu cho con',
    'ngày 15 tháng 9 năm 2016',
  ])
    assert.ok(words.includes(said), said)
  const theirs = await slipsOf(by('huy'), (await now(police)).id)
  assert.deepEqual(
    theirs.map(({ kind }) => kind),
    ['apology', 'receipt'],
    'the partner’s own dossier has its own slips',
  )
})

test('when all is collected the control slip tells the part of each agency', async () => {
  const { by, carry, collecting, decided, partnersDossier, signed } = world
  const { dossier } = await signed()
  await carry()
  await register(by('hang'), await collecting(dossier))
  const card = { card: 'TE1010123456789', from: '15/08/2016' }
  const residence = { confirmation: '0187/2016', day: '19/08/2016' }
  await decided(await partnersDossier(dossier, 'the-bhyt'), card)
  const police = await decided(await partnersDossier(dossier, 'ho-khau'), residence)
  await carry()
  assert.equal(police.agencyId, POLICE_DONG_DA)
  await handOver(by('hang'), await collecting(dossier))
  const words = await wordsOf(dossier, 'control')
  assert.match(
    words,
    /Cơ quan phối hợp giải quyết hồ sơ: Bộ Tư pháp; BHXH quận Đống Đa; Công an quận Đống Đa/,
  )
  assert.match(words, /Giao: Bộ phận Một cửa\\nNhận: Công an quận Đống Đa/)
  assert.match(words, /Giao: Công an quận Đống Đa\\nNhận: Bộ phận Một cửa/)
  assert.deepEqual((await kindsOf(dossier))[0], 'control')
})
