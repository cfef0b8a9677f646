import { sampleBirth2016, sampleBirthToday } from '../../src/catalogue/testing.ts'
import {
  toInput,
  visits,
  type Answers,
  type FormDefinition,
} from '../../src/modules/forms/index.ts'
import { loadProcedures, type ProcedureDefinition } from '../../src/modules/procedures/index.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { photo } from './photo.ts'
import { visitor, type Answered, type Sent, type SentFile, type Visitor } from './visitor.ts'
import type { World } from './world.ts'

export async function birthToday(world: World): Promise<ProcedureDefinition> {
  const procedures = await loadProcedures(world.deps.db)
  const definition = procedures.revisionOn('birth.register', legalDay(world.clock.now()))
  if (definition === undefined) throw new Error('no birth registration on this day')
  return definition
}

/** The inputs of one page of the form, filled in from these answers. */
export function inputsOf(form: FormDefinition, page: string, answers: Answers): Sent {
  const visit = visits(form, answers).find((one) => one.page.key === page)
  const fields = (visit?.fields ?? []).filter(({ type }) => type !== 'file')
  return Object.assign({}, ...fields.map((field) => toInput(field, answers[field.key])))
}

export type Family = Visitor & { draftId: string; form: FormDefinition; answers: Answers }

/** A father whose declaration is complete but for the filing; every page was posted. */
export async function declared(
  world: World,
  change: Parameters<typeof sampleBirth2016>[0] = {},
): Promise<Family> {
  const { form, slug } = await birthToday(world)
  // The form of 2024 asks other questions.
  const sample = legalDay(world.clock.now()) < '2024-06-06' ? sampleBirth2016 : sampleBirthToday
  return declaring(world, { form, slug }, sample(change))
}

/** Anybody whose declaration with these answers is complete but for the filing. */
export async function declaring(
  world: World,
  { form, slug }: Pick<ProcedureDefinition, 'form' | 'slug'>,
  answers: Answers,
): Promise<Family> {
  const me = visitor(world.app)
  const pages = visits(form, answers)
  const first = pages[0]!.page.key
  const begun = await me.post(`/to-khai/moi/${slug}`, inputsOf(form, first, answers))
  const draftId = begun.location.split('/')[2] ?? ''
  const base = `/to-khai/${draftId}`
  await me.get(`${base}/${first}`)
  for (const { page, fields } of pages.slice(1)) {
    const files = fields.filter(({ type }) => type === 'file')
    const inputs = inputsOf(form, page.key, answers)
    if (files.length === 0) await me.post(`${base}/${page.key}`, inputs)
    else await me.upload(`${base}/${page.key}/tai-len`, inputs, photosFor(files, answers))
  }
  return { ...me, draftId, form, answers }
}

function photosFor(fields: readonly { key: string }[], answers: Answers): SentFile[] {
  return fields
    .filter(({ key }) => Object.hasOwn(answers, key))
    .map(({ key }, index) => ({ field: key, name: `${key}.png`, data: photo(100 + index * 20) }))
}

/** Confirms the phone and files; returns the filing receipt. */
export async function fileIt(world: World, family: Family): Promise<Answered> {
  const base = `/to-khai/${family.draftId}`
  const phone = String(family.answers['contact.phone'])
  await family.post(`${base}/kiem-tra`)
  await family.post(`${base}/so-dien-thoai`, { phone })
  const code = /\d{6}/.exec(await world.newestMessageTo(phone))?.[0] ?? ''
  const confirmed = await family.post(`${base}/so-dien-thoai/ma`, { code })
  await family.get(confirmed.location)
  return family.send(`${base}/nop`)
}
