import { Type, type TObject, type TProperties, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { PROTOCOL, senderOf, type Message, type MessageType } from './message.ts'

/** An object with no other properties than these. */
function closed<P extends TProperties>(properties: P, words: { $id?: string } = {}): TObject<P> {
  return Type.Object(properties, { additionalProperties: false, ...words })
}

const short = (maxLength = 300) => Type.String({ minLength: 1, maxLength })
const instant = Type.String({ format: 'date-time', description: 'ISO 8601 instant.' })
const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const count = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** Names of parties: an agency's id, or `bo-tu-phap`. */
export const PartyName = Type.String({ pattern: '^[a-z0-9-]{2,60}$' })

const plainAnswer = [
  Type.String({ maxLength: 5000 }),
  Type.Number(),
  Type.Boolean(),
  Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 300 })),
  Type.Array(Type.String({ maxLength: 300 }), { maxItems: 60 }),
] as const

const answers = Type.Record(
  Type.String({ maxLength: 80 }),
  Type.Union([
    ...plainAnswer,
    Type.Array(Type.Record(Type.String({ maxLength: 80 }), Type.Union([...plainAnswer])), {
      maxItems: 30,
    }),
  ]),
  { $id: 'LegAnswers', maxProperties: 300, description: 'From field key to value.' },
)

export const paperRef = closed(
  {
    component: short(80),
    name: short(),
    mime: short(100),
    sizeBytes: Type.Integer({ minimum: 1 }),
    sha256,
  },
  { $id: 'PaperRef' },
)

const sentPaper = closed(
  {
    name: short(),
    mime: Type.Literal('application/pdf'),
    sha256,
    // Two megabytes as base64.
    contentBase64: Type.String({ maxLength: 2_796_204, pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
  },
  { $id: 'SentPaper' },
)

const papers = Type.Array(paperRef, { maxItems: 60 })

const supplementItem = closed({
  id: short(80),
  kind: Type.Enum(['field', 'paper', 'other']),
  about: Type.Union([short(80), Type.Null()]),
  reason: short(2000),
  proposed: Type.Optional(Type.Union([...plainAnswer])),
})

/** The body of each type of message. */
export const bodySchemas = {
  open: closed({
    service: Type.String({ pattern: '^[a-z0-9_.]{3,60}$' }),
    serviceVersion: Type.Literal(1),
    lead: closed({ agencyName: short(), dossierCode: short(60) }),
    answers,
    papers,
    dueAt: instant,
  }),
  received: closed({ code: short(60), dueAt: instant }),
  requestSupplement: closed({
    no: count,
    items: Type.Array(supplementItem, { minItems: 1, maxItems: 60 }),
  }),
  answerSupplement: closed({
    no: count,
    answers: Type.Array(
      closed({
        itemId: short(80),
        accepted: Type.Boolean(),
        remark: Type.Optional(Type.String({ maxLength: 2000 })),
      }),
      { maxItems: 60 },
    ),
    set: answers,
    papers,
  }),
  delayed: closed({ dueAt: instant, reason: short(4000) }),
  result: closed({
    facts: Type.Record(Type.String({ maxLength: 80 }), Type.String({ maxLength: 2000 }), {
      maxProperties: 60,
    }),
    paper: Type.Union([sentPaper, Type.Null()]),
  }),
  refused: closed({ reason: short(4000) }),
  cancel: closed({ why: Type.Enum(['withdrawn', 'crossed-out', 'annulled']) }),
  cancelled: closed({}),
} satisfies Record<MessageType, TObject>

function messageSchema(type: MessageType): TObject {
  return closed(
    {
      schema: Type.Literal(PROTOCOL),
      id: uuid,
      leg: uuid,
      seq: count,
      type: Type.Literal(type),
      from: PartyName,
      to: PartyName,
      writtenAt: instant,
      body: bodySchemas[type],
    },
    { $id: `${type[0]!.toUpperCase()}${type.slice(1)}Message` },
  )
}

/** What the receiver of a message answers, signed. */
export const AcknowledgementSchema = closed(
  { id: uuid, leg: uuid, seq: count, sha256, repeated: Type.Boolean() },
  { $id: 'Acknowledgement' },
)

export const messageTypes = Object.keys(senderOf) as MessageType[] // its keys are the types

export const messageSchemas = Object.fromEntries(
  messageTypes.map((type) => [type, messageSchema(type)]),
) as Record<MessageType, TObject> // made from every type

const compiled = new Map<string, ReturnType<typeof Compile<TSchema>>>()

/** What does not fit the protocol, at most twenty problems; empty when it does. */
export function messageProblems(
  type: MessageType,
  value: unknown,
): { at: string; message: string }[] {
  const check = compiled.get(type) ?? Compile(messageSchemas[type] as TSchema)
  compiled.set(type, check)
  if (check.Check(value)) return []
  return check
    .Errors(value)
    .slice(0, 20)
    .map(({ instancePath, message }) => ({ at: instancePath, message }))
}

export function isMessageType(type: unknown): type is MessageType {
  return typeof type === 'string' && Object.hasOwn(senderOf, type)
}

/** Throws: what we write ourselves fits, or it is a fault of ours. */
export function assertMessage(message: Message): void {
  const problems = messageProblems(message.type, message)
  if (problems.length === 0) return
  const where = problems.map(({ at, message }) => `${at} ${message}`).join('; ')
  throw new Error(`a message ${message.type} that does not fit the protocol: ${where}`)
}
