import { approveSupplement, turnDownSupplement, type Asking } from '../../modules/dossiers/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { sayIn, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { done } from './acts.ts'
import { actIn, dossierUrl, textIn, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { moment } from './moments.ts'
import { refusable } from './refusable.ts'
import { itemName, proposedText } from './supplement-answers.tsx'

const URL = '/can-bo/ho-so/:dossierId/bo-sung-lan-nua'

/** The supervisor reads what an officer wants to request again, and lets it go out or not. */
export const secondRequestRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'dossier.decide-supplement', handle: show }),
  route({ method: 'POST', url: URL, action: 'dossier.decide-supplement', handle: decide }),
]

async function show(req: DeskRequest): Promise<WebReply> {
  return secondRequestPage(await dossierFacts(req), {})
}

const aboutTheReason = ['reason-missing', 'reason-too-long']

function decide(req: DeskRequest): Promise<WebReply> {
  const reason = textIn(req.body, 'reason')
  const isApproval = textIn(req.body, 'y-kien') !== 'khong'
  return refusable(req, ['reason'], async () => {
    try {
      const verb = isApproval ? approveSupplement : turnDownSupplement
      await verb(req.ctx, { ...actIn(req), reason })
      return done(req, isApproval ? 'bo-sung' : 'khong-bo-sung')
    } catch (error) {
      if (!(error instanceof Refusal) || !aboutTheReason.includes(error.code)) throw error
      return secondRequestPage(await dossierFacts(req), { reason, refusal: error })
    }
  })
}

type Shown = { reason?: string; refusal?: Refusal }

function secondRequestPage(facts: DossierFacts, shown: Shown): WebReply {
  const { view, lang, asking } = facts
  if (!asking)
    throw new Refusal('act-not-now', { action: 'approveSupplement', state: view.dossier.state })
  const t = sayIn(lang)
  const title = t('Yêu cầu bổ sung lần nữa', 'Second supplement request')
  const problem = shown.refusal ? errorResponse(shown.refusal, lang) : undefined
  const content = (
    <div class="wrap page">
      <Back href={dossierUrl(view.dossier.code, { queue: facts.queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      {problem ? (
        <ErrorSummary lang={lang} items={[{ href: '#reason', text: problem.detail }]} />
      ) : null}
      <h1>{title}</h1>
      <p class="mb5">
        {view.dossier.code} · {view.dossier.subjectName}.{' '}
        {t(
          'Những chỗ này đã thấy được ở lần yêu cầu trước. Quy định cho yêu cầu một lần, đầy đủ.',
          'This could have been asked the first time. The law allows one request, in full.',
        )}
      </p>
      <div class="measure stack">
        <AskedItems facts={facts} asking={asking} />
        <Decision facts={facts} reason={shown.reason ?? ''} />
      </div>
    </div>
  )
  return page(content, {
    title,
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

function AskedItems({ facts, asking }: { facts: DossierFacts; asking: Asking }) {
  const { view, names, now, lang } = facts
  const t = useSay()
  const why = view.notes.find(({ kind }) => kind === 'supplement-asking')?.body ?? ''
  const officer = names.get(asking.askedBy) ?? t('Cán bộ', 'An officer')
  return (
    <section aria-labelledby="xin-h">
      <h2 id="xin-h">
        {officer} {t('xin yêu cầu', 'asks to request')}, {moment(asking.askedAt, now)}
      </h2>
      <ul class="bul">
        {asking.items.map((item) => (
          <li>
            <b>{itemName(facts, item, lang)}</b> {item.reason}
            {proposedText(facts, item, lang)}
          </li>
        ))}
      </ul>
      <p class="mt4">
        {t('Lý do của cán bộ:', 'The officer’s reason:')} {why}
      </p>
    </section>
  )
}

function Decision({ facts, reason }: { facts: DossierFacts; reason: string }) {
  const { view, queue } = facts
  const t = useSay()
  return (
    <form
      class="stack"
      method="post"
      action={dossierUrl(view.dossier.code, { tail: 'bo-sung-lan-nua', queue })}
    >
      <Csrf token={facts.csrf} />
      <input type="hidden" name="version" value={view.dossier.version} />
      <input type="hidden" name="key" value={facts.key} />
      <div>
        <label for="reason">{t('Ý kiến của lãnh đạo', 'The supervisor’s reason')}</label>
        <p class="sm muted" id="reason-hint">
          {t(
            'Ghi vì sao đồng ý hoặc không. Lý do được lưu cùng hồ sơ.',
            'Say why or why not, in Vietnamese. It is kept with the dossier.',
          )}
        </p>
        <textarea
          class="in in--area in--full"
          id="reason"
          name="reason"
          rows={3}
          aria-describedby="reason-hint"
        >
          {reason}
        </textarea>
      </div>
      <p class="acts">
        <button class="btn" name="y-kien" value="dong-y" data-key="F8">
          {t('Đồng ý, gửi yêu cầu', 'Approve and send')} <kbd>F8</kbd>
        </button>
        <button class="btn btn--2" name="y-kien" value="khong">
          {t('Không đồng ý', 'Turn down')}
        </button>
      </p>
    </form>
  )
}
