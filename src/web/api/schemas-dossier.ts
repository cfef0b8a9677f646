import { Type } from 'typebox'
import { states } from '../../modules/dossiers/index.ts'
import { slipKinds } from '../../modules/slips/index.ts'
import { AgencyName } from './schemas-catalogue.ts'
import { AnswersShown, Upload } from './schemas-draft.ts'
import { DeskLeg, OwnLeg, TrackedLeg } from './schemas-leg.ts'
import { SupplementAnswerSchema, SupplementItem } from './schemas-supplement.ts'
import { closed, Instant, orNull, Uuid } from './schemas.ts'

export const StateSchema = Type.Enum([...states], { $id: 'State' })

const NationalStatus = Type.Integer({
  minimum: 1,
  maximum: 10,
  description: 'TT 22/2019/TT-BTTTT art. 4.',
})

const standing = {
  code: Type.String(),
  lookupNumber: Type.String(),
  procedure: Type.String(),
  revision: Type.Integer(),
  state: StateSchema,
  nationalStatus: NationalStatus,
  isTrial: Type.Boolean(),
  filedAt: Instant,
  receiveBy: Instant,
  receivedAt: orNull(Instant),
  dueAt: orNull(Instant),
  endedAt: orNull(Instant),
}

export const TrackedDossier = closed(
  { ...standing, agency: AgencyName, legs: Type.Array(TrackedLeg) },
  { $id: 'TrackedDossier', description: 'Status and place; no names.' },
)

const PreviousAnswers = closed(
  { no: Type.Integer(), madeAt: Instant, answers: AnswersShown },
  { $id: 'Declaration' },
)

const supplement = {
  no: Type.Integer(),
  items: Type.Array(SupplementItem),
  requestedAt: Instant,
  answers: orNull(Type.Array(SupplementAnswerSchema)),
  answeredAt: orNull(Instant),
}

const Supplement = closed(supplement, { $id: 'Supplement' })

const Pause = closed(
  {
    why: Type.Enum(['supplement', 'preview']),
    pausedAt: Instant,
    resumedAt: orNull(Instant),
  },
  { $id: 'Pause', description: 'While it lasts the legal clock may stand still.' },
)

export const Slip = closed(
  {
    kind: Type.Enum([...slipKinds]),
    year: Type.Integer(),
    no: Type.Integer(),
    issuedAt: Instant,
  },
  { $id: 'Slip', description: 'An official paper issued for an act.' },
)

const OwnEvent = closed(
  { version: Type.Integer(), kind: Type.String(), at: Instant },
  { $id: 'OwnEvent' },
)

const contents = {
  declarations: Type.Array(PreviousAnswers, { description: 'Newest first: the one in force.' }),
  files: Type.Array(Upload),
  pauses: Type.Array(Pause),
  slips: Type.Array(Slip),
}

export const OwnDossier = closed(
  {
    ...standing,
    id: Uuid,
    version: Type.Integer(),
    agency: AgencyName,
    ...contents,
    legs: Type.Array(OwnLeg, { description: 'What other agencies do for it.' }),
    supplements: Type.Array(Supplement),
    reasons: Type.Array(closed({ kind: Type.String(), body: Type.String(), writtenAt: Instant }), {
      description: 'Why it was declined or refused.',
    }),
    events: Type.Array(OwnEvent),
  },
  { $id: 'OwnDossier' },
)

export const DeskDossierHead = closed(
  {
    ...standing,
    id: Uuid,
    version: Type.Integer({ description: 'Send it with the next act.' }),
    agencyId: Type.String(),
    step: orNull(Type.String()),
    channel: Type.Enum(['online', 'counter', 'assisted', 'post', 'interlink']),
    assigneeId: orNull(Type.String()),
    subjectName: orNull(Type.String()),
    requesterName: orNull(Type.String()),
  },
  { $id: 'DeskDossierHead' },
)

const Mark = closed(
  {
    field: Type.String(),
    verdict: Type.Enum(['same', 'differs']),
    paperSays: orNull(Type.String()),
    closedAs: orNull(Type.Enum(['declaration-wrong', 'birth-notice-wrong', 'other-paper-wrong'])),
    markedBy: Type.String(),
    markedAt: Instant,
  },
  { $id: 'FieldMark' },
)

const Alike = closed(
  {
    agencyId: Type.String(),
    dossierId: Uuid,
    code: Type.String(),
    state: StateSchema,
    filedAt: Instant,
    kinds: Type.Array(Type.String()),
  },
  { $id: 'AlikeDossier', description: 'Looks like this one: the sets of fields that are equal.' },
)

export const DeskDossier = closed(
  {
    dossier: DeskDossierHead,
    phone: orNull(Type.String()),
    ...contents,
    legs: Type.Array(DeskLeg),
    supplements: Type.Array(closed({ ...supplement, requestedBy: Type.String() })),
    notes: Type.Array(
      closed({
        no: Type.Integer(),
        kind: Type.String(),
        body: Type.String(),
        writtenBy: Type.String(),
        writtenAt: Instant,
      }),
    ),
    marks: Type.Array(Mark),
    alike: Type.Array(Alike),
    acts: Type.Array(Type.String(), { description: 'What this officer may do now.' }),
  },
  { $id: 'DeskDossier' },
)

export const DeskActAnswer = closed(
  { dossier: DeskDossierHead, slips: Type.Array(Slip) },
  { $id: 'DeskActAnswer', description: 'The dossier after the act and its papers, newest first.' },
)

export const DossierEventSchema = closed(
  {
    version: Type.Integer(),
    seq: Type.Integer({ description: 'In the agency’s chain.' }),
    kind: Type.String(),
    at: Instant,
    actorKind: Type.Enum(['citizen', 'staff', 'system']),
    actorId: orNull(Type.String()),
    facts: Type.Record(Type.String(), Type.Unknown()),
    hash: Type.String(),
  },
  { $id: 'DossierEvent', description: 'Facts and references, never names or free text.' },
)
