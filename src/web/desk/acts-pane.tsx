import { roleNames } from '../words/roles.ts'
import { isStaffRole } from '../../modules/accounts/index.ts'
import { isEnded } from '../../modules/dossiers/index.ts'
import { Icon } from '../ui/icons.tsx'
import { Csrf } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { mainActOf, otherActs, type MainAct } from './main-act.ts'

/** What the officer had typed when an act was refused. */
export type Typed = Readonly<Record<string, string>>

/** F8 the main act, F9 the way back, then the rest. Only what this person may do now is shown. */
export function ActsPane({ facts, typed }: { facts: DossierFacts; typed: Typed }) {
  const { view, queue, acts } = facts
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
        {main && !main.isPage ? (
          <button class="btn btn--main" data-key="F8">
            <Icon name={main.icon} />
            <span>{mainText(main, facts)}</span>
            <kbd>F8</kbd>
          </button>
        ) : null}
        {main?.isPage ? (
          <a class="btn btn--main" href={url(main.tail)} data-key="F8">
            <Icon name={main.icon} />
            <span>{main.text}</span>
            <kbd>F8</kbd>
          </a>
        ) : null}
        {otherActs
          .filter(({ action }) => acts.includes(action))
          .map((act) => (
            <a
              class={`btn ${act.isDanger ? 'btn--danger' : act.key ? 'btn--2' : 'btn--q'}`}
              href={url(act.tail)}
              data-key={act.key}
            >
              <Icon name={act.icon} />
              <span>{act.text}</span>
              {act.key ? <kbd>{act.key}</kbd> : null}
            </a>
          ))}
        {facts.mayCompare && !isEnded(view.dossier.state) ? (
          <button class="btn btn--q" formaction={url('doi-chieu')} data-save>
            <Icon name="save" />
            <span>Lưu đối chiếu</span>
          </button>
        ) : null}
        <Unchecked facts={facts} />
      </form>
      <Handler facts={facts} />
    </>
  )
}

function formTail(main: MainAct | undefined): string {
  return main && !main.isPage ? main.tail : 'doi-chieu'
}

function mainText(main: MainAct, { view }: DossierFacts): string {
  if (main.action === 'propose')
    return view.definition.preview ? 'Trình, gửi bản xem trước' : 'Trình ký'
  return main.action === 'sign' ? `Ký ${view.definition.result.name.vi}` : main.text
}

function Inputs(props: { main: MainAct; facts: DossierFacts; typed: Typed }) {
  const { main, facts, typed } = props
  switch (main.action) {
    case 'propose':
      return <ProposeInputs facts={facts} typed={typed} />
    case 'completeStep':
      return <Remark label="Ý kiến (nếu có)" value={typed['remark'] ?? ''} />
    case 'confirmPreview':
      return <ConfirmInputs typed={typed} />
    default:
      return null
  }
}

function ProposeInputs({ facts, typed }: { facts: DossierFacts; typed: Typed }) {
  const isUnusual =
    facts.view.alike.length > 0 || facts.view.marks.some(({ verdict }) => verdict === 'differs')
  return (
    <>
      {facts.view.definition.register?.givesNumber ? (
        <div>
          <label for="number">
            Số định danh cá nhân đã cấp <kbd aria-hidden="true">N</kbd>
          </label>
          <input
            class="in"
            id="number"
            name="number"
            inputMode="numeric"
            autocomplete="off"
            value={typed['number'] ?? ''}
            aria-describedby="number-hint"
            data-key="N"
          />
          <small class="muted" id="number-hint">
            12 chữ số; để trống nếu mất kết nối, giấy ghi “Chờ cấp số định danh”.
          </small>
        </div>
      ) : null}
      <Remark
        label={isUnusual ? 'Ý kiến trình (cần ghi vì có chỗ khác thường)' : 'Ý kiến trình (nếu có)'}
        value={typed['remark'] ?? ''}
      />
    </>
  )
}

function Remark({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <label for="remark">
        {label} <kbd aria-hidden="true">G</kbd>
      </label>
      <textarea class="in in--area" id="remark" name="remark" rows={2} data-key="G">
        {value}
      </textarea>
    </div>
  )
}

function ConfirmInputs({ typed }: { typed: Typed }) {
  return (
    <div>
      <label for="how">
        Người nộp xác nhận cách nào <kbd aria-hidden="true">G</kbd>
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
        <option>Gọi điện, đã đọc từng mục</option>
        <option>Tại quầy, đã xem và ký vào bản in</option>
      </datalist>
      <small class="muted" id="how-hint">
        Chỉ dùng khi người nộp không xác nhận được qua mạng. Ghi rõ gọi ai, lúc nào.
      </small>
    </div>
  )
}

/** Nobody is left wondering whose turn it is. */
function WhoActs({ facts: { view } }: { facts: DossierFacts }) {
  const { dossier, definition } = view
  if (isEnded(dossier.state)) return <p class="sm muted">Hồ sơ đã kết thúc.</p>
  const role = definition.steps.find(({ key }) => key === dossier.step)?.role ?? ''
  const turns: Readonly<Record<string, string>> = {
    filed: 'Bộ phận Một cửa tiếp nhận',
    completing: 'chờ người nộp bổ sung',
    supplementing: 'chờ người nộp bổ sung',
    previewing: 'chờ người nộp xác nhận bản xem trước',
    signing: 'Chủ tịch, hoặc Phó Chủ tịch được phân công hôm nay, ký',
    signed: 'Bộ phận Một cửa trả kết quả',
  }
  // Whoever may sign for the chairman is told too; other signers sign alone.
  const isNamed = dossier.state === 'signing' && role !== 'chairman' && isStaffRole(role)
  const known = isNamed ? `${roleNames([role])} ký` : turns[dossier.state]
  const turn = known ?? (isStaffRole(role) ? `${roleNames([role])} xử lý` : '')
  return <p class="sm muted">Bước này: {turn}.</p>
}

function Unchecked({ facts }: { facts: DossierFacts }) {
  if (!facts.acts.includes('receive') && !facts.acts.includes('propose')) return null
  const rows = facts.sections.flatMap((section) => section.rows)
  const open = rows.filter(({ mark }) => mark === undefined).length
  const differs = rows.filter(({ mark }) => mark?.verdict === 'differs').length
  if (open === 0 && differs === 0) return null
  return (
    <p class="xs muted">
      Còn {open} mục chưa đối chiếu, {differs} chỗ lệch.{' '}
      {facts.acts.includes('receive') ? 'Vẫn tiếp nhận được; hệ thống ghi lại.' : null}
    </p>
  )
}

/** Hands the work to a colleague. */
function Handler({ facts }: { facts: DossierFacts }) {
  const { view, queue } = facts
  const { dossier } = view
  if (isEnded(dossier.state)) return null
  const name = dossier.assigneeId ? facts.names.get(dossier.assigneeId) : undefined
  return (
    <details class="hand">
      <summary>
        Người xử lý: <strong>{name ?? 'Chưa phân công'}</strong>
      </summary>
      <form method="post" action={dossierUrl(dossier.code, { tail: 'chuyen', queue })}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="key" value={`${facts.key}a`} />
        <label for="ai">Chuyển cho</label>
        <select class="in" id="ai" name="nguoi">
          {facts.colleagues.map(({ id, name: colleague }) => (
            <option value={id} selected={id === dossier.assigneeId}>
              {colleague}
            </option>
          ))}
        </select>
        <button class="btn btn--q">Chuyển người xử lý</button>
      </form>
    </details>
  )
}
