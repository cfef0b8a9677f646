import { roleNames } from '../words/roles.ts'
import { isStaffRole } from '../../modules/accounts/index.ts'
import { isEnded, type Dossier, type State } from '../../modules/dossiers/index.ts'
import { Icon } from '../ui/icons.tsx'
import { sayIn, useLang, useSay, type Say } from '../ui/lang.tsx'
import { Csrf } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { mainActOf, otherActs, type MainAct } from './main-act.ts'
import { ProposeInputs, Remark } from './propose-inputs.tsx'
import { StopMessages } from './stop-messages.tsx'

/** What the officer had typed when an act was refused. */
export type Typed = Readonly<Record<string, string>>

/** F8 the main act, F9 the way back, then the rest. Only what this person may do now is shown. */
export function ActsPane({ facts, typed }: { facts: DossierFacts; typed: Typed }) {
  const { view, queue, acts, lang } = facts
  const t = useSay()
  const main = mainActOf(acts)
  const url = (tail: string) => dossierUrl(view.dossier.code, { tail, queue })
  return (
    <>
      <form class="acts-v" id="viec" method="post" action={url(formTail(main))}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={view.dossier.version} />
        <input type="hidden" name="key" value={facts.key} />
        <input type="hidden" name="ve" value="" />
        {main ? <Inputs main={main} facts={facts} typed={typed} /> : <WhoActs facts={facts} />}
        {main ? <MainButton main={main} facts={facts} href={url(main.tail)} /> : null}
        {otherActs
          .filter(({ action }) => acts.includes(action))
          .map((act) => (
            <a
              class={`btn ${act.isDanger ? 'btn--danger' : act.key ? 'btn--2' : 'btn--q'}`}
              href={url(act.tail)}
              data-key={act.key}
            >
              <Icon name={act.icon} />
              <span>{say(act.text, lang)}</span>
              {act.key ? <kbd>{act.key}</kbd> : null}
            </a>
          ))}
        {facts.mayCompare && !isEnded(view.dossier.state) ? (
          <button class="btn btn--q" formaction={url('doi-chieu')} data-save>
            <Icon name="save" />
            <span>{t('Lưu đối chiếu', 'Save what was compared')}</span>
          </button>
        ) : null}
        <Unchecked facts={facts} />
      </form>
      <Handler facts={facts} />
      <StopMessages facts={facts} />
    </>
  )
}

/** Sends the form, or opens the act's own page. */
function MainButton(props: { main: MainAct; facts: DossierFacts; href: string }) {
  const { main, facts, href } = props
  const content = (
    <>
      <Icon name={main.icon} />
      <span>{mainText(main, facts)}</span>
      <kbd>F8</kbd>
    </>
  )
  return main.isPage ? (
    <a class="btn btn--main" href={href} data-key="F8">
      {content}
    </a>
  ) : (
    <button class="btn btn--main" data-key="F8">
      {content}
    </button>
  )
}

function formTail(main: MainAct | undefined): string {
  return main && !main.isPage ? main.tail : 'doi-chieu'
}

function mainText(main: MainAct, { view, lang }: DossierFacts): string {
  const t = sayIn(lang)
  const text = say(main.text, lang)
  if (main.action === 'propose')
    return view.definition.preview
      ? t('Trình, gửi bản xem trước', 'Propose, send the preview')
      : text
  return main.action === 'sign' ? `${text} ${say(view.definition.result.name, lang)}` : text
}

function Inputs(props: { main: MainAct; facts: DossierFacts; typed: Typed }) {
  const { main, facts, typed } = props
  const t = useSay()
  switch (main.action) {
    case 'propose':
      return <ProposeInputs facts={facts} typed={typed} />
    case 'completeStep':
      return (
        <Remark label={t('Ý kiến (nếu có)', 'Remark (if any)')} value={typed['remark'] ?? ''} />
      )
    case 'confirmPreview':
      return <ConfirmInputs typed={typed} />
    default:
      return null
  }
}

function ConfirmInputs({ typed }: { typed: Typed }) {
  const t = useSay()
  // What is chosen here is written down, in Vietnamese.
  const written = useLang() === 'en' ? 'vi' : undefined
  return (
    <div>
      <label for="how">
        {t('Người nộp xác nhận cách nào', 'How did the submitter confirm')}{' '}
        <kbd aria-hidden="true">G</kbd>
      </label>
      <input
        class="in"
        id="how"
        name="how"
        list="how-ways"
        value={typed['how'] ?? ''}
        aria-describedby="how-hint"
        data-key="G"
      />
      <datalist id="how-ways">
        <option lang={written}>Gọi điện, đã đọc từng mục</option>
        <option lang={written}>Tại quầy, đã xem và ký vào bản in</option>
      </datalist>
      <small class="muted" id="how-hint">
        {t(
          'Chỉ dùng khi người nộp không xác nhận được qua mạng. Ghi rõ gọi ai, lúc nào.',
          'Only when the submitter cannot confirm online. Say who was called, and when.',
        )}
      </small>
    </div>
  )
}

