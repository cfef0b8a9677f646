import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openErrand, newKey, refuses, type Errand } from '../../testing/errand.ts'
import { listMessagesOf } from '../notifications/index.ts'
import {
  answerSupplement,
  open,
  proposeRefusal,
  receive,
  refuse,
  requestSupplement,
  sendBack,
  viewForOwner,
  withdraw,
  type Dossier,
} from './index.ts'

let errand: Errand

before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

const reason = 'Việc sinh đã được đăng ký ở nơi khác.'

async function received() {
  const { dossier, owner } = await errand.filed()
  return { dossier: await receive(errand.by('hang'), errand.act(dossier)), owner }
}

async function proposed() {
  const { dossier, owner } = await received()
  const act = errand.act(dossier)
  return { dossier: await proposeRefusal(errand.by('yen'), { ...act, reason }), owner }
}

async function opened(dossier: Dossier) {
  await open(errand.by('vinh'), dossier)
  return errand.act(dossier)
}

test('a refusal is proposed by the officer and counts once the head has signed it', async () => {
  const { dossier, owner } = await proposed()
  assert.equal(dossier.state, 'refusing')
  const before = await viewForOwner(owner, dossier.id)
  const told = async () => {
    const messages = await listMessagesOf(errand.core.database.db, dossier.id)
    return messages.map(({ template }) => template)
  }
  assert.equal((await told()).includes('refused'), false)
  const refused = await refuse(errand.by('vinh'), await opened(dossier))
  assert.equal(refused.state, 'refused')
  assert.ok(refused.endedAt)
  const { notes } = await viewForOwner(owner, dossier.id)
  assert.equal(notes.find(({ kind }) => kind === 'refuse')!.body, reason)
  assert.equal(
    before.notes.some(({ kind }) => kind === 'refuse'),
    false,
  )
  assert.ok((await told()).includes('refused'))
  await errand.ensureFolds(refused)
})

test('the head may put the reason into other words, and signs only what was opened', async () => {
  const { dossier, owner } = await proposed()
  const vinh = errand.by('vinh')
  await assert.rejects(refuse(vinh, errand.act(dossier)), refuses('not-opened'))
  const act = await opened(dossier)
  await assert.rejects(refuse(vinh, { ...act, reason: ' ' }), refuses('reason-missing'))
  await refuse(vinh, { ...act, reason: 'Đã đăng ký tại phường Láng Hạ, số 12/2016.' })
  const { notes } = await viewForOwner(owner, dossier.id)
  assert.match(notes.find(({ kind }) => kind === 'refuse')!.body, /số 12\/2016/)
})

test('a refusal that is not signed leaves the dossier where it was', async () => {
  const one = await proposed()
  const back = await sendBack(errand.by('vinh'), {
    ...errand.act(one.dossier),
    reason: 'Xem lại nơi đăng ký.',
  })
  assert.deepEqual([back.state, back.step], ['processing', 'tham-tra'])
  const two = await received()
  const items = [{ kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh bị lóa.' }] as const
  const act = errand.act(two.dossier)
  const asked = await requestSupplement(errand.by('yen'), { ...act, items })
  const waiting = await proposeRefusal(errand.by('yen'), { ...errand.act(asked), reason })
  const again = await sendBack(errand.by('vinh'), { ...errand.act(waiting), reason: 'Chờ thêm.' })
  assert.equal(again.state, 'supplementing')
  const answers = [{ itemId: '1', accepted: false, remark: 'Tôi mang bản chính đến.' }]
  const answer = { dossierId: again.id, requestKey: `r-${newKey()}`, answers, files: [], set: {} }
  assert.equal((await answerSupplement(two.owner, answer)).state, 'processing')
  await errand.ensureFolds(again)
})

test('a citizen may still withdraw before the refusal is signed', async () => {
  const { dossier, owner } = await proposed()
  const given = { dossierId: dossier.id, requestKey: `r-${newKey()}` }
  assert.equal((await withdraw(owner, given)).state, 'withdrawn')
})

test('why a citizen withdraws is kept when it is said, and need not be', async () => {
  const [one, two] = [await received(), await received()]
  const given = (dossier: Dossier) => ({ dossierId: dossier.id, requestKey: `r-${newKey()}` })
  await assert.rejects(
    withdraw(one.owner, { ...given(one.dossier), reason: 'x'.repeat(4001) }),
    refuses('reason-too-long'),
  )
  await withdraw(one.owner, { ...given(one.dossier), reason: 'Nộp ở quê.' })
  await withdraw(two.owner, { ...given(two.dossier), reason: '  ' })
  const said = async ({ dossier, owner }: typeof one) =>
    (await viewForOwner(owner, dossier.id)).notes.map(({ body }) => body)
  assert.deepEqual([await said(one), await said(two)], [['Nộp ở quê.'], []])
})

test('a refusal is refused by name: role, agency, version, key, words, state', async () => {
  const { dossier } = await received()
  const by = (login: Parameters<Errand['by']>[0]) => errand.by(login)
  const act = { ...errand.act(dossier), reason }
  await assert.rejects(proposeRefusal(by('hang'), act), refuses('act-not-yours'))
  await assert.rejects(proposeRefusal(by('vinh'), act), refuses('act-not-yours'))
  await assert.rejects(proposeRefusal(by('lanha'), act), refuses('not-found'))
  await assert.rejects(
    proposeRefusal(by('yen'), { ...act, version: 1 }),
    refuses('dossier-changed'),
  )
  await assert.rejects(proposeRefusal(by('yen'), { ...act, reason: '' }), refuses('reason-missing'))
  await assert.rejects(refuse(by('vinh'), act), refuses('act-not-now'))
  const waiting = await proposeRefusal(by('yen'), act)
  assert.equal((await proposeRefusal(by('yen'), act)).version, waiting.version)
  await assert.rejects(
    receive(by('hang'), { ...act, version: waiting.version }),
    refuses('act-not-now'),
  )
  await assert.rejects(refuse(by('yen'), errand.act(waiting)), refuses('signer-not-assigned'))
  await assert.rejects(refuse(by('mai'), errand.act(waiting)), refuses('signer-not-assigned'))
  await assert.rejects(refuse(by('lanha'), errand.act(waiting)), refuses('not-found'))
})
