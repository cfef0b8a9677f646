import type { FacilityName, FieldDefinition } from '../../modules/forms/index.ts'
import { langOf, say, words } from '../words/index.ts'
import { AddressField } from './field-address.tsx'
import { FileField } from './field-file.tsx'
import { GroupField } from './field-group.tsx'
import { NameField } from './field-name.tsx'
import { DateField, TimeField } from './field-time.tsx'
import {
  describedBy,
  Group,
  HintAndError,
  fieldClass,
  idOf,
  problemsOf,
  Radios,
  Single,
  textOf,
  type FieldContext,
  type FieldProps,
} from './field-shell.tsx'

/** Draws any field of a form definition from what was typed (`raw`), with its problems. */
export function FormField({ field, context }: { field: FieldDefinition; context: FieldContext }) {
  switch (field.type) {
    case 'name':
      return <NameField field={field} context={context} />
    case 'date':
      return <DateField field={field} context={context} />
    case 'time':
      return <TimeField field={field} context={context} />
    case 'address':
      return <AddressField field={field} context={context} />
    case 'group':
      return <GroupField field={field} context={context} draw={FormField} />
    case 'file':
      return <FileField field={field} context={context} />
    case 'choice':
      return <ChoiceField field={field} context={context} />
    case 'yesNo':
      return <YesNoField field={field} context={context} />
    case 'ethnicity':
      return <ListField field={field} context={context} items={context.lists.ethnicities} />
    case 'nationality':
      return <ListField field={field} context={context} items={context.lists.nationalities} />
    case 'facility':
      return <ListField field={field} context={context} items={context.lists.facilities ?? []} />
    case 'undertaking':
      return <UndertakingField field={field} context={context} />
    default:
      return <TextField field={field} context={context} />
  }
}

/** All fields of a page, in order. */
export function FormFields(props: { fields: readonly FieldDefinition[]; context: FieldContext }) {
  return (
    <>
      {props.fields.map((field) => (
        <FormField field={field} context={props.context} />
      ))}
    </>
  )
}

type TextLike = 'text' | 'year' | 'personalNumber' | 'phone' | 'money' | 'number'

function TextField({ field, context }: FieldProps<TextLike>) {
  const isWrong = problemsOf(field, context).length > 0
  const shared = {
    id: idOf(field.key),
    name: field.key,
    'aria-describedby': describedBy(field, context),
    'aria-invalid': isWrong ? ('true' as const) : undefined,
  }
  const value = textOf(context.raw, field.key)
  const wrongClass = isWrong ? ' in--err' : ''
  if (field.type === 'text' && field.multiline) {
    return (
      <Single field={field} context={context}>
        <textarea class={`in in--area${wrongClass}`} rows={4} {...shared}>
          {value}
        </textarea>
      </Single>
    )
  }
  const input = (
    <input
      type="text"
      class={`in${widthOf(field)}${wrongClass}`}
      value={value}
      {...shared}
      inputMode={field.type === 'phone' ? 'tel' : isNumeric(field) ? 'numeric' : undefined}
      autocomplete={field.type === 'phone' ? 'tel' : 'off'}
      spellcheck={false}
    />
  )
  const unit =
    field.type === 'money'
      ? words(context.lang).dong
      : field.type === 'number' && field.unit
        ? say(field.unit, context.lang)
        : undefined
  return (
    <Single field={field} context={context}>
      {unit ? (
        <span class="with-unit">
          {input}
          <span>{unit}</span>
        </span>
      ) : (
        input
      )}
    </Single>
  )
}

function isNumeric(field: FieldProps<TextLike>['field']): boolean {
  return field.type !== 'text' && field.type !== 'phone'
}

/** The box is as wide as the answer. */
function widthOf(field: FieldProps<TextLike>['field']): string {
  switch (field.type) {
    case 'year':
    case 'number':
      return ' in--4'
    case 'personalNumber':
    case 'phone':
    case 'money':
      return ' in--12'
    case 'text':
      return field.width === 'short' ? ' in--12' : field.width === 'full' ? ' in--full' : ''
  }
}

function ChoiceField({ field, context }: FieldProps<'choice'>) {
  const { lang, raw } = context
  return (
    <Group field={field} context={context}>
      <Radios
        name={field.key}
        chosen={textOf(raw, field.key)}
        isInline={field.inline === true}
        items={field.options.map(({ value, label, hint }) => ({
          value,
          text: say(label, lang),
          lang: langOf(label, lang),
          ...(hint ? { hint: say(hint, lang) } : {}),
        }))}
      />
    </Group>
  )
}

function YesNoField({ field, context }: FieldProps<'yesNo'>) {
  const t = words(context.lang)
  const items = [
    { value: 'yes', text: t.yes },
    { value: 'no', text: t.no },
  ]
  return (
    <Group field={field} context={context}>
      <Radios name={field.key} chosen={textOf(context.raw, field.key)} isInline items={items} />
    </Group>
  )
}

type Listed = 'ethnicity' | 'nationality' | 'facility'

/** A name stands for itself; a facility is known by its code. */
function ListField(props: FieldProps<Listed> & { items: readonly (string | FacilityName)[] }) {
  const { field, context, items } = props
  const chosen = textOf(context.raw, field.key)
  const isWrong = problemsOf(field, context).length > 0
  return (
    <Single field={field} context={context}>
      <select
        class={`in${field.type === 'facility' ? ' in--full' : ''}${isWrong ? ' in--err' : ''}`}
        id={idOf(field.key)}
        name={field.key}
        aria-describedby={describedBy(field, context)}
        aria-invalid={isWrong ? 'true' : undefined}
      >
        <option value="">{words(context.lang).choose}</option>
        {items.map((item) =>
          typeof item === 'string' ? (
            <option selected={item === chosen}>{item}</option>
          ) : (
            <option value={item.code} selected={item.code === chosen}>
              {item.name} ({item.code})
            </option>
          ),
        )}
      </select>
    </Single>
  )
}

/** "Tôi cam đoan …": the sentence is the label. */
function UndertakingField({ field, context }: FieldProps<'undertaking'>) {
  const { lang, raw } = context
  const id = idOf(field.key)
  return (
    <div class={fieldClass(field, context)}>
      <p class="label">{say(field.label, lang)}</p>
      <HintAndError field={field} context={context} />
      <div class="check">
        <input
          type="checkbox"
          id={id}
          name={field.key}
          value="yes"
          checked={textOf(raw, field.key) === 'yes'}
          aria-describedby={describedBy(field, context)}
          aria-invalid={problemsOf(field, context).length > 0 ? 'true' : undefined}
        />
        <label for={id} lang={langOf(field.text, lang)}>
          {say(field.text, lang)}
        </label>
      </div>
    </div>
  )
}
