import { Type } from 'typebox'
import { closed, orNull } from './schemas.ts'

export const SupplementItem = closed(
  {
    id: Type.String(),
    kind: Type.Enum(['field', 'paper', 'other']),
    about: orNull(Type.String({ description: 'Field key or component key.' })),
    reason: Type.String(),
    proposed: Type.Optional(Type.Unknown({ description: 'The officer’s value.' })),
  },
  { $id: 'SupplementItem' },
)

export const SupplementAnswerSchema = closed(
  {
    itemId: Type.String({ maxLength: 10 }),
    accepted: Type.Boolean({ description: 'The proposed value is right.' }),
    remark: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { $id: 'SupplementAnswer' },
)
