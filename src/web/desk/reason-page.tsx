import {
  decline,
  noteCall,
  proposeRefusal,
  refuse,
  sendBack,
  type Act,
  type DeskView,
  type WithReason,
} from '../../modules/dossiers/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { crossOut } from '../../modules/registry/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ActionName } from '../policy.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { sayIn, useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { done } from './acts.ts'
import { actIn, dossierUrl, textIn, type DeskRequest } from './desk-request.ts'
import { dossierFacts } from './dossier-facts.ts'
import {
  callReasons,
  crossOutReasons,
  declineReasons,
  refusalReasons,
  sendBackReasons,
} from './reasons.ts'
import { refusable } from './refusable.ts'

/** An act whose whole content is a reason in words. */
type ReasonAct = {
  action: Act
  policy: ActionName
  tail: string
  title: Text
  hint: Text
  button: Text
  isDanger: boolean
  templates: readonly string[]
  /** Kind of note whose newest text is already there, to be read or changed. */
  begins?: DeskView['notes'][number]['kind']
  run(ctx: Ctx, input: WithReason): Promise<unknown>
}

const reasonActs: readonly ReasonAct[] = [
  {
    action: 'decline',
    policy: 'dossier.decline',
    tail: 'tu-choi',
    title: { vi: 'Từ chối tiếp nhận', en: 'Decline' },
    hint: {
      vi: 'Người nộp đọc được lý do này và in trên Phiếu từ chối. Nêu rõ căn cứ và nơi cần đến.',
      en: 'In Vietnamese: the submitter reads it on the slip. Name the basis and where to go.',
    },
    button: { vi: 'Từ chối tiếp nhận', en: 'Decline' },
    isDanger: true,
    templates: declineReasons,
    run: decline,
  },
  {
    action: 'proposeRefusal',
    policy: 'dossier.propose-refusal',
    tail: 'de-nghi-tu-choi',
    title: { vi: 'Đề nghị từ chối giải quyết', en: 'Propose to refuse' },
    hint: {
      vi: 'Nêu rõ điều, khoản và lý do. Lãnh đạo ký thì người nộp mới nhận được.',
      en: 'Name article, clause and reason, in Vietnamese. It counts once the head has signed.',
    },
    button: { vi: 'Trình lãnh đạo ký', en: 'Send to the signer' },
    isDanger: false,
    templates: refusalReasons,
    run: proposeRefusal,
  },
  {
    action: 'refuse',
    policy: 'dossier.refuse',
    tail: 'tu-choi-giai-quyet',
    title: { vi: 'Ký từ chối giải quyết', en: 'Sign the refusal' },
    hint: {
      vi: 'Đây là lý do cán bộ đề nghị; sửa được. Người nộp đọc được và in trên thông báo.',
      en: 'As the officer proposed it; you may change it. The submitter reads it on the notice.',
    },
    button: { vi: 'Ký từ chối giải quyết', en: 'Sign the refusal' },
    isDanger: true,
    templates: refusalReasons,
    begins: 'refusal-proposed',
    run: refuse,
  },
  {
    action: 'noteCall',
    policy: 'dossier.note-call',
    tail: 'da-goi',
    title: { vi: 'Đã gọi, đã báo người nộp', en: 'The submitter was reached' },
    hint: {
      vi: 'Người nộp không có điện thoại. Ghi báo qua ai, bằng cách nào, lúc nào.',
      en: 'The submitter has no phone. Through whom, how and when, in Vietnamese.',
    },
    button: { vi: 'Ghi đã báo', en: 'Note it' },
    isDanger: false,
    templates: callReasons,
    run: (ctx, { reason, ...input }) => noteCall(ctx, { ...input, said: reason }),
  },
  {
    action: 'sendBack',
    policy: 'dossier.return',
    tail: 'tra-lai',
    title: { vi: 'Trả lại người trình', en: 'Send back' },
    hint: {
      vi: 'Một lý do, nói rõ cần làm gì. Chỉ cán bộ đọc được.',
      en: 'One reason, saying clearly what to do. Only staff read it.',
    },
    button: { vi: 'Trả lại', en: 'Send back' },
    isDanger: false,
    templates: sendBackReasons,
    run: sendBack,
  },
  {
    action: 'crossOut',
    policy: 'dossier.cancel-entry',
    tail: 'gach-so',
    title: { vi: 'Gạch sổ', en: 'Cross out the entry' },
    hint: {
      vi: 'Việc này khi đó chưa được đăng ký. Số không dùng lại. Lý do ghi vào Sổ hộ tịch.',
      en: 'It is then not registered, its number not used again. The book keeps the reason.',
    },
    button: { vi: 'Gạch sổ', en: 'Cross out the entry' },
    isDanger: true,
    templates: crossOutReasons,
    run: crossOut,
  },
]

