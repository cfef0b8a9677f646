import { mark, type FieldMark } from '../../modules/dossiers/index.ts'
import { findField } from '../../modules/forms/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { sayIn } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import type { Lang } from '../words/index.ts'
import { fieldLabel } from './alike.ts'
import { done } from './acts.ts'
import {
  dossierUrl,
  nextPlace,
  queryText,
  queueOf,
  textIn,
  withQuery,
  type DeskRequest,
} from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { saveMarks } from './marks.ts'
import { closings } from './words.ts'

const URL = '/can-bo/ho-so/:dossierId/doi-chieu'

/** What was ticked, and what a paper says otherwise. */
export const compareFieldRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'dossier.check-field', handle: showField }),
  route({ method: 'POST', url: URL, action: 'dossier.check-field', handle: postMarks }),
]

async function showField(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const field = queryText(req, 'muc')
  if (!findField(facts.view.definition.form, field)) throw new Refusal('not-found')
  const known = facts.view.marks.find((one) => one.field === field)
  return fieldPage(facts, {
    field,
    paperSays: known?.paperSays ?? '',
    closedAs: known?.closedAs ?? '',
  })
}

type Difference = { field: string; paperSays: string; closedAs: string; refusal?: Refusal }

/** Either the ticks of the whole declaration, or one difference with its closing. */
async function postMarks(req: DeskRequest): Promise<WebReply> {
  const field = textIn(req.body, 'muc')
  if (field === '') {
    await saveMarks(req)
    const back = dossierUrl(req.params['dossierId'] ?? '', { queue: queueOf(req) })
    return redirect(nextPlace(req, withQuery(back, 'vua', 'doi-chieu')))
  }
  const paperSays = textIn(req.body, 'ghi')
  const closedAs = textIn(req.body, 'ket-luan')
  try {
    const closing = closings.find(({ value }) => value === closedAs)?.value ?? null
    await noteDifference(req, { field, paperSays, closedAs: closing })
    return done(req, 'doi-chieu')
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'difference-needs-paper') throw error
    return fieldPage(await dossierFacts(req), { field, paperSays, closedAs, refusal: error })
  }
}

function noteDifference(
  req: DeskRequest,
  given: Pick<FieldMark, 'field' | 'closedAs'> & { paperSays: string },
): Promise<void> {
  return mark(req.ctx, { code: req.params['dossierId'] ?? '', verdict: 'differs', ...given })
}

function fieldPage(facts: DossierFacts, shown: Difference): WebReply {
  const { code } = facts.view.dossier
  const { lang } = facts
  const t = sayIn(lang)
  const label = fieldLabel(facts.view.definition, shown.field, lang)
  const title = `${t('Khác giấy tờ', 'Differs from papers')}: ${label}`
  const problem = shown.refusal ? errorResponse(shown.refusal, lang) : undefined
  const value = facts.sections
    .flatMap(({ rows }) => rows)
    .find(({ field }) => field === shown.field)
  const content = (
    <div class="wrap page">
      <Back href={dossierUrl(code, { queue: facts.queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      {problem ? (
        <ErrorSummary lang={lang} items={[{ href: '#ghi', text: problem.detail }]} />
      ) : null}
      <h1 class="mb5">{title}</h1>
      <p class="mb5">
        {t('Tờ khai ghi:', 'The declaration says:')}{' '}
        <strong>{value?.value || t('để trống', 'empty')}</strong>
      </p>
      <form
        class="measure stack"
        method="post"
        action={dossierUrl(code, { tail: 'doi-chieu', queue: facts.queue })}
      >
        <Csrf token={facts.csrf} />
        <input type="hidden" name="muc" value={shown.field} />
        <div>
          <label for="ghi">
            {t('Giấy tờ ghi (nói rõ giấy nào)', 'The paper says (name the paper)')}
          </label>
          <input class="in in--full" id="ghi" name="ghi" value={shown.paperSays} autofocus />
        </div>
        <Closings chosen={shown.closedAs} lang={lang} />
        <button class="btn" data-key="F8">
          {t('Lưu chỗ khác', 'Save the difference')} <kbd>F8</kbd>
        </button>
      </form>
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

const UNCLEAR = { value: '', name: 'Chưa rõ, còn phải hỏi', en: 'Not clear yet, to be asked' }

/** How the difference came about, as far as it is known. */
function Closings({ chosen, lang }: { chosen: string; lang: Lang }) {
  const t = sayIn(lang)
  return (
    <fieldset>
      <legend>{t('Kết luận', 'Conclusion')}</legend>
      {[UNCLEAR, ...closings].map(({ value, name, en }) => (
        <label class="pick">
          <input type="radio" name="ket-luan" value={value} checked={value === chosen} />{' '}
          {t(name, en)}
        </label>
      ))}
      <p class="sm muted">
        {t(
          'Giấy chứng sinh sai: cơ sở y tế cấp lại. Khai nhầm: đề nghị người nộp sửa.',
          'Birth notice wrong: the hospital issues it again. Mistake: ask the submitter to change.',
        )}
      </p>
    </fieldset>
  )
}
