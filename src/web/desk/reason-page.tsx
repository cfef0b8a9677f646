import type { Action } from '../../modules/dossiers/index.ts'
import { decline, refuse, sendBack, type WithReason } from '../../modules/dossiers/index.ts'
import { crossOut } from '../../modules/registry/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ActionName } from '../policy.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { done } from './acts.ts'
import { actIn, dossierUrl, textIn, type DeskRequest } from './desk-request.ts'
import { dossierFacts } from './dossier-facts.ts'
import { crossOutReasons, declineReasons, sendBackReasons } from './reasons.ts'
import { refusable } from './refusable.ts'

/** An act whose whole content is a reason in words. */
type ReasonAct = {
  action: Action
  policy: ActionName
  tail: string
  title: string
  hint: string
  button: string
  isDanger: boolean
  templates: readonly string[]
  run(ctx: Ctx, input: WithReason): Promise<unknown>
}

const reasonActs: readonly ReasonAct[] = [
  {
    action: 'decline',
    policy: 'dossier.decline',
    tail: 'tu-choi',
    title: 'Từ chối tiếp nhận',
    hint: 'Người nộp đọc được lý do này và in trên Phiếu từ chối. Nêu rõ căn cứ và nơi cần đến.',
    button: 'Từ chối tiếp nhận',
    isDanger: true,
    templates: declineReasons,
    run: decline,
  },
  {
    action: 'refuse',
    policy: 'dossier.refuse',
    tail: 'tu-choi-giai-quyet',
    title: 'Từ chối giải quyết',
    hint: 'Hồ sơ đã tiếp nhận nhưng không đủ điều kiện. Nêu rõ điều, khoản và lý do.',
    button: 'Từ chối giải quyết',
    isDanger: true,
    templates: declineReasons,
    run: refuse,
  },
  {
    action: 'sendBack',
    policy: 'dossier.return',
    tail: 'tra-lai',
    title: 'Trả lại người trình',
    hint: 'Một lý do, nói rõ cần làm gì. Chỉ cán bộ đọc được.',
    button: 'Trả lại',
    isDanger: false,
    templates: sendBackReasons,
    run: sendBack,
  },
  {
    action: 'crossOut',
    policy: 'dossier.cancel-entry',
    tail: 'gach-so',
    title: 'Gạch sổ',
    hint: 'Việc sinh chưa được đăng ký. Số đăng ký không dùng lại. Lý do ghi vào Sổ hộ tịch.',
    button: 'Gạch sổ',
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
  const problem = shown.refusal ? errorResponse(shown.refusal, 'vi') : undefined
  const content = (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue: facts.queue })}>Về hồ sơ</Back>
      {problem ? (
        <ErrorSummary lang="vi" items={[{ href: '#reason', text: problem.detail }]} />
      ) : null}
      <h1>{act.title}</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName} · người nộp {dossier.requesterName}
      </p>
      <form
        class="measure stack"
        method="post"
        action={dossierUrl(dossier.code, { tail: act.tail, queue: facts.queue })}
      >
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="key" value={facts.key} />
        <div>
          <label for="reason">Lý do</label>
          <p class="sm muted" id="reason-hint">
            {act.hint}
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
            {shown.reason ?? ''}
          </textarea>
        </div>
        <Templates sentences={act.templates} />
        <button class={act.isDanger ? 'btn btn--danger' : 'btn'} data-key="F8">
          {act.button} <kbd>F8</kbd>
        </button>
      </form>
    </div>
  )
  return page(content, {
    title: act.title,
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

/** Typed as a single digit, the sentence comes in its place. */
export function Templates({ sentences }: { sentences: readonly string[] }) {
  return (
    <section class="tpl" aria-labelledby="mau-h">
      <h2 id="mau-h">Câu thường dùng: gõ số</h2>
      <ol id="mau">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ol>
    </section>
  )
}
