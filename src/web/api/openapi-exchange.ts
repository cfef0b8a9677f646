import { Type, type TSchema } from 'typebox'
import {
  AcknowledgementSchema,
  EXCHANGE_BASE,
  exchangePaths,
  messageSchemas,
  SummaryAnswer,
  SummaryAsked,
  WINDOW_SECONDS,
} from '../../modules/interlink/index.ts'
import { hoist, problems, type Json, type Kit } from './openapi-kit.ts'
import { closed, Instant, orNull } from './schemas.ts'

export const signatureScheme = {
  type: 'apiKey',
  in: 'header',
  name: 'Signature',
  description:
    'HTTP message signature (RFC 9421, Ed25519) of the party, with `Signature-Input`, covering ' +
    '`@method`, `@target-uri`, `motcua-to` and, with a body, `content-digest` and `content-type`; ' +
    'parameters `created`, `nonce`, `keyid`. A signature holds for ' +
    `${WINDOW_SECONDS} seconds and works once. Answers are signed ` +
    'too. See docs/interlink-api.md.',
} as const

const ShownKey = closed(
  {
    kty: Type.Literal('OKP'),
    crv: Type.Literal('Ed25519'),
    x: Type.String(),
    kid: Type.String(),
    alg: Type.Literal('EdDSA'),
    party: Type.String(),
    validFrom: Instant,
    validTo: orNull(Instant),
    revokedAt: orNull(Instant),
  },
  { $id: 'PartyKey', description: 'A public key as a JWK, with its party and days.' },
)

const addressee = {
  name: 'motcua-to',
  in: 'header',
  required: true,
  description: 'The party that is asked; covered by the signature.',
  schema: { type: 'string' },
  example: 'ubnd-00187-2008',
}

/** The calls between agencies: ours below `EXCHANGE_BASE`, a partner’s as webhooks. */
export function exchangeDescription(kit: Kit): { paths: Json; webhooks: Json } {
  const servers = [{ url: EXCHANGE_BASE, description: 'Between agencies.' }]
  const { messages, papers, summary, keys } = exchangePaths
  const ours = (operation: Json) => ({ servers, ...operation })
  return {
    paths: {
      [messages]: ours({ post: messageOperation(kit, 'takeMessage') }),
      [`${papers}/{leg}/{sha256}`]: ours({ get: paperOperation(kit, 'readPaper') }),
      [summary]: ours({ post: summaryOperation(kit, 'summarizeLegs') }),
      [`${keys}/{keyId}`]: ours({ get: keyOperation(kit) }),
    },
    webhooks: {
      [messages.slice(1)]: { post: messageOperation(kit, 'partnerTakesMessage') },
      [papers.slice(1)]: { get: paperOperation(kit, 'partnerGivesPaper') },
      [summary.slice(1)]: { post: summaryOperation(kit, 'partnerSummarizesLegs') },
    },
  }
}

type Described = {
  operationId: string
  summary: string
  description: string
  answer: Json
  problems: readonly (keyof typeof problems)[]
}

function operation(kit: Kit, described: Described): Json {
  const { operationId, summary, description, answer } = described
  for (const name of described.problems) kit.responses.add(name)
  const refused = described.problems.map((name) => [
    String(problems[name][0]),
    { $ref: `#/components/responses/${name}` },
  ])
  return {
    operationId,
    tags: ['exchange'],
    summary,
    description,
    security: [{ messageSignature: [] }],
    responses: { 200: { description: 'Done.', content: answer }, ...Object.fromEntries(refused) },
  }
}

function jsonOf(kit: Kit, schema: TSchema): Json {
  return { 'application/json': { schema: hoist(kit, schema) } }
}

function messageOperation(kit: Kit, operationId: string): Json {
  const variants = Object.entries(messageSchemas).map(
    // Schemas with a name are hoisted to a reference.
    ([type, schema]) => [type, hoist(kit, schema) as { $ref: string }] as const,
  )
  kit.schemas['Message'] = {
    description: 'One message of a leg; `seq` counts from 1 per leg and sender.',
    oneOf: variants.map(([, ref]) => ref),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(variants.map(([type, { $ref }]) => [type, $ref])),
    },
  }
  const body = { 'application/json': { schema: { $ref: '#/components/schemas/Message' } } }
  return {
    ...operation(kit, {
      operationId,
      summary: 'Hand over the next message of a leg',
      description:
        'Taken in one transaction with its effect, then acknowledged with the SHA-256 of the ' +
        'bytes. A message taken before is acknowledged again.',
      answer: jsonOf(kit, AcknowledgementSchema),
      problems: ['BadRequest', 'SignInNeeded', 'NotYourRole', 'NotFound', 'Conflict', 'TooLarge'],
    }),
    parameters: [addressee],
    requestBody: { required: true, content: body },
  }
}

function paperOperation(kit: Kit, operationId: string): Json {
  const parameter = (name: string, pattern: string) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern },
  })
  const isHook = operationId.startsWith('partner')
  const place = [parameter('leg', '^[0-9a-f-]{36}$'), parameter('sha256', '^[0-9a-f]{64}$')]
  return {
    ...operation(kit, {
      operationId,
      summary: 'Fetch a paper that a message of the leg refers to',
      description:
        'While the leg is open, by its other side: below the endpoint as `/giay-to/LEG/SHA256`. ' +
        'Everything else is not found.',
      answer: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      problems: ['SignInNeeded', 'NotFound'],
    }),
    parameters: [addressee, ...(isHook ? [] : place)],
  }
}

function summaryOperation(kit: Kit, operationId: string): Json {
  return {
    ...operation(kit, {
      operationId,
      summary: 'Compare how both sides see their legs',
      description: 'Legs that are not the asker’s are left out. `motcua reconcile` asks it.',
      answer: jsonOf(kit, SummaryAnswer),
      problems: ['BadRequest', 'SignInNeeded', 'NotFound'],
    }),
    parameters: [addressee],
    requestBody: { required: true, content: jsonOf(kit, SummaryAsked) },
  }
}

function keyOperation(kit: Kit): Json {
  return {
    ...operation(kit, {
      operationId: 'getPartyKey',
      summary: 'The public key that a `keyid` of ours names',
      description: 'To check what agencies in here signed. Fetch it once and keep it.',
      answer: jsonOf(kit, ShownKey),
      problems: ['NotFound'],
    }),
    security: [],
    parameters: [
      {
        name: 'keyId',
        in: 'path',
        required: true,
        schema: { type: 'string' },
        example: 'ubnd-00187-2008.5f0c2f0e8a534a8e',
      },
    ],
  }
}
