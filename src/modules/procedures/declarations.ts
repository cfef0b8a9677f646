import {
  complete,
  declarationRows,
  findField,
  journey,
  printAnswer,
  type Answers,
  type FieldDefinition,
  type FormWorld,
} from '../forms/index.ts'
import type { DeclarationData, DeclarationRow } from '../papers/index.ts'
import type { DeclarationForm, ProcedureDefinition } from './definition.ts'

/** Where and when a declaration was made, as it prints. */
export type DeclaredAt = { agency: string; place: string; date: string }

/** A declaration to print: the form, and what was answered in words. */
export type Declared = DeclaredAt & {
  definition: ProcedureDefinition
  form: DeclarationForm
  /** As filed: copied answers filled in. */
  answers: Answers
  world: FormWorld
  /** One answer as it prints; empty when there is none. */
  say(key: string | null): string
}

/** What a form of its own looks like; what is left out is made from the form definition. */
export type DeclarationLayout = {
  blank?(form: DeclarationForm, definition: ProcedureDefinition): DeclarationData
  filled?(declared: Declared): DeclarationData
}

const layouts = new Map<string, DeclarationLayout>()

/** Makes known how a form of the law prints; a name means one form for good. */
export function registerDeclaration(template: string, layout: DeclarationLayout): void {
  const known = layouts.get(template)
  if (known !== undefined && known !== layout)
    throw new Error(`declaration registered twice: ${template}`)
  layouts.set(template, layout)
}

/** The form with this key: `to-khai` is the declaration itself, others are further ones. */
export function declarationFormOf(
  definition: ProcedureDefinition,
  key: string,
): DeclarationForm | undefined {
  if (key === MAIN_FORM) return definition.declaration
  return definition.furtherDeclarations?.find((form) => form.key === key)
}

export const MAIN_FORM = 'to-khai'

/** A form to fill in on a screen or by hand: its own layout, or every question of the form. */
export function blankDeclaration(
  definition: ProcedureDefinition,
  form: DeclarationForm,
): DeclarationData {
  const own = layouts.get(form.template)?.blank?.(form, definition)
  return own ?? blankOf(definition, form)
}

/** A form with what was declared. */
export function filledDeclaration(
  declared: Omit<Declared, 'say' | 'answers'> & { answers: Answers },
): DeclarationData {
  const { definition, world } = declared
  const answers = complete(definition.form, declared.answers)
  const say = (key: string | null) => {
    const field = key === null ? undefined : findField(definition.form, key)
    return field && key !== null ? printAnswer(field, answers[key], world) : ''
  }
  const whole = { ...declared, answers, say }
  return layouts.get(declared.form.template)?.filled?.(whole) ?? filledFrom(whole)
}

function filledFrom(declared: Declared): DeclarationData {
  const { definition, form, answers, world, say } = declared
  const fields = journey(definition.form, answers).flatMap((page) => page.fields)
  const copies = say(definition.roles.copies)
  return {
    title: form.title.vi.toLocaleUpperCase('vi'),
    agency: declared.agency,
    formNumber: form.formNumber,
    sections: declarationRows(definition.form, answers, world).map(({ title, rows }) => ({
      title,
      rows: rows.map(({ label, value, words }) => ({
        label,
        value: words === undefined ? value : `${value} (${words})`,
      })),
    })),
    undertaking: undertakingOf(fields.filter(({ key }) => answers[key] === true)),
    place: declared.place,
    date: declared.date,
    requester: say(definition.roles.requesterName),
    ...(copies === '' ? {} : { copies }),
  }
}

function blankOf(definition: ProcedureDefinition, form: DeclarationForm): DeclarationData {
  const pages = definition.form.pages.map(({ title, fields }) => ({
    title: title.vi,
    rows: fields.filter(isWritten).map(blankRow),
  }))
  return {
    title: form.title.vi.toLocaleUpperCase('vi'),
    agency: '',
    blank: true,
    formNumber: form.formNumber,
    sections: pages.filter(({ rows }) => rows.length > 0),
    undertaking: undertakingOf(definition.form.pages.flatMap(({ fields }) => fields)),
    place: '',
    date: '',
    requester: '',
    ...(definition.roles.copies === null ? {} : { copies: '' }),
  }
}

function undertakingOf(fields: readonly FieldDefinition[]): string {
  return fields.flatMap((field) => (field.type === 'undertaking' ? [field.text.vi] : [])).join(' ')
}

/** Papers are handed in beside the form, and it says its undertaking itself. */
function isWritten({ aside, type }: FieldDefinition): boolean {
  return aside !== true && type !== 'file' && type !== 'undertaking'
}

function blankRow(field: FieldDefinition): DeclarationRow {
  const label = (field.printLabel ?? field.label).vi
  switch (field.type) {
    case 'choice':
      return { label, value: '', options: field.options.map((option) => option.label.vi) }
    case 'yesNo':
      return { label, value: '', options: ['Có', 'Không'] }
    case 'year':
    case 'ethnicity':
    case 'nationality':
    case 'time':
    case 'date':
    case 'phone':
      return { label, value: '', span: 3 }
    case 'address':
      return { label, value: '', lines: field.lineOptional ? 1 : 2 }
    case 'group':
      return { label, value: '', lines: 3 }
    case 'text':
      return { label, value: '', lines: field.multiline ? 3 : 1 }
    default:
      return { label, value: '' }
  }
}
