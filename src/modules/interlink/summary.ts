import { Type } from 'typebox'
import { legStates, type LegState } from './leg.ts'

/** How one side sees a leg: what it took, wrote, and knows to be accepted. */
export type LegSummary = {
  leg: string
  state: LegState
  inSeq: number
  outSeq: number
  acceptedSeq: number
}

/** Legs asked about at once. */
export const SUMMARY_MAX = 500

const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const seq = Type.Integer({ minimum: 0 })

export const SummaryAsked = Type.Object(
  { legs: Type.Array(uuid, { maxItems: SUMMARY_MAX }) },
  { additionalProperties: false, $id: 'SummaryAsked' },
)

export const SummaryAnswer = Type.Object(
  {
    legs: Type.Array(
      Type.Object({
        leg: uuid,
        state: Type.Enum([...legStates]),
        inSeq: seq,
        outSeq: seq,
        acceptedSeq: seq,
      }),
      { maxItems: SUMMARY_MAX },
    ),
  },
  { $id: 'SummaryAnswer' },
)
