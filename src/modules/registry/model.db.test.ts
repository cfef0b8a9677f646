import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { openCore, type Core, type Officer } from '../../testing/core.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  answerSupplement,
  confirmPreview,
  confirmPreviewForCitizen,
  decline,
  disputePreview,
  fold,
  open,
  propose,
  proposeRefusal,
  receive,
  refuse,
  requestSupplement,
  sendBack,
  verifyChain,
  viewForStaff,
  withdraw,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import {
  crossOut,
  handOver,
  originalsToCompare,
  register,
  registerLegsPort,
  sign,
  type HandOver,
} from './index.ts'
import { publishBirthAs, withLeg } from './testing.ts'

/**
 * A second, much simpler description of the machine, written from the law and not from our table:
 * who may do what where, and where it leads. Whatever it does not list is refused.
 */
const desk = ['hang', 'yen'] as const
/** To where the refusal was proposed from. */
const BACK = 'back'
type Row = readonly [
  act: string,
  who: readonly string[],
  from: readonly string[],
  to: string,
  /** Where other agencies hold the hand-over: only while they do, or only when they do not. */
  legs?: 'open' | 'ended',
]
const model: readonly Row[] = [
  ['receive', desk, ['filed'], 'processing'],
  ['ask', desk, ['filed'], 'completing'],
  ['ask', desk, ['processing'], 'supplementing'],
  ['answer', ['owner'], ['completing'], 'filed'],
  ['answer', ['owner'], ['supplementing'], 'processing'],
  ['decline', desk, ['filed', 'completing'], 'declined'],
  ['propose', ['yen'], ['processing'], 'previewing'],
  ['confirm', ['owner'], ['previewing'], 'signing'],
  ['confirmFor', ['hang'], ['previewing'], 'signing'],
  ['dispute', ['owner'], ['previewing'], 'processing'],
  ['sendBack', ['vinh'], ['signing'], 'processing'],
  ['sign', ['vinh'], ['signing'], 'signed'],
  ['register', desk, ['signed'], 'interlinking', 'open'],
  ['handOver', desk, ['signed', 'interlinking'], 'handed_over', 'ended'],
  ['crossOut', ['yen'], ['signed'], 'lapsed'],
  ['proposeRefusal', ['yen'], ['processing', 'supplementing'], 'refusing'],
  ['refuse', ['vinh'], ['refusing'], 'refused'],
  ['sendBack', ['vinh'], ['refusing'], BACK],
  [
    'withdraw',
    ['owner'],
    ['filed', 'completing', 'processing', 'supplementing', 'previewing', 'refusing'],
    'withdrawn',
  ],
]

const people = ['hang', 'yen', 'vinh', 'mai', 'lanha', 'owner', 'stranger'] as const
type Person = (typeof people)[number]
type Acting = {
  ctx: Ctx
  dossier: Dossier
  act: DeskAct
  own: { dossierId: string; requestKey: string }
}

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

