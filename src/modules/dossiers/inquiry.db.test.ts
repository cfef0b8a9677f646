import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_HA, openCore, type Core } from '../../testing/core.ts'
import { DEPARTMENT, openDepartment, type Department } from '../../testing/department.ts'
import { newKey, refuses } from '../../testing/errand.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import {
  answerSupplement,
  answerVerification,
  askVerification,
  completeStep,
  findInquiry,
  receive,
  requestSupplement,
  verificationAnswered,
  viewForOwner,
  viewForStaff,
  withdraw,
  type DeskAct,
  type Dossier,
} from './index.ts'

/** Four steps of a department, the second of which verifies. */
let core: Core
let desk: Department

before(async () => {
  core = await openCore()
  desk = await openDepartment(core)
})
after(() => core.close())

const at = (day: string, time = '10:00') => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantAt(plainDate(day), hours * 60 + minutes)
}
const act = ({ code, version }: Dossier): DeskAct => ({
  code,
  version,
  requestKey: `v-${newKey()}`,
})
const head = () => desk.officer('divisionHead')
const question = 'Sổ hộ tịch năm 1994 còn lưu việc sinh của người này không?'
const ask = (dossier: Dossier, agencyId: string | null = LANG_HA, place?: string) =>
  askVerification(head(), {
    ...act(dossier),
    agencyId,
    question,
    ...(place === undefined ? {} : { place }),
  })

/** Received on Friday 12/08/2016, due on the 19th; at the step that verifies. */
async function toVerify() {
  core.clock.set(at('2016-08-12', '14:00'))
  const { dossier, owner } = await desk.filed()
  const received = await receive(desk.officer('counterOfficer'), act(dossier))
  const verifying = await completeStep(desk.officer('specialist'), act(received))
  assert.equal(verifying.dueAt?.getTime(), at('2016-08-19', '16:30').getTime())
  return { dossier: verifying, owner }
}

async function asked() {
  const { dossier, owner } = await toVerify()
  core.clock.set(at('2016-08-15'))
  return { dossier: await ask(dossier), owner }
}

test('an inquiry gives the other commune five working days, and three more to finish', async () => {
  const { dossier } = await asked()
  const { inquiries, notes } = await viewForStaff(head(), dossier.code)
  assert.equal(inquiries[0]!.place, 'UBND phường Láng Hạ')
  assert.equal(inquiries[0]!.answerBy.getTime(), at('2016-08-22', '16:30').getTime())
  assert.equal(dossier.dueAt?.getTime(), at('2016-08-25', '16:30').getTime())
  assert.equal(notes.find(({ no }) => no === inquiries[0]!.questionNoteNo)!.body, question)
})

/** Answered on this day: due on that one. Never earlier than without the inquiry. */
const answers: [string, string][] = [
  ['2016-08-16', '2016-08-19'],
  ['2016-08-17', '2016-08-22'],
  ['2016-08-22', '2016-08-25'],
  ['2016-08-23', '2016-08-26'],
]

for (const [answered, due] of answers)
  test(`answered on ${answered}, the dossier is due on ${due}`, async () => {
    const { dossier } = await asked()
    core.clock.set(at(answered))
    const done = await answerVerification(desk.officer('counterOfficer'), {
      ...act(dossier),
      no: 1,
      answer: 'Không còn lưu sổ năm 1994.',
    })
    assert.equal(done.dueAt?.getTime(), at(due, '16:30').getTime())
  })

test('the step ends when the answer is there, or with a reason once its time is over', async () => {
  const { dossier } = await asked()
  const end = (remark?: string) =>
    completeStep(head(), { ...act(dossier), ...(remark === undefined ? {} : { remark }) })
  core.clock.set(at('2016-08-22', '16:30'))
  await assert.rejects(end('Không chờ được.'), refuses('inquiry-waiting'))
  core.clock.set(at('2016-08-22', '16:31'))
  await assert.rejects(end(' '), refuses('inquiry-needs-remark'))
  assert.equal((await end('Đã gọi ba lần, không trả lời.')).step, 'trinh')
  const other = (await asked()).dossier
  const answer = { no: 1, answer: 'Có, số 118 ngày 05/03/1994.' }
  const done = await answerVerification(head(), { ...act(other), ...answer })
  assert.equal((await completeStep(head(), act(done))).step, 'trinh')
})

