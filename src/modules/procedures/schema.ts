import { formSchemas } from './schema-form.ts'

type Schema = Readonly<Record<string, unknown>>

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const list = (items: Schema, min = 0): Schema => ({ type: 'array', minItems: min, items })
const whole = (minimum: number): Schema => ({ type: 'integer', minimum })
const record: Schema = { type: 'object' }
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

/** A closed object: every property required but those named optional. */
function object(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties,
  }
}

const fact = object({ main: ref('text'), small: ref('text') }, ['small'])
const notice = object({ title: ref('text'), body: ref('text'), procedure: ref('key') }, [
  'procedure',
])

const limit: Schema = {
  oneOf: [
    object({
      kind: { const: 'same-day' },
      cutoff: { type: 'string', pattern: '^[0-2]\\d:[0-5]\\d$' },
    }),
    object({ kind: { const: 'working-days' }, days: whole(1) }),
    object({ kind: { const: 'working-hours' }, hours: whole(1) }),
    object({ kind: { const: 'days' }, days: whole(1) }),
  ],
}

const component = object(
  {
    key: ref('slug'),
    name: ref('text'),
    hint: ref('text'),
    submit: { type: 'boolean' },
    present: { enum: ['no', 'compare', 'keep'] },
    when: ref('condition'),
  },
  ['hint', 'when'],
)

const step = object(
  {
    key: ref('slug'),
    name: ref('text'),
    kind: { enum: ['check', 'verify', 'consult', 'propose', 'sign'] },
    role: { type: 'string', minLength: 1 },
    limit: orNull(ref('limit')),
    finish: ref('limit'),
    asks: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
  },
  ['finish', 'asks'],
)

const citizenStep = object({
  title: ref('text'),
  body: ref('text'),
  who: ref('text'),
  icon: { enum: ['person', 'home', 'message'] },
})

/** `residence-of` reads cases of address fields; `unit` names units, `agency` agencies. */
const jurisdiction: Schema = {
  oneOf: [
    object({
      rule: { const: 'residence-of' },
      params: object({
        cases: list(
          object({ when: ref('condition'), fields: list(ref('fieldKey'), 1) }, ['when']),
          1,
        ),
      }),
    }),
    object({
      rule: { const: 'unit' },
      params: object({ codes: list({ type: 'string', pattern: '^\\d{2,5}$' }, 1) }),
    }),
    object({
      rule: { const: 'agency' },
      params: object({ ids: list({ type: 'string', pattern: '^[a-z0-9-]{1,40}$' }, 1) }),
    }),
  ],
}

const legalBasis = object(
  { instrument: { type: 'string', minLength: 1 }, articles: { type: 'string' }, note: ref('text') },
  ['articles', 'note'],
)

const series: Schema = { enum: ['deathNotice'] }

/** See `Continuation`. */
const continuation = object({
  procedure: ref('key'),
  answers: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
  set: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
})

const resultFact = object(
  {
    key: ref('slug'),
    name: ref('text'),
    pattern: { type: 'string' },
    hint: ref('text'),
    optional: { type: 'boolean' },
  },
  ['hint', 'optional'],
)

/** See `LegDefinition`. */
const leg = object(
  {
    key: ref('slug'),
    name: ref('text'),
    service: ref('service'),
    to: object({
      kind: { enum: ['police', 'socialInsurance', 'commune', 'ministry'] },
      unitOf: orNull(ref('fieldKey')),
    }),
    opens: {
      oneOf: [
        object({ on: { enum: ['received', 'signed', 'registered'] } }),
        object({ after: ref('slug') }),
      ],
    },
    when: ref('condition'),
    sendWithinWorkingDays: whole(0),
    limit: ref('limit'),
    holds: { enum: ['handOver', 'nothing'] },
    answers: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
    papers: list({ type: 'string', minLength: 1 }),
    results: list(object({ key: ref('slug'), name: ref('text') })),
  },
  ['when'],
)

const printed = { template: { type: 'string', minLength: 1 } }

const declaration = { ...printed, title: ref('text'), formNumber: { type: 'string' } }

