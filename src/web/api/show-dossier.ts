import { loadCity } from '../../modules/agencies/index.ts'
import {
  nationalStatus,
  type DeskView,
  type Dossier,
  type DossierView,
  type SupplementRequest,
} from '../../modules/dossiers/index.ts'
import { slipsOf, type Slip } from '../../modules/slips/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { showUpload } from './show-draft.ts'
import { showDeskLegs, showOwnLegs } from './show-legs.ts'
import { instant } from './schemas.ts'

type Standing = Pick<
  Dossier,
  | 'code'
  | 'lookupNo'
  | 'procedureKey'
  | 'revision'
  | 'state'
  | 'isTrial'
  | 'filedAt'
  | 'receiveBy'
  | 'receivedAt'
  | 'dueAt'
  | 'endedAt'
>

export function showStanding(dossier: Standing) {
  return {
    code: dossier.code,
    lookupNumber: dossier.lookupNo,
    procedure: dossier.procedureKey,
    revision: dossier.revision,
    state: dossier.state,
    nationalStatus: nationalStatus[dossier.state],
    isTrial: dossier.isTrial,
    filedAt: instant(dossier.filedAt),
    receiveBy: instant(dossier.receiveBy),
    receivedAt: instant(dossier.receivedAt),
    dueAt: instant(dossier.dueAt),
    endedAt: instant(dossier.endedAt),
  }
}

export async function showAgencyName(ctx: Ctx, agencyId: string) {
  return { id: agencyId, name: (await loadCity(ctx.db)).agency(agencyId)?.name ?? '' }
}

/** One's own dossier: what was declared, asked, answered and decided; no officer's notes or names. */
export async function showOwn(ctx: Ctx, view: DossierView) {
  const { dossier } = view
  return {
    ...showStanding(dossier),
    id: dossier.id,
    version: dossier.version,
    agency: await showAgencyName(ctx, dossier.agencyId),
    ...(await showContents(ctx, view)),
    legs: await showOwnLegs(ctx, dossier),
    supplements: view.supplements.map(showSupplement),
    reasons: view.notes
      .filter(({ kind }) => kind === 'decline' || kind === 'refuse')
      .map(({ kind, body, writtenAt }) => ({ kind, body, writtenAt: instant(writtenAt) })),
    events: view.events.map(({ version, kind, at }) => ({ version, kind, at: instant(at) })),
  }
}

export function showHead(dossier: Dossier) {
  const { id, version, agencyId, step, channel, assigneeId } = dossier
  const { subjectName, requesterName } = dossier
  return {
    ...showStanding(dossier),
    id,
    version,
    agencyId,
    step,
    channel,
    assigneeId,
    subjectName,
    requesterName,
  }
}

export async function showDesk(ctx: Ctx, view: DeskView, acts: readonly string[]) {
  return {
    dossier: showHead(view.dossier),
    phone: view.dossier.phone,
    ...(await showContents(ctx, view)),
    legs: await showDeskLegs(ctx, view.dossier),
    supplements: view.supplements.map((request) => ({
      ...showSupplement(request),
      requestedBy: request.requestedBy,
    })),
    notes: view.notes.map((note) => ({ ...note, writtenAt: instant(note.writtenAt) })),
    marks: view.marks.map((mark) => ({ ...mark, markedAt: instant(mark.markedAt) })),
    alike: view.alike.map((other) => ({ ...other, filedAt: instant(other.filedAt) })),
    acts,
  }
}

async function showContents(ctx: Ctx, { dossier, ...view }: DossierView) {
  return {
    declarations: view.declarations.map(({ no, madeAt, answers }) => ({
      no,
      madeAt: instant(madeAt),
      answers,
    })),
    files: view.files.map(showUpload),
    pauses: view.pauses.map(({ why, pausedAt, resumedAt }) => ({
      why,
      pausedAt: instant(pausedAt),
      resumedAt: instant(resumedAt),
    })),
    slips: await showSlips(ctx, dossier),
  }
}

/** Official papers of a dossier the caller may see, newest first. */
export async function showSlips(ctx: Ctx, { id }: { id: string }) {
  return (await slipsOf(ctx, id)).map(showSlip)
}

function showSlip({ kind, year, no, issuedAt }: Slip) {
  return { kind, year, no, issuedAt: instant(issuedAt) }
}

function showSupplement({ no, items, requestedAt, answers, answeredAt }: SupplementRequest) {
  const at = { requestedAt: instant(requestedAt), answeredAt: instant(answeredAt) }
  return { no, items, answers, ...at }
}
