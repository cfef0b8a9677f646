import { copyRules } from './copy-rules.ts'
import type { Condition, FieldDefinition, FormDefinition } from './definition.ts'
import { allFields } from './journey.ts'
import { ethnicGroupNames, nationalityNames } from '../people/index.ts'

/** A JSON Schema is itself plain JSON. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * JSON Schema 2020-12 of the answers an API client sends: a flat object from field key to value.
 * It says shapes, what is required and when. Rules between fields and days remain with
 * `validateForm`, which the API answers with too.
 */
export function jsonSchemaFor(form: FormDefinition): JsonSchema {
  const entries = allFields(form)
  const always = entries.filter(({ page, field }) => !conditionOf(page.when, field))
  const sometimes = entries.flatMap(({ page, field }) => {
    const condition = conditionOf(page.when, field)
    return condition && !field.optional
      ? [{ anyOf: [{ not: conditionSchema(condition, form) }, { required: [field.key] }] }]
      : []
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries.map(({ field }) => [field.key, describedField(field)])),
    required: always.filter(({ field }) => !field.optional).map(({ field }) => field.key),
    ...(sometimes.length > 0 ? { allOf: sometimes } : {}),
  }
}

function conditionOf(page: Condition | undefined, field: FieldDefinition): Condition | undefined {
  const parts = [page, field.when].filter((part) => part !== undefined)
  parts.push(...copyRules(field).map(({ when }) => ({ not: when })))
  if (parts.length === 0) return undefined
  return parts.length === 1 ? parts[0] : { all: parts }
}

function conditionSchema(condition: Condition, form: FormDefinition): JsonSchema {
  if ('all' in condition) return { allOf: condition.all.map((part) => conditionSchema(part, form)) }
  if ('any' in condition) return { anyOf: condition.any.map((part) => conditionSchema(part, form)) }
  if ('not' in condition) return { not: conditionSchema(condition.not, form) }
  const field = allFields(form).find((entry) => entry.field.key === condition.field)?.field
  const copies = field === undefined ? [] : copyRules(field)
  // The answer may be another field's: then the condition is about that field.
  return copies.reduceRight<JsonSchema>((otherwise, copy) => {
    const copied = conditionSchema({ all: [copy.when, { ...condition, field: copy.field }] }, form)
    return { anyOf: [copied, { allOf: [{ not: conditionSchema(copy.when, form) }, otherwise] }] }
  }, fieldConditionSchema(condition))
}

type FieldCondition = Extract<Condition, { field: string }>

function fieldConditionSchema(condition: FieldCondition): JsonSchema {
  const required = [condition.field]
  if ('answered' in condition) return condition.answered ? { required } : { not: { required } }
  const value = 'in' in condition ? { enum: condition.in } : { const: condition.is }
  return { required, properties: { [condition.field]: value } }
}

function describedField(field: FieldDefinition): JsonSchema {
  return { title: field.label.vi, ...fieldSchema(field) }
}

const TEXT_MAX = 200

/** Shape of one answer. */
function fieldSchema(field: FieldDefinition): JsonSchema {
  switch (field.type) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: field.lengthMax }
    case 'name':
      return nameSchema
    case 'date':
      return { type: 'string', pattern: datePattern(field.unknown ?? 'none') }
    case 'year':
      return { type: 'integer', minimum: field.yearMin, maximum: 9999 }
    case 'time':
      return { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }
    case 'choice':
      return { enum: field.options.map((option) => option.value) }
    case 'ethnicity':
      return { enum: ethnicGroupNames }
    case 'nationality':
      return { enum: nationalityNames }
    case 'facility':
      return { type: 'string', pattern: '^[0-9]{5}$' }
    case 'address':
      return addressSchema(field)
    case 'personalNumber':
      return {
        type: 'string',
        pattern: `^(?:${field.kinds.map((kind) => `[0-9]{${kind}}`).join('|')})$`,
      }
    case 'phone':
      return { type: 'string', minLength: 8, maxLength: 20 }
    case 'money':
      return { type: 'integer', minimum: 0, maximum: field.dongMax }
    case 'number':
      return { type: 'integer', minimum: field.min, maximum: field.max }
    case 'yesNo':
      return { type: 'boolean' }
    case 'undertaking':
      return { const: true }
    case 'file':
      return { type: 'array', maxItems: field.filesMax, items: { type: 'string', minLength: 1 } }
    case 'group':
      return groupSchema(field)
  }
}

const nameSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['full'],
  properties: Object.fromEntries(
    ['full', 'surname', 'middle', 'given'].map((part) => [
      part,
      { type: 'string', minLength: 1, maxLength: TEXT_MAX },
    ]),
  ),
}

function datePattern(unknown: 'none' | 'day' | 'day-and-month'): string {
  const [year, month, day] = ['[0-9]{4}', '-(0[1-9]|1[0-2])', '-(0[1-9]|[12][0-9]|3[01])']
  if (unknown === 'none') return `^${year}${month}${day}$`
  return unknown === 'day' ? `^${year}${month}(${day})?$` : `^${year}(${month}(${day})?)?$`
}

function addressSchema(field: FieldDefinition & { type: 'address' }): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['scope', 'place', 'line'],
    properties: {
      scope: { enum: field.scopes },
      unit: { type: 'string', pattern: '^[0-9]{5}$' },
      unitFrom: { type: 'string', pattern: datePattern('none') },
      place: { type: 'string', maxLength: TEXT_MAX },
      line: { type: 'string', maxLength: TEXT_MAX },
    },
  }
}

function groupSchema(field: FieldDefinition & { type: 'group' }): JsonSchema {
  return {
    type: 'array',
    minItems: field.timesMin,
    maxItems: field.timesMax,
    items: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        field.fields.map((inner) => [inner.key, describedField(inner)]),
      ),
      required: field.fields
        .filter((inner) => !inner.optional && inner.when === undefined)
        .map((inner) => inner.key),
    },
  }
}
