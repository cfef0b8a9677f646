import type { Answer, FieldDefinition } from './definition.ts'
import { isItems } from './journey.ts'

/** Whether an answer has the kind of value its field stores. Answers may come from outside. */
export function hasShape(field: FieldDefinition, answer: Answer): boolean {
  switch (field.type) {
    case 'name':
      return isRecord(answer) && isText(answer, 'full', true) && noOther(answer, NAME_KEYS)
    case 'address':
      return (
        isRecord(answer) &&
        isText(answer, 'place', true) &&
        isText(answer, 'line', true) &&
        isText(answer, 'scope', true) &&
        noOther(answer, ADDRESS_KEYS)
      )
    case 'year':
    case 'money':
    case 'number':
      return typeof answer === 'number' && Number.isSafeInteger(answer)
    case 'yesNo':
    case 'undertaking':
      return typeof answer === 'boolean'
    case 'file':
      return Array.isArray(answer) && answer.every((id) => typeof id === 'string')
    case 'group':
      return isItems(answer)
    default:
      return typeof answer === 'string'
  }
}

const NAME_KEYS = ['full', 'surname', 'middle', 'given']
const ADDRESS_KEYS = ['scope', 'unit', 'unitFrom', 'place', 'line']

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(record: Record<string, unknown>, key: string, required: boolean): boolean {
  return typeof record[key] === 'string' || (!required && record[key] === undefined)
}

/** No keys but these, and text in each. */
function noOther(record: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(record).every((key) => keys.includes(key) && isText(record, key, false))
}
