type Schema = Readonly<Record<string, unknown>>

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const list = (items: Schema, min = 0): Schema => ({ type: 'array', minItems: min, items })
const whole: Schema = { type: 'integer' }
const flag: Schema = { type: 'boolean' }
const string: Schema = { type: 'string', minLength: 1 }

const closed = (properties: Record<string, Schema>, required: readonly string[]): Schema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})

const text = closed({ vi: string, en: string }, ['vi'])

const value: Schema = { anyOf: [string, { type: 'number' }, flag] }
const fieldKey: Schema = {
  type: 'string',
  pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$',
  maxLength: 80,
}

const condition: Schema = {
  oneOf: [
    closed({ all: list(ref('condition'), 1) }, ['all']),
    closed({ any: list(ref('condition'), 1) }, ['any']),
    closed({ not: ref('condition') }, ['not']),
    closed({ field: ref('fieldKey'), is: value }, ['field', 'is']),
    closed({ field: ref('fieldKey'), in: list(value, 1) }, ['field', 'in']),
    closed({ field: ref('fieldKey'), answered: flag }, ['field', 'answered']),
  ],
}

const copyRule = closed({ field: ref('fieldKey'), when: ref('condition') }, ['field', 'when'])

const base = {
  key: ref('fieldKey'),
  label: ref('text'),
  hint: ref('text'),
  optional: flag,
  when: ref('condition'),
  missing: ref('text'),
  printLabel: ref('text'),
  aside: flag,
  copyOf: { anyOf: [copyRule, list(copyRule, 1)] },
} satisfies Record<string, Schema>

/** A field of one type: its own properties besides those every field has. */
function field(
  type: string,
  own: Record<string, Schema> = {},
  required: readonly string[] = Object.keys(own),
): Schema {
  return closed({ ...base, type: { const: type }, ...own }, ['key', 'type', 'label', ...required])
}

const option = closed(
  { value: string, label: ref('text'), hint: ref('text'), stops: ref('text') },
  ['value', 'label'],
)
const scope: Schema = { enum: ['city', 'elsewhere', 'abroad'] }
const latest: Schema = { const: 'today' }
const sex: Schema = {
  anyOf: [ref('fieldKey'), closed({ is: { enum: ['male', 'female'] } }, ['is'])],
}
const mime: Schema = { enum: ['image/jpeg', 'image/png', 'application/pdf'] }

const fieldTypes: readonly Schema[] = [
  field('text', { lengthMax: whole, multiline: flag, width: { enum: ['short', 'full'] } }, [
    'lengthMax',
  ]),
  field('name', { partsShown: flag }),
  field(
    'date',
    { unknown: { enum: ['none', 'day', 'day-and-month'] }, latest, yearMin: whole, inWords: flag },
    [],
  ),
  field('year', { yearMin: whole, latest }, ['yearMin']),
  field('time'),
  field('choice', { options: list(option, 1), inline: flag }, ['options']),
  field('ethnicity'),
  field('nationality'),
  field('facility'),
  field('address', { scopes: list(scope, 1), lineOptional: flag }, ['scopes']),
  field('personalNumber', { kinds: list({ enum: ['12', '9'] }, 1), sex, birth: ref('fieldKey') }, [
    'kinds',
  ]),
  field('phone'),
  field('money', { dongMax: whole }),
  field('number', { min: whole, max: whole, unit: ref('text') }, ['min', 'max']),
  field('yesNo'),
  field('group', {
    fields: list(ref('field'), 1),
    timesMin: whole,
    timesMax: whole,
    itemLabel: ref('text'),
  }),
  field('file', { component: string, accept: list(mime, 1), filesMax: whole, sizeBytesMax: whole }),
  field('undertaking', { text: ref('text') }),
]

const help = closed({ title: ref('text'), body: ref('text') }, ['title', 'body'])

const page = closed(
  {
    key: ref('slug'),
    title: ref('text'),
    hint: ref('text'),
    when: ref('condition'),
    fields: list(ref('field'), 1),
    help: list(help),
  },
  ['key', 'title', 'fields'],
)

/** Definitions of a form and its parts, for the `$defs` of a schema that has a form in it. */
export const formSchemas = {
  text,
  fieldKey,
  condition,
  field: { oneOf: fieldTypes },
  page,
  form: closed({ pages: list(ref('page'), 1) }, ['pages']),
} satisfies Record<string, Schema>
