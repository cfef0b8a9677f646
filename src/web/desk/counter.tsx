import {
  listAtCounter,
  listSlipBlocks,
  reserveSlips,
  startAtCounter,
  worldOf,
} from '../../modules/dossiers/index.ts'
import { checkField, parseInput, type FieldDefinition } from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { instantAt, legalDay, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { draftRoutes } from '../citizen/draft-routes.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import type { ActionName } from '../policy.ts'
import { errorResponse } from '../to-response.ts'
import { sayIn } from '../ui/lang.tsx'
import { COUNTER, COUNTER_FIELDS, CounterPage, SlipSheet, type Trouble } from './counter-page.tsx'
import { textIn, type DeskRequest } from './desk-request.ts'

const counterActions: Partial<Record<ActionName, ActionName>> = {
  'draft.read': 'counter.draft',
  'draft.answer': 'counter.draft',
  'draft.upload': 'counter.draft',
  'draft.read-upload': 'counter.draft',
  'draft.discard': 'counter.draft',
  'draft.submit': 'counter.draft',
}

/** Filing at the counter: for somebody who stands there, with or without a phone. */
export const counterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: COUNTER,
    action: 'counter.start',
    handle: (req) => showCounter(req, []),
  }),
  route({ method: 'POST', url: COUNTER, action: 'counter.start', handle: postStart }),
  route({
    method: 'POST',
    url: `${COUNTER}/phieu-du-phong`,
    action: 'counter.start',
    handle: postReserve,
  }),
  route({
    method: 'GET',
    url: `${COUNTER}/phieu-du-phong/:firstNo`,
    action: 'counter.start',
    handle: showSlips,
  }),
  ...draftRoutes.flatMap(atCounter),
]

/** The citizen's pages of a declaration, under the desk's address and for its officers. */
function atCounter(own: Route): Route[] {
  const action = counterActions[own.action]
  if (action === undefined || own.url.endsWith('/de-sau')) return []
  return [{ ...own, url: `/can-bo${own.url}`, action, english: false, href: counterHref }]
}

/** Where the citizen's pages lead, an officer is led to the desk's. */
export function counterHref(path: string): string {
  if (path.startsWith('/to-khai/')) return `/can-bo${path.replace(/\/de-sau$/, '')}`
  const filed = /^\/ho-so\/([\w-]+)\/da-nop$/.exec(path)
  if (filed) return `/can-bo/ho-so/${filed[1]}`
  return path.startsWith('/thu-tuc/') ? COUNTER : path
}

async function showCounter(
  req: DeskRequest,
  troubles: readonly Trouble[],
  status = 422,
): Promise<WebReply> {
  const content = (
    <CounterPage
      procedures={await listAtCounter(req.ctx)}
      blocks={await listSlipBlocks(req.ctx)}
      csrf={req.csrf}
      raw={req.body}
      troubles={troubles}
    />
  )
  return page(content, {
    title: sayIn(req.lang)('Nộp tại quầy', 'File at the counter'),
    layout: 'desk',
    nav: COUNTER,
    ...(troubles.length > 0 ? { hasProblems: true, status } : {}),
  })
}

async function postStart(req: DeskRequest): Promise<WebReply> {
  const procedureKey = textIn(req.body, 'thu-tuc')
  const t = sayIn(req.lang)
  if (procedureKey === '') {
    return showCounter(req, [{ at: 'thu-tuc', text: t('Chọn thủ tục.', 'Choose a procedure.') }])
  }
  const slip = textIn(req.body, 'so-phieu') === '' ? undefined : await readSlip(req)
  if (slip && 'troubles' in slip) return showCounter(req, slip.troubles)
  try {
    const draft = await startAtCounter(req.ctx, { procedureKey, ...(slip ? { slip } : {}) })
    return redirect(`/can-bo/to-khai/${draft.id}`)
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('slip-')) throw error
    return refusedAt(req, error, error.code === 'slip-time-wrong' ? 'ngay' : 'so-phieu')
  }
}

function refusedAt(req: DeskRequest, refusal: Refusal, at: string): Promise<WebReply> {
  const { detail, status } = errorResponse(refusal, req.lang)
  return showCounter(req, [{ at, text: detail }], status)
}

type ReadSlip = { no: number; filedAt: Date } | { troubles: readonly Trouble[] }

/** Number, day and hour as they stand on the paper slip; everything wrong at once. */
async function readSlip(req: DeskRequest): Promise<ReadSlip> {
  const { city } = await worldOf(req.ctx.db)
  const world = formWorldOf(city, legalDay(req.ctx.clock.now()))
  const read = (field: FieldDefinition): { value: string; troubles: Trouble[] } => {
    const { value, problems } = parseInput(field, req.body)
    const wrong = problems.length > 0 ? problems : checkField(field, value, { answers: {}, world })
    const troubles = wrong.map(({ message, part }) => ({
      at: part ?? field.key,
      text: req.lang === 'en' ? (message.en ?? message.vi) : message.vi,
    }))
    return { value: String(value ?? ''), troubles }
  }
  const [day, time] = [read(COUNTER_FIELDS.day), read(COUNTER_FIELDS.time)]
  const no = Number(textIn(req.body, 'so-phieu'))
  const t = sayIn(req.lang)
  const isNumber = Number.isSafeInteger(no) && no > 0 && no < 1_000_000
  const noText = t('Nhập số in trên phiếu.', 'Enter the number printed on the slip.')
  const troubles = [
    ...(isNumber ? [] : [{ at: 'so-phieu', text: noText }]),
    ...day.troubles,
    ...time.troubles,
  ]
  if (troubles.length > 0) return { troubles }
  const [hours = 0, minutes = 0] = time.value.split(':').map(Number)
  return { no, filedAt: instantAt(plainDate(day.value), hours * 60 + minutes) }
}

async function postReserve(req: DeskRequest): Promise<WebReply> {
  try {
    const count = Number(textIn(req.body, 'so-luong'))
    const { firstNo } = await reserveSlips(req.ctx, { count })
    return redirect(`${COUNTER}/phieu-du-phong/${firstNo}`)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'slip-count-wrong') throw error
    return refusedAt(req, error, 'so-luong')
  }
}

/** The slips of one block, to be printed before they are needed. */
async function showSlips(req: DeskRequest): Promise<WebReply> {
  const firstNo = Number(req.params['firstNo'])
  const block = (await listSlipBlocks(req.ctx)).find((known) => known.firstNo === firstNo)
  if (!block) throw new Refusal('not-found')
  const { city } = await worldOf(req.ctx.db)
  const agency = city.agency(req.session.staff?.agencyId ?? '')
  const numbers = Array.from({ length: block.lastNo - firstNo + 1 }, (_, index) => firstNo + index)
  return page(<SlipSheet agency={agency?.fullName ?? ''} numbers={numbers} />, {
    title: `Phiếu tiếp nhận dự phòng ${firstNo}–${block.lastNo}`,
    layout: 'print',
  })
}
