import type { Problem } from '../../modules/forms/index.ts'
import { words, type Words } from '../words/index.ts'
import {
  Group,
  idOf,
  isPartWrong,
  PartInput,
  problemsOf,
  Radios,
  textOf,
  type FieldProps,
} from './field-shell.tsx'

type Scope = 'city' | 'elsewhere' | 'abroad'

/**
 * Where (city, other province, abroad), the commune by name, then house and street. When the name
 * means several communes they are offered as radios; an empty name box lets the radio count.
 */
export function AddressField({ field, context }: FieldProps<'address'>) {
  const t = words(context.lang)
  const problems = problemsOf(field, context)
  const nameOf = (part: string) => `${field.key}.${part}`
  const typed = textOf(context.raw, nameOf('scope'))
  const scope = field.scopes.find((one) => one === typed) ?? field.scopes[0] ?? 'city'
  const hasChoice = field.scopes.length > 1
  return (
    <Group field={field} context={context} isTextGroup>
      {hasChoice ? (
        <fieldset class="mb4">
          <legend class="reg">{t.address.scope}</legend>
          <Radios
            name={nameOf('scope')}
            chosen={scope}
            isInline={false}
            items={field.scopes.map((value) => ({ value, text: scopeName(t, value) }))}
          />
        </fieldset>
      ) : (
        <input type="hidden" name={nameOf('scope')} value={scope} />
      )}
      <div class="addr" data-scope={scope}>
        {field.scopes.includes('city') ? (
          <div data-for="city">
            <CommuneInput field={field} context={context} problems={problems} />
          </div>
        ) : null}
        {field.scopes.some((one) => one !== 'city') ? (
          <div data-for="other">
            <PartInput
              name={nameOf('place')}
              label={scope === 'abroad' ? t.address.placeAbroad : t.address.placeElsewhere}
              value={textOf(context.raw, nameOf('place'))}
              isWrong={scope !== 'city' && isPartWrong(problems, 'place')}
              class="in--full"
            />
          </div>
        ) : null}
        <PartInput
          name={nameOf('line')}
          label={
            <>
              {t.address.line}
              {field.lineOptional ? <span class="muted reg"> {t.optional}</span> : null}
            </>
          }
          value={textOf(context.raw, nameOf('line'))}
          isWrong={isPartWrong(problems, 'line')}
          class="in--full"
          autocomplete="street-address"
        />
      </div>
    </Group>
  )
}

function scopeName(t: Words, scope: Scope): string {
  return t.address[scope]
}

function CommuneInput(props: FieldProps<'address'> & { problems: readonly Problem[] }) {
  const { field, context, problems } = props
  const t = words(context.lang)
  const unit = `${field.key}.unit`
  const unitText = `${field.key}.unitText`
  const candidates = problems.flatMap((problem) => problem.candidates ?? [])
  const typed = textOf(context.raw, unitText)
  if (candidates.length > 0) {
    return (
      <>
        <fieldset>
          <legend class="reg">
            {t.address.pick}
            {typed ? `: “${typed}”` : ''}
          </legend>
          <Radios
            name={unit}
            chosen={textOf(context.raw, unit)}
            isInline={false}
            items={candidates.map(({ value, label }) => ({
              value,
              text: label,
              lang: 'vi' as const,
            }))}
          />
        </fieldset>
        <PartInput
          name={unitText}
          label={t.address.otherName}
          value=""
          isWrong={false}
          class="in--full"
        />
      </>
    )
  }
  const chosen = textOf(context.raw, unit)
  return (
    <>
      {chosen ? <input type="hidden" name={unit} value={chosen} /> : null}
      <PartInput
        name={unitText}
        label={t.address.unit}
        value={typed}
        isWrong={isPartWrong(problems, 'unit')}
        class="in--full"
        autocomplete="address-level3"
      />
      <p class="hint" id={`${idOf(unitText)}-note`}>
        {t.address.unitHint}
      </p>
    </>
  )
}
