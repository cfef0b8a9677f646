import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, type FoldableEvent } from './fold.ts'
import { moves } from './machine.ts'
import { isEnded, nationalStatus, states } from './states.ts'

test('every state but the ended ones can be left, and no ended state can', () => {
  for (const state of states) {
    const leaves = moves.some((move) => move.from === state && move.to !== state)
    assert.equal(leaves, !isEnded(state), state)
  }
})

test('every state can be reached from a filing', () => {
  const reached = new Set<string | null>([null])
  for (let before = -1; before !== reached.size;) {
    before = reached.size
    for (const { from, to } of moves) if (reached.has(from)) reached.add(to)
  }
  assert.deepEqual(
    states.filter((state) => !reached.has(state)),
    [],
  )
})

test('every state has one of the ten national statuses', () => {
  for (const state of states) {
    const status = nationalStatus[state]
    assert.ok(Number.isInteger(status) && status >= 1 && status <= 10, state)
  }
})

test('an action never leads from one state to one state in two ways', () => {
  const keys = moves.map(({ action, from, to }) => `${action} ${from} ${to}`)
  assert.equal(new Set(keys).size, keys.length)
})

/** A walk through the table, as events. */
const walks = fc.array(fc.nat(100), { maxLength: 30 }).map((choices) => {
  const events: FoldableEvent[] = []
  let state: string | null = null
  for (const choice of [0, ...choices]) {
    const possible = moves.filter(({ from }) => from === state)
    if (possible.length === 0) break
    const move = possible[choice % possible.length]!
    events.push({
      kind: move.event,
      version: events.length + 1,
      facts: { to: move.to, step: choice % 3 === 0 ? `buoc-${choice}` : null },
    })
    state = move.to
  }
  return events
})

test('folding a lawful walk gives its last state, step and version', () => {
  fc.assert(
    fc.property(walks, (events) => {
      const folded = fold(events)
      assert.equal(folded.state, events.at(-1)!.facts.to)
      assert.equal(folded.step, events.at(-1)!.facts.step)
      assert.equal(folded.version, events.length)
    }),
  )
})

test('folding notices a missing event', () => {
  fc.assert(
    fc.property(walks, fc.nat(), (events, at) => {
      fc.pre(events.length > 2)
      const without = events.toSpliced(at % (events.length - 1), 1)
      assert.throws(() => fold(without))
    }),
  )
})

test('folding notices an act that the table does not allow', () => {
  const filed: FoldableEvent = { kind: 'filed', version: 1, facts: { to: 'filed', step: null } }
  const signed: FoldableEvent = { kind: 'signed', version: 2, facts: { to: 'signed' } }
  assert.throws(() => fold([filed, signed]), /not allowed/)
  assert.throws(() => fold([]), /without events/)
})
