import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openErrand, newKey, refuses, type Errand } from '../../testing/errand.ts'
import {
  answerSupplement,
  approveSupplement,
  askSupplementAgain,
  findOpenAsking,
  propose,
  receive,
  requestSupplement,
  turnDownSupplement,
  viewForOwner,
  viewForStaff,
  type Dossier,
  type RequestSupplement,
} from './index.ts'

let errand: Errand

before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

type Item = RequestSupplement['items'][number]
const mother: Item = { kind: 'field', about: 'mother.birthYear', reason: 'Khác giấy chứng sinh.' }
const sex: Item = { kind: 'field', about: 'child.sex', reason: 'Khác giấy chứng sinh.' }
const marriage: Item = { kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh mờ.' }
const why = 'Lần trước chưa thấy.'
const own = (dossier: Dossier) => ({ dossierId: dossier.id, requestKey: `a-${newKey()}` })

/** Received, asked for the mother's year once, answered with another year. */
async function answeredOnce() {
  const { dossier, owner } = await errand.filed()
  const received = await receive(errand.by('hang'), errand.act(dossier))
  const asked = await requestSupplement(errand.by('yen'), {
    ...errand.act(received),
    items: [mother],
  })
  const set = { 'mother.birthYear': 1991 }
  const answered = await answerSupplement(owner, { ...own(asked), answers: [], files: [], set })
  return { dossier: answered, owner }
}

const ask = (dossier: Dossier, items: readonly Item[], againBecause: string = why) =>
  requestSupplement(errand.by('yen'), { ...errand.act(dossier), items, againBecause })

const askAgain = (dossier: Dossier, items: readonly Item[]) =>
  askSupplementAgain(errand.by('yen'), { ...errand.act(dossier), items, againBecause: why })

test("what was to be seen the first time needs the supervisor's reason to be requested again", async () => {
  const { dossier } = await answeredOnce()
  for (const items of [[sex], [marriage], [mother, sex]]) {
    await assert.rejects(ask(dossier, items), refuses('supplement-needs-supervisor'))
  }
})

test("what is new since the first request needs only the officer's own reason", async () => {
  const { dossier } = await answeredOnce()
  await assert.rejects(ask(dossier, [mother], ' '), refuses('supplement-second-needs-reason'))
  assert.equal((await ask(dossier, [mother])).state, 'supplementing')
})

test('a paper sent again is new; one that was not is as it was', async () => {
  const { dossier, owner } = await errand.filed()
  const asked = await requestSupplement(errand.by('hang'), {
    ...errand.act(dossier),
    items: [marriage],
  })
  const { files } = await viewForOwner(owner, dossier.id)
  const photo = files.find(({ component }) => component === 'giay-ket-hon')!
  errand.core.clock.advance(60_000)
  const added = {
    ...photo,
    id: '01900000-0000-7000-8000-00000000cafe',
    addedAt: errand.core.clock.now(),
  }
  const sent = { answers: [], files: [added], set: {} }
  const answered = await answerSupplement(owner, { ...own(asked), ...sent })
  const notice: Item = { kind: 'paper', about: 'giay-chung-sinh', reason: 'Ảnh mờ.' }
  await assert.rejects(ask(answered, [notice]), refuses('supplement-needs-supervisor'))
  assert.equal((await ask(answered, [marriage])).state, 'completing')
})

test('an officer asks, the supervisor approves with a reason, and the request goes out as written', async () => {
  const { dossier } = await answeredOnce()
  const asking = await askAgain(dossier, [sex])
  assert.equal(asking.state, 'processing')
  const vinh = errand.by('vinh')
  const act = errand.act(asking)
  await assert.rejects(
    approveSupplement(errand.by('yen'), { ...act, reason: 'Tự duyệt.' }),
    refuses('act-not-yours'),
  )
  await assert.rejects(approveSupplement(vinh, { ...act, reason: ' ' }), refuses('reason-missing'))
  const sent = await approveSupplement(vinh, { ...act, reason: 'Sai giới tính phải sửa.' })
  assert.equal(sent.state, 'supplementing')
  assert.equal((await approveSupplement(vinh, { ...act, reason: 'Lặp.' })).version, sent.version)
  const { supplements, notes, events } = await viewForStaff(vinh, sent.code)
  assert.equal(supplements[0]!.items[0]!.about, 'child.sex')
  const yen = errand.by('yen').actor
  assert.equal(supplements[0]!.requestedBy, yen.kind === 'staff' && yen.staffId)
  assert.ok(notes.some(({ body }) => body === 'Sai giới tính phải sửa.'))
  assert.equal(events.at(-1)!.kind, 'supplementRequested')
  await errand.ensureFolds(sent)
})

test('turned down, nothing goes out and the officer decides with what is there', async () => {
  const { dossier } = await answeredOnce()
  const asking = await askAgain(dossier, [sex])
  const reason = 'Giấy chứng sinh đã rõ.'
  const down = await turnDownSupplement(errand.by('vinh'), { ...errand.act(asking), reason })
  assert.equal(down.state, 'processing')
  await assert.rejects(
    approveSupplement(errand.by('vinh'), { ...errand.act(down), reason }),
    refuses('supplement-not-asked'),
  )
})

test('a new asking replaces the open one, and one overtaken by events is no longer open', async () => {
  const { dossier } = await answeredOnce()
  await assert.rejects(askAgain(dossier, [mother]), refuses('supplement-needs-no-supervisor'))
  const first = await askAgain(dossier, [sex])
  const second = await askAgain(first, [marriage])
  const open = await findOpenAsking(errand.core.database.db, second)
  assert.deepEqual(open!.items, [marriage])
  const proposed = await propose(errand.by('yen'), { ...errand.act(second), remark: 'Đủ.' })
  assert.equal(await findOpenAsking(errand.core.database.db, proposed), undefined)
  const act = { ...errand.act(proposed), reason: 'Muộn.' }
  await assert.rejects(approveSupplement(errand.by('vinh'), act), refuses('act-not-now'))
})

test('a second request is refused by name: role, agency, version, key, words', async () => {
  const { dossier } = await answeredOnce()
  const items = [sex]
  const act = errand.act(dossier)
  const again = { ...act, items, againBecause: why }
  const by = (login: Parameters<Errand['by']>[0]) => errand.by(login)
  await assert.rejects(askSupplementAgain(by('vinh'), again), refuses('act-not-yours'))
  await assert.rejects(askSupplementAgain(by('lanha'), again), refuses('not-found'))
  const stale = { ...again, version: 1 }
  await assert.rejects(askSupplementAgain(by('yen'), stale), refuses('dossier-changed'))
  const wordless = { ...again, againBecause: '' }
  await assert.rejects(askSupplementAgain(by('yen'), wordless), refuses('reason-missing'))
  const done = await askSupplementAgain(by('yen'), again)
  assert.equal((await askSupplementAgain(by('yen'), again)).version, done.version)
  await assert.rejects(
    turnDownSupplement(by('yen'), { ...errand.act(done), reason: 'x' }),
    refuses('act-not-yours'),
  )
  await assert.rejects(
    turnDownSupplement(by('lanha'), { ...errand.act(done), reason: 'x' }),
    refuses('not-found'),
  )
})