/** Nobody is left wondering whose turn it is. */
function WhoActs({ facts: { view, lang } }: { facts: DossierFacts }) {
  const { dossier, definition } = view
  const t = useSay()
  if (isEnded(dossier.state))
    return <p class="sm muted">{t('Hồ sơ đã kết thúc.', 'The dossier has ended.')}</p>
  const role = definition.steps.find(({ key }) => key === dossier.step)?.role ?? ''
  // Whoever may sign for the chairman is told too; other signers sign alone.
  const isNamed = dossier.state === 'signing' && role !== 'chairman' && isStaffRole(role)
  const known = isNamed ? `${roleNames([role], lang)} ${t('ký', 'signs')}` : turnOf(dossier, t)
  const other = isStaffRole(role) ? `${roleNames([role], lang)} ${t('xử lý', 'works on it')}` : ''
  return (
    <p class="sm muted">
      {t('Bước này:', 'This step:')} {known ?? other}.
    </p>
  )
}

function turnOf({ state, channel }: Dossier, t: Say): string | undefined {
  const submitter =
    channel === 'interlink'
      ? t('chờ cơ quan chủ trì bổ sung', 'waiting for the lead agency to add what is missing')
      : t('chờ người nộp bổ sung', 'waiting for the submitter to add what is missing')
  const turns: Partial<Record<State, string>> = {
    filed: t('Bộ phận Một cửa tiếp nhận', 'the one-stop desk receives'),
    completing: submitter,
    supplementing: submitter,
    previewing: t(
      'chờ người nộp xác nhận bản xem trước',
      'waiting for the submitter to confirm the preview',
    ),
    signing: t(
      'Chủ tịch, hoặc Phó Chủ tịch được phân công hôm nay, ký',
      'the chairman, or the vice-chairman assigned for today, signs',
    ),
    refusing: t(
      'Chủ tịch, hoặc Phó Chủ tịch được phân công hôm nay, ký từ chối',
      'the chairman, or the vice-chairman assigned for today, signs the refusal',
    ),
    signed:
      channel === 'interlink'
        ? t('đang gửi kết quả về cơ quan chủ trì', 'the result is on its way to the lead agency')
        : t('Bộ phận Một cửa trả kết quả', 'the one-stop desk hands over the result'),
    interlinking: t('chờ các cơ quan khác', 'waiting for other agencies'),
  }
  return turns[state]
}

function Unchecked({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  if (!facts.acts.includes('receive') && !facts.acts.includes('propose')) return null
  const rows = facts.sections.flatMap((section) => section.rows)
  const open = rows.filter(({ mark }) => mark === undefined).length
  const differs = rows.filter(({ mark }) => mark?.verdict === 'differs').length
  if (open === 0 && differs === 0) return null
  return (
    <p class="xs muted">
      {t(
        `Còn ${open} mục chưa đối chiếu, ${differs} chỗ lệch.`,
        `Items not compared yet: ${open}; differing: ${differs}.`,
      )}{' '}
      {facts.acts.includes('receive')
        ? t('Vẫn tiếp nhận được; hệ thống ghi lại.', 'It can still be received; this is noted.')
        : null}
    </p>
  )
}

/** Hands the work to a colleague. */
function Handler({ facts }: { facts: DossierFacts }) {
  const { view, queue } = facts
  const { dossier } = view
  const t = useSay()
  if (isEnded(dossier.state)) return null
  const name = dossier.assigneeId ? facts.names.get(dossier.assigneeId) : undefined
  return (
    <details class="hand">
      <summary>
        {t('Người xử lý:', 'Handled by:')}{' '}
        <strong>{name ?? t('Chưa phân công', 'Not assigned yet')}</strong>
      </summary>
      <form method="post" action={dossierUrl(dossier.code, { tail: 'chuyen', queue })}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="key" value={`${facts.key}a`} />
        <label for="ai">{t('Chuyển cho', 'Hand on to')}</label>
        <select class="in" id="ai" name="nguoi">
          {facts.colleagues.map(({ id, name: colleague }) => (
            <option value={id} selected={id === dossier.assigneeId}>
              {colleague}
            </option>
          ))}
        </select>
        <button class="btn btn--q">{t('Chuyển người xử lý', 'Hand on')}</button>
      </form>
    </details>
  )
}
