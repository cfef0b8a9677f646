import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, POLICE_DONG_DA, type Core } from '../../testing/core.ts'
import { refuses } from '../../testing/errand.ts'
import type { Answers } from '../forms/index.ts'
import {
  admitFromMessage,
  answerSupplement,
  listWorklist,
  open,
  propose,
  receive,
  requestSupplement,
  viewForStaff,
  withdraw,
  worldOf,
  type Dossier,
  type Paper,
} from './index.ts'

let core: Core
before(async () => {
  core = await openCore()
})
after(() => core.close())

const household: Answers[string] = {
  scope: 'city',
  unit: '00187',
  unitFrom: '2008-08-01',
  place: 'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  line: 'Số 12, ngõ 157 phố Pháo Đài Láng',
}

const child: Answers = {
  'child.name': { full: 'Nguyễn Minh An' },
  'child.birthDate': '2016-08-02',
  'child.sex': 'female',
  'certificate.number': '214/2016',
  'certificate.day': '2016-08-12',
  'household.address': household,
}

const certificate: Paper = {
  component: 'giay-khai-sinh',
  sha256: 'a'.repeat(64),
  sizeBytes: 1200,
  mime: 'application/pdf',
  name: 'Giấy khai sinh.pdf',
}

let messages = 0

async function brought(
  answers: Answers = child,
  papers: readonly Paper[] = [certificate],
): Promise<Dossier> {
  const { procedures } = await worldOf(core.database.db)
  const definition = procedures.revision('residence.register_child', 1)
  assert(definition)
  messages += 1
  return core.database.db.tx((db) =>
    admitFromMessage(core.system, db, {
      messageId: `m-${messages}`,
      agencyId: POLICE_DONG_DA,
      definition,
      answers,
      papers,
    }),
  )
}

const act = ({ code, version }: Dossier) => ({ code, version, requestKey: `a-${code}-${version}` })
const own = ({ id }: Dossier) => ({ dossierId: id, requestKey: `o-${id}` })

test('a message makes an ordinary dossier of the partner, with nobody’s phone', async () => {
  const dossier = await brought()
  assert.deepEqual(
    [dossier.agencyId, dossier.channel, dossier.state, dossier.phone],
    [POLICE_DONG_DA, 'interlink', 'filed', null],
  )
  const huy = await core.officer('huy')
  const view = await viewForStaff(huy, dossier.code)
  assert.deepEqual(
    view.files.map(({ component, field }) => [component, field]),
    [['giay-khai-sinh', 'paper.giay-khai-sinh']],
  )
  const { dossiers } = await listWorklist(huy, { queue: 'filed' })
  assert.ok(dossiers.some(({ id }) => id === dossier.id))
  assert.equal((await receive(huy, act(dossier))).state, 'processing')
})

test('what the form of the service refuses from a citizen it refuses from an agency', async () => {
  const { 'child.name': _, ...nameless } = child
  await assert.rejects(brought(nameless), refuses('declaration-incomplete'))
  await assert.rejects(brought({ ...child, colour: 'red' }), refuses('field-unknown'))
  await assert.rejects(
    brought({ ...child, 'child.birthDate': '2016-02-30' }),
    refuses('declaration-incomplete'),
  )
})

test('a paper that the service does not know stays out', async () => {
  const dossier = await brought(child, [{ ...certificate, component: 'hoa-don' }])
  const view = await viewForStaff(await core.officer('huy'), dossier.code)
  assert.deepEqual(view.files, [])
})

test('the agency that opened it answers with a corrected field and a paper', async () => {
  const huy = await core.officer('huy')
  const dossier = await brought(child, [])
  const asked = await requestSupplement(huy, {
    ...act(dossier),
    items: [
      { kind: 'field', about: 'household.headName', reason: 'Chưa có tên chủ hộ.' },
      { kind: 'paper', about: 'giay-khai-sinh', reason: 'Thiếu bản sao.' },
    ],
  })
  const file = { ...certificate, id: crypto.randomUUID(), addedAt: core.clock.now() }
  const answered = await answerSupplement(core.system, {
    ...own(asked),
    answers: [],
    set: { 'household.headName': { full: 'Trần Thị Hoà' } },
    files: [{ ...file, field: 'paper.giay-khai-sinh' }],
  })
  const view = await viewForStaff(huy, answered.code)
  assert.deepEqual(view.declarations[0]!.answers['household.headName'], { full: 'Trần Thị Hoà' })
  assert.equal(view.files.length, 1)
})

test('it takes its dossier back until it is signed, which no citizen could', async () => {
  const huy = await core.officer('huy')
  const received = await receive(huy, act(await brought()))
  const facts = { confirmation: '12/2016', day: '12/08/2016' }
  const proposed = await propose(huy, { ...act(received), ...{ resultFacts: facts } })
  await open(await core.officer('tuan'), proposed)
  assert.equal(proposed.state, 'signing')
  assert.equal((await withdraw(core.system, own(proposed))).state, 'withdrawn')
})
