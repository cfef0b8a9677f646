import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import type { Decision, RegisterAct } from './acts.ts'
import type { EntryWithAct } from './store.ts'

/** One line of the column "Ghi chú" of the paper book. */
export type MarginNote = { on: PlainDate; text: string }

/** Copies given out of an entry, as the book notes them. */
export type CopiesGiven = { on: PlainDate; number: string; count: number }

/**
 * What stands in the note column beside an entry, oldest first: what the law has noted at
 * registration, then every act and every copy. Nothing that stood there is ever taken away.
 * @basis LHT 60/2014/QH13 Điều 3, 4, 28; TT 15/2015/TT-BTP Điều 30, 31
 */
export function marginNotes(
  entry: Pick<EntryWithAct, 'preparedAt' | 'content' | 'acts'>,
  copies: readonly CopiesGiven[] = [],
): readonly MarginNote[] {
  const atFirst = entry.content.remarks.map((remark) => ({
    on: legalDay(entry.preparedAt),
    text: `${String(remark)}.`,
  }))
  const later = entry.acts.flatMap((act) => {
    const text = wordsOf(act)
    return text === undefined ? [] : [{ on: legalDay(act.writtenAt), text }]
  })
  const given = copies.map(({ on, number, count }) => ({
    on,
    text: `Cấp ${count} bản sao trích lục, số ${number}.`,
  }))
  return [...atFirst, ...[...later, ...given].toSorted((a, b) => (a.on < b.on ? -1 : 1))]
}

function wordsOf(act: RegisterAct): string | undefined {
  switch (act.kind) {
    case 'registered':
      return undefined
    case 'crossed-out':
      return `Gạch bỏ: ${act.reason ?? ''}`
    case 'noted':
      return act.reason ?? ''
    case 'number-given':
      return `Số định danh cá nhân cấp sau: ${act.facts.number}.`
    case 'annulled':
      return `Hủy theo ${decisionText(act.facts.decision)}.`
    case 'corrected':
      return `${correctionWords(act)}.`
  }
}

/** What a correction changed and on what it rests; '' for any other act. */
export function correctionWords(act: RegisterAct): string {
  if (act.kind !== 'corrected') return ''
  const { facts } = act
  const changes = facts.fields.map(
    ({ label, before, after }) => `${label} từ “${before}” thành “${after}”`,
  )
  const basis = facts.decision
    ? ` theo ${decisionText(facts.decision)}`
    : ', trước khi trao bản chính'
  const what = facts.decision ? 'Cải chính' : 'Sửa sai sót'
  return `${what} ${changes.join(', ')}${basis}`
}

/** `Quyết định số 12/QĐ-UBND ngày 15/08/2016 của UBND …`. */
export function decisionText({ no, day, by }: Decision): string {
  return `Quyết định số ${no} ngày ${printDay(day)} của ${by}`
}

export function printDay(day: string): string {
  return day.split('-').toReversed().join('/')
}
