import { answerVerification, askVerification } from '../../modules/dossiers/index.ts'
import {
  checkField,
  parseInput,
  resolveAddresses,
  type AddressValue,
  type Answer,
  type Problem,
} from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { sayIn } from '../ui/lang.tsx'
import { actIn, dossierUrl, queueOf, textIn, withQuery, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { InquiriesPage, PLACE, type InquiryShown } from './inquiries-page.tsx'
import { refusable } from './refusable.ts'

const DOSSIER = '/can-bo/ho-so/:dossierId'

/** What other communes are asked to verify, and what they answered. */
export const inquiryRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: `${DOSSIER}/xac-minh`,
    action: 'dossier.read',
    handle: async (req) => draw(await dossierFacts(req), nothing),
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/hoi-xac-minh`,
    action: 'dossier.verify',
    handle: postQuestion,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/tra-loi-xac-minh`,
    action: 'dossier.verify',
    handle: postAnswer,
  }),
]

const nothing: InquiryShown = { raw: {}, problems: [], refused: null }

const aboutTheQuestion = [
  'inquiry-place-unknown',
  'inquiry-open',
  'reason-missing',
  'reason-too-long',
]

function postQuestion(req: DeskRequest): Promise<WebReply> {
  return refusable(req, ['cau-hoi'], async () => {
    const facts = await dossierFacts(req)
    const asked = placeIn(req, facts)
    if (asked.problems.length > 0) {
      return draw(facts, { raw: req.body, problems: asked.problems, refused: null })
    }
    return told(req, facts, 'cau-hoi', async () => {
      const { agencyId, place } = asked
      const question = textIn(req.body, 'cau-hoi')
      await askVerification(req.ctx, { ...actIn(req), agencyId, place, question })
      return 'hoi'
    })
  })
}

function postAnswer(req: DeskRequest): Promise<WebReply> {
  return refusable(req, ['tra-loi'], async () => {
    const facts = await dossierFacts(req)
    const no = Number(textIn(req.body, 'so'))
    return told(req, facts, `tra-loi-${no}`, async () => {
      const answer = textIn(req.body, 'tra-loi')
      await answerVerification(req.ctx, { ...actIn(req), no, answer })
      return 'tra-loi'
    })
  })
}

/** Does it and goes back to the page, or shows there what was refused about what was typed. */
async function told(
  req: DeskRequest,
  facts: DossierFacts,
  at: string,
  work: () => Promise<string>,
): Promise<WebReply> {
  try {
    const done = await work()
    const { code } = facts.view.dossier
    return redirect(
      withQuery(dossierUrl(code, { tail: 'xac-minh', queue: queueOf(req) }), 'vua', done),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || !aboutTheQuestion.includes(error.code)) throw error
    const { detail } = errorResponse(error, req.lang)
    return draw(facts, { raw: req.body, problems: [], refused: { at, detail } })
  }
}

type Place = { agencyId: string | null; place: string; problems: readonly Problem[] }

/** A commune of the city by its name, or a place elsewhere as it is written. */
function placeIn(req: DeskRequest, { world, now }: DossierFacts): Place {
  const today = legalDay(now)
  const forms = formWorldOf(world.city, today)
  const { value, problems } = parseInput(PLACE, req.body)
  const nowhere = { agencyId: null, place: '' }
  if (value === undefined || problems.length > 0) return { ...nowhere, problems }
  const form = { pages: [{ key: 'noi', title: PLACE.label, fields: [PLACE] }] }
  const resolved = resolveAddresses(form, { [PLACE.key]: value }, forms)[PLACE.key]
  const wrong = checkField(PLACE, resolved, { answers: {}, world: forms })
  const address = addressOf(resolved)
  if (wrong.length > 0 || !address) return { ...nowhere, problems: wrong }
  const agency =
    address.scope === 'city' && address.unit
      ? world.city.agencyFor('commune', address.unit, today)
      : undefined
  return { agencyId: agency?.id ?? null, place: agency?.name ?? address.place ?? '', problems: [] }
}

function addressOf(answer: Answer | undefined): AddressValue | undefined {
  return typeof answer === 'object' && 'scope' in answer ? answer : undefined
}

function draw(facts: DossierFacts, shown: InquiryShown): WebReply {
  const hasProblems = shown.refused !== null || shown.problems.length > 0
  return page(<InquiriesPage facts={facts} shown={shown} />, {
    title: sayIn(facts.lang)('Xác minh nơi khác', 'Inquiries elsewhere'),
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(hasProblems ? { hasProblems, status: 422 } : {}),
  })
}
