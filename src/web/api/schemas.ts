import { Type, type TObjectOptions, type TProperties } from 'typebox'
import { parsePlainDate, toLegalIso, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'

/** An object with no other properties than these: unknown fields are refused, answers are exact. */
export function closed<P extends TProperties>(properties: P, options: TObjectOptions = {}) {
  return Type.Object(properties, { additionalProperties: false, ...options })
}

export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()])

export const TextSchema = closed(
  { vi: Type.String(), en: Type.Optional(Type.String()) },
  { $id: 'Text', description: 'Words in Vietnamese and, where there are any, in English.' },
)

export const Day = Type.String({
  format: 'date',
  description: 'A legal day in Hà Nội, YYYY-MM-DD.',
})

export const Instant = Type.String({
  format: 'date-time',
  description: 'ISO 8601 with the offset of Hà Nội, +07:00.',
})

export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  description: 'Lower-case UUID.',
})

export const OnQuery = {
  on: Type.Optional(
    Type.String({ format: 'date', description: 'The day asked about; today when left out.' }),
  ),
}

export const ProblemSchema = closed(
  {
    field: Type.String({ description: 'Field key; in a group `group.0.field`.' }),
    part: Type.Optional(Type.String({ description: 'Part of the field: `given`, `unit` …' })),
    code: Type.String(),
    message: TextSchema,
    candidates: Type.Optional(Type.Array(closed({ value: Type.String(), label: Type.String() }))),
  },
  { $id: 'FieldProblem', description: 'What is wrong at a field and how to put it right.' },
)

export const ProblemDetails = Type.Object(
  {
    type: Type.String({ description: 'Address of the explanation.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'Why, and what to do now.' }),
    code: Type.String({ description: 'Stable refusal code.' }),
    problems: Type.Optional(Type.Array(Type.Unknown())),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { $id: 'Problem', description: 'Problem details, RFC 9457.' },
)

/** `undefined` and null stay what they are in JSON: null. */
export function instant(at: Date): string
export function instant(at: Date | null): string | null
export function instant(at: Date | null): string | null {
  return at === null ? null : toLegalIso(at)
}

/** The day of `?on=`, else the day given. Throws Refusal `request-invalid` for 31/02. */
export function dayOf(text: string | undefined, otherwise: PlainDate, name = 'on'): PlainDate {
  if (text === undefined) return otherwise
  const day = parsePlainDate(text)
  if (day === undefined) {
    const problems = [{ at: `query/${name}`, message: 'not a day' }]
    throw new Refusal('request-invalid', { where: `query/${name}`, problems })
  }
  return day
}
