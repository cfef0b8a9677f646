import type { ComponentType } from 'preact'
import type { FieldDefinition } from '../../modules/forms/index.ts'
import { say, words } from '../words/index.ts'
import { Group, idOf, type FieldContext, type FieldProps } from './field-shell.tsx'

/** The same questions several times; adding and removing are ordinary buttons of the form. */
export function GroupField(
  props: FieldProps<'group'> & {
    draw: ComponentType<{ field: FieldDefinition; context: FieldContext }>
  },
) {
  const { field, context, draw: Draw } = props
  const t = words(context.lang)
  const count = countOf(field, context)
  return (
    <Group field={field} context={context} isTextGroup>
      {Array.from({ length: count }, (_, index) => (
        <fieldset class="item" id={index === 0 ? idOf(field.key) : undefined}>
          <legend>
            {say(field.itemLabel, context.lang)} {index + 1}
          </legend>
          {field.fields.map((inner) => (
            <Draw
              field={{ ...inner, key: `${field.key}.${index}.${inner.key}` }}
              context={context}
            />
          ))}
          {count > field.timesMin ? (
            <button class="btn btn--link" name="_removeItem" value={`${field.key}.${index}`}>
              {t.group.remove}
              <span class="vh">
                {' '}
                {say(field.itemLabel, context.lang)} {index + 1}
              </span>
            </button>
          ) : null}
        </fieldset>
      ))}
      {count < field.timesMax ? (
        <button class="btn btn--2" name="_addItem" value={field.key}>
          {t.group.add} {say(field.itemLabel, context.lang).toLocaleLowerCase('vi')}
        </button>
      ) : null}
    </Group>
  )
}

/** As many as were sent, at least one (or the minimum), at most the maximum. */
function countOf(field: FieldProps<'group'>['field'], context: FieldContext): number {
  const prefix = `${field.key}.`
  const indexes = Object.keys(context.raw)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number.parseInt(name.slice(prefix.length), 10))
    .filter((index) => Number.isInteger(index) && index >= 0)
  const sent = indexes.length > 0 ? Math.max(...indexes) + 1 : 0
  return Math.min(Math.max(sent, field.timesMin), field.timesMax)
}
