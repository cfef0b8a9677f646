import { joinName } from '../../modules/forms/index.ts'
import { words } from '../words/index.ts'
import {
  describedBy,
  Group,
  idOf,
  isPartWrong,
  PartInput,
  problemsOf,
  Single,
  textOf,
  type FieldProps,
} from './field-shell.tsx'

/**
 * Họ, chữ đệm, tên with the name as it will be printed; or one box where the parts do not matter.
 * The full name as printed is the truth: when it differs from the parts it is shown and kept.
 */
export function NameField({ field, context }: FieldProps<'name'>) {
  return field.partsShown ? (
    <NameParts field={field} context={context} />
  ) : (
    <FullName field={field} context={context} />
  )
}

function FullName({ field, context }: FieldProps<'name'>) {
  const name = `${field.key}.full`
  const isWrong = problemsOf(field, context).length > 0
  return (
    <Single field={{ ...field, key: field.key }} context={context}>
      <input
        type="text"
        class={`in in--full${isWrong ? ' in--err' : ''}`}
        id={idOf(field.key)}
        name={name}
        value={textOf(context.raw, name)}
        autocomplete="off"
        autocapitalize="words"
        spellcheck={false}
        aria-describedby={describedBy(field, context)}
        aria-invalid={isWrong ? 'true' : undefined}
      />
    </Single>
  )
}

function NameParts({ field, context }: FieldProps<'name'>) {
  const t = words(context.lang)
  const problems = problemsOf(field, context)
  const nameOf = (part: string) => `${field.key}.${part}`
  const valueOf = (part: string) => textOf(context.raw, nameOf(part))
  const parts = { surname: valueOf('surname'), middle: valueOf('middle'), given: valueOf('given') }
  const full = valueOf('full')
  const printed = full || joinName(parts)
  const labels = {
    surname: t.name.surname,
    middle: (
      <>
        {t.name.middle} <span class="muted reg">{t.optional}</span>
      </>
    ),
    given: t.name.given,
  }
  return (
    <Group field={field} context={context} isTextGroup>
      <div class="names">
        {(['surname', 'middle', 'given'] as const).map((part) => (
          <PartInput
            name={nameOf(part)}
            label={labels[part]}
            value={parts[part]}
            isWrong={isPartWrong(problems, part)}
            capitalize
          />
        ))}
      </div>
      {full ? <input type="hidden" name={nameOf('full')} value={full} /> : null}
      <div class="preview mt4">
        <small>{t.namePreview}</small>
        <output
          for={['surname', 'middle', 'given'].map((part) => idOf(nameOf(part))).join(' ')}
          data-name-preview
        >
          {printed.toLocaleUpperCase('vi') || '…'}
        </output>
      </div>
    </Group>
  )
}