const acts: Readonly<Record<string, (given: Acting) => Promise<Dossier>>> = {
  receive: ({ ctx, act }) => receive(ctx, act),
  ask: ({ ctx, act }) =>
    requestSupplement(ctx, {
      ...act,
      items: [{ kind: 'field', about: 'mother.birthYear', reason: 'Khác giấy chứng sinh.' }],
      againBecause: 'Giấy tờ mới gửi lại khác.',
    }),
  answer: ({ ctx, own }) =>
    answerSupplement(ctx, {
      ...own,
      files: [],
      answers: [{ itemId: '1', accepted: false }],
      // Another year each time: what changed may be asked again without the supervisor.
      set: { 'mother.birthYear': 1960 + (keys % 40) },
    }),
  decline: ({ ctx, act }) => decline(ctx, { ...act, reason: 'Không thuộc thẩm quyền.' }),
  propose: ({ ctx, act }) => propose(ctx, { ...act, remark: 'Đã so.' }),
  confirm: ({ ctx, own }) => confirmPreview(ctx, own),
  confirmFor: ({ ctx, act }) => confirmPreviewForCitizen(ctx, { ...act, how: 'Qua điện thoại.' }),
  dispute: ({ ctx, own }) => disputePreview(ctx, { ...own, remark: 'Sai chữ đệm.' }),
  sendBack: ({ ctx, act }) => sendBack(ctx, { ...act, reason: 'Xem lại.' }),
  sign: async ({ ctx, act, dossier }) => {
    if (ctx.actor.kind === 'staff') await open(ctx, dossier)
    return sign(ctx, act)
  },
  handOver: async (given) => handOver(given.ctx, await collecting(given)),
  register: async (given) => register(given.ctx, await collecting(given)),
  crossOut: ({ ctx, act }) => crossOut(ctx, { ...act, reason: 'Bản chính khác.' }),
  proposeRefusal: ({ ctx, act }) => proposeRefusal(ctx, { ...act, reason: 'Đã đăng ký.' }),
  refuse: async ({ ctx, act, dossier }) => {
    if (ctx.actor.kind === 'staff') await open(ctx, dossier)
    return refuse(ctx, act)
  },
  withdraw: ({ ctx, own }) => withdraw(ctx, own),
}

/** Everything the counter fills in when the requester stands there. */
async function collecting({ act, dossier }: Acting): Promise<HandOver> {
  const view = await viewForStaff(officers.get('hang')!, dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  const compared = originals.map(({ key }) => key)
  return { ...act, paperBook: '01', paperPage: 1, collector: 'Người yêu cầu.', compared }
}

type Model = { state: string; legs: 'open' | 'ended'; before?: string }
type Real = { owner: Ctx; dossier: Dossier }

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
    const row = model.find(
      ([act, who, from, , legs = expected.legs]) =>
        act === this.act &&
        who.includes(this.person) &&
        from.includes(expected.state) &&
        legs === expected.legs,
    )
    const before = real.dossier
    const outcome = await this.attempt(real)
    if (row) {
      if (outcome instanceof Refusal) assert.fail(`refused: ${outcome.code}`)
      const from = expected.state
      expected.state = row[3] === BACK ? (expected.before ?? '') : row[3]
      expected.before = from
      real.dossier = outcome
    } else {
      assert.ok(outcome instanceof Refusal, `${this} was allowed from ${expected.state}`)
    }
    const view = await viewForStaff(officers.get('hang')!, before.code)
    assert.equal(view.dossier.state, expected.state)
    const since = view.events.slice(before.version).filter(({ kind }) => kind !== 'legOpened')
    assert.equal(since.length, row ? 1 : 0)
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

const lawful = model.flatMap(([act, who]) => who.map((person) => new Step(act, person as Person)))
const any = Object.keys(acts).flatMap((act) => people.map((person) => new Step(act, person)))

test('whatever people try in whatever order, the dossier goes where the law says or stays', async () => {
  const commands = fc.commands(
    [fc.constantFrom(...lawful), fc.constantFrom(...lawful), fc.constantFrom(...any)],
    { size: '+1', maxCommands: 40 },
  )
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const { dossier, owner } = await core.filedBirth({ 'contact.phone': `0${++phone}` })
      const model: Model = { state: 'filed', legs: 'ended' }
      await fc.asyncModelRun(() => ({ model, real: { dossier, owner } }), steps)
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
      const given = { 'contact.phone': `0${++phone}` }
      const { dossier, owner } = await core.filedBirth(given, 'birth.with_leg')
      const model: Model = { state: 'filed', legs: 'open' }
      const real: Real = { dossier, owner }
      for (const [act, person] of toSignature) await new Step(act, person).run(model, real)
      assert.equal(real.dossier.endedAt, null)
      await fc.asyncModelRun(() => ({ model, real }), steps)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

const toSignature: readonly (readonly [act: string, person: Person])[] = [
  ['receive', 'hang'],
  ['propose', 'yen'],
  ['confirm', 'owner'],
  ['sign', 'vinh'],
]
