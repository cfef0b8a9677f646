import assert from 'node:assert/strict'
import test from 'node:test'
import type { Bodies, Message, MessageType } from '../modules/interlink/index.ts'
import { makePartner, type Partner, type PartnerState } from './partner.ts'
import { defaultSettings, readSettings, type Settings } from './settings.ts'

type World = {
  partner: Partner
  state: PartnerState
  wait(ms: number): void
  set(to: Partial<Settings>): void
}

function police(): World {
  let now = 0
  let settings = defaultSettings
  const state: PartnerState = { done: 0, codes: 0, legs: {} }
  const partner = makePartner({
    kind: 'police',
    state,
    settings: () => settings,
    now: () => new Date('2016-08-15T14:45:00+07:00'),
    machineNow: () => now,
  })
  return {
    partner,
    state,
    wait: (ms) => {
      now += ms
      partner.writeDue()
    },
    set: (to) => {
      settings = { ...settings, ...to }
    },
  }
}

function message<T extends MessageType>(seq: number, type: T, body: Bodies[T]): Message<T> {
  return {
    schema: 'motcua/interlink/1',
    id: `01900000-0000-7000-8000-00000000000${seq}`,
    leg: '01900000-0000-7000-8000-0000000000aa',
    seq,
    type,
    from: 'ubnd-00187-2008',
    to: 'ca-quan-006-1997',
    writtenAt: '2016-08-15T07:45:00.000Z',
    body,
  }
}

const opening = message(1, 'open', {
  service: 'residence.register',
  serviceVersion: 1,
  lead: { agencyName: 'UBND phường Láng Thượng', dossierCode: '000.07.06.H26-160812-0042' },
  answers: {},
  papers: [],
  dueAt: '2016-08-30T10:00:00.000Z',
})

const sentBy = ({ state }: World) =>
  Object.values(state.legs).flatMap(({ outbox }) => outbox.map(({ message: sent }) => sent.type))

test('a partner says that the file came, works, and returns a result', () => {
  const world = police()
  assert.deepEqual(world.partner.take(opening, 'a'), { outcome: 'accepted' })
  world.wait(0)
  assert.deepEqual(sentBy(world), ['received'])
  world.wait(3000)
  assert.deepEqual(sentBy(world), ['received', 'result'])
})

test('the same message again is acknowledged again and does nothing', () => {
  const world = police()
  world.partner.take(opening, 'a')
  assert.deepEqual(world.partner.take(opening, 'a'), { outcome: 'repeated' })
  const other = world.partner.take(opening, 'b')
  assert.equal(other.outcome === 'refused' && other.code, 'message-id-reused')
  world.wait(3000)
  assert.deepEqual(sentBy(world), ['received', 'result'])
})

test('a message that comes too early is refused and names the one expected', () => {
  const world = police()
  world.partner.take(opening, 'a')
  const early = world.partner.take(message(3, 'cancel', { why: 'withdrawn' }), 'c')
  assert.deepEqual(early, {
    outcome: 'refused',
    status: 409,
    code: 'message-out-of-order',
    data: { expected: 2 },
  })
})

test('a partner that asks waits for the answer and then concludes', () => {
  const world = police()
  world.set({ supplementPercent: 100 })
  world.partner.take(opening, 'a')
  world.wait(3000)
  assert.deepEqual(sentBy(world), ['received', 'requestSupplement'])
  world.wait(60_000)
  world.partner.take(
    message(2, 'answerSupplement', { no: 1, answers: [], set: {}, papers: [] }),
    'b',
  )
  world.wait(3000)
  assert.deepEqual(sentBy(world), ['received', 'requestSupplement', 'result'])
})

test('a cancelled leg is confirmed and what was planned is dropped', () => {
  const world = police()
  world.partner.take(opening, 'a')
  world.wait(0)
  world.partner.take(message(2, 'cancel', { why: 'withdrawn' }), 'b')
  world.wait(60_000)
  assert.deepEqual(sentBy(world), ['received', 'cancelled'])
})

test('another agency cannot speak about this leg, and an unknown service is not opened', () => {
  const world = police()
  world.partner.take(opening, 'a')
  const stranger = { ...message(2, 'cancel', { why: 'withdrawn' }), from: 'ubnd-00199-2008' }
  const refused = world.partner.take(stranger, 'b')
  assert.equal(refused.outcome === 'refused' && refused.code, 'leg-not-yours')
  const card = { ...opening, leg: 'x', body: { ...opening.body, service: 'health_card.issue' } }
  const unknown = world.partner.take(card, 'c')
  assert.equal(unknown.outcome === 'refused' && unknown.code, 'service-unknown')
})

test('a silent partner takes messages and says nothing', () => {
  const world = police()
  world.set({ mode: 'silent' })
  assert.deepEqual(world.partner.take(opening, 'a'), { outcome: 'accepted' })
  world.wait(60_000)
  assert.deepEqual(sentBy(world), [])
})

test('settings that cannot be read change nothing and are named', () => {
  const { settings, wrong } = readSettings(
    { mode: 'down', delayMs: '-1', other: 1 },
    defaultSettings,
  )
  assert.deepEqual(wrong, ['delayMs', 'other'])
  assert.deepEqual(settings, defaultSettings)
  assert.equal(readSettings({ delayMs: '500' }, defaultSettings).settings.delayMs, 500)
})
