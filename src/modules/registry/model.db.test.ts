import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { openCore, type Core, type Officer } from '../../testing/core.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  fold,
  moves,
  standingActs,
  verifyChain,
  viewForStaff,
  type Dossier,
} from '../dossiers/index.ts'
import { registerLegsPort } from './index.ts'
import { publishBirthAs, withLeg } from './testing.ts'
import { acts, BACK, model as rows, type Model } from './testing-model.ts'

const people = ['hang', 'yen', 'vinh', 'mai', 'lanha', 'owner', 'stranger'] as const
type Person = (typeof people)[number]

let core: Core
let keys = 0
let phone = 913_000_000
const officers = new Map<Officer, Ctx>()
const legsEnded = new Set<string>()

before(async () => {
  core = await openCore()
  registerLegsPort(async (_db, { dossierId }) => !legsEnded.has(dossierId))
  for (const login of ['hang', 'yen', 'vinh', 'mai', 'lanha'] as const) {
    officers.set(login, await core.officer(login))
  }
})
after(() => core.close())

type Real = { owner: Ctx; dossier: Dossier }

/** Moves that were walked, as `event from to`, and events that moved nothing. */
const walked = new Set<string>()
/** Acts that somebody was allowed. */
const done = new Set<string>()

class Step implements fc.AsyncCommand<Model, Real> {
  readonly act: string
  readonly person: Person
  constructor(act: string, person: Person) {
    this.act = act
    this.person = person
  }

  check = () => true
  toString = () => `${this.person} ${this.act}`

  async run(expected: Model, real: Real): Promise<void> {
    const row = rows.find(
      ({ act, who, from, if: holds }) =>
        act === this.act &&
        who.includes(this.person) &&
        from.includes(expected.state) &&
        (holds?.(expected) ?? true),
    )
    const before = real.dossier
    const outcome = await this.attempt(real)
    if (row) {
      if (outcome instanceof Refusal) assert.fail(`refused: ${outcome.code}`)
      const from = expected.state
      if (row.to !== undefined) {
        expected.state = row.to === BACK ? (expected.before ?? '') : row.to
        expected.before = from
      }
      row.after?.(expected)
      done.add(this.act)
      real.dossier = outcome
    } else {
      assert.ok(outcome instanceof Refusal, `${this} was allowed from ${expected.state}`)
    }
    await this.compare(expected, before, row ? 1 : 0)
  }

  private async compare(expected: Model, before: Dossier, happened: number): Promise<void> {
    const view = await viewForStaff(officers.get('hang')!, before.code)
    assert.equal(view.dossier.state, expected.state)
    const since = view.events.slice(before.version).filter(({ kind }) => kind !== 'legOpened')
    assert.equal(since.length, happened)
    for (const { kind, facts } of since) {
      walked.add(facts.to ? `${kind} ${String(facts['from'])} ${facts.to}` : kind)
    }
    const { state, step, version } = view.dossier
    assert.deepEqual(fold(view.events), { state, step, version })
  }

  private async attempt(real: Real): Promise<Dossier | Refusal> {
    const { dossier, owner } = real
    const requestKey = `m-${++keys}`
    const ctx =
      this.person === 'owner'
        ? owner
        : this.person === 'stranger'
          ? core.citizen([])
          : officers.get(this.person)!
    try {
      return await acts[this.act]!({
        ctx,
        dossier,
        own: { dossierId: dossier.id, requestKey },
        act: { code: dossier.code, version: dossier.version, requestKey },
        turn: keys,
        officers,
      })
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }
}

/** The last of the other agencies is done, whenever that is; no act of ours. */
class LegsEnd implements fc.AsyncCommand<Model, Real> {
  check = () => true
  toString = () => 'legs end'

  async run(expected: Model, { dossier }: Real): Promise<void> {
    // Legs open with the signature; before it there is nothing that could end.
    if (expected.state !== 'signed' && expected.state !== 'interlinking') return
    legsEnded.add(dossier.id)
    expected.legs = 'ended'
  }
}

const begun = (legs: Model['legs'] = 'ended'): Model => {
  return { state: 'filed', legs, asked: 0, answered: 0 }
}

async function filed(procedureKey?: string): Promise<Real> {
  return core.filedBirth({ 'contact.phone': `0${++phone}` }, procedureKey)
}

const lawful = rows.flatMap(({ act, who }) => who.map((person) => new Step(act, person as Person)))
const any = Object.keys(acts).flatMap((act) => people.map((person) => new Step(act, person)))

test('whatever people try in whatever order, the dossier goes where the law says or stays', async () => {
  const commands = fc.commands(
    [fc.constantFrom(...lawful), fc.constantFrom(...lawful), fc.constantFrom(...any)],
    { size: '+1', maxCommands: 40 },
  )
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const real = await filed()
      await fc.asyncModelRun(() => ({ model: begun(), real }), steps)
    }),
    { numRuns: 40, endOnFailure: true },
  )
  assert.equal(await verifyChain(core.database.db, 'ubnd-00187-2008'), undefined)
})

