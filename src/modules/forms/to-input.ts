import type { Answer, FieldDefinition } from './definition.ts'
import { isItems } from './journey.ts'
import { joinName } from '../people/index.ts'

/** What `parseInput` reads back as the same value: input names and their contents. */
export function toInput(
  field: FieldDefinition,
  value: Answer | undefined,
): Record<string, string | readonly string[]> {
  if (value === undefined) return {}
  if (typeof value === 'boolean') return { [field.key]: value ? 'yes' : 'no' }
  if (typeof value === 'number') return { [field.key]: String(value) }
  if (typeof value === 'string') return stringToInput(field, value)
  if ('full' in value) {
    const { full, ...parts } = value
    const filled = Object.entries(parts).map(([part, text]) => [`${field.key}.${part}`, text ?? ''])
    const isJoined = field.type === 'name' && field.partsShown && joinName(parts) === full
    return { ...Object.fromEntries(filled), ...(isJoined ? {} : { [`${field.key}.full`]: full }) }
  }
  if ('scope' in value) {
    const { scope, unit, unitFrom, place, line } = value
    const key = `${field.key}.`
    const where = scope === 'city' ? { [`${key}unitText`]: place } : { [`${key}place`]: place }
    const code = unit === undefined ? {} : { [`${key}unit`]: unitInput(unit, unitFrom) }
    return { [`${key}scope`]: scope, ...code, ...where, [`${key}line`]: line }
  }
  if (field.type === 'group' && isItems(value)) {
    const entries = value.flatMap((item, index) =>
      field.fields.flatMap((inner) =>
        Object.entries(toInput(inner, item[inner.key])).map(
          ([name, text]) => [`${field.key}.${index}.${name}`, text] as const,
        ),
      ),
    )
    return Object.fromEntries(entries)
  }
  return { [field.key]: value.filter((item) => typeof item === 'string') }
}

/** The value of a `.unit` input: code and validity start, since codes are used again. */
export function unitInput(code: string, validFrom: string | undefined): string {
  return validFrom === undefined ? code : `${code}@${validFrom}`
}

function stringToInput(field: FieldDefinition, value: string): Record<string, string> {
  if (field.type === 'date') {
    const [year = '', month = '', day = ''] = value.split('-')
    return { [`${field.key}.day`]: day, [`${field.key}.month`]: month, [`${field.key}.year`]: year }
  }
  if (field.type === 'time') {
    const [hour = '', minute = ''] = value.split(':')
    return { [`${field.key}.hour`]: hour, [`${field.key}.minute`]: minute }
  }
  return { [field.key]: value }
}
