import {
  countStopped,
  listDeadLetters,
  listExchange,
  listOtherParties,
  listRefusals,
  listSilentParties,
  sendAgain,
  viewLeg,
} from '../../modules/interlink/index.ts'
import { worldOf } from '../../modules/dossiers/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { sayIn } from '../ui/lang.tsx'
import { queryText, withQuery, type DeskRequest } from './desk-request.ts'
import { AgainPage, LegPage } from './exchange-leg-page.tsx'
import { ExchangePage, type ExchangeShown, type Tab } from './exchange-page.tsx'
import { EXCHANGE, legUrl } from './exchange-urls.ts'

const LEG = `${EXCHANGE}/:agencyId/:leg`

/** *Trao đổi liên thông*: what waits, what stopped and why, what was refused, who does not answer. */
export const exchangeRoutes: readonly Route[] = [
  route({ method: 'GET', url: EXCHANGE, action: 'exchange.read', handle: show }),
  route({ method: 'GET', url: LEG, action: 'exchange.read', handle: showLeg }),
  route({
    method: 'GET',
    url: `${LEG}/gui-lai/:messageId`,
    action: 'exchange.send-again',
    handle: showAgain,
  }),
  route({
    method: 'POST',
    url: `${LEG}/gui-lai/:messageId`,
    action: 'exchange.send-again',
    handle: postAgain,
  }),
]

const tabs: Readonly<Record<string, Tab>> = {
  cho: 'waiting',
  dung: 'stopped',
  'tu-choi': 'refused',
  'doi-tac': 'parties',
}

async function show(req: DeskRequest): Promise<WebReply> {
  const asked = queryText(req, 'xem')
  const tab = Object.hasOwn(tabs, asked) ? tabs[asked]! : 'waiting'
  const { city } = await worldOf(req.ctx.db)
  const parties = await listOtherParties(req.ctx)
  const wanted = queryText(req, 'doi-tac')
  const party = parties.includes(wanted) ? wanted : ''
  const shown: ExchangeShown = {
    tab,
    city,
    party,
    parties,
    now: req.ctx.clock.now(),
    stopped: await countStopped(req.ctx),
    isFirst: queryText(req, 'sau') === '',
    ...(await rowsOf(req, tab, party)),
  }
  return page(<ExchangePage shown={shown} />, options(req))
}

type Rows = Pick<ExchangeShown, 'legs' | 'messages' | 'refusals' | 'lines' | 'next'>

const none: Rows = { legs: [], messages: [], refusals: [], lines: [], next: null }

async function rowsOf(req: DeskRequest, tab: Tab, party: string): Promise<Rows> {
  const { ctx } = req
  const given = party === '' ? {} : { party }
  const after = afterIn(queryText(req, 'sau'))
  const text = (at: Date, id: string) => `${at.toISOString()}~${id}`
  if (tab === 'waiting') {
    const place = after && { openedAt: after.at, leg: after.id }
    const { rows, next } = await listExchange(ctx, {
      ...given,
      isWaiting: true,
      ...(place ? { after: place } : {}),
    })
    return { ...none, legs: rows, next: next && text(next.openedAt, next.leg) }
  }
  if (tab === 'stopped') {
    const place = after && { deadAt: after.at, id: after.id }
    const { rows, next } = await listDeadLetters(ctx, {
      ...given,
      ...(place ? { after: place } : {}),
    })
    return { ...none, messages: rows, next: next && text(next.deadAt, next.id) }
  }
  if (tab === 'refused') {
    const place = after && { lastAt: after.at, messageId: after.id || null, code: after.code }
    const { rows, next } = await listRefusals(ctx, place ? { after: place } : {})
    const then = next && `${text(next.lastAt, next.messageId ?? '')}~${next.code}`
    return { ...none, refusals: rows, next: then }
  }
  return { ...none, lines: await listSilentParties(ctx) }
}

/** Keyset of the page before; what is not understood begins at the front. */
function afterIn(value: string): { at: Date; id: string; code: string } | undefined {
  const [instant = '', id = '', code = ''] = value.split('~')
  const at = new Date(instant)
  const isId = id === '' || /^[0-9a-f-]{36}$/.test(id)
  return Number.isNaN(at.getTime()) || !isId ? undefined : { at, id, code }
}

async function showLeg(req: DeskRequest): Promise<WebReply> {
  const view = await viewLeg(req.ctx, placeIn(req))
  const { city } = await worldOf(req.ctx.db)
  const now = req.ctx.clock.now()
  const isSent = queryText(req, 'vua') === 'gui-lai'
  return page(<LegPage view={view} city={city} now={now} isSent={isSent} />, options(req))
}

/** Refuses `not-found` for anything that is no message of a leg of the officer's agencies. */
async function showAgain(req: DeskRequest): Promise<WebReply> {
  const view = await viewLeg(req.ctx, placeIn(req))
  const message = view.messages.find(({ id }) => id === req.params['messageId'])
  if (!message) throw new Refusal('not-found')
  const { city } = await worldOf(req.ctx.db)
  const now = req.ctx.clock.now()
  return page(<AgainPage message={message} city={city} now={now} csrf={req.csrf} />, options(req))
}

async function postAgain(req: DeskRequest): Promise<WebReply> {
  const place = placeIn(req)
  await sendAgain(req.ctx, { messageId: idIn(req, 'messageId') })
  return redirect(withQuery(legUrl(place), 'vua', 'gui-lai'))
}

function placeIn(req: DeskRequest): { agencyId: string; leg: string } {
  return { agencyId: req.params['agencyId'] ?? '', leg: idIn(req, 'leg') }
}

/** A path that is no id leads nowhere. Refuses `not-found`. */
function idIn(req: DeskRequest, name: string): string {
  const id = req.params[name] ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Refusal('not-found')
  return id
}

function options(req: DeskRequest) {
  const title = sayIn(req.lang)('Trao đổi liên thông', 'Exchange with other agencies')
  return { title, layout: 'desk', nav: EXCHANGE, scripts: ['desk.js'] } as const
}
