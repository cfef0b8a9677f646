import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { foldLeg, isLegEnded, legStates, stepLeg, worstLeg, type LegState } from './leg.ts'
import { senderOf, type MessageType } from './message.ts'

test('an ordinary leg is sent, received, supplemented and done', () => {
  const acts = ['open', 'delivered', 'received', 'requestSupplement', 'answerSupplement', 'result']
  assert.equal(foldLeg(acts as Parameters<typeof foldLeg>[0]), 'done')
})

test('a second result, and anything after the end, is refused with its reason', () => {
  assert.deepEqual(stepLeg('done', 'result'), { ok: false, why: 'leg-has-result' })
  assert.deepEqual(stepLeg('cancelled', 'result'), { ok: false, why: 'leg-ended' })
  assert.deepEqual(stepLeg('refused', 'requestSupplement'), { ok: false, why: 'leg-ended' })
  assert.deepEqual(stepLeg(null, 'result'), { ok: false, why: 'leg-not-open' })
  assert.deepEqual(stepLeg('sent', 'open'), { ok: false, why: 'leg-already-open' })
})

test('the whole dossier is as its worst leg', () => {
  assert.equal(worstLeg(['done', 'received']), 'received')
  assert.equal(worstLeg(['done', 'refused', 'supplementRequested']), 'refused')
  assert.equal(worstLeg([]), undefined)
  for (const state of legStates) assert.equal(worstLeg([state]), state)
})

type Side = { state: LegState | null; out: MessageType[] }

const writable = Object.keys(senderOf) as MessageType[]

test('whatever crosses on the way, no honest message is refused and both sides end alike', () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ do: fc.constant('write' as const), type: fc.constantFrom(...writable) }),
      fc.record({ do: fc.constantFrom('toPartner' as const, 'toLead' as const) }),
    ),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(acts, (script) => {
      const lead: Side = { state: stepped(null, 'open'), out: ['open'] }
      const partner: Side = { state: null, out: [] }
      for (const act of script) {
        if (act.do === 'write') write(senderOf[act.type] === 'lead' ? lead : partner, act.type)
        else if (act.do === 'toPartner') take(lead, partner)
        else take(partner, lead)
      }
      // Everything on its way arrives, and a partner that was asked to cancel answers.
      for (let round = 0; round < 80; round += 1) {
        take(lead, partner)
        if (partner.state === 'cancelling') write(partner, 'cancelled')
        take(partner, lead)
      }
      if (lead.state !== null && isLegEnded(lead.state)) assert.equal(partner.state, lead.state)
      if (partner.state !== null && isLegEnded(partner.state))
        assert.equal(lead.state, partner.state)
    }),
    { numRuns: 2000 },
  )
})

/** A side writes only what its own table allows, and never what would change nothing. */
function write(side: Side, type: MessageType): void {
  if (type === 'open' || (side.state !== null && isLegEnded(side.state))) return
  if (side.state === 'cancelling' && senderOf[type] === 'lead') return
  const verdict = stepLeg(side.state, type)
  if (!verdict.ok) return
  side.state = verdict.state
  side.out.push(type)
}

function take(from: Side, to: Side): void {
  const type = from.out.shift()
  if (type === undefined) return
  to.state = stepped(to.state, type)
}

function stepped(state: LegState | null, type: MessageType): LegState {
  const verdict = stepLeg(state, type)
  assert.ok(verdict.ok, `${type} was refused in ${state ?? 'nothing'}`)
  return verdict.state
}
