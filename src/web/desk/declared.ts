import type { DeskView, FieldMark, World } from '../../modules/dossiers/index.ts'
import {
  complete,
  printAnswer,
  visibleFields,
  journey,
  type Answers,
  type FieldDefinition,
  type FormWorld,
} from '../../modules/forms/index.ts'
import { maskNumber, maskPhone, printedName } from '../../modules/people/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { say, type Lang } from '../words/index.ts'

export type DeclaredRow = {
  field: string
  label: string
  value: string
  /** What was declared before the last change, newest first. */
  before: readonly string[]
  mark: FieldMark | undefined
}

export type DeclaredSection = { title: string; rows: readonly DeclaredRow[] }

type Printing = { world: World; now: Date; lang: Lang; unmasked: boolean }

/** The declaration as officers read it: by page, copied answers included, numbers masked. */
export function declarationSections(
  view: Pick<DeskView, 'declarations' | 'definition' | 'marks'>,
  printing: Printing,
): readonly DeclaredSection[] {
  const { form } = view.definition
  const [newest, ...older] = view.declarations.map(({ answers }) => complete(form, answers))
  const answers = newest ?? {}
  const { lang, unmasked } = printing
  const how: How = {
    world: formWorldOf(printing.world.city, legalDay(printing.now)),
    lang,
    unmasked,
  }
  return journey(form, answers)
    .map((page) => ({
      title: say(page.title, lang),
      rows: page.fields
        .filter((field) => isRead(field) && isThere(form, { page: page.key, field, answers }))
        .map((field) => ({
          field: field.key,
          label: say(field.printLabel ?? field.label, lang),
          value: printed(field, answers, how),
          before: changed(field, [answers, ...older], how),
          mark: view.marks.find((mark) => mark.field === field.key),
        })),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** Files have their own pane; the undertaking is on the printed declaration. */
function isRead(field: FieldDefinition): boolean {
  return field.type !== 'file' && field.type !== 'undertaking'
}

type Asked = { page: string; field: FieldDefinition; answers: Answers }

/** Asked of the citizen, or copied from what was asked. */
function isThere(form: DeskView['definition']['form'], { page, field, answers }: Asked): boolean {
  if (Object.hasOwn(answers, field.key)) return true
  return visibleFields(form, page, answers).some(({ key }) => key === field.key)
}

/** In Vietnamese unless said otherwise. */
type How = { world: FormWorld; lang?: Lang; unmasked: boolean }

export function printed(field: FieldDefinition, answers: Answers, how: How): string {
  const text = printAnswer(field, answers[field.key], how.world, how.lang)
  if (text === '') return ''
  if (field.type === 'name') return printedName(text)
  if (how.unmasked) return text
  if (field.type === 'personalNumber') return maskNumber(text)
  return field.type === 'phone' ? maskPhone(String(answers[field.key])) : text
}

/** Earlier values that differ from the one in force: both stay visible. */
function changed(field: FieldDefinition, versions: readonly Answers[], how: How): string[] {
  const [now = '', ...before] = versions.map((answers) => printed(field, answers, how))
  return [...new Set(before)].filter((text) => text !== now)
}
