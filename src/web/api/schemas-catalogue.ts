import { Type } from 'typebox'
import { closed, Day, orNull, TextSchema } from './schemas.ts'

const Fact = closed({ main: TextSchema, small: Type.Optional(TextSchema) }, { $id: 'Fact' })
const Titled = closed(
  {
    title: TextSchema,
    body: TextSchema,
    procedure: Type.Optional(
      Type.String({ maxLength: 80, description: 'Key of a procedure to go on to.' }),
    ),
  },
  { $id: 'TitledText' },
)

const Limit = Type.Object(
  {
    kind: Type.Enum(['same-day', 'working-days', 'working-hours', 'days']),
    cutoff: Type.Optional(Type.String()),
    days: Type.Optional(Type.Integer()),
    hours: Type.Optional(Type.Integer()),
  },
  { $id: 'TimeLimit', additionalProperties: false },
)

export const ConditionSchema = Type.Record(Type.String(), Type.Unknown(), {
  $id: 'Condition',
  description: 'When it applies, as data: `{field, is}`, `{field, in}`, `{all}`, `{any}`, `{not}`.',
})

const Component = closed(
  {
    key: Type.String(),
    name: TextSchema,
    hint: Type.Optional(TextSchema),
    submit: Type.Boolean({ description: 'Uploaded with the filing.' }),
    present: Type.Enum(['no', 'compare', 'keep'], { description: 'Shown at hand-over.' }),
    when: Type.Optional(ConditionSchema),
  },
  { $id: 'Component', description: 'A paper that belongs to the dossier.' },
)

const Step = closed(
  {
    key: Type.String(),
    name: TextSchema,
    kind: Type.Enum(['check', 'verify', 'consult', 'propose', 'sign']),
    role: Type.String(),
    limit: orNull(Limit),
  },
  { $id: 'Step' },
)

const head = {
  key: Type.String(),
  revision: Type.Integer(),
  validFrom: Day,
  validTo: orNull(Day),
  slug: Type.String(),
  nationalCode: orNull(Type.String()),
  name: TextSchema,
  field: TextSchema,
  summary: TextSchema,
  agencyKind: Type.Enum(['commune', 'district', 'department', 'police', 'socialInsurance']),
}

export const ProcedureHead = closed(head, { $id: 'ProcedureHead' })

export const Procedure = closed(
  {
    ...head,
    who: Type.Array(TextSchema),
    facts: closed({ fee: Fact, time: Fact, where: Fact, result: Fact }),
    notices: Type.Array(Titled),
    components: Type.Array(Component),
    citizenSteps: Type.Array(
      closed({ title: TextSchema, body: TextSchema, who: TextSchema, icon: Type.String() }),
    ),
    receiveWithinWorkingDays: Type.Integer(),
    limit: Limit,
    steps: Type.Array(Step),
    preview: Type.Boolean(),
    result: closed({ name: TextSchema, copies: Type.Boolean() }),
    legalBasis: Type.Array(
      closed({
        instrument: Type.String(),
        articles: Type.Optional(Type.String()),
        note: Type.Optional(TextSchema),
      }),
    ),
  },
  { $id: 'Procedure', description: 'The revision in force on the day asked about.' },
)

export const ProcedureForm = closed(
  {
    procedure: Type.String(),
    revision: Type.Integer(),
    form: closed(
      { pages: Type.Array(Type.Record(Type.String(), Type.Unknown())) },
      { description: 'Pages and fields, as published (procedure-1.schema.json).' },
    ),
    answersSchema: Type.Record(Type.String(), Type.Unknown(), {
      description: 'JSON Schema 2020-12 of the answers.',
    }),
  },
  { $id: 'ProcedureForm' },
)

export const UnitLevelSchema = Type.Enum(['city', 'district', 'commune'])

export const UnitSchema = closed(
  {
    code: Type.String(),
    validFrom: Day,
    validTo: orNull(Day),
    level: UnitLevelSchema,
    type: Type.String(),
    name: Type.String({ description: 'Without its type: “Láng Thượng”.' }),
    printed: Type.String({ description: 'As it prints after a house number.' }),
    parentCode: Type.String(),
  },
  { $id: 'Unit', description: 'Codes were reused: code and validFrom together name a unit.' },
)

export const SuccessorsSchema = closed(
  {
    kind: Type.Enum(['same', 'one', 'split', 'gone', 'unknown'], {
      description: 'split: an address alone does not decide, ask.',
    }),
    candidates: Type.Array(
      closed({
        unit: UnitSchema,
        via: Type.Enum(['change', 'sameDistrict']),
        toCheck: Type.Boolean(),
      }),
    ),
  },
  { $id: 'Successors' },
)

export const AgencySchema = closed(
  {
    id: Type.String(),
    kind: Type.String(),
    level: UnitLevelSchema,
    unitCode: Type.String(),
    unitFrom: Day,
    name: Type.String(),
    fullName: Type.String(),
    validFrom: Day,
    validTo: orNull(Day),
    officialCode: Type.String(),
    officialCodeIsPlaceholder: Type.Boolean(),
    desk: closed({
      address: orNull(Type.String()),
      phone: orNull(Type.String()),
      isDemo: Type.Boolean({ description: 'An invented address.' }),
      hours: Type.Array(
        closed({
          weekday: Type.Integer({ description: '1 Monday … 7 Sunday.' }),
          from: Type.String(),
          to: Type.String(),
          kind: Type.Enum(['office', 'reception']),
        }),
      ),
    }),
    procedures: Type.Array(
      closed({
        procedure: Type.String(),
        stage: Type.Enum(['none', 'pilot', 'trial', 'official']),
        isOnline: Type.Boolean(),
      }),
    ),
  },
  { $id: 'Agency' },
)

export const AgencyName = closed({ id: Type.String(), name: Type.String() }, { $id: 'AgencyName' })
