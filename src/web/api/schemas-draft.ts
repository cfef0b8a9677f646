import { Type } from 'typebox'
import { AgencyName } from './schemas-catalogue.ts'
import { closed, Day, Instant, orNull, ProblemSchema, TextSchema, Uuid } from './schemas.ts'

const ANSWER_LENGTH_MAX = 5000
const short = Type.String({ maxLength: 300 })

const Name = closed(
  {
    full: short,
    surname: Type.Optional(short),
    middle: Type.Optional(short),
    given: Type.Optional(short),
  },
  { $id: 'Name', description: '`full` is the truth, kept as typed; the parts are hints.' },
)

const Address = closed(
  {
    scope: Type.Enum(['city', 'elsewhere', 'abroad']),
    unit: Type.Optional(Type.String({ pattern: '^[0-9]{5}$' })),
    unitFrom: Type.Optional(Day),
    place: short,
    line: short,
  },
  { $id: 'Address', description: '`unit` and `unitFrom` name a commune-level unit of the city.' },
)

const plain = [
  Type.String({ maxLength: ANSWER_LENGTH_MAX }),
  Type.Number(),
  Type.Boolean(),
  Name,
  Address,
] as const

const Item = Type.Record(Type.String(), Type.Union([...plain]), { maxProperties: 60 })

/** One answer, for a proposed value; the record below holds many. */
export const AnswerSchema = Type.Union([...plain, Type.Array(Item, { maxItems: 30 })], {
  $id: 'Answer',
})

export const AnswersSchema = Type.Record(Type.String(), AnswerSchema, {
  $id: 'Answers',
  maxProperties: 300,
  description:
    'From field key to value; the procedure’s `answersSchema` says which. Papers are uploaded, ' +
    'never set.',
})

/** As answered: uploaded papers stand under their fields as lists of ids. */
const AnswersShown = Type.Record(Type.String(), Type.Unknown(), { $id: 'AnswersShown' })
export { AnswersShown }

export const Upload = closed(
  {
    id: Uuid,
    field: Type.String(),
    component: Type.String(),
    name: Type.String(),
    mime: Type.String(),
    sizeBytes: Type.Integer(),
    sha256: Type.String(),
  },
  { $id: 'Upload' },
)

const draft = {
  id: Uuid,
  procedure: Type.String(),
  revision: Type.Integer(),
  resumeCode: Type.String({ description: 'Opens the draft on another device, on the pages too.' }),
  agencyId: orNull(Type.String({ description: 'Chosen where several are competent.' })),
  answers: AnswersShown,
  keptAside: Type.Array(Type.String(), {
    description: 'Fields answered but not asked for now; they come back with their question.',
  }),
  uploads: Type.Array(Upload),
  problems: Type.Array(ProblemSchema),
  phoneConfirmed: Type.Boolean(),
  updatedAt: Instant,
  expiresAt: Instant,
  filedAt: orNull(Instant),
}

export const DraftSchema = closed(draft, { $id: 'Draft' })

export const BegunDraft = closed(
  {
    ...draft,
    token: Type.String({
      description: 'Bearer secret of this draft and of the dossier filed from it; shown once.',
    }),
  },
  { $id: 'BegunDraft' },
)

const Finding = closed(
  {
    rule: Type.String(),
    severity: Type.Enum(['refuse', 'warn', 'note']),
    fields: Type.Array(Type.String()),
    message: TextSchema,
    basis: Type.String({ description: 'Instrument and article.' }),
    remark: Type.Optional(Type.String()),
  },
  { $id: 'Finding', description: 'What a check of law found.' },
)

export const DraftCheck = closed(
  {
    revision: Type.Integer({ description: 'In force today.' }),
    isRevisionInForce: Type.Boolean({ description: 'False: adopt the revision in force first.' }),
    problems: Type.Array(ProblemSchema),
    findings: Type.Array(Finding),
    competentAgencies: Type.Array(
      closed({
        id: Type.String(),
        name: Type.String(),
        isOnline: Type.Boolean({ description: 'False: file at its counter.' }),
        level: Type.Integer({ minimum: 1, maximum: 4 }),
      }),
    ),
    phoneConfirmed: Type.Boolean(),
  },
  { $id: 'DraftCheck' },
)

export const FilingReceipt = closed(
  {
    dossierId: Uuid,
    code: Type.String(),
    lookupNumber: Type.String({ description: 'Ten digits; the last is a check digit.' }),
    procedure: Type.String(),
    agency: AgencyName,
    isTrial: Type.Boolean(),
    filedAt: Instant,
    receiveBy: Instant,
    files: Type.Array(closed({ component: Type.String(), sha256: Type.String() })),
  },
  { $id: 'FilingReceipt' },
)