test('with other agencies at work the book is signed first, and nothing is handed over twice', async () => {
  await publishBirthAs(core, 'birth.with_leg', withLeg())
  const ending = lawful.filter(({ act }) => ['register', 'handOver', 'crossOut'].includes(act))
  const commands = fc.commands(
    [fc.constantFrom(...ending), fc.constantFrom(...ending), fc.constant(new LegsEnd())],
    { size: '+1', maxCommands: 12 },
  )
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const real = await filed('birth.with_leg')
      const model = begun('open')
      await walk(toSignature, { model, real })
      assert.equal(real.dossier.endedAt, null)
      await fc.asyncModelRun(() => ({ model, real }), steps)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

/** "hang receive, yen propose". */
async function walk(acts: string, { model, real }: { model: Model; real: Real }): Promise<void> {
  for (const one of acts.split(', ')) {
    const [person = '', act = ''] = one.split(' ')
    const from = model.state
    if (act === 'legsEnd') await new LegsEnd().run(model, real)
    // The names are those of `people`, written above.
    else await new Step(act, person as Person).run(model, real)
    const isStanding = rows.some((row) => row.act === act && row.to === undefined)
    assert.ok(isStanding || act === 'legsEnd' || model.state !== from, `${one} led nowhere`)
  }
}

const toSignature = 'hang receive, yen propose, owner confirm, vinh sign'
const asked = 'hang ask, owner answer, hang askAgain'

/** Every act once from every state in which it may be done, so that none is left to chance. */
const walks = [
  `${asked}, vinh approve, owner answer, hang receive, yen askAgain, mai approve, owner answer`,
  `${asked}, vinh turnDown, hang receive, yen ask, owner answer, yen propose, owner dispute`,
  `${toSignature}, hang handOver, hang noteCall`,
  `${toSignature}, yen crossOut`,
  'hang receive, yen propose, hang confirmFor, vinh sendBack, yen assign, vinh moveDue',
  'hang receive, yen proposeRefusal, vinh sendBack, yen proposeRefusal, vinh refuse',
  'hang receive, yen ask, yen proposeRefusal, vinh sendBack, yen proposeRefusal, owner withdraw',
  'hang decline',
  'hang ask, hang decline',
  'owner withdraw',
  'hang ask, owner withdraw',
  'hang receive, owner withdraw',
  'hang receive, hang ask, owner withdraw',
  'hang receive, yen propose, owner withdraw',
]

const withLegs = [`${toSignature}, hang register, x legsEnd, hang handOver`]

/** Rows that only other agencies' messages or other procedures walk; their tests are named. */
const elsewhere: Readonly<Record<string, string>> = {
  'filed null filed': 'interlink-channel.db.test: every dossier begins with it',
  'stepCompleted processing processing': 'department.db.test: four steps',
  'proposed processing signing': 'department.db.test: no preview',
  'withdrawn signing withdrawn': 'interlink-channel.db.test: cancelled while it waits to be signed',
  legAnswered: 'two-legs.db.test: the ward answers an agency',
  citizenAsked: 'two-legs.db.test',
  verificationAsked: 'inquiry.db.test: a procedure that verifies',
  verificationAnswered: 'inquiry.db.test',
  noticePosted: 'notice.db.test: an abandoned child',
  warned: 'late.db.test: our clock',
  escalated: 'late.db.test: our clock',
  reminded: 'uncollected.db.test: our clock',
}

test('every way of the table is walked, here or in the test that is named', async () => {
  for (const one of walks) await walk(one, { model: begun(), real: await filed() })
  for (const one of withLegs) {
    await walk(one, { model: begun('open'), real: await filed('birth.with_leg') })
  }
  const ways = [
    ...moves.map(({ event, from, to }) => `${event} ${from} ${to}`),
    ...standingActs.map(({ event }) => event),
  ]
  const missed = ways.filter((way) => !walked.has(way) && elsewhere[way] === undefined)
  assert.deepEqual(missed, [])
  const wrongly = Object.keys(elsewhere).filter((way) => !ways.includes(way) || walked.has(way))
  assert.deepEqual(wrongly, [])
  assert.deepEqual([...done].toSorted(), Object.keys(acts).toSorted())
})