test('an answer by message is recorded once, also when the dossier was withdrawn meanwhile', async () => {
  const { dossier, owner } = await asked()
  const where = { agencyId: DEPARTMENT, dossierId: dossier.id }
  const answer = { ...where, no: 1, answer: 'Có trong Sổ hộ tịch.', requestKey: `m-${newKey()}` }
  const tell = (given = answer) =>
    core.database.db.tx((db) => verificationAnswered(core.system, db, given))
  const told = await tell()
  assert.equal(told.version, dossier.version + 1)
  await assert.rejects(tell(), refuses('inquiry-answered'))
  await assert.rejects(tell({ ...answer, no: 7 }), refuses('inquiry-unknown'))
  assert.ok((await findInquiry(core.database.db, where, 1))!.answeredAt)
  const { notes } = await viewForOwner(owner, dossier.id)
  assert.ok(notes.some(({ kind }) => kind === 'inquiry-answer'))
  const gone = await asked()
  const given = { dossierId: gone.dossier.id, requestKey: `w-${newKey()}` }
  const withdrawn = await withdraw(gone.owner, given)
  const kept = await tell({ ...answer, dossierId: gone.dossier.id, requestKey: `m-${newKey()}` })
  assert.equal(kept.version, withdrawn.version)
})

test('a commune of another province is asked by letter, under its name', async () => {
  const { dossier } = await toVerify()
  await assert.rejects(ask(dossier, null, '  '), refuses('inquiry-place-unknown'))
  const sent = await ask(dossier, null, 'UBND xã Nghĩa Hưng, Nam Định')
  const { inquiries } = await viewForStaff(head(), sent.code)
  assert.deepEqual(
    [inquiries[0]!.askedAgencyId, inquiries[0]!.place],
    [null, 'UBND xã Nghĩa Hưng, Nam Định'],
  )
})

test('a supplement while another commune is asked shifts the later due date', async () => {
  const { dossier, owner } = await asked()
  core.clock.set(at('2016-08-16'))
  const items = [{ kind: 'field', about: 'work.kind', reason: 'Chưa rõ.' }] as const
  const waiting = await requestSupplement(head(), { ...act(dossier), items })
  core.clock.set(at('2016-08-18'))
  const done = await answerVerification(desk.officer('counterOfficer'), {
    ...act(waiting),
    no: 1,
    answer: 'Không còn sổ.',
  })
  assert.equal(done.state, 'supplementing')
  core.clock.set(at('2016-08-19'))
  const given = { dossierId: done.id, requestKey: `s-${newKey()}`, answers: [], files: [] }
  const going = await answerSupplement(owner, { ...given, set: { 'work.kind': 'hoa-giai' } })
  // Three more days from the answer on the 18th, and the three that the supplement took.
  assert.equal(going.dueAt?.getTime(), at('2016-08-26', '16:30').getTime())
})

test('an inquiry is refused by name: step, role, agency, place, version, key, words', async () => {
  core.clock.set(at('2016-08-12', '14:00'))
  const { dossier: filed } = await desk.filed()
  await assert.rejects(ask(filed), refuses('act-not-now'))
  const received = await receive(desk.officer('counterOfficer'), act(filed))
  const specialist = desk.officer('specialist')
  const first = { ...act(received), agencyId: LANG_HA, question }
  await assert.rejects(askVerification(specialist, first), refuses('step-not-verification'))
  const { dossier } = await toVerify()
  const given = { ...act(dossier), agencyId: LANG_HA, question }
  await assert.rejects(askVerification(specialist, given), refuses('act-not-yours'))
  const stranger = await core.officer('yen')
  await assert.rejects(askVerification(stranger, given), refuses('not-found'))
  const stale = { ...given, version: 1 }
  await assert.rejects(askVerification(head(), stale), refuses('dossier-changed'))
  await assert.rejects(
    askVerification(head(), { ...given, question: ' ' }),
    refuses('reason-missing'),
  )
  for (const agencyId of [DEPARTMENT, 'khong-co', 'so-noi-vu'])
    await assert.rejects(ask(dossier, agencyId), refuses('inquiry-place-unknown'))
  const sent = await askVerification(head(), given)
  assert.equal((await askVerification(head(), given)).version, sent.version)
  await assert.rejects(ask(sent), refuses('inquiry-open'))
  const answer = { ...act(sent), no: 1, answer: 'Không.' }
  const director = desk.officer('director')
  await assert.rejects(answerVerification(director, answer), refuses('act-not-yours'))
  await assert.rejects(answerVerification(head(), { ...answer, no: 2 }), refuses('inquiry-unknown'))
  await assert.rejects(
    answerVerification(head(), { ...answer, answer: '' }),
    refuses('reason-missing'),
  )
  await assert.rejects(answerVerification(stranger, answer), refuses('not-found'))
  const old = { ...answer, version: dossier.version - 1 }
  await assert.rejects(answerVerification(head(), old), refuses('dossier-changed'))
  const done = await answerVerification(head(), answer)
  assert.equal((await answerVerification(head(), answer)).version, done.version)
  const twice = { ...answer, ...act(done) }
  await assert.rejects(answerVerification(head(), twice), refuses('inquiry-answered'))
})
