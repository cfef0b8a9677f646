import { Readable } from 'node:stream'
import { worldOf } from '../../modules/dossiers/index.ts'
import {
  checkField,
  parseInput,
  type FieldDefinition,
  type Problem,
  type RawInputs,
} from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import {
  listDossierRegister,
  printDossierRegister,
  thisMonth,
  type Period,
  type RegisterPage,
  type RegisterPlace,
} from '../../modules/slips/index.ts'
import { legalDay, parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, page, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { sayIn } from '../ui/lang.tsx'
import { queryText, type DeskRequest } from './desk-request.ts'
import { DossierRegisterPage, PERIOD_FIELDS } from './dossier-register-page.tsx'

const URL = '/can-bo/so-theo-doi'

/** Sổ theo dõi hồ sơ: for a period on the screen, page by page, and whole on paper. */
export const dossierRegisterRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'dossier-register.read', handle: showRegister }),
  route({
    method: 'GET',
    url: `${URL}/so.pdf`,
    action: 'dossier-register.read',
    handle: showPdf,
  }),
]

async function showRegister(req: DeskRequest): Promise<WebReply> {
  const { ctx } = req
  const read = await readPeriod(req)
  const found = read.period ? await listed(req, read.period) : { problems: [] }
  const problems = [...read.problems, ...found.problems]
  const { city } = await worldOf(ctx.db)
  const today = legalDay(ctx.clock.now())
  const own = ctx.actor.kind === 'staff' ? ctx.actor.agencyId : ''
  const content = (
    <DossierRegisterPage
      raw={read.raw}
      problems={problems}
      period={problems.length > 0 ? undefined : read.period}
      register={found.register}
      agencyId={agencyIn(req)}
      agencies={city.heldAgencies(own, today).map((id) => ({
        id,
        name: city.agency(id)?.name ?? id,
      }))}
    />
  )
  return page(content, {
    title: sayIn(req.lang)('Sổ theo dõi hồ sơ', 'Dossier register'),
    layout: 'desk',
    nav: URL,
    scripts: ['desk.js'],
    ...(problems.length > 0 ? { hasProblems: true } : {}),
  })
}

/** What the page itself can put right, at the day it is about. */
const aboutThePeriod = ['period-reversed', 'period-too-long']

async function listed(
  req: DeskRequest,
  period: Period,
): Promise<{ register?: RegisterPage; problems: readonly Problem[] }> {
  const after = placeIn(req)
  const asked = { ...period, agencyId: agencyIn(req), ...(after ? { after } : {}) }
  try {
    return { register: await listDossierRegister(req.ctx, asked), problems: [] }
  } catch (error) {
    if (!(error instanceof Refusal) || !aboutThePeriod.includes(error.code)) throw error
    const message = { vi: errorResponse(error, 'vi').detail, en: errorResponse(error, 'en').detail }
    return { problems: [{ field: PERIOD_FIELDS.to.key, code: error.code, message }] }
  }
}

async function showPdf(req: DeskRequest): Promise<WebReply> {
  const [from, to] = [parsePlainDate(queryText(req, 'tu')), parsePlainDate(queryText(req, 'den'))]
  if (!from || !to) throw new Refusal('not-found')
  const pdf = await printDossierRegister(req.ctx, { from, to, agencyId: agencyIn(req) })
  return bytes(Readable.from(pdf), {
    type: 'application/pdf',
    filename: `so-theo-doi-${from}-${to}.pdf`,
    inline: true,
    framed: true,
  })
}

function agencyIn(req: DeskRequest): string {
  const own = req.ctx.actor.kind === 'staff' ? req.ctx.actor.agencyId : ''
  return queryText(req, 'cq') || own
}

/** `2016-08-12T07:00:00.000Z_31`; anything else begins at the beginning. */
function placeIn(req: DeskRequest): RegisterPlace | undefined {
  const [, at, no] = /^([\dTZ:.-]{24})_(\d{1,9})$/.exec(queryText(req, 'sau')) ?? []
  const issuedAt = new Date(at ?? '')
  return Number.isNaN(issuedAt.getTime()) ? undefined : { issuedAt, no: Number(no) }
}

type Read = { raw: RawInputs; period?: Period; problems: readonly Problem[] }

/** As typed in the form; as linked by the page itself; else the month so far. */
async function readPeriod(req: DeskRequest): Promise<Read> {
  const now = req.ctx.clock.now()
  const linked = [queryText(req, 'tu'), queryText(req, 'den')].map(parsePlainDate)
  const isTyped = Object.keys(req.query).some((name) => /^(tu|den)\./.test(name))
  if (!isTyped) {
    const month = thisMonth(now)
    const period = { from: linked[0] ?? month.from, to: linked[1] ?? month.to }
    return {
      raw: { ...rawOf('tu', period.from), ...rawOf('den', period.to) },
      period,
      problems: [],
    }
  }
  const raw = Object.fromEntries(Object.keys(req.query).map((name) => [name, queryText(req, name)]))
  const { city } = await worldOf(req.ctx.db)
  const world = formWorldOf(city, legalDay(now))
  const [from, to] = [PERIOD_FIELDS.from, PERIOD_FIELDS.to].map((field) =>
    readDay(field, raw, world),
  )
  const problems = [...from!.problems, ...to!.problems]
  return from!.day && to!.day && problems.length === 0
    ? { raw, period: { from: from!.day, to: to!.day }, problems }
    : { raw, problems }
}

function readDay(field: FieldDefinition, raw: RawInputs, world: ReturnType<typeof formWorldOf>) {
  const { value, problems } = parseInput(field, raw)
  const wrong = problems.length > 0 ? problems : checkField(field, value, { answers: {}, world })
  return { day: parsePlainDate(String(value ?? '')), problems: wrong }
}

function rawOf(key: string, day: PlainDate): RawInputs {
  const [year, month, date] = day.split('-')
  return { [`${key}.day`]: date, [`${key}.month`]: month, [`${key}.year`]: year }
}
