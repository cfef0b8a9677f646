import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleAgain2016 } from '../../catalogue/testing-births.ts'
import { TRUC_BACH } from '../../testing/core.ts'
import { newKey, refuses } from '../../testing/errand.ts'
import { openInterlinked, type Interlinked } from '../../testing/interlinked.ts'
import {
  answerVerification,
  askVerification,
  completeStep,
  open,
  proposeRefusal,
  receive,
  refuse,
  viewForStaff,
  withdraw,
  type Dossier,
} from '../dossiers/index.ts'

let world: Interlinked
before(async () => {
  world = await openInterlinked()
})
after(() => world.close())

const question = 'Sổ đăng ký khai sinh năm 1968 còn lưu không?'
let phones = 912_860_000

/** Filed where he resides, received; a commune was asked. */
async function asked(agencyId: string | null = TRUC_BACH) {
  const { act, by, carry, core } = world
  const answers = sampleAgain2016({ 'contact.phone': `0${++phones}` })
  const { dossier, owner } = await core.filed('birth.re_register', answers)
  const received = await receive(by('hang'), act(dossier))
  const place = agencyId === null ? { place: 'UBND xã Nghĩa Hưng, Nam Định' } : {}
  const now = await askVerification(by('yen'), { ...act(received), agencyId, question, ...place })
  await carry()
  return { dossier: now, owner }
}

const partners = (dossier: Dossier) => world.partnersDossier(dossier, 'hoi-xac-minh-1')

/** What the officer reads of the inquiry; undefined while it is open. */
async function read({ code }: Dossier): Promise<string | undefined> {
  const { inquiries, notes } = await viewForStaff(world.by('yen'), code)
  return notes.find(({ no }) => no === inquiries[0]?.answerNoteNo)?.body
}

test('a question reaches the desk of the commune asked, which answers within the law’s time', async () => {
  const { act, by, carry, decided, lane, now } = world
  const { dossier } = await asked()
  const theirs = await partners(dossier)
  assert.deepEqual(
    [theirs.agencyId, theirs.channel, theirs.state],
    [TRUC_BACH, 'interlink', 'filed'],
  )
  const { inquiries } = await viewForStaff(by('yen'), dossier.code)
  const { dueAt } = await lane(dossier, 'hoi-xac-minh-1')
  assert.deepEqual(dueAt, inquiries[0]?.answerBy)
  const { declarations } = await viewForStaff(by('thao'), theirs.code)
  const { answers } = declarations[0]!
  assert.deepEqual(
    [answers['kind'], answers['subject.name'], answers['previous.number'], answers['question']],
    ['birth', { full: 'Hoàng Văn Lộc' }, '44', question],
  )
  await assert.rejects(completeStep(by('yen'), act(dossier)), refuses('inquiry-waiting'))
  await decided(theirs, { found: 'có', number: '44', book: '01', day: '12/03/1968' })
  await carry()
  assert.equal(await read(dossier), 'Có trong Sổ hộ tịch: số 44, quyển số 01, ngày 12/03/1968.')
  assert.equal((await lane(dossier, 'hoi-xac-minh-1')).state, 'done')
  assert.equal((await completeStep(by('yen'), act(await now(dossier)))).step, 'tham-tra')
})

test('nothing found is an answer too', async () => {
  const { carry, decided } = world
  const { dossier } = await asked()
  await decided(await partners(dossier), { found: 'không' })
  await carry()
  assert.equal(await read(dossier), 'Không có trong Sổ hộ tịch.')
})

test('a commune that cannot answer says why, and the step goes on', async () => {
  const { act, by, carry } = world
  const { dossier } = await asked()
  const received = await receive(by('thao'), act(await partners(dossier)))
  const reason = 'Sổ năm 1968 đã chuyển Trung tâm lưu trữ.'
  const proposed = await proposeRefusal(by('thao'), { ...act(received), reason })
  await open(by('son'), proposed)
  await refuse(by('son'), { ...act(proposed), reason })
  await carry()
  assert.equal(await read(dossier), `Không trả lời được: ${reason}`)
})

test('an answer that crosses the letter already recorded changes nothing, and ends the leg', async () => {
  const { act, by, carry, decided, lane } = world
  const { dossier } = await asked()
  const answer = { no: 1, answer: 'Công văn 12: không còn lưu sổ.' }
  await answerVerification(by('yen'), { ...act(dossier), ...answer })
  await decided(await partners(dossier), { found: 'có', number: '44' })
  await carry()
  assert.equal(await read(dossier), answer.answer)
  assert.equal((await lane(dossier, 'hoi-xac-minh-1')).state, 'done')
})

test('a filing that is withdrawn asks nobody any more', async () => {
  const { carry, lane, now } = world
  const { dossier, owner } = await asked()
  const theirs = await partners(dossier)
  await withdraw(owner, { dossierId: dossier.id, requestKey: `w-${newKey()}` })
  await carry()
  assert.equal((await now(theirs)).state, 'withdrawn')
  assert.equal((await lane(await now(dossier), 'hoi-xac-minh-1')).state, 'cancelled')
})

test('a commune of another province is asked by letter: no leg is opened', async () => {
  const { dossier } = await asked(null)
  const lanes = await world.lanes(dossier)
  assert.ok(lanes.every(({ service }) => service !== 'civil_status.verify'))
})
