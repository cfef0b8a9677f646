import type { FieldDefinition, Problem } from '../../modules/forms/index.ts'
import { langOf, say, words, type Lang } from '../words/index.ts'
import { Icon } from './icons.tsx'
import { idOf } from './field-shell.tsx'

export type SummaryItem = { href: string; text: string; lang?: 'vi' }

/** "Có n chỗ cần sửa", focused on load, each line leads to its field. */
export function ErrorSummary({ items, lang }: { items: readonly SummaryItem[]; lang: Lang }) {
  if (items.length === 0) return null
  const t = words(lang)
  return (
    <div class="errsum" tabIndex={-1} aria-labelledby="es">
      <div role="alert">
        <h2 id="es">
          <Icon name="stop" />
          {items.length === 1 ? t.problemsOne : t.problemsMany(items.length)}
        </h2>
        <ul class="links">
          {items.map((item) => (
            <li>
              <a href={item.href} lang={item.lang}>
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Summary lines of a page: same words as at the fields, links to the part that is wrong. */
export function summaryOf(
  problems: readonly Problem[],
  fields: readonly FieldDefinition[],
  lang: Lang,
): SummaryItem[] {
  return problems.map((problem) => ({
    href: `#${targetOf(problem, fields)}`,
    text: say(problem.message, lang),
    lang: langOf(problem.message, lang),
  }))
}

const firstPart: Partial<Record<FieldDefinition['type'], string>> = {
  date: 'day',
  time: 'hour',
}

/** Id of the input to focus for a problem. */
export function targetOf(problem: Problem, fields: readonly FieldDefinition[]): string {
  const field = fieldAt(problem.field, fields)
  const part = problem.part ?? (field === undefined ? undefined : firstPartOf(field))
  if (part === undefined) return idOf(problem.field)
  if (field?.type === 'name' && !field.partsShown) return idOf(problem.field)
  const isOffer = part === 'unit' && (problem.candidates ?? []).length > 0
  const name = part === 'unit' && !isOffer ? 'unitText' : part
  return idOf(`${problem.field}.${name}`)
}

function firstPartOf(field: FieldDefinition): string | undefined {
  if (field.type === 'name') return field.partsShown ? 'surname' : undefined
  if (field.type === 'address') {
    if (field.scopes.length > 1) return 'scope'
    return field.scopes[0] === 'city' ? 'unit' : 'place'
  }
  return firstPart[field.type]
}

/** `group.0.sub` → the field `sub` of `group`. */
function fieldAt(key: string, fields: readonly FieldDefinition[]): FieldDefinition | undefined {
  const own = fields.find((field) => field.key === key)
  if (own !== undefined) return own
  for (const field of fields) {
    if (field.type !== 'group' || !key.startsWith(`${field.key}.`)) continue
    const rest = key.slice(field.key.length + 1).replace(/^\d+\./, '')
    return fieldAt(rest, field.fields)
  }
  return undefined
}
