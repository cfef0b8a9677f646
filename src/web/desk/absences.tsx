import {
  cancelAbsence,
  listAbsences,
  listStaffAt,
  recordAbsence,
  type Absence,
} from '../../modules/accounts/index.ts'
import { loadCity } from '../../modules/agencies/index.ts'
import {
  checkField,
  parseInput,
  type FieldDefinition,
  type Problem,
} from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay, parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { sayIn } from '../ui/lang.tsx'
import {
  ABSENCE_FIELDS,
  AbsencesPage,
  type AbsenceForm,
  type AbsenceRow,
} from './absences-page.tsx'
import { queryText, textIn, withQuery, type DeskRequest } from './desk-request.ts'

const URL = '/can-bo/vang-mat'

/** Who is away, when, and who does the work meanwhile; one's own, and for heads everybody's. */
export const absenceRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'absence.manage', handle: (req) => draw(req, {}) }),
  route({ method: 'POST', url: URL, action: 'absence.manage', handle: postAbsence }),
  route({ method: 'POST', url: `${URL}/huy`, action: 'absence.manage', handle: postCancel }),
]

const aboutTheForm = ['absence-days-wrong', 'absence-overlaps', 'absence-deputy-unfit']

async function postAbsence(req: DeskRequest): Promise<WebReply> {
  const from = await dayIn(req, ABSENCE_FIELDS.from)
  const to = await dayIn(req, ABSENCE_FIELDS.to)
  const problems = [...from.problems, ...to.problems]
  if (from.day === undefined || to.day === undefined) return draw(req, { problems })
  try {
    await recordAbsence(req.ctx, {
      staffId: textIn(req.body, 'ai') || ownId(req),
      fromDay: from.day,
      toDay: to.day,
      deputyId: textIn(req.body, 'thay') || null,
    })
    return redirect(withQuery(URL, 'vua', 'ghi'))
  } catch (error) {
    if (!(error instanceof Refusal) || !aboutTheForm.includes(error.code)) throw error
    return draw(req, { refusal: error })
  }
}

async function postCancel(req: DeskRequest): Promise<WebReply> {
  await cancelAbsence(req.ctx, textIn(req.body, 'lan'))
  return redirect(withQuery(URL, 'vua', 'huy'))
}

function ownId({ ctx: { actor } }: DeskRequest): string {
  return actor.kind === 'staff' ? actor.staffId : ''
}

type Read = { day: PlainDate | undefined; problems: readonly Problem[] }

async function dayIn(req: DeskRequest, field: FieldDefinition): Promise<Read> {
  const city = await loadCity(req.ctx.db)
  const world = formWorldOf(city, legalDay(req.ctx.clock.now()))
  const { value, problems } = parseInput(field, req.body)
  const wrong = problems.length > 0 ? problems : checkField(field, value, { answers: {}, world })
  return { day: wrong.length > 0 ? undefined : parsePlainDate(String(value)), problems: wrong }
}

const MAY_FOR_OTHERS = ['chairman', 'viceChairman', 'director', 'deputyDirector', 'unitAdmin']

type Shown = { problems?: readonly Problem[]; refusal?: Refusal }

async function draw(req: DeskRequest, shown: Shown): Promise<WebReply> {
  const { ctx, lang } = req
  const t = sayIn(lang)
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Refusal('not-found')
  const day = legalDay(ctx.clock.now())
  const asked = { agencyIds: [actor.agencyId], day }
  const staff = await listStaffAt(ctx.db, asked)
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  const absences = await listAbsences(ctx.db, asked)
  const mayForOthers = actor.roles.some((role) => MAY_FOR_OTHERS.includes(role))
  const form: AbsenceForm = {
    raw: req.method === 'POST' ? req.body : {},
    problems: shown.problems ?? [],
    refused: shown.refusal ? errorResponse(shown.refusal, lang).detail : null,
    colleagues: [...names].map(([id, name]) => ({ id, name })),
    ownId: actor.staffId,
    mayForOthers,
  }
  const rows = absences.map((absence) => rowOf(absence, { names, form }))
  const content = (
    <AbsencesPage form={form} rows={rows} csrf={req.csrf} lang={lang} said={saidOf(req)} />
  )
  const hasProblems = form.problems.length > 0 || shown.refusal !== undefined
  return page(content, {
    title: t('Vắng mặt', 'Absences'),
    layout: 'desk',
    nav: URL,
    scripts: ['desk.js'],
    ...(hasProblems ? { hasProblems, status: 422 } : {}),
  })
}

function saidOf(req: DeskRequest): string | undefined {
  const t = sayIn(req.lang)
  const said: Record<string, string> = {
    ghi: t('Đã ghi vắng mặt.', 'Absence recorded.'),
    huy: t('Đã hủy lần ghi vắng mặt.', 'Absence cancelled.'),
  }
  return said[queryText(req, 'vua')]
}

function rowOf(
  absence: Absence,
  { names, form }: { names: ReadonlyMap<string, string>; form: AbsenceForm },
): AbsenceRow {
  const { id, staffId, fromDay, toDay, deputyId } = absence
  return {
    id,
    name: names.get(staffId) ?? '',
    fromDay,
    toDay,
    deputy: deputyId === null ? null : (names.get(deputyId) ?? ''),
    mayCancel: form.mayForOthers || staffId === form.ownId,
  }
}
