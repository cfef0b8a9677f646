import { signerTitle } from '../accounts/index.ts'
import { findField, printAnswer } from '../forms/index.ts'
import { showLookupNo } from '../dossiers/index.ts'
import type { SlipBlock, SlipData, SlipLine, SlipRun, SlipSignature } from '../papers/index.ts'
import { maskPhone, printedName } from '../people/index.ts'
import { formWorldOf } from '../procedures/index.ts'
import { formOn, slipNumber } from './forms.ts'
import { dayOnPaper } from './paper-words.ts'
import type { SlipFacts } from './slip-facts.ts'

export const bold = (text: string): SlipRun => ({ strong: text })

export function line(...runs: readonly SlipRun[]): SlipBlock {
  return { kind: 'line', line: runs }
}

export const DESK = 'Bộ phận tiếp nhận và trả kết quả'

const TRIAL = 'Thử nghiệm'

export type SheetBody = Pick<SlipData, 'blocks' | 'box' | 'after' | 'signatures'>

type Options = {
  /** `agency`: it speaks itself, not its one-stop desk. */
  from?: 'desk' | 'agency'
  /** What the foot says after how to look up. */
  foot?: string
}

/** Heading, numbers, code and foot, the same on every slip, around what this one says. */
export function sheet(facts: SlipFacts, body: SheetBody, options: Options = {}): SlipData {
  const { view, agency, day, kind, no } = facts
  const { dossier } = view
  const { titleLines, formMark } = formOn(kind, day)
  return {
    titleLines,
    formMark,
    agencyName: agency.name,
    deskLines: options.from === 'agency' ? [] : ['Bộ phận tiếp nhận', 'và trả kết quả'],
    number: `Số: ${slipNumber({ kind, no })}`,
    trial: dossier.isTrial ? TRIAL : '',
    placeAndDate: `${placeOf(facts)}, ${dayOnPaper(day)}`,
    codes: [
      'Mã hồ sơ: ',
      bold(dossier.code),
      '\u2003Mã tra cứu: ',
      bold(showLookupNo(dossier.lookupNo)),
    ],
    ...body,
    foot: [lookUpLine(facts, options.foot ?? '')],
    qr: `/q/${dossier.secret}`,
  }
}

function placeOf({ world, agency, day }: SlipFacts): string {
  return world.city.unit(agency.unitCode, day)?.name ?? ''
}

function lookUpLine({ view: { dossier } }: SlipFacts, more: string): SlipLine {
  const sms = bold(`MC ${dossier.lookupNo}`)
  const call = [' gửi ', bold('8109'), ', hoặc gọi ', bold('1900 1009'), ' và đọc mã tra cứu.']
  return ['Tra cứu: quét mã QR, nhắn tin ', sms, ...call, more === '' ? '' : ` ${more}`]
}

/** Whose dossier it is; the phone masked, because slips are lost. */
export function whoLines(facts: SlipFacts, verb: string): SlipBlock[] {
  const address = addressOf(facts)
  return [
    line(`${verb}: `, bold(requesterOf(facts))),
    ...(address === '' ? [] : [line(`Địa chỉ: ${address}`)]),
    line(`Số điện thoại: ${phoneOf(facts)}\u2003Email: không có`),
    line('Nội dung yêu cầu giải quyết: ', bold(contentOf(facts))),
  ]
}

export function requesterOf({ view: { dossier } }: SlipFacts): string {
  return `Ông/bà ${printedName(dossier.requesterName ?? '')}`.trim()
}

export function phoneOf({ view: { dossier } }: SlipFacts): string {
  return dossier.phone ? maskPhone(dossier.phone) : 'không có'
}

export function contentOf({ view: { dossier, definition } }: SlipFacts): string {
  const subject = dossier.subjectName ? ` cho ${printedName(dossier.subjectName)}` : ''
  return `${definition.name.vi}${subject}`
}

export function addressOf({ view, world, answers, day }: SlipFacts): string {
  const key = view.definition.roles.requesterAddress
  const field = key === null ? undefined : findField(view.definition.form, key)
  return field ? printAnswer(field, answers[field.key], formWorldOf(world.city, day)) : ''
}

const SIGN = '(Ký, ghi rõ họ tên)'

/** The submitter and the officer; who filed without standing there signs nothing. */
export function bothSign(facts: SlipFacts, officer: string): readonly SlipSignature[] {
  const { channel, requesterName } = facts.view.dossier
  const notes: Partial<Record<typeof channel, string>> = {
    online: '(Nộp qua mạng, không phải ký)',
    post: '(Nộp qua bưu chính, không phải ký)',
    interlink: '(Chuyển liên thông, không phải ký)',
  }
  return [
    {
      titleLines: ['NGƯỜI NỘP HỒ SƠ'],
      note: notes[channel] ?? SIGN,
      name: requesterName ?? '',
    },
    officerSigns(facts, officer),
  ]
}

export function officerSigns({ issuer }: SlipFacts, title: string): SlipSignature {
  return { titleLines: [title], note: SIGN, name: issuer.name }
}

/** The head, or a deputy for the head; nobody on the left. */
export function headSigns({ issuer, agency }: SlipFacts): readonly SlipSignature[] {
  return [
    { titleLines: [], note: '', name: '' },
    { titleLines: signerTitle(issuer.roles, agency.kind), note: SIGN, name: issuer.name },
  ]
}

/** "phường", as inside a sentence. */
export function officeOf({ agency }: Pick<SlipFacts, 'agency'>): string {
  return /(phường|xã|thị trấn)/i.exec(agency.name)?.[1]?.toLowerCase() ?? 'cơ quan'
}

/** The reason an officer wrote with this act. */
export function reasonOf({ view, act }: SlipFacts): string {
  return view.notes.find(({ no }) => no === act.facts['noteNo'])?.body ?? ''
}
