import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { StaffRole } from '../accounts/index.ts'
import { openCore, type Core } from '../../testing/core.ts'
import { openDepartment, type Department } from '../../testing/department.ts'
import { newKey, refuses } from '../../testing/errand.ts'
import {
  answerSupplement,
  completeStep,
  decline,
  propose,
  receive,
  requestSupplement,
  withdraw,
  type DeskAct,
  type Dossier,
} from './index.ts'

/** How a desk of the police or of social insurance is staffed: nobody of a ward's roles. */
let core: Core
let desk: Department

before(async () => {
  core = await openCore()
  desk = await openDepartment(core)
})
after(() => core.close())

const act = ({ code, version }: Dossier): DeskAct => ({
  code,
  version,
  requestKey: `i-${newKey()}`,
})
const own = ({ id }: Dossier) => ({ dossierId: id, requestKey: `i-${newKey()}` })
const item = { kind: 'field', about: 'work.kind', reason: 'Chưa rõ việc.' } as const

/** As a message opens it: another agency's, with no phone and nobody's browser. */
async function opened(): Promise<Dossier> {
  const { dossier } = await desk.filed()
  await core.database.owner.query(
    `update dossier set channel = 'interlink', phone = null where id = $1`,
    [dossier.id],
  )
  return { ...dossier, channel: 'interlink', phone: null }
}

test("a specialist receives, declines and asks at a partner agency's desk", async () => {
  const specialist = desk.officer('specialist')
  const received = await receive(specialist, act(await opened()))
  assert.equal(received.state, 'processing')
  const asked = await requestSupplement(specialist, { ...act(received), items: [item] })
  assert.equal(asked.state, 'supplementing')
  const declined = await decline(specialist, {
    ...act(await opened()),
    reason: 'Không thuộc địa bàn.',
  })
  assert.equal(declined.state, 'declined')
})

test('who heads the agency decides and does not stand at its desk', async () => {
  const dossier = await opened()
  for (const role of ['director', 'deputyDirector', 'divisionHead'] satisfies StaffRole[]) {
    const head = desk.officer(role)
    await assert.rejects(receive(head, act(dossier)), refuses('act-not-yours'), role)
  }
})

test('the agency that opened a dossier answers and withdraws it by its messages', async () => {
  const dossier = await opened()
  const specialist = desk.officer('specialist')
  const asked = await requestSupplement(specialist, { ...act(dossier), items: [item] })
  const answered = await answerSupplement(core.system, {
    ...own(asked),
    answers: [],
    files: [],
    set: { 'work.kind': 'khac', 'work.other': 'Dịch thuật' },
  }).catch((error: unknown) => error)
  refuses('supplement-field-not-asked')(answered)
  const set = { 'work.kind': 'hoa-giai' }
  const answer = { answers: [], files: [], set }
  assert.equal((await answerSupplement(core.system, { ...own(asked), ...answer })).state, 'filed')
  assert.equal((await withdraw(core.system, own(dossier))).state, 'withdrawn')
})

test('the agency that opened a dossier cancels it even while it waits to be signed', async () => {
  const specialist = desk.officer('specialist')
  let now = await receive(specialist, act(await opened()))
  now = await completeStep(specialist, act(now))
  now = await completeStep(desk.officer('divisionHead'), act(now))
  now = await propose(specialist, act(now))
  assert.equal(now.state, 'signing')
  assert.equal((await withdraw(core.system, own(now))).state, 'withdrawn')
})

test("no job answers or withdraws a citizen's dossier", async () => {
  const { dossier } = await desk.filed()
  const specialist = desk.officer('specialist')
  const asked = await requestSupplement(specialist, { ...act(dossier), items: [item] })
  const answer = { answers: [], files: [], set: { 'work.kind': 'hoa-giai' } }
  await assert.rejects(
    answerSupplement(core.system, { ...own(asked), ...answer }),
    refuses('not-found'),
  )
  await assert.rejects(withdraw(core.system, own(dossier)), refuses('not-found'))
})
