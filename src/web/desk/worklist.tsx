import { assign, getForStaff, isGiven, type Queue } from '../../modules/dossiers/index.ts'
import { findEntry, signMany } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import {
  dossierUrl,
  listIn,
  queryText,
  queueOf,
  textIn,
  withQuery,
  type DeskRequest,
} from './desk-request.ts'
import { SignedPage, type SignedRow } from './signed-page.tsx'
import { filtersOf, listUrl, worklistFacts } from './worklist-facts.ts'
import { WorklistPage } from './worklist-page.tsx'
import { sayIn } from '../ui/lang.tsx'
import { counted, queueName } from './words.ts'

/** The worklist and what is done with several dossiers at once. */
export const worklistRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/can-bo/ho-so',
    action: 'worklist.read',
    handle: (req) => worklist(req, '/can-bo/ho-so'),
  }),
  route({
    method: 'GET',
    url: '/can-bo/tra-ket-qua',
    action: 'worklist.read',
    handle: (req) => worklist(req, '/can-bo/tra-ket-qua'),
  }),
  route({
    method: 'POST',
    url: '/can-bo/ho-so/ky',
    action: 'dossier.sign-many',
    handle: signChosen,
  }),
  route({
    method: 'GET',
    url: '/can-bo/ho-so/ket-qua-ky',
    action: 'worklist.read',
    handle: showSigned,
  }),
  route({
    method: 'POST',
    url: '/can-bo/ho-so/chuyen',
    action: 'dossier.assign-many',
    handle: assignChosen,
  }),
]

async function worklist(req: DeskRequest, nav: string): Promise<WebReply> {
  const t = sayIn(req.lang)
  const isHandOver = nav === '/can-bo/tra-ket-qua'
  const filters = filtersOf(req, isHandOver ? 'signed' : firstQueue(req))
  const facts = await worklistFacts(req, filters, isHandOver ? tailOf(req) : undefined)
  const moved = /^\d{1,2}$/.exec(queryText(req, 'da-chuyen'))?.[0]
  const flash =
    queryText(req, 'vua') === 'het-ky'
      ? t(
          'Đã ký. Không còn hồ sơ nào chờ ký.',
          'Signed. No dossier waits for a signature any more.',
        )
      : moved &&
        t(
          `Đã chuyển người xử lý cho ${moved} hồ sơ.`,
          `Handler changed for ${counted(Number(moved), 'dossier')}.`,
        )
  return page(<WorklistPage facts={facts} {...(flash ? { flash } : {})} />, {
    title: queueName(filters.queue, req.lang),
    layout: 'desk',
    nav,
    scripts: ['desk.js'],
  })
}

const signers = ['chairman', 'viceChairman', 'director', 'deputyDirector']

/** Who only signs begins with what waits for a signature. */
function firstQueue(req: DeskRequest): Queue {
  const { actor } = req.ctx
  const onlySigns = actor.kind === 'staff' && actor.roles.every((role) => signers.includes(role))
  return onlySigns && queryText(req, 'hang') === '' ? 'signing' : queueOf(req)
}

/** Who hands over goes straight to the book's page. */
function tailOf({ ctx: { actor } }: DeskRequest): string | undefined {
  const mayHandOver =
    actor.kind === 'staff' &&
    actor.roles.some((role) =>
      ['counterOfficer', 'civilStatusOfficer', 'specialist'].includes(role),
    )
  return mayHandOver ? 'tra-ket-qua' : undefined
}

type Chosen = { code: string; version: number }

const CHOSEN_MAX = 50

/** What was ticked: `code~version`. */
function chosenIn(req: DeskRequest): readonly Chosen[] {
  return listIn(req.body, 'h')
    .slice(0, CHOSEN_MAX)
    .map((value) => value.split('~'))
    .flatMap(([code = '', version = '']) =>
      /^[\w.-]{5,60}$/.test(code) ? [{ code, version: Number(version) }] : [],
    )
}

async function signChosen(req: DeskRequest): Promise<WebReply> {
  const key = textIn(req.body, 'key')
  if (!/^[\w-]{16,64}$/.test(key)) throw new Refusal('form-stale')
  const acts = chosenIn(req).map(({ code, version }) => ({
    code,
    version,
    requestKey: `${key}:${code}`,
  }))
  const verdicts = await signMany(req.ctx, { acts })
  const told = verdicts.map((one) => `${one.code}~${one.ok ? 'ok' : one.refusal.code}`).join('_')
  return redirect(withQuery('/can-bo/ho-so/ket-qua-ky', 'kq', told))
}

/** Tells each verdict as the dossiers stand now: the address alone proves nothing. */
async function showSigned(req: DeskRequest): Promise<WebReply> {
  const told = queryText(req, 'kq').split('_').filter(Boolean).slice(0, CHOSEN_MAX)
  const t = sayIn(req.lang)
  const rows: SignedRow[] = []
  for (const one of told) {
    const [code = '', verdict = ''] = one.split('~')
    const dossier = await getForStaff(req.ctx, code)
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    const entry = await findEntry(req.ctx, at)
    const isSigned = dossier.state === 'signed' || isGiven(dossier)
    rows.push({
      code,
      href: dossierUrl(code, { queue: 'signing' }),
      subject: dossier.subjectName ?? '',
      isSigned,
      text: isSigned
        ? t('Đã ký', 'Signed') + (entry ? `, ${t('số', 'no.')} ${entry.no}/${entry.year}` : '')
        : errorResponse(new Refusal(verdict, { action: 'sign' }), req.lang).detail,
    })
  }
  return page(<SignedPage rows={rows} />, {
    title: t('Kết quả ký', 'Signing results'),
    layout: 'desk',
    nav: LIST,
    scripts: ['desk.js'],
  })
}

const LIST = '/can-bo/ho-so'

async function assignChosen(req: DeskRequest): Promise<WebReply> {
  const key = textIn(req.body, 'key')
  const facts = await worklistFacts(req)
  const assigneeId = textIn(req.body, 'nguoi')
  const isColleague = facts.colleagues.some(({ id }) => id === assigneeId)
  if (!isColleague || !/^[\w-]{16,64}$/.test(key)) throw new Refusal('form-stale')
  const chosen = chosenIn(req)
  for (const { code } of chosen)
    await assign(req.ctx, { code, assigneeId, requestKey: `${key}:${code}` })
  const back = listUrl(filtersOf(req), {})
  return redirect(withQuery(back, 'da-chuyen', String(chosen.length)))
}
