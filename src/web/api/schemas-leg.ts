import { Type } from 'typebox'
import { legStates } from '../../modules/interlink/index.ts'
import { AgencyName } from './schemas-catalogue.ts'
import { SupplementItem } from './schemas-supplement.ts'
import { closed, Instant, orNull, TextSchema } from './schemas.ts'

const step = closed(
  {
    what: Type.Enum([
      'sent',
      'received',
      'asked',
      'answered',
      'delayed',
      'done',
      'refused',
      'cancelled',
    ]),
    at: Instant,
  },
  { $id: 'LegStep' },
)

const leg = {
  key: Type.String(),
  name: TextSchema,
  agency: orNull(AgencyName),
  state: Type.Enum(['toCome', 'onPaper', ...legStates], {
    description: '`toCome`: not opened yet. `onPaper`: no agency of the city does it; by letter.',
  }),
  holdsHandOver: Type.Boolean({ description: 'The result is handed over once this has ended.' }),
  openedAt: orNull(Instant),
  dueAt: orNull(Instant),
  endedAt: orNull(Instant),
  steps: Type.Array(step, { description: 'Oldest first.' }),
  unsent: orNull(
    closed(
      { since: Instant, isStopped: Type.Boolean({ description: 'A person must send it again.' }) },
      { description: 'What the agency was written has not reached it.' },
    ),
  ),
}

export const TrackedLeg = closed(leg, {
  $id: 'TrackedLeg',
  description: 'What another agency does for a dossier; no names of people.',
})

const withWords = {
  ...leg,
  code: orNull(Type.String({ description: 'Of the agency’s own dossier.' })),
  results: Type.Array(closed({ key: Type.String(), name: TextSchema, value: Type.String() })),
  refusedBecause: orNull(Type.String()),
}

export const OwnLeg = closed(withWords, { $id: 'OwnLeg' })

export const DeskLeg = closed(
  {
    ...withWords,
    asked: orNull(
      closed({ no: Type.Integer(), items: Type.Array(SupplementItem), askedAt: Instant }),
    ),
  },
  { $id: 'DeskLeg', description: 'With what the agency asks of this one now.' },
)
