import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleInterlinked2016 } from '../../src/catalogue/testing-births.ts'
import { findDossierAt, viewForOwner, type Dossier } from '../../src/modules/dossiers/index.ts'
import { answerPartner, lanesOf, reconcile, type Lane } from '../../src/modules/interlink/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { instantAt, legalDay, plainDate } from '../../src/platform/plain-date.ts'
import { addSessionDraft, beginSession } from '../../src/platform/sessions.ts'
import { openDesk, textOf, type Desk } from './desk-client.ts'
import { confirmAsOwner, fileAs } from './desk-world.ts'
import { officer as officerOf } from './officers.ts'
import { simulate, until, type Simulated } from './simulators.ts'
import { openWorld, type World } from './world.ts'

const DAY_MS = 86_400_000
const WARD = 'ubnd-00187-2008'

let world: World
let police: Simulated
let insurance: Simulated
let justice: Simulated
let clerk: Desk
let officer: Desk
let chairman: Desk

before(async () => {
  world = await openWorld({ now: instantAt(plainDate('2016-08-12'), 9 * 60) })
  police = await simulate(world, 'police')
  insurance = await simulate(world, 'insurance')
  justice = await simulate(world, 'justice')
  await sitDown()
})
after(async () => {
  await Promise.all([police, insurance, justice].map((one) => one.stop()))
  await world.close()
})

/** Sessions end overnight: each morning everybody signs in. */
async function sitDown(): Promise<void> {
  clerk = await openDesk(world, 'hang')
  officer = await openDesk(world, 'yen')
  chairman = await openDesk(world, 'vinh')
}

type Filed = { dossier: Dossier; owner: Ctx }

async function couple(no: number): Promise<Filed> {
  return fileAs(
    world,
    'birth.interlinked',
    sampleInterlinked2016({
      'contact.phone': `09127701${String(no).padStart(2, '0')}`,
      'child.name': { full: `Nguyễn Gia ${['Bảo', 'Khánh', 'Linh', 'Phúc'][no]}` },
      'mother.name': { full: `Lê Thị ${['Sen', 'Cúc', 'Mai', 'Đào'][no]}` },
      'mother.idNumber': `0123456${String(10 + no)}`,
      'notice.number': `88${no}`,
    }),
  )
}

const url = (dossier: Dossier, tail = '') =>
  `/can-bo/ho-so/${dossier.code}${tail === '' ? '' : `/${tail}`}`

async function ok(reply: Promise<{ status: number; html: string }>): Promise<void> {
  const { status, html } = await reply
  assert.equal(status, 303, textOf(html).slice(0, 1500))
}

async function lanes(filed: Filed): Promise<readonly Lane[]> {
  return lanesOf(world.deps.db, await dossierNow(filed), legalDay(world.clock.now()))
}

const stateOf = async (filed: Filed, key: string) =>
  (await lanes(filed)).find((lane) => lane.key === key)?.state

async function becomes(filed: Filed, key: string, state: Lane['state']): Promise<void> {
  await until(world, `${key} is ${state}`, async () => (await stateOf(filed, key)) === state)
}

/** Received, the number there, confirmed, signed, and the book signed at the counter. */
async function registered(filed: Filed, page: number, awaits = true): Promise<void> {
  const { dossier, owner } = filed
  await ok(clerk.send(url(dossier), 'tiep-nhan'))
  if (awaits) await becomes(filed, 'so-dinh-danh', 'done')
  await ok(officer.send(url(dossier), 'trinh'))
  await confirmAsOwner(owner, dossier)
  await ok(chairman.send(url(dossier), 'ky'))
  await world.runJobs()
  const hand = url(dossier, 'tra-ket-qua')
  const { html } = await clerk.get(hand)
  const goc = [...html.matchAll(/name="goc" value="([^"]+)"/g)].map(([, key]) => key!)
  const given = { goc, quyen: '01/2016', trang: String(page), 'nguoi-nhan': 'Người cha' }
  await ok(clerk.send(hand, 'tra-ket-qua', given))
}

/** What the citizen reads on the dossier's own page. */
async function ownPage({ dossier }: Filed): Promise<string> {
  const { db } = world.deps
  const now = world.clock.now()
  const { id: sessionId, secret } = await beginSession(db, now, { kind: 'citizen' })
  await addSessionDraft(db, now, { sessionId, draftId: dossier.id })
  const page = await world.app.fastify.inject({
    url: `/ho-so/${dossier.id}`,
    headers: { cookie: `mc=${secret}` },
  })
  assert.equal(page.statusCode, 200)
  return textOf(page.body)
}

