import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  askedByPolice,
  partnersDossier,
  registeredWithLegs,
} from '../../../tests/journeys/interlinked-world.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { issueToken } from '../../modules/accounts/index.ts'
import type { Dossier } from '../../modules/dossiers/index.ts'
import { addSessionDraft, beginSession } from '../../platform/sessions.ts'
import { CITIZEN_TOKEN } from '../http/open-session.ts'
import { ask, type Answered } from './testing.ts'
import { actOn } from './testing-errand.ts'

let world: World
let lead: Dossier
let hang: string
before(async () => {
  world = await openWorld()
  hang = (await issueToken(world.ctx, { login: 'hang', label: 'thử', days: 30 })).token
  const { dossier } = await registeredWithLegs(world)
  lead = await askedByPolice(world, dossier)
})
after(() => world.close())

type Leg = Record<string, unknown>

function leg({ body }: Answered, key = 'thuong-tru'): Leg {
  const found = (body['legs'] as Leg[]).find((one) => one['key'] === key)
  assert.ok(found, JSON.stringify(body))
  return found
}

const desk = () => ask(world.app, { path: `/desk/dossiers/${lead.code}`, token: hang })

async function ownToken(): Promise<string> {
  const { db, clock } = world.deps
  const now = clock.now()
  const { secret, id: sessionId } = await beginSession(db, now, { kind: 'citizen' })
  await addSessionDraft(db, now, { sessionId, draftId: lead.id })
  return `${CITIZEN_TOKEN}${secret}`
}

test('an officer reads what another agency asks; the owner its state; anybody no words', async () => {
  const { code } = await partnersDossier(world, lead, 'thuong-tru')
  const shown = leg(await desk())
  assert.deepEqual(
    [shown['state'], shown['agency'], shown['code'], shown['holdsHandOver']],
    ['supplementRequested', { id: 'ca-quan-006-2008', name: 'Công an quận Đống Đa' }, code, true],
  )
  const asked = shown['asked'] as { no: number; items: { about: string | null }[] }
  assert.deepEqual(
    [asked.no, asked.items.map(({ about }) => about)],
    [1, [null, 'household.bookNo']],
  )
  const own = await ask(world.app, { path: `/dossiers/${lead.id}`, token: await ownToken() })
  assert.deepEqual(
    (leg(own)['steps'] as { what: string }[]).map(({ what }) => what),
    ['sent', 'received', 'asked'],
  )
  assert.ok(!('asked' in leg(own)), 'the citizen is not asked')
  const found = await ask(world.app, { path: `/tracking?number=${lead.lookupNo}` })
  assert.deepEqual(Object.keys(leg(found)).sort(), [
    'agency',
    'dueAt',
    'endedAt',
    'holdsHandOver',
    'key',
    'name',
    'openedAt',
    'state',
    'steps',
    'unsent',
  ])
})

test('a register that cannot be reached is told as it is', async () => {
  const { unsent, agency } = leg(await desk(), 'so-ho-tich')
  assert.equal((unsent as { isStopped: boolean }).isStopped, false)
  assert.equal((agency as { id: string }).id, 'bo-tu-phap')
})

test('the ward answers by API, with a file of the dossier; the police go on', async () => {
  const read = await desk()
  const files = read.body['files'] as { id: string; component: string }[]
  const { version } = read.body['dossier'] as { version: number }
  const answer = {
    version: version + 1,
    leg: 'thuong-tru',
    no: 1,
    answers: [
      { itemId: '1', accepted: true },
      { itemId: '2', accepted: false },
    ],
    set: { 'household.bookNo': '1102034567' },
    papers: [] as object[],
  }
  const act = (name: string, body: Record<string, unknown>) =>
    actOn(world.app, lead, { name, token: hang, body })
  const told = { version, leg: 'thuong-tru', kind: 'sign', who: 'householdHead' }
  const unknown = await act('ask-citizen', { ...told, component: 'khong-co' })
  assert.deepEqual([unknown.status, unknown.body['code']], [422, 'component-unknown'])
  const asked = await act('ask-citizen', { ...told, component: 'phieu-hk02' })
  assert.equal(asked.status, 200, asked.text)
  const nobodys = [{ component: 'so-ho-khau', fileId: '01890000-0000-7000-8000-000000000009' }]
  assert.equal((await act('answer-partner', { ...answer, papers: nobodys })).status, 404)
  const papers = [{ component: 'so-ho-khau', fileId: files[0]!.id }]
  const sent = await act('answer-partner', { ...answer, papers })
  assert.equal(sent.status, 200, sent.text)
  await world.runJobs()
  const now = await desk()
  assert.equal(leg(now)['state'], 'processing')
  const then = (now.body['dossier'] as { version: number }).version
  const again = await act('answer-partner', { ...answer, version: then })
  assert.equal(again.body['code'], 'leg-not-asking', again.text)
})
