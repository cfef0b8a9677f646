import {
  assign,
  completeStep,
  confirmPreviewForCitizen,
  dismissDuplicate,
  listWorklist,
  propose,
  receive,
  worldOf,
} from '../../modules/dossiers/index.ts'
import { sign } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { redirect, route, type Route, type WebReply } from '../http/route.ts'
import {
  actIn,
  dossierUrl,
  nextPlace,
  queueOf,
  textIn,
  withQuery,
  type DeskRequest,
} from './desk-request.ts'
import { dossierPage } from './dossier-page.tsx'
import { saveMarks } from './marks.ts'
import { FACT_INPUT } from './propose-inputs.tsx'
import { postStopMessages } from './stop-messages.tsx'
import { refusable } from './refusable.ts'
import { colleaguesOf } from './worklist-facts.ts'

const DOSSIER = '/can-bo/ho-so/:dossierId'

/** The dossier's page and the acts that need nothing but a press of F8. */
export const actRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: DOSSIER,
    action: 'dossier.read',
    handle: (req) => dossierPage(req),
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/tiep-nhan`,
    action: 'dossier.receive',
    handle: postReceive,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/trinh`,
    action: 'dossier.propose',
    handle: postPropose,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/xong-buoc`,
    action: 'dossier.advance',
    handle: postStep,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/xac-nhan-thay`,
    action: 'dossier.advance',
    handle: postConfirm,
  }),
  route({ method: 'POST', url: `${DOSSIER}/ky`, action: 'dossier.sign', handle: postSign }),
  route({
    method: 'POST',
    url: `${DOSSIER}/chuyen`,
    action: 'dossier.assign',
    handle: postAssign,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/khong-trung`,
    action: 'dossier.check-field',
    handle: postDismiss,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/dung-nhan-tin`,
    action: 'dossier.stop-messages',
    handle: postStopMessages,
  }),
]

/** Back to the dossier, saying once what was done. */
export function done(req: DeskRequest, what: string): WebReply {
  const url = dossierUrl(req.params['dossierId'] ?? '', { queue: queueOf(req) })
  return redirect(withQuery(url, 'vua', what))
}

/** The receipt is what the clerk prints next. */
function postReceive(req: DeskRequest): Promise<WebReply> {
  return refusable(req, [], async () => {
    await saveMarks(req)
    const { code } = await receive(req.ctx, actIn(req))
    return redirect(dossierUrl(code, { tail: 'giay-hen', queue: queueOf(req) }))
  })
}

function postPropose(req: DeskRequest): Promise<WebReply> {
  const factInputs = Object.keys(req.body).filter((name) => name.startsWith(FACT_INPUT))
  return refusable(req, ['number', 'remark', ...factInputs], async () => {
    await saveMarks(req)
    const { state } = await propose(req.ctx, {
      ...actIn(req),
      remark: textIn(req.body, 'remark'),
      personalNumber: textIn(req.body, 'number'),
      resultFacts: Object.fromEntries(
        factInputs.map((name) => [name.slice(FACT_INPUT.length), textIn(req.body, name)]),
      ),
    })
    return done(req, state === 'previewing' ? 'trinh' : 'trinh-ky')
  })
}

function postStep(req: DeskRequest): Promise<WebReply> {
  return refusable(req, ['remark'], async () => {
    await saveMarks(req)
    await completeStep(req.ctx, { ...actIn(req), remark: textIn(req.body, 'remark') })
    return done(req, 'buoc')
  })
}

function postConfirm(req: DeskRequest): Promise<WebReply> {
  return refusable(req, ['how'], async () => {
    await confirmPreviewForCitizen(req.ctx, { ...actIn(req), how: textIn(req.body, 'how') })
    return done(req, 'xac-nhan')
  })
}

/** After a signature the next one to sign is on the screen. */
function postSign(req: DeskRequest): Promise<WebReply> {
  return refusable(req, [], async () => {
    const { code } = await sign(req.ctx, actIn(req))
    const { dossiers } = await listWorklist(req.ctx, { queue: 'signing', limit: 1 })
    const next = dossiers[0]
    return redirect(
      next
        ? withQuery(dossierUrl(next.code, { queue: 'signing' }), 'da-ky', code)
        : '/can-bo/ho-so?hang=signing&vua=het-ky',
    )
  })
}

function postAssign(req: DeskRequest): Promise<WebReply> {
  return refusable(req, [], async () => {
    const { code, requestKey } = actIn(req)
    const assigneeId = textIn(req.body, 'nguoi')
    const colleagues = await colleaguesOf(req.ctx, await worldOf(req.ctx.db))
    if (!colleagues.some(({ id }) => id === assigneeId)) throw new Refusal('form-stale')
    await assign(req.ctx, { code, assigneeId, requestKey })
    return done(req, 'chuyen')
  })
}

async function postDismiss(req: DeskRequest): Promise<WebReply> {
  const otherId = textIn(req.body, 'khac')
  if (!/^[0-9a-f-]{36}$/.test(otherId)) throw new Refusal('form-stale')
  await dismissDuplicate(req.ctx, { code: req.params['dossierId'] ?? '', otherId })
  const back = dossierUrl(req.params['dossierId'] ?? '', { queue: queueOf(req) })
  return redirect(nextPlace(req, withQuery(back, 'vua', 'khong-trung')))
}
