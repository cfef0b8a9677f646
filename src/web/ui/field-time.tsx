import { words } from '../words/index.ts'
import {
  Group,
  isPartWrong,
  PartInput,
  problemsOf,
  textOf,
  type FieldProps,
} from './field-shell.tsx'
import { dayInWords } from './day-in-words.ts'

/** Three boxes with the numeric keyboard, and the day in words as the certificate writes it. */
export function DateField({ field, context }: FieldProps<'date'>) {
  const t = words(context.lang)
  const problems = problemsOf(field, context)
  const valueOf = (part: string) => textOf(context.raw, `${field.key}.${part}`)
  const [day, month, year] = [valueOf('day'), valueOf('month'), valueOf('year')]
  const spoken =
    field.inWords && problems.length === 0 ? dayInWords({ day, month, year }) : undefined
  return (
    <Group field={field} context={context} isTextGroup>
      <div class="row">
        {(['day', 'month', 'year'] as const).map((part) => (
          <PartInput
            name={`${field.key}.${part}`}
            label={t.date[part]}
            value={valueOf(part)}
            isWrong={isPartWrong(problems, part)}
            class={part === 'year' ? 'in--4' : 'in--2'}
            isNumeric
          />
        ))}
      </div>
      {spoken ? (
        <p class="hint mt4">
          {t.dateInWords}
          <span lang="vi">{spoken}</span>.
        </p>
      ) : null}
    </Group>
  )
}

export function TimeField({ field, context }: FieldProps<'time'>) {
  const t = words(context.lang)
  const problems = problemsOf(field, context)
  return (
    <Group field={field} context={context} isTextGroup>
      <div class="row">
        {(['hour', 'minute'] as const).map((part) => (
          <PartInput
            name={`${field.key}.${part}`}
            label={t.time[part]}
            value={textOf(context.raw, `${field.key}.${part}`)}
            isWrong={isPartWrong(problems, part)}
            class="in--2"
            isNumeric
          />
        ))}
      </div>
    </Group>
  )
}