async function dossierNow({ dossier }: Filed): Promise<Dossier> {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  return (await findDossierAt(world.deps.db, at))!
}

test('birth, residence and card: three partners in software of their own, to one hand-over', async () => {
  await police.behave({ supplementPercent: 100 })
  const filed = await couple(0)
  await registered(filed, 1)
  assert.equal((await dossierNow(filed)).state, 'interlinking')
  await becomes(filed, 'bao-hiem-y-te', 'done')
  await becomes(filed, 'thuong-tru', 'supplementRequested')
  const yen = await officerOf(world, 'yen')
  const { version, code } = await dossierNow(filed)
  await answerPartner(yen, {
    code,
    version,
    requestKey: 'tra-loi-cong-an-1',
    leg: 'thuong-tru',
    no: 1,
    answers: [{ itemId: '1', accepted: true, remark: 'Chủ hộ đã ký.' }],
    set: {},
    papers: [],
  })
  await becomes(filed, 'thuong-tru', 'done')
  await until(
    world,
    'the filing is complete',
    async () => (await dossierNow(filed)).endedAt !== null,
  )
  await ok(clerk.send(url(filed.dossier, 'tra-ket-qua'), 'tra-ket-qua', { 'nguoi-nhan': 'Mẹ' }))
  assert.equal((await dossierNow(filed)).state, 'handed_over')
  const view = await viewForOwner(filed.owner, filed.dossier.id)
  assert.ok(view.notes.some(({ kind }) => kind === 'personal-number'))
  await police.behave({ supplementPercent: 0 })
})

test('the police down for three days: the ward goes on, the citizen sees why, the rest drains', async () => {
  await police.behave({ mode: 'down' })
  const filed = await couple(1)
  await registered(filed, 2)
  await becomes(filed, 'bao-hiem-y-te', 'done')
  assert.equal(await stateOf(filed, 'thuong-tru'), 'notSent')
  assert.match(await ownPage(filed), /Chưa gửi được sang Công an quận Đống Đa/)
  world.clock.set(new Date(world.clock.now().getTime() + 3 * DAY_MS))
  const ahead = { clockOffsetSeconds: (3 * DAY_MS) / 1000 }
  await Promise.all([insurance, justice].map((one) => one.behave(ahead)))
  await police.behave({ mode: 'working', ...ahead })
  await becomes(filed, 'thuong-tru', 'done')
  await until(
    world,
    'the filing is complete',
    async () => (await dossierNow(filed)).endedAt !== null,
  )
})

test('the Ministry down: the dossier says so and goes on; the number comes after the signature', async () => {
  await sitDown()
  await justice.behave({ mode: 'down' })
  const filed = await couple(2)
  await registered(filed, 3, false)
  assert.match(await ownPage(filed), /Chờ cấp số định danh/)
  await justice.behave({ mode: 'working' })
  world.clock.set(new Date(world.clock.now().getTime() + 3_600_000))
  const ahead = { clockOffsetSeconds: (3 * DAY_MS) / 1000 + 3600 }
  await Promise.all([police, insurance, justice].map((one) => one.behave(ahead)))
  await becomes(filed, 'so-dinh-danh', 'done')
})

test('a partner killed in its work, sending twice, out of order, with garbage: exactly once', async () => {
  await sitDown()
  await police.behave({ workMs: 800, duplicatePercent: 100, garbagePercent: 30 })
  await insurance.behave({ workMs: 0, duplicatePercent: 100, reorderPercent: 60 })
  const filed = await couple(3)
  await registered(filed, 4)
  await becomes(filed, 'thuong-tru', 'received')
  await police.kill()
  await police.start()
  await becomes(filed, 'thuong-tru', 'done')
  await becomes(filed, 'bao-hiem-y-te', 'done')
  await police.behave({ garbagePercent: 0 })
  const seen: unknown[] = []
  const done = await reconcile(world.ctx, world.deps.exchange, {
    asks: true,
    onDifference: (difference) => seen.push(difference),
  })
  assert.deepEqual(seen, [])
  assert.deepEqual(done.silent, [])
})

test('no leg of the ward is left undone', async () => {
  const { rows } = await world.deps.db.query<{ key: string; state: string }>(
    `select key, state from leg where agency_id = $1 and state not in ('done') order by key`,
    [WARD],
  )
  assert.deepEqual(rows, [])
})