export const reasonRoutes: readonly Route[] = reasonActs.flatMap((act) => {
  const url = `/can-bo/ho-so/:dossierId/${act.tail}`
  return [
    route({
      method: 'GET',
      url,
      action: act.policy,
      handle: (req) => reasonPage(req, act, {}),
    }),
    route({ method: 'POST', url, action: act.policy, handle: (req) => postReason(req, act) }),
  ]
})

const aboutTheReason = ['reason-missing', 'reason-too-long']

function postReason(req: DeskRequest, act: ReasonAct): Promise<WebReply> {
  const reason = textIn(req.body, 'reason')
  return refusable(req, ['reason'], async () => {
    try {
      await act.run(req.ctx, { ...actIn(req), reason })
      return done(req, act.tail)
    } catch (error) {
      if (!(error instanceof Refusal) || !aboutTheReason.includes(error.code)) throw error
      return reasonPage(req, act, { reason, refusal: error })
    }
  })
}

async function reasonPage(
  req: DeskRequest,
  act: ReasonAct,
  shown: { reason?: string; refusal?: Refusal },
): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const { dossier } = facts.view
  if (!facts.acts.includes(act.action) && !shown.refusal)
    throw new Refusal('act-not-now', { action: act.action, state: dossier.state })
  const { lang } = facts
  const t = sayIn(lang)
  const problem = shown.refusal ? errorResponse(shown.refusal, lang) : undefined
  const content = (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue: facts.queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      {problem ? (
        <ErrorSummary lang={lang} items={[{ href: '#reason', text: problem.detail }]} />
      ) : null}
      <h1>{say(act.title, lang)}</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName} · {t('người nộp', 'submitter')}{' '}
        {dossier.requesterName}
      </p>
      <form
        class="measure stack"
        method="post"
        action={dossierUrl(dossier.code, { tail: act.tail, queue: facts.queue })}
      >
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="key" value={facts.key} />
        <ReasonInput
          hint={say(act.hint, lang)}
          value={shown.reason ?? beginning(act, facts.view)}
        />
        <Templates sentences={act.templates} />
        <button class={act.isDanger ? 'btn btn--danger' : 'btn'} data-key="F8">
          {say(act.button, lang)} <kbd>F8</kbd>
        </button>
      </form>
    </div>
  )
  return page(content, {
    title: say(act.title, lang),
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

function beginning({ begins }: ReasonAct, { notes }: DeskView): string {
  return notes.find(({ kind }) => kind === begins)?.body ?? ''
}

function ReasonInput({ hint, value }: { hint: string; value: string }) {
  const t = useSay()
  return (
    <div>
      <label for="reason">{t('Lý do', 'Reason')}</label>
      <p class="sm muted" id="reason-hint">
        {hint}
      </p>
      <textarea
        class="in in--area in--full"
        id="reason"
        name="reason"
        rows={5}
        aria-describedby="reason-hint"
        data-reason
        autofocus
      >
        {value}
      </textarea>
    </div>
  )
}

/** Typed as a single digit, the sentence comes in its place: Vietnamese, for citizens read it. */
export function Templates({ sentences }: { sentences: readonly string[] }) {
  const t = useSay()
  const written = useLang() === 'en' ? 'vi' : undefined
  return (
    <section class="tpl" aria-labelledby="mau-h">
      <h2 id="mau-h">{t('Câu thường dùng: gõ số', 'Common sentences: type the number')}</h2>
      <ol id="mau" lang={written}>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ol>
    </section>
  )
}
