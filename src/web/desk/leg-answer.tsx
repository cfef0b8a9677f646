import {
  answerPartner,
  answersForLeg,
  askCitizen,
  type Lane,
} from '../../modules/interlink/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { uploadLimits } from '../citizen/upload.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { sayIn } from '../ui/lang.tsx'
import { actIn, dossierUrl, queueOf, textIn, withQuery, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { readAnswer, takeUploads, type Asking } from './leg-answer-input.ts'
import { LegAnswerPage, type AnswerShown } from './leg-answer-page.tsx'
import { refusable } from './refusable.ts'

const URL = '/can-bo/ho-so/:dossierId/lien-thong/:legKey'

/** What another agency asks of the ward: seen, answered, or passed to the citizen who must come. */
export const legAnswerRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'leg.answer', handle: show }),
  route({
    method: 'POST',
    url: URL,
    action: 'leg.answer',
    multipart: uploadLimits,
    handle: postAnswer,
  }),
  route({ method: 'POST', url: `${URL}/moi`, action: 'leg.answer', handle: postTask }),
]

export type LegAsked = Asking & { lane: Lane }

/** Refuses `leg-not-asking` when the leg has nothing open. */
async function askedOf(req: DeskRequest, facts: DossierFacts): Promise<LegAsked> {
  const key = req.params['legKey'] ?? ''
  const lane = facts.lanes.find((one) => one.key === key)
  if (!lane?.asked) throw new Refusal('leg-not-asking')
  return {
    lane,
    items: lane.asked.items,
    serving: facts.world.procedures.servingOn(lane.service, legalDay(facts.now)),
    current: await answersForLeg(req.ctx, facts.view.dossier, key),
  }
}

async function show(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  return draw(facts, await askedOf(req, facts), { raw: {}, problems: [], uploads: [] })
}

async function postAnswer(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const asked = await askedOf(req, facts)
  const taken = await takeUploads(req, facts.view.dossier.id, asked.items)
  const read = readAnswer(req, facts, { ...asked, uploads: taken.uploads })
  const problems = [...taken.problems, ...read.problems]
  const { uploads } = taken
  if (problems.length > 0) return draw(facts, asked, { raw: req.body, problems, uploads })
  return refusable(req, [], async () => {
    const { answers, set, papers } = read
    const no = Number(textIn(req.body, 'so'))
    await answerPartner(req.ctx, { ...actIn(req), leg: asked.lane.key, no, answers, set, papers })
    return done(req, 'tra-loi-co-quan')
  })
}

function postTask(req: DeskRequest): Promise<WebReply> {
  return refusable(req, [], async () => {
    const kind = textIn(req.body, 'viec') === 'mang' ? 'bring' : 'sign'
    const who = textIn(req.body, 'ai') === 'chu-ho' ? 'householdHead' : 'requester'
    const component = textIn(req.body, 'giay')
    const leg = req.params['legKey'] ?? ''
    await askCitizen(req.ctx, { ...actIn(req), leg, kind, who, component })
    return done(req, 'moi-nguoi-dan')
  })
}

function done(req: DeskRequest, what: string): WebReply {
  const code = req.params['dossierId'] ?? ''
  return redirect(withQuery(dossierUrl(code, { queue: queueOf(req) }), 'vua', what))
}

function draw(facts: DossierFacts, asked: LegAsked, shown: AnswerShown): WebReply {
  const hasProblems = shown.problems.length > 0
  return page(<LegAnswerPage facts={facts} asked={asked} shown={shown} />, {
    title: sayIn(facts.lang)('Trả lời cơ quan khác', 'Answer an agency'),
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    hasProblems,
  })
}
