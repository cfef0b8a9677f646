import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_THUONG, POLICE_DONG_DA } from '../../testing/core.ts'
import { newKey, refuses } from '../../testing/errand.ts'
import { openInterlinked, type Interlinked } from '../../testing/interlinked.ts'
import { canonicalJson, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import type { Dossier } from '../dossiers/index.ts'
import { PROTOCOL, type Bodies, type Message, type MessageType } from './message.ts'
import { take } from './take.ts'

let world: Interlinked
before(async () => {
  world = await openInterlinked()
})
after(() => world.close())

type Written<T extends MessageType> = Pick<
  Message<T>,
  'leg' | 'seq' | 'type' | 'from' | 'to' | 'body'
>

/** A message that the door has proved to come from its sender. */
function takes<T extends MessageType>(written: Written<T>) {
  const { core } = world
  const now = core.clock.now()
  const message: Message = {
    schema: PROTOCOL,
    id: uuidv7(now),
    writtenAt: now.toISOString(),
    ...written,
  }
  const bytesSha256 = sha256Hex(canonicalJson(message))
  return take(core.system, { message, bytesSha256, keyId: 'k', nonce: `n-${newKey()}` })
}

const pdf = Buffer.from('%PDF-1.4 xin chào')
const paper: Bodies['result']['paper'] = {
  name: 'Kết quả.pdf',
  mime: 'application/pdf',
  sha256: sha256Hex(pdf),
  contentBase64: pdf.toString('base64'),
}

const opening: Bodies['open'] = {
  service: 'residence.register',
  serviceVersion: 1,
  lead: { agencyName: 'UBND phường Láng Thượng', dossierCode: '000.01.87.H26-160812-0001' },
  answers: {},
  papers: [],
  dueAt: '2016-08-26T16:30:00+07:00',
}

test('a service that the agency does not do, or answers its form refuses, open nothing', async () => {
  const { core } = world
  const open = (change: Partial<Bodies['open']>, leg: string) =>
    takes({
      ...{ leg, seq: 1, type: 'open', from: LANG_THUONG, to: POLICE_DONG_DA },
      body: { ...opening, ...change },
    })
  const legs = [1, 2, 3].map(() => uuidv7(core.clock.now()))
  await assert.rejects(
    open({ service: 'health_card.issue' }, legs[0]!),
    refuses('service-not-served'),
  )
  await assert.rejects(open({}, legs[1]!), refuses('declaration-incomplete'))
  const nowhere = { component: 'giay-khai-sinh', name: 'a.pdf', mime: 'application/pdf' }
  const ref = { ...nowhere, sizeBytes: 10, sha256: 'c'.repeat(64) }
  await assert.rejects(open({ papers: [ref] }, legs[2]!), refuses('file-bytes-missing'))
  const { rows } = await core.database.db.query('select 1 from leg where leg = any($1)', [legs])
  assert.equal(rows.length, 0)
})

async function openedLeg(): Promise<{ dossier: Dossier; leg: string }> {
  const { dossier } = await world.signed()
  const { leg } = await world.lane(dossier, 'the-bhyt')
  return { dossier, leg: leg! }
}

const insurance = { from: 'bhxh-quan-006-2008', to: LANG_THUONG, seq: 1, type: 'result' } as const

test('a paper that is no PDF, or not the one that was named, changes nothing', async () => {
  const { dossier, leg } = await openedLeg()
  const given = (change: Partial<NonNullable<Bodies['result']['paper']>>) =>
    takes({ ...insurance, leg, body: { facts: {}, paper: { ...paper, ...change } } })
  await assert.rejects(given({ sha256: 'd'.repeat(64) }), refuses('paper-damaged'))
  const text = Buffer.from('xin chào')
  await assert.rejects(
    given({ sha256: sha256Hex(text), contentBase64: text.toString('base64') }),
    refuses('paper-damaged'),
  )
  assert.equal((await world.lane(dossier, 'the-bhyt')).state, 'notSent')
  assert.equal(await given({}), 'taken')
  assert.equal((await world.lane(dossier, 'the-bhyt')).state, 'done')
})

test('a second result, and a result from another agency, change nothing', async () => {
  const { dossier, leg } = await openedLeg()
  const body = { facts: { card: 'TE1010123456789' }, paper: null }
  await assert.rejects(
    takes({ ...insurance, leg, from: POLICE_DONG_DA, body }),
    refuses('leg-not-yours'),
  )
  await takes({ ...insurance, leg, body })
  await assert.rejects(
    takes({ ...insurance, leg, seq: 2, body: { ...body, facts: { card: 'TE1019999999999' } } }),
    refuses('leg-has-result'),
  )
  const { results } = await world.lane(dossier, 'the-bhyt')
  assert.deepEqual(
    results.map(({ value }) => value),
    ['TE1010123456789'],
  )
})
