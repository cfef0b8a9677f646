import { receiveBlanks, savePrinter, spoilBlank, viewBlanks } from '../../modules/registry/index.ts'
import { slugOf } from '../../modules/agencies/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import type { Text } from '../../modules/forms/index.ts'
import { sayIn } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import { BlanksPage, type BlanksShown } from './blanks-page.tsx'
import { queryText, textIn, type DeskRequest } from './desk-request.ts'

const URL = '/can-bo/phoi'

const told: Readonly<Record<string, Text>> = {
  nhan: { vi: 'Đã nhập kho phôi.', en: 'Blanks added to stock.' },
  hong: { vi: 'Đã ghi phôi hỏng.', en: 'Spoiled blank recorded.' },
  'may-in': { vi: 'Đã lưu máy in.', en: 'Printer saved.' },
}

/** The Ministry's numbered blanks and the offsets of the printers. */
export const blankRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: URL,
    action: 'blank.manage',
    handle: (req) => show(req, {}),
  }),
  post('nhan', (req) =>
    receiveBlanks(req.ctx, {
      firstSerial: textIn(req.body, 'so-dau'),
      count: Number(textIn(req.body, 'so-luong')),
    }),
  ),
  post('hong', (req) =>
    spoilBlank(req.ctx, { serial: textIn(req.body, 'so'), reason: textIn(req.body, 'ly-do') }),
  ),
  post('may-in', (req) => {
    const name = textIn(req.body, 'ten')
    return savePrinter(req.ctx, {
      id: textIn(req.body, 'id') || slugOf(name).slice(0, 30),
      name,
      dxMm: millimetres(textIn(req.body, 'ngang')),
      dyMm: millimetres(textIn(req.body, 'doc')),
    })
  }),
]

function post(what: string, work: (req: DeskRequest) => Promise<unknown>): Route {
  return route({
    method: 'POST',
    url: `${URL}/${what}`,
    action: 'blank.manage',
    handle: async (req) => {
      try {
        await work(req)
        return redirect(`${URL}?vua=${what}`)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return show(req, { refusal: error })
      }
    },
  })
}

/** "1,5" as people type it; empty is zero. */
function millimetres(text: string): number {
  return text === '' ? 0 : Number(text.replace(',', '.'))
}

async function show(req: DeskRequest, { refusal }: { refusal?: Refusal }): Promise<WebReply> {
  const blanks = await viewBlanks(req.ctx)
  const problem = refusal ? errorResponse(refusal, req.lang) : undefined
  const key = queryText(req, 'vua')
  const shown: BlanksShown = {
    blanks,
    csrf: req.csrf,
    today: legalDay(req.ctx.clock.now()),
    typed: (name) => (refusal ? textIn(req.body, name) : ''),
    flash: Object.hasOwn(told, key) ? say(told[key]!, req.lang) : undefined,
    problem: problem?.detail,
  }
  return page(<BlanksPage {...shown} />, {
    title: sayIn(req.lang)('Phôi và máy in', 'Blanks and printers'),
    layout: 'desk',
    nav: URL,
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}
