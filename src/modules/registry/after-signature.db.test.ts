import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../platform/ctx.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openCore, type Core, type Officer } from '../../testing/core.ts'
import {
  answerSupplement,
  confirmPreview,
  open,
  propose,
  receive,
  requestSupplement,
  viewForStaff,
  worldOf,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import {
  crossOut,
  handOver,
  lapseUncollected,
  originalsToCompare,
  printOnBlank,
  receiveBlanks,
  savePrinter,
  sign,
} from './index.ts'
import { factsOf } from './result-facts.ts'

let core: Core
const officers = new Map<Officer, Ctx>()
const START = new Date('2016-08-12T14:00:00+07:00')
let phone = 913_200_000
let keys = 0

before(async () => {
  core = await openCore(START)
  for (const login of ['hang', 'yen', 'vinh'] as const) {
    officers.set(login, await core.officer(login))
  }
})
after(() => core.close())

const by = (login: Officer) => officers.get(login)!
const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `a-${++keys}`,
})
const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}

async function signed(): Promise<Dossier> {
  const { dossier, owner } = await core.filedBirth({ 'contact.phone': `0${++phone}` })
  const received = await receive(by('hang'), act(dossier))
  await propose(by('yen'), { ...act(received), remark: 'Đủ.' })
  const own = { dossierId: dossier.id, requestKey: `a-${++keys}` }
  const waiting = await confirmPreview(owner, own)
  await open(by('vinh'), waiting)
  return sign(by('vinh'), act(waiting))
}

async function openActions(dossier: Dossier): Promise<string[]> {
  const { rows } = await core.database.db.query<{ kind: string }>(
    `select kind from due_action where dossier_id = $1 and done_at is null order by kind`,
    [dossier.id],
  )
  return rows.map(({ kind }) => kind)
}

async function handing(dossier: Dossier) {
  const view = await viewForStaff(by('hang'), dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  const compared = originals.map(({ key }) => key)
  return { ...act(dossier), compared, paperBook: '01', paperPage: 1, collector: 'Người yêu cầu.' }
}

test('each legal moment ends with its act: received, signed, handed over', async () => {
  const { dossier } = await core.filedBirth({ 'contact.phone': `0${++phone}` })
  assert.deepEqual(await openActions(dossier), ['escalate-city', 'receive'])
  await receive(by('hang'), act(dossier))
  assert.deepEqual(await openActions(dossier), ['escalate', 'escalate-city'])
  const done = await signed()
  const reminders = ['remind-lapse', 'remind-month', 'remind-week']
  assert.deepEqual(await openActions(done), ['lapse', ...reminders])
  await handOver(by('hang'), await handing(done))
  assert.deepEqual(await openActions(done), [])
})

test('nothing waits for the ward while the citizen completes a filing', async () => {
  const { dossier, owner } = await core.filedBirth({ 'contact.phone': `0${++phone}` })
  const item = { kind: 'other', about: null, reason: 'Gọi lại cho phường.' } as const
  await requestSupplement(by('hang'), { ...act(dossier), items: [item] })
  assert.deepEqual(await openActions(dossier), [])
  await answerSupplement(owner, {
    dossierId: dossier.id,
    requestKey: `a-${++keys}`,
    set: {},
    files: [],
    answers: [{ itemId: '1', accepted: true }],
  })
  assert.deepEqual(await openActions(dossier), ['escalate-city', 'receive'])
})

test('the event of a hand-over names components of the procedure and nothing else', async () => {
  const dossier = await signed()
  const given = await handing(dossier)
  const compared = [...given.compared, given.compared[0]!, 'Nguyễn Văn A, 0912345678']
  await handOver(by('hang'), { ...given, compared })
  const { events } = await viewForStaff(by('hang'), dossier.code)
  assert.deepEqual(events.at(-1)!.facts['compared'], given.compared.toSorted())
})

test('a crossed-out entry is printed on no blank', async () => {
  await receiveBlanks(by('hang'), { firstSerial: 'Z000001', count: 3 })
  await savePrinter(by('hang'), { id: 'may-1', name: 'Máy 1', dxMm: 0, dyMm: 0 })
  const dossier = await signed()
  const given = { code: dossier.code, serial: 'Z000001', printerId: 'may-1' }
  await crossOut(by('yen'), { ...act(dossier), reason: 'Bản chính khác.' })
  await assert.rejects(printOnBlank(by('hang'), given), refuses('act-not-now'))
  const other = await signed()
  assert.ok((await printOnBlank(by('hang'), { ...given, code: other.code })).length > 0)
})

test('what is signed after a merger is signed by the ward that holds the dossier now', async () => {
  const dossier = await signed()
  const world = await worldOf(core.database.db)
  const view = await viewForStaff(by('hang'), dossier.code)
  const given = { world, dossier, answers: view.declarations[0]!.answers, number: '1/2025' }
  const on = (day: string) =>
    factsOf({
      ...given,
      signer: { titleLines: [], fullName: '' },
      personalNumber: null,
      entered: {},
      signedOn: plainDate(day),
    })
  assert.deepEqual(on('2016-08-12').agencyLines, [
    'UBND PHƯỜNG LÁNG THƯỢNG',
    'QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI',
  ])
  assert.deepEqual(on('2025-07-02').agencyLines, ['UBND PHƯỜNG LÁNG', 'THÀNH PHỐ HÀ NỘI'])
})

test('one dossier that cannot lapse does not keep the others, nor hide its fault', async () => {
  const first = await signed()
  const second = await signed()
  await core.database.owner.query(
    `update due_action set at = at - interval '1 day'
     where kind = 'lapse' and dossier_id = $1`,
    [first.id],
  )
  // An event under the version the lapse would take: its transaction cannot commit.
  await core.database.owner.query('update dossier set version = version - 1 where id = $1', [
    first.id,
  ])
  core.clock.set(new Date('2017-01-01T08:00:00+07:00'))
  await assert.rejects(lapseUncollected(core.system))
  const { dossier } = await viewForStaff(by('hang'), second.code)
  assert.equal(dossier.state, 'lapsed')
  core.clock.set(START)
})
