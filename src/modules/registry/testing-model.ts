import type { Officer } from '../../testing/core.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import {
  answerSupplement,
  approveSupplement,
  askSupplementAgain,
  assign,
  confirmPreview,
  confirmPreviewForCitizen,
  decline,
  disputePreview,
  moveDue,
  noteCall,
  open,
  propose,
  proposeRefusal,
  receive,
  refuse,
  requestSupplement,
  sendBack,
  turnDownSupplement,
  viewForStaff,
  withdraw,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import { crossOut, handOver, originalsToCompare, register, sign, type HandOver } from './index.ts'

/**
 * A second, much simpler description of the machine, written from the law and not from our table:
 * who may do what where, and where it leads. Whatever it does not list is refused.
 */
export type Model = {
  state: string
  /** Where it was proposed to refuse from. */
  before?: string
  legs: 'open' | 'ended'
  /** Supplement requests that went out, and answers that came back. */
  asked: number
  answered: number
  /** Where the dossier stood when a second request was laid before the head. */
  pending?: string
  isMoved?: boolean
}

export type Row = {
  act: string
  who: readonly string[]
  from: readonly string[]
  /** Left out: it stays where it is. */
  to?: string
  /** Only while this holds of what happened before. */
  if?: (model: Model) => boolean
  /** What else is true afterwards. */
  after?: (model: Model) => void
}

/** To where the refusal was proposed from. */
export const BACK = 'back'

const desk = ['hang', 'yen'] as const
const heads = ['vinh', 'mai'] as const
const atDesk = ['filed', 'processing'] as const
const undecided = [
  'filed',
  'completing',
  'processing',
  'supplementing',
  'previewing',
  'refusing',
] as const
const unended = [...undecided, 'signing', 'signed', 'interlinking'] as const
const ended = ['declined', 'handed_over', 'refused', 'withdrawn', 'lapsed'] as const

const place = ({ state, answered }: Model) => `${state} ${answered}`
const isPending = (model: Model) => model.pending === place(model)
const isAsked = (model: Model) => void (model.asked += 1)
const isAnswered = (model: Model) => void (model.answered += 1)
const legsEnded = ({ legs }: Model) => legs === 'ended'

export const model: readonly Row[] = [
  { act: 'receive', who: desk, from: ['filed'], to: 'processing' },
  { act: 'ask', who: desk, from: ['filed'], to: 'completing', after: isAsked },
  { act: 'ask', who: desk, from: ['processing'], to: 'supplementing', after: isAsked },
  {
    act: 'askAgain',
    who: desk,
    from: atDesk,
    if: ({ asked }) => asked > 0,
    after: (now) => void (now.pending = place(now)),
  },
  { act: 'approve', who: heads, from: ['filed'], to: 'completing', if: isPending, after: isAsked },
  {
    act: 'approve',
    who: heads,
    from: ['processing'],
    to: 'supplementing',
    if: isPending,
    after: isAsked,
  },
  {
    act: 'turnDown',
    who: heads,
    from: atDesk,
    if: isPending,
    after: (now) => void delete now.pending,
  },
  { act: 'answer', who: ['owner'], from: ['completing'], to: 'filed', after: isAnswered },
  { act: 'answer', who: ['owner'], from: ['supplementing'], to: 'processing', after: isAnswered },
  { act: 'decline', who: desk, from: ['filed', 'completing'], to: 'declined' },
  { act: 'propose', who: ['yen'], from: ['processing'], to: 'previewing' },
  { act: 'confirm', who: ['owner'], from: ['previewing'], to: 'signing' },
  { act: 'confirmFor', who: ['hang'], from: ['previewing'], to: 'signing' },
  { act: 'dispute', who: ['owner'], from: ['previewing'], to: 'processing' },
  { act: 'sendBack', who: ['vinh'], from: ['signing'], to: 'processing' },
  { act: 'sign', who: ['vinh'], from: ['signing'], to: 'signed' },
  {
    act: 'register',
    who: desk,
    from: ['signed'],
    to: 'interlinking',
    if: (now) => !legsEnded(now),
  },
  {
    act: 'handOver',
    who: desk,
    from: ['signed', 'interlinking'],
    to: 'handed_over',
    if: legsEnded,
  },
  { act: 'crossOut', who: ['yen'], from: ['signed'], to: 'lapsed' },
  { act: 'proposeRefusal', who: ['yen'], from: ['processing', 'supplementing'], to: 'refusing' },
  { act: 'refuse', who: ['vinh'], from: ['refusing'], to: 'refused' },
  { act: 'sendBack', who: ['vinh'], from: ['refusing'], to: BACK },
  { act: 'withdraw', who: ['owner'], from: undecided, to: 'withdrawn' },
  { act: 'assign', who: [...desk, ...heads], from: unended },
  {
    act: 'moveDue',
    who: heads,
    from: ['processing', 'supplementing', 'previewing', 'signing', 'refusing'],
    if: ({ isMoved }) => !isMoved,
    after: (now) => void (now.isMoved = true),
  },
  { act: 'noteCall', who: [...desk, ...heads], from: [...unended, ...ended] },
]

