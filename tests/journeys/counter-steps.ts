import assert from 'node:assert/strict'
import { sampleBirth2016 } from '../../src/catalogue/testing.ts'
import { visits } from '../../src/modules/forms/index.ts'
import { formOf, textOf, type Desk, type Fields } from './desk-client.ts'
import { birthToday, inputsOf } from './family.ts'
import type { Change } from './situation-steps.ts'
import type { World } from './world.ts'

export const COUNTER = '/can-bo/tai-quay'

/** What a paper slip says: its number, its day and its hour. */
export type PaperSlip = { no: number; day: string; time: string }

/** Prints a block of numbered slips; returns their numbers. */
export async function reserveSlips(clerk: Desk, count: number): Promise<readonly number[]> {
  const made = await clerk.send(COUNTER, 'phieu-du-phong', { 'so-luong': String(count) })
  const { html } = await clerk.follow(made)
  return [...html.matchAll(/Số: <b>(\d+)<\/b>/g)].map(([, no]) => Number(no))
}

function parts(name: string, values: Record<string, string>): Fields {
  return Object.fromEntries(Object.entries(values).map(([part, text]) => [`${name}.${part}`, text]))
}

export function startFields(slip?: PaperSlip): Fields {
  const procedure = { 'thu-tuc': 'birth.register' }
  if (!slip) return procedure
  const [day = '', month = '', year = ''] = slip.day.split('/')
  const [hour = '', minute = ''] = slip.time.split(':')
  const when = { ...parts('ngay', { day, month, year }), ...parts('gio', { hour, minute }) }
  return { ...procedure, 'so-phieu': String(slip.no), ...when }
}

/** Typed by the clerk for somebody who stands there, page by page; returns the dossier's address. */
export async function fileAtCounter(
  { world, clerk }: { world: World; clerk: Desk },
  given: { change: Change; slip?: PaperSlip },
): Promise<{ at: string; draftId: string }> {
  const { form } = await birthToday(world)
  const answers = sampleBirth2016(given.change)
  const begun = await clerk.send(COUNTER, COUNTER, startFields(given.slip))
  const [, draftId = ''] = /^\/can-bo\/to-khai\/([\w-]+)$/.exec(begun.to) ?? []
  assert.notEqual(draftId, '', textOf(begun.html).slice(0, 800))
  const base = `/can-bo/to-khai/${draftId}`
  for (const { page } of visits(form, answers)) {
    const url = `${base}/${page.key}`
    const { hidden } = formOf((await clerk.get(url)).html, `${page.key}(?:/tai-len)?`)
    await clerk.post(url, { ...hidden, ...inputsOf(form, page.key, answers) })
  }
  await clerk.send(`${base}/kiem-tra`, 'kiem-tra')
  const filed = await clerk.send(`${base}/nop`, 'nop')
  assert.match(filed.to, /^\/can-bo\/ho-so\//)
  return { at: filed.to, draftId }
}
