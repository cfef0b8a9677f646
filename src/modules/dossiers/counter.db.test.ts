import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleBirth2016 } from '../../catalogue/testing.ts'
import { openErrand, refuses, type Errand } from '../../testing/errand.ts'
import type { Answers } from '../forms/index.ts'
import { isOwnDraft, saveAnswers } from '../intake/index.ts'
import {
  file,
  listAtCounter,
  receive,
  reserveSlips,
  startAtCounter,
  viewForStaff,
} from './index.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

/** As typed at the counter: no photos, no phone. */
function typed(): Answers {
  const entries = Object.entries(sampleBirth2016()).filter(
    ([key]) => !key.startsWith('file.') && key !== 'contact.phone',
  )
  return Object.fromEntries(entries)
}

async function atCounter(slip?: { no: number; filedAt: Date }) {
  const officer = errand.by('hang')
  const begun = { procedureKey: 'birth.register', ...(slip ? { slip } : {}) }
  const draft = await startAtCounter(officer, begun)
  await saveAnswers(officer, { draftId: draft.id, set: typed() })
  const filing = { draftId: draft.id, requestKey: draft.id, channel: 'online' } as const
  return { officer, draft, filing }
}

test('somebody without a phone files at the counter, and the officer receives at once', async () => {
  const { officer, filing } = await atCounter()
  const dossier = await file(officer, errand.core.files, filing)
  assert.equal(dossier.channel, 'counter')
  assert.equal(dossier.phone, null)
  const received = await receive(officer, errand.act(dossier))
  assert.equal(received.state, 'processing')
  await errand.ensureFolds(received)
})

test('a declaration of the counter does not exist for another ward', async () => {
  const { draft } = await atCounter()
  assert.equal(await isOwnDraft(errand.by('hang'), draft.id), true)
  assert.equal(await isOwnDraft(errand.by('lanha'), draft.id), false)
})

test('after a power cut the dossier counts from the hour on the paper slip', async () => {
  const { clock } = errand.core
  const { firstNo } = await reserveSlips(errand.by('hang'), { count: 2 })
  clock.set(new Date('2016-08-15T08:00:00+07:00'))
  const filedAt = new Date('2016-08-12T14:30:00+07:00')
  const { officer, filing } = await atCounter({ no: firstNo, filedAt })
  const dossier = await file(officer, errand.core.files, filing)
  assert.equal(dossier.filedAt.toISOString(), filedAt.toISOString())
  const received = await receive(officer, errand.act(dossier))
  assert.equal(received.receivedAt?.toISOString(), filedAt.toISOString())
  // Received before 15:00 on Friday: due that day, and the officer sees that it is late.
  assert.equal(received.dueAt?.toISOString(), '2016-08-12T09:30:00.000Z')
  const view = await viewForStaff(officer, dossier.code)
  assert.equal(view.events[0]?.facts['trulyFiledAt'], filedAt.toISOString())
})

test('a slip becomes one dossier, also when two officers enter it at once', async () => {
  const { clock } = errand.core
  const { firstNo } = await reserveSlips(errand.by('hang'), { count: 1 })
  clock.set(new Date('2016-08-16T08:00:00+07:00'))
  const slip = { no: firstNo, filedAt: new Date('2016-08-15T15:30:00+07:00') }
  const [first, second] = [await atCounter(slip), await atCounter(slip)]
  await file(first.officer, errand.core.files, first.filing)
  await assert.rejects(
    file(second.officer, errand.core.files, second.filing),
    refuses('slip-entered-already'),
  )
  await assert.rejects(atCounter(slip), refuses('slip-entered-already'))
})

test('a slip with an unknown number or an impossible hour is refused', async () => {
  const now = errand.core.clock.now()
  const hour = 3_600_000
  const { firstNo } = await reserveSlips(errand.by('hang'), { count: 1 })
  await assert.rejects(atCounter({ no: 999, filedAt: now }), refuses('slip-unknown'))
  const future = { no: firstNo, filedAt: new Date(now.getTime() + hour) }
  await assert.rejects(atCounter(future), refuses('slip-time-wrong'))
  const before = { no: firstNo, filedAt: new Date(now.getTime() - hour) }
  await assert.rejects(atCounter(before), refuses('slip-time-wrong'))
})

test('numbers of slips are reserved in blocks that never overlap', async () => {
  const officer = errand.by('hang')
  const blocks = await Promise.all([1, 2, 3].map((count) => reserveSlips(officer, { count })))
  const numbers = blocks.flatMap(({ firstNo, lastNo }) =>
    Array.from({ length: lastNo - firstNo + 1 }, (_, index) => firstNo + index),
  )
  assert.equal(new Set(numbers).size, 6)
  await assert.rejects(reserveSlips(officer, { count: 0 }), refuses('slip-count-wrong'))
  await assert.rejects(reserveSlips(officer, { count: 201 }), refuses('slip-count-wrong'))
})

test('a counter takes what its agency does, and nothing that the city holds back', async () => {
  const officer = errand.by('hang')
  const keys = (await listAtCounter(officer)).map(({ key }) => key)
  assert.ok(keys.includes('birth.register') && keys.includes('death.register'))
  const heldBack = 'birth.interlinked_bhyt_only'
  assert.ok(!keys.includes(heldBack))
  await assert.rejects(startAtCounter(officer, { procedureKey: heldBack }), refuses('not-found'))
  const police = await errand.core.officer('huy')
  assert.deepEqual(await listAtCounter(police), [])
  const birth = { procedureKey: 'birth.register' }
  await assert.rejects(startAtCounter(police, birth), refuses('not-found'))
})
