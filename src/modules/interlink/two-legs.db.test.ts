import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { POLICE_DONG_DA } from '../../testing/core.ts'
import { refuses } from '../../testing/errand.ts'
import { openInterlinked, type Interlinked } from '../../testing/interlinked.ts'
import {
  fold,
  open,
  proposeRefusal,
  receive,
  refuse,
  requestSupplement,
  viewForStaff,
  type Dossier,
} from '../dossiers/index.ts'
import { listMessagesOf } from '../notifications/index.ts'
import { crossOut, handOver, register } from '../registry/index.ts'
import { answerPartner, askCitizen, listCitizenTasks } from './index.ts'

let world: Interlinked
before(async () => {
  world = await openInterlinked()
})
after(() => world.close())

/** The newest message to the citizen about a dossier. */
async function told({ id }: Dossier): Promise<string> {
  const [newest] = await listMessagesOf(world.core.database.db, id)
  return newest?.body ?? ''
}

const residence = { confirmation: '0187/2016', day: '19/08/2016' }
const card = { card: 'TE1010123456789', from: '15/08/2016' }

test('a signed birth asks the police and social insurance, each on its own desk', async () => {
  const { by, carry, lanes, lane, partnersDossier, signed } = world
  const { dossier } = await signed()
  assert.deepEqual(
    (await lanes(dossier)).filter(({ holds }) => holds).map(({ key, state }) => [key, state]),
    [
      ['ho-khau', 'toCome'],
      ['the-bhyt', 'notSent'],
    ],
    'the police are asked when the certificate is there',
  )
  await carry()
  const police = await partnersDossier(dossier, 'ho-khau')
  assert.deepEqual(
    [police.agencyId, police.channel, police.state, police.subjectName, police.phone],
    [POLICE_DONG_DA, 'interlink', 'filed', 'Nguyễn Minh An', null],
  )
  const view = await viewForStaff(by('huy'), police.code)
  assert.deepEqual(
    view.files.map(({ component }) => component),
    ['giay-khai-sinh'],
  )
  assert.equal((await lane(dossier, 'ho-khau')).state, 'sent')
})

test('three agencies end a filing: results come back, and all is collected at one place', async () => {
  const { by, carry, collecting, decided, lane, now, partnersDossier, signed } = world
  const { dossier } = await signed()
  await carry()
  await register(by('hang'), await collecting(dossier))
  await assert.rejects(handOver(by('hang'), await collecting(dossier)), refuses('legs-still-open'))
  const insurance = await decided(await partnersDossier(dossier, 'the-bhyt'), card)
  await carry()
  assert.equal((await now(dossier)).endedAt, null, 'the police still work')
  const police = await decided(await partnersDossier(dossier, 'ho-khau'), residence)
  await carry()
  const lead = await now(dossier)
  assert.deepEqual(lead.endedAt, world.core.clock.now(), 'the legal clock stops with the last leg')
  assert.deepEqual((await lane(dossier, 'ho-khau')).results[0]?.value, residence.confirmation)
  assert.equal((await lane(dossier, 'the-bhyt')).state, 'done')
  assert.equal((await now(police)).state, 'handed_over', 'the lead has acknowledged the result')
  assert.equal((await now(insurance)).state, 'handed_over')
  const view = await viewForStaff(by('hang'), dossier.code)
  assert.ok(view.files.some(({ component }) => component === 'result:ho-khau'))
  assert.match(await told(dossier), /các cơ quan đã làm xong. Mời ông\/bà đến/)
  assert.equal((await handOver(by('hang'), await collecting(dossier))).state, 'handed_over')
  const { events, dossier: row } = await viewForStaff(by('hang'), dossier.code)
  assert.deepEqual(fold(events), { state: row.state, step: row.step, version: row.version })
})

