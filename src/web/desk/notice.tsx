import { postNotice } from '../../modules/dossiers/index.ts'
import {
  checkField,
  parseInput,
  type FieldDefinition,
  type Problem,
  type RawInputs,
} from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { sayIn, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { done } from './acts.ts'
import { actIn, dossierUrl, textIn, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { refusable } from './refusable.ts'
import { Posted } from './posted.tsx'

const URL = '/can-bo/ho-so/:dossierId/niem-yet'

/** The public notice that the law wants before a registration: where and since when it hangs. */
export const noticeRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'dossier.post-notice', handle: showNotice }),
  route({ method: 'POST', url: URL, action: 'dossier.post-notice', handle: postIt }),
]

const FROM: FieldDefinition = {
  key: 'tu',
  type: 'date',
  latest: 'today',
  label: { vi: 'Ngày bắt đầu niêm yết', en: 'First day of the notice' },
}

type Shown = { raw: RawInputs; problems: readonly Problem[]; refused: string | null }

async function showNotice(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const { state } = facts.view.dossier
  if (!facts.acts.includes('postNotice'))
    throw new Refusal('act-not-now', { action: 'postNotice', state })
  return draw(facts, { raw: {}, problems: [], refused: null })
}

const aboutTheForm = ['notice-place-missing', 'notice-days-wrong']

function postIt(req: DeskRequest): Promise<WebReply> {
  return refusable(req, ['noi'], async () => {
    const facts = await dossierFacts(req)
    const raw = req.body
    const world = formWorldOf(facts.world.city, legalDay(facts.now))
    const { value, problems } = parseInput(FROM, raw)
    const wrong = problems.length > 0 ? problems : checkField(FROM, value, { answers: {}, world })
    if (wrong.length > 0) return draw(facts, { raw, problems: wrong, refused: null })
    try {
      const place = textIn(req.body, 'noi')
      await postNotice(req.ctx, { ...actIn(req), place, fromDay: plainDate(String(value)) })
      return done(req, 'niem-yet')
    } catch (error) {
      if (!(error instanceof Refusal) || !aboutTheForm.includes(error.code)) throw error
      return draw(facts, { raw, problems: [], refused: errorResponse(error, req.lang).detail })
    }
  })
}

function draw(facts: DossierFacts, shown: Shown): WebReply {
  const hasProblems = shown.refused !== null || shown.problems.length > 0
  return page(<NoticePage facts={facts} shown={shown} />, {
    title: sayIn(facts.lang)('Niêm yết thông báo', 'Public notice'),
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(hasProblems ? { hasProblems, status: 422 } : {}),
  })
}

function NoticePage({ facts, shown }: { facts: DossierFacts; shown: Shown }) {
  const { view, queue, lang } = facts
  const { dossier } = view
  const t = useSay()
  const refused = shown.refused ? [{ href: '#noi', text: shown.refused }] : []
  const lists = { ethnicities: [], nationalities: [] }
  const context = { lang, raw: shown.raw, problems: shown.problems, lists }
  return (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue })}>{t('Về hồ sơ', 'Back to the dossier')}</Back>
      <ErrorSummary lang={lang} items={[...refused, ...summaryOf(shown.problems, [FROM], lang)]} />
      <h1>{t('Niêm yết thông báo', 'Public notice')}</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName}.{' '}
        {t(
          'Niêm yết liên tục 7 ngày, không tính ngày đầu. Gỡ sớm thì ghi lại từ ngày dán lại.',
          'Seven days without a break, the first not counted. Taken down early it begins anew.',
        )}
      </p>
      <Posted facts={facts} />
      <form
        class="measure stack"
        method="post"
        action={dossierUrl(dossier.code, { tail: 'niem-yet', queue })}
      >
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="key" value={facts.key} />
        <div class="field">
          <label for="noi">{t('Nơi niêm yết', 'Where it hangs')}</label>
          <input
            class="in in--full"
            id="noi"
            name="noi"
            maxLength={200}
            value={String(shown.raw['noi'] ?? '')}
          />
        </div>
        <FormField field={FROM} context={context} />
        <button class="btn" data-key="F8">
          {t('Ghi niêm yết', 'Record the notice')} <kbd>F8</kbd>
        </button>
      </form>
    </div>
  )
}
