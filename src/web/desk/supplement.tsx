import { askSupplementAgain, requestSupplement } from '../../modules/dossiers/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { sayIn } from '../ui/lang.tsx'
import { done } from './acts.ts'
import { actIn, textIn, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { refusable } from './refusable.ts'
import { readItems, supplementForm, type SupplementForm } from './supplement-input.ts'
import { SupplementPage } from './supplement-page.tsx'

const URL = '/can-bo/ho-so/:dossierId/bo-sung'

export const supplementRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'dossier.request-supplement', handle: show }),
  route({ method: 'POST', url: URL, action: 'dossier.request-supplement', handle: send }),
]

async function show(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  if (!facts.acts.includes('requestSupplement'))
    throw new Refusal('act-not-now', {
      action: 'requestSupplement',
      state: facts.view.dossier.state,
    })
  return draw(req, facts, { form: supplementForm(facts, req) })
}

/** Refusals about what is asked for; the form comes back with everything typed. */
const aboutTheForm = [
  'supplement-empty',
  'supplement-item-unclear',
  'supplement-second-needs-reason',
  'supplement-needs-supervisor',
  'supplement-needs-no-supervisor',
  'reason-missing',
]

function send(req: DeskRequest): Promise<WebReply> {
  return refusable(req, ['_khac.0', '_khac.1', '_khac.2', '_lan-nua'], async () => {
    const facts = await dossierFacts(req)
    const form = supplementForm(facts, req)
    if (textIn(req.body, '_sua') !== '') return draw(req, facts, { form })
    const { items, problems } = readItems(facts, form, req)
    if (problems.length > 0) return draw(req, facts, { form: { ...form, problems } })
    try {
      const asks = textIn(req.body, '_trinh') !== ''
      const request = { ...actIn(req), items, againBecause: form.againBecause }
      await (asks ? askSupplementAgain : requestSupplement)(req.ctx, request)
      return done(req, asks ? 'xin-bo-sung' : 'bo-sung')
    } catch (error) {
      if (!(error instanceof Refusal) || !aboutTheForm.includes(error.code)) throw error
      return draw(req, facts, { form, refusal: error })
    }
  })
}

function draw(
  req: DeskRequest,
  facts: DossierFacts,
  shown: { form: SupplementForm; refusal?: Refusal },
): WebReply {
  const hasProblems = shown.refusal !== undefined || shown.form.problems.length > 0
  const raw = req.method === 'POST' ? req.body : {}
  return page(<SupplementPage facts={facts} raw={raw} {...shown} />, {
    title: sayIn(req.lang)('Yêu cầu bổ sung', 'Request supplement'),
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    hasProblems,
  })
}