test('the ward answers what the police ask, and tells the citizen what only they can give', async () => {
  const { act, by, carry, core, lane, now, partnersDossier, signed } = world
  const { dossier } = await signed()
  await carry()
  const police = await receive(by('huy'), act(await partnersDossier(dossier, 'ho-khau')))
  await requestSupplement(by('huy'), {
    ...act(police),
    items: [
      { kind: 'field', about: 'household.headName', reason: 'Chưa có tên chủ hộ.' },
      { kind: 'other', about: null, reason: 'Chủ hộ cần ký Phiếu báo thay đổi hộ khẩu.' },
    ],
  })
  await carry()
  const asking = await lane(dossier, 'ho-khau')
  assert.equal(asking.state, 'supplementRequested')
  assert.deepEqual(
    asking.asked?.items.map(({ about }) => about),
    ['household.headName', null],
  )
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  await askCitizen(by('hang'), {
    ...act(await now(dossier)),
    ...{ leg: 'ho-khau', kind: 'sign', who: 'householdHead', component: 'giay-ket-hon' },
  })
  const [task] = await listCitizenTasks(core.database.db, at)
  // Friday 12/08 and two working days.
  assert.deepEqual(task?.by, new Date('2016-08-16T16:30:00+07:00'))
  assert.match(
    await told(dossier),
    /: mời chủ hộ đến phường ký .+ trước 16h30 ngày 16\/08\. Hỏi: 1900 1009\.$/,
  )
  const answer = {
    ...act(await now(dossier)),
    ...{ leg: 'ho-khau', no: 1, papers: [] },
    answers: [{ itemId: '2', accepted: true, remark: 'Chủ hộ đã ký tại phường.' }],
  }
  await assert.rejects(
    answerPartner(by('hang'), { ...answer, set: {} }),
    refuses('supplement-incomplete'),
  )
  const named = (full: string) => ({ 'household.headName': { full } })
  await assert.rejects(
    answerPartner(by('hang'), { ...answer, set: named('') }),
    refuses('supplement-incomplete'),
  )
  await assert.rejects(
    answerPartner(by('hang'), { ...answer, set: named('Trần Thị 7') }),
    refuses('declaration-incomplete'),
  )
  const set = named('Trần Thị Hoà')
  await assert.rejects(answerPartner(by('vinh'), { ...answer, set }), refuses('act-not-yours'))
  await answerPartner(by('hang'), { ...answer, set })
  await carry()
  assert.equal((await now(police)).state, 'processing')
  const view = await viewForStaff(by('huy'), police.code)
  assert.deepEqual(view.declarations[0]?.answers['household.headName'], { full: 'Trần Thị Hoà' })
  assert.deepEqual((await listCitizenTasks(core.database.db, at))[0]?.endedAt, core.clock.now())
  await assert.rejects(
    answerPartner(by('hang'), { ...answer, ...act(await now(dossier)), set }),
    refuses('leg-not-asking'),
  )
})

test('a partner that refuses says why; the rest goes on and everything else is handed over', async () => {
  const { act, by, carry, collecting, decided, lane, now, partnersDossier, signed } = world
  const { dossier } = await signed()
  await carry()
  const police = await receive(by('huy'), act(await partnersDossier(dossier, 'ho-khau')))
  const reason = 'Địa chỉ không thuộc hộ khẩu đã kê khai.'
  const refusing = await proposeRefusal(by('huy'), { ...act(police), reason })
  await open(by('tuan'), refusing)
  await refuse(by('tuan'), act(refusing))
  await carry()
  const refused = await lane(dossier, 'ho-khau')
  assert.deepEqual([refused.state, refused.refusedBecause], ['refused', reason])
  assert.match(await told(dossier), /một cơ quan không giải quyết được/)
  assert.equal((await now(dossier)).endedAt, null)
  await decided(await partnersDossier(dossier, 'the-bhyt'), card)
  await carry()
  assert.notEqual((await now(dossier)).endedAt, null)
  assert.equal((await handOver(by('hang'), await collecting(dossier))).state, 'handed_over')
})

test('an entry crossed out asks nobody any more; what was not signed is taken back', async () => {
  const { act, by, carry, decided, lane, now, partnersDossier, signed } = world
  const { dossier } = await signed()
  await carry()
  const police = await receive(by('huy'), act(await partnersDossier(dossier, 'ho-khau')))
  const insurance = await decided(await partnersDossier(dossier, 'the-bhyt'), card)
  const reason = 'Bản chính Giấy chứng sinh khác bản đã gửi.'
  await crossOut(by('yen'), { ...act(await now(dossier)), reason })
  await carry()
  assert.deepEqual(
    [(await now(police)).state, (await now(insurance)).state],
    ['withdrawn', 'handed_over'],
  )
  assert.equal((await lane(dossier, 'ho-khau')).state, 'cancelled')
  assert.equal((await lane(dossier, 'the-bhyt')).state, 'done', 'its result had crossed the cancel')
})
