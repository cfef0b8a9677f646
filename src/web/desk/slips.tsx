import type { Text } from '../../modules/forms/index.ts'
import type { SlipData } from '../../modules/papers/index.ts'
import {
  currentControlSlip,
  newestSlip,
  readSlip,
  slipNumber,
  slipOfPath,
  slipsOf,
  type SlipKind,
} from '../../modules/slips/index.ts'
import { getForStaff } from '../../modules/dossiers/index.ts'
import { staffNames } from '../../modules/accounts/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, page, route, type Route, type WebReply } from '../http/route.ts'
import { sayIn, useLang, useSay } from '../ui/lang.tsx'
import { isLongSlip, SlipSheet } from '../ui/slip-sheet.tsx'
import { say } from '../words/index.ts'
import { dossierUrl, queueOf, type DeskRequest } from './desk-request.ts'
import { SlipsPage } from './slips-page.tsx'

const DOSSIER = '/can-bo/ho-so/:dossierId'

type Printed = { tail: string; kinds: readonly SlipKind[]; title: Text }

/** The newest of these, as the browser at the counter prints it. */
const printed: readonly Printed[] = [
  {
    tail: 'giay-hen',
    kinds: ['receipt'],
    title: { vi: 'Giấy hẹn', en: 'Receipt' },
  },
  {
    tail: 'phieu-bo-sung',
    kinds: ['supplement'],
    title: { vi: 'Phiếu bổ sung hồ sơ', en: 'Supplement request slip' },
  },
  {
    tail: 'phieu-tu-choi',
    kinds: ['decline', 'refusal'],
    title: { vi: 'Phiếu từ chối', en: 'Refusal slip' },
  },
]

/** The official papers of a dossier: all of them, each as it was issued, and ready for the printer. */
export const slipRoutes: readonly Route[] = [
  ...printed.map((paper) =>
    route({
      method: 'GET',
      url: `${DOSSIER}/${paper.tail}`,
      action: 'dossier.read-paper',
      handle: (req) => showSheets(req, paper),
    }),
  ),
  route({
    method: 'GET',
    url: `${DOSSIER}/giay-to`,
    action: 'dossier.read-paper',
    handle: showSlips,
  }),
  route({
    method: 'GET',
    url: `${DOSSIER}/giay-to/:slip`,
    action: 'dossier.read-paper',
    handle: showPdf,
  }),
  route({
    method: 'GET',
    url: `${DOSSIER}/phieu-kiem-soat`,
    action: 'dossier.read-paper',
    handle: showControl,
  }),
]

const PDF = 'application/pdf'

async function showSlips(req: DeskRequest): Promise<WebReply> {
  const { ctx, lang } = req
  const dossier = await getForStaff(ctx, refOf(req))
  const slips = await slipsOf(ctx, dossier.id)
  const names = await staffNames(
    ctx.db,
    slips.map(({ issuedBy }) => issuedBy),
  )
  const title = sayIn(lang)('Giấy tờ đã cấp', 'Papers issued')
  const content = <SlipsPage dossier={dossier} slips={slips} names={names} queue={queueOf(req)} />
  return page(content, {
    title: `${title} ${dossier.code}`,
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
  })
}

/** The kept PDF: the same bytes each time. */
async function showPdf(req: DeskRequest): Promise<WebReply> {
  const asked = slipOfPath(req.params['slip'] ?? '')
  if (!asked) throw new Refusal('not-found')
  const { slip, pdf } = await readSlip(req.ctx, req.deps, { ...asked, dossier: refOf(req) })
  const filename = `${slipNumber(slip).replace('/', '-')}-${slip.year}.pdf`
  return bytes(pdf, { type: PDF, filename, inline: true, framed: true })
}

async function showControl(req: DeskRequest): Promise<WebReply> {
  const pdf = await currentControlSlip(req.ctx, req.deps, refOf(req))
  return bytes(pdf, { type: PDF, filename: 'phieu-kiem-soat.pdf', inline: true, framed: true })
}

async function showSheets(req: DeskRequest, paper: Printed): Promise<WebReply> {
  const asked = { dossier: refOf(req), kinds: paper.kinds }
  const { dossier, slip } = await newestSlip(req.ctx, req.deps, asked)
  const title = `${say(paper.title, req.lang)} ${dossier.code}`
  const back = (tail?: string) =>
    dossierUrl(dossier.code, { ...(tail ? { tail } : {}), queue: queueOf(req) })
  const content = (
    <>
      <header class="tools">
        <Tools title={title} list={back('giay-to')} dossier={back()} queue={queueOf(req)} />
      </header>
      <Sheets slip={slip} />
    </>
  )
  return page(content, { title, layout: 'print', scripts: ['desk.js'] })
}

function Tools(props: { title: string; list: string; dossier: string; queue: string }) {
  const t = useSay()
  return (
    <>
      <h1>{props.title}</h1>
      <span>{t('Khổ A5 (mặc định) và A4', 'Sizes A5 (default) and A4')}</span>
      <button type="button" data-print data-key="F8" hidden>
        {t('In (F8)', 'Print (F8)')}
      </button>
      <a href={props.list}>{t('Bản PDF chính thức', 'Official PDF')}</a>
      <a href={props.dossier} data-key="Escape">
        {t('Về hồ sơ', 'Back to the dossier')}
      </a>
      <a href={`/can-bo/ho-so?hang=${props.queue}`} data-key="J">
        {t('Về danh sách (J)', 'Back to the list (J)')}
      </a>
    </>
  )
}

/** A5, the form's size, and A4. The papers stay Vietnamese: the law gives their words. */
function Sheets({ slip }: { slip: SlipData }) {
  const paperLang = useLang() === 'en' ? 'vi' : undefined
  return (
    <>
      {(['a5', 'a4'] as const).map((size) => (
        <article
          class={`sheet ${size}${isLongSlip(slip) ? ' tight' : ''}`}
          lang={paperLang}
          aria-labelledby={`s-${size}`}
        >
          <SlipSheet slip={slip} size={size} />
        </article>
      ))}
    </>
  )
}

function refOf(req: DeskRequest): string {
  return req.params['dossierId'] ?? ''
}
