import {
  collectingAct,
  handOver,
  originalsToCompare,
  printOnBlank,
  register,
  viewBlanks,
} from '../../modules/registry/index.ts'
import { conditionFields, evaluate, type Condition } from '../../modules/forms/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, page, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { sayIn } from '../ui/lang.tsx'
import { done } from './acts.ts'
import { actIn, listIn, textIn, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { HandOverPage, type HandOverShown } from './hand-over-page.tsx'
import { refusable } from './refusable.ts'

const DOSSIER = '/can-bo/ho-so/:dossierId'

/** The citizen stands at the counter: originals, signatures in the paper book, the certificate. */
export const handOverRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: `${DOSSIER}/tra-ket-qua`,
    action: 'dossier.hand-over',
    handle: (req) => show(req, {}),
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/tra-ket-qua`,
    action: 'dossier.hand-over',
    handle: send,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/in-phoi`,
    action: 'dossier.print-certificate',
    handle: print,
  }),
]

async function show(
  req: DeskRequest,
  given: { typed?: HandOverShown['typed']; refusal?: Refusal },
): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const { state } = facts.view.dossier
  if (state !== 'signed' && state !== 'interlinking')
    throw new Refusal('act-not-now', { action: 'handOver', state })
  const collecting = await collectingAct(req.ctx, facts.view)
  if (collecting === 'wait') throw new Refusal('legs-still-open')
  const blanks = await viewBlanks(req.ctx)
  const typed = given.typed ?? {
    compared: [],
    book: `01/${facts.entry?.year ?? ''}`,
    page: '',
    collector: expectedCollector(facts),
  }
  const problem = given.refusal ? errorResponse(given.refusal, req.lang) : undefined
  const content = (
    <HandOverPage
      facts={facts}
      collecting={collecting}
      originals={state === 'signed' ? originalsToCompare(facts.view.definition, facts.answers) : []}
      blanks={blanks}
      typed={typed}
      {...(problem ? { problem: problem.detail } : {})}
    />
  )
  return page(content, {
    title: sayIn(req.lang)('Trả kết quả', 'Hand over'),
    layout: 'desk',
    nav: '/can-bo/tra-ket-qua',
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

/** Who is to come, as the declaration says: the requester, or the other person named there. */
function expectedCollector({ view, answers }: DossierFacts): string {
  const { form, roles } = view.definition
  const named = form.pages
    .flatMap(({ fields }) => fields)
    .find(({ type, when }) => type === 'name' && when && isAbout(when, roles.collector))
  const isOther = named?.when !== undefined && evaluate(named.when, answers)
  const other = isOther ? answers[named.key] : undefined
  const isName = typeof other === 'object' && 'full' in other
  return (isName ? other.full : view.dossier.requesterName) ?? ''
}

function isAbout(when: Condition, field: string | null): boolean {
  return field !== null && conditionFields(when).includes(field)
}

/** Refusals that the form itself can put right. */
const aboutTheForm = [
  'originals-not-compared',
  'book-page-missing',
  'reason-missing',
  'blank-not-in-stock',
  'printer-unknown',
]

function send(req: DeskRequest): Promise<WebReply> {
  const typed = {
    compared: listIn(req.body, 'goc'),
    book: textIn(req.body, 'quyen'),
    page: textIn(req.body, 'trang'),
    collector: textIn(req.body, 'nguoi-nhan'),
  }
  return refusable(req, ['quyen', 'trang', 'nguoi-nhan'], async () => {
    try {
      const isRegister = textIn(req.body, 'viec') === 'register'
      await (isRegister ? register : handOver)(req.ctx, {
        ...actIn(req),
        compared: typed.compared,
        paperBook: typed.book,
        paperPage: Number(typed.page),
        collector: typed.collector,
      })
      if (isRegister) return done(req, 'ky-so')
      return done(req, typed.book === '' ? 'da-tra' : 'tra-ket-qua')
    } catch (error) {
      if (!(error instanceof Refusal) || !aboutTheForm.includes(error.code)) throw error
      return show(req, { typed, refusal: error })
    }
  })
}

/** Answers the PDF to print; the blank counts as used from now on. */
function print(req: DeskRequest): Promise<WebReply> {
  return refusable(req, [], async () => {
    try {
      const pdf = await printOnBlank(req.ctx, {
        code: req.params['dossierId'] ?? '',
        serial: textIn(req.body, 'phoi'),
        printerId: textIn(req.body, 'may-in'),
      })
      return bytes(pdf, { type: 'application/pdf', filename: 'in-phoi.pdf', inline: true })
    } catch (error) {
      if (!(error instanceof Refusal) || !aboutTheForm.includes(error.code)) throw error
      return show(req, { refusal: error })
    }
  })
}
