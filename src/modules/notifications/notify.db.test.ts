import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { moveDue, receive, type DeskAct, type Dossier } from '../dossiers/index.ts'
import { areMessagesStopped, listMessagesOf, stopMessages } from './index.ts'
import { refuses } from '../../testing/errand.ts'

let core: Core
let keys = 0

before(async () => {
  core = await openCore()
})
after(() => core.close())

const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `n-${++keys}`,
})

test('the citizen is told of filing, receipt and a moved due date; no message has a name', async () => {
  const { dossier } = await core.filedBirth({ 'contact.phone': '0913300001' })
  const received = await receive(await core.officer('hang'), act(dossier))
  await moveDue(await core.officer('vinh'), {
    ...act(received),
    to: new Date('2016-08-15T10:00:00+07:00'),
    reason: 'Mất điện.',
  })
  const messages = await listMessagesOf(core.database.db, dossier.id)
  assert.deepEqual(messages.map(({ template }) => template).toSorted(), [
    'dueMoved',
    'filed',
    'received',
  ])
  const moved = messages.find(({ template }) => template === 'dueMoved')!
  assert.match(moved.body, /10h00 ngày 15\/08/)
  assert.match(moved.body, /[Xx]in lỗi/)
  for (const { body, recipient } of messages) {
    assert.equal(recipient, '0913300001')
    for (const name of [dossier.subjectName!, dossier.requesterName!, 'Mất điện']) {
      assert.equal(body.includes(name), false, body)
    }
  }
})

test('a repeated act tells the citizen once', async () => {
  const { dossier } = await core.filedBirth({ 'contact.phone': '0913300002' })
  const given = act(dossier)
  const hang = await core.officer('hang')
  await receive(hang, given)
  await receive(hang, given)
  const messages = await listMessagesOf(core.database.db, dossier.id)
  assert.equal(messages.filter(({ template }) => template === 'received').length, 1)
})

test('when the child has died nothing more is said to the family, whatever is done', async () => {
  const { dossier } = await core.filedBirth({ 'contact.phone': '0913300003' })
  const hang = await core.officer('hang')
  assert.equal(await areMessagesStopped(core.database.db, placeOf(dossier)), false)
  await stopMessages(hang, { code: dossier.code })
  await stopMessages(await core.officer('yen'), { code: dossier.code })
  assert.equal(await areMessagesStopped(core.database.db, placeOf(dossier)), true)
  await receive(hang, act(dossier))
  const messages = await listMessagesOf(core.database.db, dossier.id)
  assert.deepEqual(
    messages.map(({ template }) => template),
    ['filed'],
  )
})

test('another ward stops no messages', async () => {
  const { dossier } = await core.filedBirth({ 'contact.phone': '0913300004' })
  const stop = stopMessages(await core.officer('lanha'), { code: dossier.code })
  await assert.rejects(stop, refuses('not-found'))
})

const placeOf = ({ agencyId, id }: Dossier) => ({ agencyId, dossierId: id })