export type Acting = {
  ctx: Ctx
  dossier: Dossier
  act: DeskAct
  own: { dossierId: string; requestKey: string }
  /** How many acts were tried so far, for values that are another each time. */
  turn: number
  officers: ReadonlyMap<Officer, Ctx>
}

const seen = { kind: 'field', about: 'child.sex', reason: 'Khác giấy chứng sinh.' } as const
const year = { ...seen, about: 'mother.birthYear' } as const
const againBecause = 'Giấy tờ mới gửi lại khác.'

export const acts: Readonly<Record<string, (given: Acting) => Promise<Dossier>>> = {
  receive: ({ ctx, act }) => receive(ctx, act),
  ask: ({ ctx, act }) => requestSupplement(ctx, { ...act, items: [year], againBecause }),
  // The sex never changes: the first request could have asked it.
  askAgain: ({ ctx, act }) => askSupplementAgain(ctx, { ...act, items: [seen], againBecause }),
  approve: ({ ctx, act }) => approveSupplement(ctx, { ...act, reason: 'Sai thì phải sửa.' }),
  turnDown: ({ ctx, act }) => turnDownSupplement(ctx, { ...act, reason: 'Đã đủ rõ.' }),
  answer,
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
  assign: ({ ctx, act: { code, requestKey }, officers }) => {
    const { actor } = officers.get('hang')!
    const assigneeId = actor.kind === 'staff' ? actor.staffId : ''
    return assign(ctx, { code, requestKey, assigneeId })
  },
  moveDue: ({ ctx, act }) =>
    moveDue(ctx, { ...act, to: instantAt(plainDate('2016-12-30'), 600), reason: 'Mất điện.' }),
  noteCall: ({ ctx, act }) => noteCall(ctx, { ...act, said: 'Nhắn qua tổ trưởng.' }),
}

/** Corrects the year, to another one each time, and insists on the sex. */
async function answer({ ctx, own, dossier, turn, officers }: Acting): Promise<Dossier> {
  const { supplements } = await viewForStaff(officers.get('hang')!, dossier.code)
  const items = supplements.find(({ answers }) => answers === null)?.items ?? []
  const answers = items.map(({ id }) => ({ itemId: id, accepted: false, remark: 'Đã xem.' }))
  const isYearAsked = items.some(({ about }) => about === year.about)
  const set: Answers = isYearAsked ? { [year.about]: 1950 + (turn % 40) } : {}
  return answerSupplement(ctx, { ...own, files: [], answers, set })
}

/** Everything the counter fills in when the requester stands there. */
async function collecting({ act, dossier, officers }: Acting): Promise<HandOver> {
  const view = await viewForStaff(officers.get('hang')!, dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  const compared = originals.map(({ key }) => key)
  return { ...act, paperBook: '01', paperPage: 1, collector: 'Người yêu cầu.', compared }
}
