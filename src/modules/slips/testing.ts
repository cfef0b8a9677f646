import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openErrand, type Errand } from '../../testing/errand.ts'
import { receive, viewForStaff, type Dossier } from '../dossiers/index.ts'
import { preflight, renderPaper, type SlipData } from '../papers/index.ts'
import { asFile, run } from '../papers/testing.ts'
import { sheetOf } from './issue.ts'
import type { SlipKind } from './slip.ts'
import { slipFacts, type SlipFacts } from './slip-facts.ts'

/** A ward at work, whose slips are looked at before they are kept. */
export type Sheets = {
  errand: Errand
  received(): Promise<Dossier>
  /** The facts of the slip that the dossier's newest event gave. */
  factsOf(kind: SlipKind, code: string): Promise<SlipFacts>
}

export async function openSheets(): Promise<Sheets> {
  const errand = await openErrand()
  const { core, by, act, filed } = errand
  return {
    errand,
    received: async () => receive(by('hang'), act((await filed()).dossier)),
    factsOf: async (kind, code) => {
      const { dossier, events } = await viewForStaff(by('hang'), code)
      const actor = by(kind === 'apology' || kind === 'refusal' ? 'vinh' : 'hang')
      const asked = { kind, no: 31, act: events.at(-1)!, dossier }
      return slipFacts(actor, core.database.db, asked)
    },
  }
}

export type Printed = { text: string; pages: number; slip: SlipData }

/** Prints a slip: sound, PDF/A, its code read by a scanner and leading to the secret alone. */
export async function print(facts: SlipFacts): Promise<Printed> {
  const slip = sheetOf[facts.kind](facts)
  const qr = `https://motcua.example${slip.qr}`
  const pdf = await renderPaper('slip@1', { ...slip, qr }, { createdAt: facts.act.at })
  assert.deepEqual(preflight(pdf), [])
  const path = asFile(pdf)
  assert.equal((await run('qpdf', ['--check', path])).code, 0)
  const { output: info } = await run('pdfinfo', [path])
  const { output: text } = await run('pdftotext', ['-layout', path, '-'])
  const picture = `${dirname(path)}/page`
  await run('pdftoppm', ['-r', '200', '-png', path, picture])
  const pictures = readdirSync(dirname(path)).filter((name) => name.endsWith('.png'))
  const { output: read } = await run('zbarimg', [
    '-q',
    '--raw',
    ...pictures.map((name) => join(dirname(path), name)),
  ])
  const { secret, code } = facts.view.dossier
  const opened = read.split('\n').filter((line) => line.startsWith('http'))
  assert.deepEqual(opened, [`https://motcua.example/q/${secret}`])
  assert.ok(!read.includes(code))
  return { text: text.replace(/\s+/g, ' '), pages: Number(/Pages: +(\d+)/.exec(info)?.[1]), slip }
}

export function says({ text }: Printed, expected: readonly string[]): void {
  for (const words of expected) assert.ok(text.includes(words), `“${words}” not in ${text}`)
}

export const LONG_NAME = 'Nguyễn Phúc Tôn Nữ Hoàng Thị Quỳnh Như Ngọc Bảo Châu Anh Thư'
export const LONG_REASON =
  'Ảnh chụp bị lóa, mất góc dưới bên phải, không đọc được số, ngày cấp và nơi cấp; ' +
  'đề nghị chụp lại cả hai mặt, đủ bốn góc, chữ rõ.'

/** Names of sixty letters, an address of two lines, a procedure with a long name. */
export function worst(facts: SlipFacts, change: Partial<SlipFacts['view']> = {}): SlipFacts {
  const { view } = facts
  const dossier = { ...view.dossier, requesterName: LONG_NAME, subjectName: LONG_NAME }
  const name = { vi: 'Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em' }
  const field = facts.view.definition.roles.requesterAddress!
  const line = 'Căn hộ 1208, tòa nhà CT2B, khu đô thị mới Nghĩa Đô, ngõ 106 phố Hoàng Quốc Việt'
  const address = { ...(facts.answers[field] as object), line } as SlipFacts['answers'][string]
  const issuer = { ...facts.issuer, name: LONG_NAME }
  const definition = { ...view.definition, name: { ...view.definition.name, ...name } }
  const answers = { ...facts.answers, [field]: address }
  return { ...facts, answers, issuer, view: { ...view, dossier, definition, ...change } }
}
