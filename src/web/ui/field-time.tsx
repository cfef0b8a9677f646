import { dateInWords } from '../../modules/people/index.ts'
import { parsePlainDate } from '../../platform/plain-date.ts'
import { words } from '../words/index.ts'
import {
  Group,
  isPartWrong,
  PartInput,
  problemsOf,
  textOf,
  type FieldProps,
} from './field-shell.tsx'

/** Three boxes with the numeric keyboard, and the day in words as the certificate writes it. */
export function DateField({ field, context }: FieldProps<'date'>) {
  const t = words(context.lang)
  const problems = problemsOf(field, context)
  const valueOf = (part: string) => textOf(context.raw, `${field.key}.${part}`)
  const [day, month, year] = [valueOf('day'), valueOf('month'), valueOf('year')]
  const spoken = field.inWords && problems.length === 0 ? wordsOf(day, month, year) : undefined
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

function wordsOf(day: string, month: string, year: string): string | undefined {
  const pad = (text: string, length: number) => text.trim().padStart(length, '0')
  const date = parsePlainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
  return date === undefined ? undefined : dateInWords(date)
}
