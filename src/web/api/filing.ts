import { loadCity } from '../../modules/agencies/index.ts'
import {
  competentAgencies,
  file,
  viewForOwner,
  worldOf,
  type DossierView,
  type World,
} from '../../modules/dossiers/index.ts'
import { validateForm } from '../../modules/forms/index.ts'
import { answersWithFiles } from '../../modules/intake/index.ts'
import { formWorldOf, runChecks } from '../../modules/procedures/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { legalDay, legalTime } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { json } from '../http/route.ts'
import { apiRoute, requestKeyOf } from './api-route.ts'
import { DraftParams } from './drafts.ts'
import { instant } from './schemas.ts'
import { DraftCheck, FilingReceipt } from './schemas-draft.ts'
import { openDraft } from './show-draft.ts'

const check = apiRoute({
  method: 'GET',
  path: '/drafts/:draftId/check',
  action: 'api.draft',
  schema: { params: DraftParams },
  doc: {
    operationId: 'checkDraft',
    tag: 'drafts',
    summary: 'What filing would say today',
    description: 'Field problems, findings of law, and the agencies competent for these answers.',
    answer: DraftCheck,
  },
  handle: async ({ ctx, params }) => json(await checkDraft(ctx, params.draftId)),
})

async function checkDraft(ctx: Ctx, draftId: string) {
  const world = await worldOf(ctx.db)
  const { draft, files } = await openDraft(ctx, draftId)
  const now = ctx.clock.now()
  const today = legalDay(now)
  const definition = world.procedures.revisionOn(draft.procedureKey, today)
  if (!definition) throw new Refusal('procedure-not-in-force')
  const answers = answersWithFiles(draft.answers, files)
  const agencies = competentAgencies(world, { definition, answers, today })
  return {
    revision: definition.revision,
    isRevisionInForce: definition.revision === draft.revision,
    problems: validateForm(definition.form, answers, formWorldOf(world.city, today)),
    findings: runChecks(definition, answers, { filedOn: today, today, time: legalTime(now) }),
    competentAgencies: agencies.map(({ id, name }) => ({
      id,
      name,
      isOnline: world.city.isOnline(definition.key, id, today),
      level: levelAt(world, { key: definition.key, agencyId: id, today }),
    })),
    phoneConfirmed: draft.phoneConfirmedAt !== null,
  }
}

type Place = { key: string; agencyId: string; today: ReturnType<typeof legalDay> }

/** Every form has its blank; results are collected in person and nothing is paid online yet. */
function levelAt({ city }: World, { key, agencyId, today }: Place): number {
  const facts = { hasBlankForm: true, isPaidOnline: false, isResultSent: false }
  return city.offeredLevel(key, agencyId, today, facts)
}

const fileDraft = apiRoute({
  method: 'POST',
  path: '/drafts/:draftId/filing',
  action: 'api.draft',
  schema: { params: DraftParams },
  doc: {
    operationId: 'fileDraft',
    tag: 'drafts',
    summary: 'File the draft',
    description:
      'Acknowledged when committed with every file stored. The same key gives the same dossier ' +
      'however often it is sent. Refuses `already-filed` for another key, `key-reused` when the ' +
      'key filed something else.',
    status: 201,
    isKeyed: true,
    answer: FilingReceipt,
  },
  handle: async (req) => {
    const { ctx, params } = req
    const requestKey = requestKeyOf(req)
    const input = { draftId: params.draftId, requestKey, channel: 'online' as const }
    const dossier = await file(ctx, req.deps.files, input)
    return json(await showReceipt(ctx, await viewForOwner(ctx, dossier.id)), { status: 201 })
  },
})

async function showReceipt(ctx: Ctx, { dossier, files }: DossierView) {
  const city = await loadCity(ctx.db)
  const name = city.agency(dossier.agencyId)?.name ?? ''
  return {
    dossierId: dossier.id,
    code: dossier.code,
    lookupNumber: dossier.lookupNo,
    procedure: dossier.procedureKey,
    agency: { id: dossier.agencyId, name },
    isTrial: dossier.isTrial,
    filedAt: instant(dossier.filedAt),
    receiveBy: instant(dossier.receiveBy),
    files: files.map(({ component, sha256 }) => ({ component, sha256 })),
  }
}

export const filingRoutes = [check, fileDraft]
