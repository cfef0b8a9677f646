import type { ComponentChildren } from 'preact'
import type {
  FacilityName,
  FieldDefinition,
  Problem,
  RawInputs,
} from '../../modules/forms/index.ts'
import { langOf, say, words, type Lang } from '../words/index.ts'
import { Icon } from './icons.tsx'

export type UploadedFile = { id: string; name: string; sizeBytes: number; href: string }

/** Everything a field needs besides its definition. Input names are the forms engine's. */
export type FieldContext = {
  lang: Lang
  raw: RawInputs
  problems: readonly Problem[]
  lists: {
    ethnicities: readonly string[]
    nationalities: readonly string[]
    facilities?: readonly FacilityName[]
  }
  /** Files already uploaded, by field key. */
  files?: Readonly<Record<string, readonly UploadedFile[]>>
}

export type FieldProps<Type extends FieldDefinition['type'] = FieldDefinition['type']> = {
  field: FieldDefinition & { type: Type }
  context: FieldContext
}

/** `child.name.given` → `child-name-given`: dots in ids would need escaping in selectors. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-')
}

/** First string under an input name. */
export function textOf(raw: RawInputs, name: string): string {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** Problems of this field itself and of its parts. */
export function problemsOf(field: FieldDefinition, context: FieldContext): readonly Problem[] {
  return context.problems.filter((problem) => problem.field === field.key)
}

/** Which part is wrong: all of them when the problem names none. */
export function isPartWrong(problems: readonly Problem[], part: string): boolean {
  return problems.some((problem) => problem.part === undefined || problem.part === part)
}

/** `aria-describedby`: the hint, then the error, as people expect it read. */
export function describedBy(field: FieldDefinition, context: FieldContext): string | undefined {
  const ids = [
    field.hint ? `${idOf(field.key)}-hint` : undefined,
    problemsOf(field, context).length > 0 ? `${idOf(field.key)}-error` : undefined,
  ].filter((id) => id !== undefined)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function LabelText({ field, context }: FieldProps) {
  const { lang } = context
  return (
    <>
      <span lang={langOf(field.label, lang)}>{say(field.label, lang)}</span>
      {field.optional ? <span class="muted reg"> {words(lang).optional}</span> : null}
    </>
  )
}

export function HintAndError({ field, context }: FieldProps) {
  const { lang } = context
  const problems = problemsOf(field, context)
  return (
    <>
      {field.hint ? (
        <p class="hint" id={`${idOf(field.key)}-hint`} lang={langOf(field.hint, lang)}>
          {say(field.hint, lang)}
        </p>
      ) : null}
      {problems.length > 0 ? (
        <div id={`${idOf(field.key)}-error`}>
          {problems.map((problem) => (
            <p class="err" lang={langOf(problem.message, lang)}>
              <Icon name="stop" />
              <span>
                <span class="vh">{words(lang).problemTitle}</span>
                {say(problem.message, lang)}
              </span>
            </p>
          ))}
        </div>
      ) : null}
    </>
  )
}

export function fieldClass(field: FieldDefinition, context: FieldContext): string {
  return problemsOf(field, context).length > 0 ? 'field field--err' : 'field'
}

/** One input with its label. */
export function Single({ field, context, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={fieldClass(field, context)}>
      <label for={idOf(field.key)}>
        <LabelText field={field} context={context} />
      </label>
      <HintAndError field={field} context={context} />
      {children}
    </div>
  )
}

/** Several inputs that answer one question. `role="group"` only where the inputs are text boxes. */
export function Group(
  props: FieldProps & { isTextGroup?: boolean; id?: string; children: ComponentChildren },
) {
  const { field, context, isTextGroup, children } = props
  return (
    <div class={fieldClass(field, context)}>
      <fieldset
        role={isTextGroup ? 'group' : undefined}
        aria-describedby={describedBy(field, context)}
      >
        <legend>
          <h2>
            <LabelText field={field} context={context} />
          </h2>
        </legend>
        <HintAndError field={field} context={context} />
        {children}
      </fieldset>
    </div>
  )
}

/** A text box inside a group, with its own short label. */
export function PartInput(props: {
  name: string
  label: ComponentChildren
  value: string
  isWrong: boolean
  class?: string
  isNumeric?: boolean
  capitalize?: boolean
  autocomplete?: string
  maxLength?: number
}) {
  const { name, label, value, isWrong, isNumeric, capitalize, autocomplete, maxLength } = props
  return (
    <div>
      <label for={idOf(name)}>{label}</label>
      <input
        type="text"
        class={`in${props.class ? ` ${props.class}` : ''}${isWrong ? ' in--err' : ''}`}
        id={idOf(name)}
        name={name}
        value={value}
        inputMode={isNumeric ? 'numeric' : undefined}
        autocomplete={autocomplete ?? 'off'}
        autocapitalize={capitalize ? 'words' : undefined}
        spellcheck={false}
        maxLength={maxLength}
        aria-invalid={isWrong ? 'true' : undefined}
      />
    </div>
  )
}

export type RadioItem = { value: string; text: string; hint?: string; lang?: 'vi' }

/** The first radio carries the field's id, so that the error summary leads to it. */
export function Radios(props: {
  name: string
  items: readonly RadioItem[]
  chosen: string
  isInline: boolean
}) {
  const { name, items, chosen, isInline } = props
  return (
    <div class={isInline ? 'radios radios--in' : 'radios'}>
      {items.map(({ value, text, hint, lang }, index) => {
        const id = index === 0 ? idOf(name) : `${idOf(name)}-${index + 1}`
        return (
          <div class="radio">
            <input
              type="radio"
              name={name}
              id={id}
              value={value}
              checked={value === chosen}
              aria-describedby={hint ? `${id}-item-hint` : undefined}
            />
            <label for={id} lang={lang}>
              {text}
            </label>
            {hint ? (
              <p class="hint" id={`${id}-item-hint`}>
                {hint}
              </p>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