/** What is the same for every procedure, and what a clerk reads about it. */
const head = {
  schema: { const: 'motcua/procedure/1' },
  key: ref('key'),
  revision: whole(1),
  validFrom: ref('day'),
  validTo: orNull(ref('day')),
  slug: ref('slug'),
  nationalCode: orNull({ type: 'string', pattern: '^[1-3]\\.\\d{6}$' }),
  name: ref('text'),
  field: ref('text'),
  summary: ref('text'),
  keywords: list({ type: 'string', minLength: 1 }, 1),
  agencyKind: { enum: ['commune', 'district', 'department', 'police', 'socialInsurance'] },
  serves: ref('service'),
  legs: list(leg),
  who: list(ref('text'), 1),
  facts: object({ fee: fact, time: fact, where: fact, result: fact }),
  notices: list(notice),
  components: list(component),
  citizenSteps: list(citizenStep, 1),
} satisfies Record<string, Schema>

/** What the machine does with a dossier of it. */
const course = {
  receiveWithinWorkingDays: whole(0),
  limit: ref('limit'),
  clock: object({
    pausesFor: list({ enum: ['supplement', 'preview'] }),
    afterSupplement: { enum: ['continue', 'restart'] },
  }),
  steps: list(step, 1),
  preview: { type: 'boolean' },
  register: orNull(
    object(
      {
        book: { enum: ['birth', 'death'] },
        entry: { enum: ['first', 'again'] },
        givesNumber: object({ sex: ref('fieldKey'), birth: ref('fieldKey') }),
      },
      ['givesNumber', 'entry'],
    ),
  ),
  result: object(
    {
      ...printed,
      name: ref('text'),
      copies: { type: 'boolean' },
      series,
      facts: list(resultFact),
    },
    ['facts', 'series'],
  ),
  cites: object({
    series,
    number: ref('fieldKey'),
    day: ref('fieldKey'),
    issuer: ref('fieldKey'),
  }),
  continuesWith: list(continuation, 1),
  declaration: object(declaration),
  furtherDeclarations: list(object({ key: ref('slug'), ...declaration })),
  jurisdiction,
  checks: list(object({ rule: { type: 'string', minLength: 1 }, params: record })),
  duplicateKeys: list(list(ref('fieldKey'), 1)),
  roles: object({
    subjectName: ref('fieldKey'),
    requesterName: ref('fieldKey'),
    requesterAddress: orNull(ref('fieldKey')),
    phone: ref('fieldKey'),
    copies: orNull(ref('fieldKey')),
    collector: orNull(ref('fieldKey')),
  }),
  subject: object(
    {
      name: ref('fieldKey'),
      birthDate: ref('fieldKey'),
      birthYear: ref('fieldKey'),
      sex: ref('fieldKey'),
      number: ref('fieldKey'),
      motherName: ref('fieldKey'),
      fatherName: ref('fieldKey'),
      residence: ref('fieldKey'),
    },
    ['birthDate', 'birthYear', 'sex', 'number', 'motherName', 'fatherName', 'residence'],
  ),
  form: ref('form'),
  supplementReasons: list(
    object({
      key: ref('slug'),
      about: { type: 'string', minLength: 1, maxLength: 80 },
      text: { type: 'string', minLength: 1, maxLength: 1000 },
    }),
  ),
  draftExpiresAfterDays: whole(1),
  legalBasis: list(legalBasis, 1),
} satisfies Record<string, Schema>

/**
 * JSON Schema 2020-12 of a published procedure; also at `docs/schema/procedure-1.schema.json`. What
 * it cannot say (fields that conditions read, roles, known checks) `findMistakes` adds.
 */
export const procedureSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'motcua/procedure/1',
  description: 'One revision of one procedure: what the city offers, with the days it is in force.',
  $defs: {
    ...formSchemas,
    limit,
    key: { type: 'string', pattern: '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$', maxLength: 80 },
    service: { type: 'string', pattern: '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$', maxLength: 80 },
    slug: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 },
    day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  },
  ...object({ ...head, ...course }, [
    'duplicateKeys',
    'cites',
    'continuesWith',
    'serves',
    'supplementReasons',
    'legs',
    'subject',
    'furtherDeclarations',
  ]),
}
