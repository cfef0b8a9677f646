import {
  blankMinutes,
  listDossierBlanks,
  minutesNumber,
  replaceCertificate,
  viewBlanks,
} from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf, Flash } from '../ui/parts.tsx'
import { ReasonText } from './book-act.tsx'
import {
  actIn,
  dossierUrl,
  queryText,
  textIn,
  withQuery,
  type DeskRequest,
} from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { PrintForm } from './hand-over-page.tsx'
import { refusable } from './refusable.ts'
import { flashText } from './words.ts'

const URL = '/can-bo/ho-so/:dossierId/lap-lai'

/** An original that must not be used: its blank destroyed with minutes, another one printed. */
export const replaceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: URL,
    action: 'dossier.replace-certificate',
    handle: (req) => show(req, {}),
  }),
  route({ method: 'POST', url: URL, action: 'dossier.replace-certificate', handle: send }),
  route({
    method: 'GET',
    url: '/can-bo/phoi/bien-ban/:year/:no',
    action: 'blank.manage',
    handle: minutesPdf,
  }),
]

const aboutTheForm = ['blank-not-in-stock', 'reason-missing', 'reason-too-long', 'act-not-now']

function send(req: DeskRequest): Promise<WebReply> {
  return refusable(req, ['ly-do'], async () => {
    try {
      const given = { reason: textIn(req.body, 'ly-do'), serial: textIn(req.body, 'phoi') }
      const { code } = await replaceCertificate(req.ctx, { ...actIn(req), ...given })
      return redirect(withQuery(dossierUrl(code, { tail: 'lap-lai' }), 'vua', 'lap-lai'))
    } catch (error) {
      if (!(error instanceof Refusal) || !aboutTheForm.includes(error.code)) throw error
      return show(req, { refusal: error })
    }
  })
}

type Shown = {
  facts: DossierFacts
  used: Awaited<ReturnType<typeof listDossierBlanks>>
  blanks: Awaited<ReturnType<typeof viewBlanks>>
  typed: { serial: string; reason: string }
  flash: string | undefined
  problem: string | undefined
}

async function show(req: DeskRequest, given: { refusal?: Refusal }): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const { code, state } = facts.view.dossier
  if (!facts.entry) throw new Refusal('act-not-now', { action: 'replaceCertificate', state })
  const problem = given.refusal ? errorResponse(given.refusal, req.lang) : undefined
  const shown: Shown = {
    facts,
    used: await listDossierBlanks(req.ctx, code),
    blanks: await viewBlanks(req.ctx),
    typed: { serial: textIn(req.body, 'phoi'), reason: textIn(req.body, 'ly-do') },
    flash: flashText(queryText(req, 'vua'), req.lang),
    problem: problem?.detail,
  }
  return page(<ReplacePage {...shown} />, {
    title: req.lang === 'en' ? 'Make the original anew' : 'Hủy phôi, lập lại bản chính',
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

function ReplacePage(shown: Shown) {
  const { facts, blanks, flash, problem } = shown
  const t = useSay()
  const lang = useLang()
  const { dossier } = facts.view
  return (
    <div class="wrap page">
      {flash ? <Flash>{flash}</Flash> : null}
      {problem ? <ErrorSummary lang={lang} items={[{ href: '#ly-do', text: problem }]} /> : null}
      <Back href={dossierUrl(dossier.code, { queue: facts.queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      <h1>{t('Hủy phôi, lập lại bản chính', 'Make the original anew')}</h1>
      <p class="mb5">
        {dossier.code} · <span lang={lang === 'en' ? 'vi' : undefined}>{dossier.subjectName}</span>
      </p>
      <Destroyed {...shown} />
      <ReplaceForm {...shown} />
      <div class="mt5">
        <PrintForm facts={facts} blanks={blanks} />
      </div>
    </div>
  )
}

function ReplaceForm({ facts, used, typed }: Shown) {
  const t = useSay()
  const { dossier } = facts.view
  const printed = used.filter(({ state }) => state === 'used')
  return (
    <form
      class="card stack measure"
      method="post"
      action={dossierUrl(dossier.code, { tail: 'lap-lai', queue: facts.queue })}
    >
      <Csrf token={facts.csrf} />
      <input type="hidden" name="version" value={dossier.version} />
      <input type="hidden" name="key" value={facts.key} />
      <p>
        {t(
          'Phôi bị hủy có biên bản; mã QR của bản cũ báo “đã thay”. Nội dung sai thì sửa ở trang sổ.',
          'The blank is destroyed with minutes and its QR says “replaced”. Wrong contents are put right on the entry’s page.',
        )}
      </p>
      {printed.length > 0 ? (
        <div>
          <label for="phoi">{t('Phôi hủy', 'Blank to destroy')}</label>
          <select class="in" id="phoi" name="phoi">
            {printed.map(({ serial }) => (
              <option value={serial} selected={serial === typed.serial}>
                {serial}
              </option>
            ))}
            <option value="">{t('Không hủy phôi', 'None')}</option>
          </select>
        </div>
      ) : null}
      <ReasonText id="ly-do" label={t('Lý do', 'Reason')} value={typed.reason} />
      <button class="btn btn--danger" data-key="F8">
        {t('Hủy và lập lại', 'Destroy and make anew')} <kbd>F8</kbd>
      </button>
    </form>
  )
}

/** Minutes of the blanks that were destroyed for this dossier. */
function Destroyed({ used }: Shown) {
  const t = useSay()
  const lang = useLang()
  const destroyed = used.filter(({ minutes }) => minutes !== null)
  if (destroyed.length === 0) return null
  return (
    <section class="mb4" aria-labelledby="da-huy">
      <h2 id="da-huy">{t('Phôi đã hủy', 'Blanks destroyed')}</h2>
      <ul class="bul">
        {destroyed.map(({ serial, minutes, reason }) => (
          <li>
            {serial}:{' '}
            <a href={minutesUrl(minutes!)}>
              {t('Biên bản số', 'Minutes no.')} {minutesNumber(minutes!)}
            </a>
            , <span lang={lang === 'en' ? 'vi' : undefined}>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The address of the minutes of a destroyed blank. */
export function minutesUrl({ year, no }: { year: number; no: number }): string {
  return `/can-bo/phoi/bien-ban/${year}/${no}`
}

async function minutesPdf(req: DeskRequest): Promise<WebReply> {
  const [year, no] = [Number(req.params['year']), Number(req.params['no'])]
  const isKey = Number.isSafeInteger(year) && Number.isSafeInteger(no) && year < 10_000 && no > 0
  if (!isKey || no > 2_000_000_000) throw new Refusal('not-found')
  const pdf = await blankMinutes(req.ctx, { year, no })
  return bytes(pdf, { type: 'application/pdf', filename: 'bien-ban-huy-phoi.pdf', inline: true })
}
