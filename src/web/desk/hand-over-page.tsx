import type { ComponentDefinition } from '../../modules/procedures/index.ts'
import type { viewBlanks } from '../../modules/registry/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { BookEntry } from './book-entry.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'

export type HandOverShown = {
  facts: DossierFacts
  originals: readonly ComponentDefinition[]
  blanks: Awaited<ReturnType<typeof viewBlanks>>
  typed: { compared: readonly string[]; book: string; page: string; collector: string }
  problem?: string
}

/** The book's page to copy on the left; what is checked and written down on the right. */
export function HandOverPage(shown: HandOverShown) {
  const { facts, problem } = shown
  const { dossier } = facts.view
  return (
    <div class="page two-up">
      <div>
        <Back href={dossierUrl(dossier.code, { queue: facts.queue })}>Về hồ sơ</Back>
        <h1 class="mb4">Trả kết quả: {dossier.subjectName}</h1>
        <p class="mb4">
          {dossier.code} · người nộp {dossier.requesterName}
        </p>
        {facts.entry ? <BookEntry entry={facts.entry} /> : null}
      </div>
      <div>
        {problem ? (
          <ErrorSummary lang="vi" items={[{ href: '#tra-ket-qua', text: problem }]} />
        ) : null}
        {facts.entry ? <PrintForm {...shown} /> : null}
        <HandOverForm {...shown} />
        {facts.acts.includes('crossOut') ? (
          <p class="mt5">
            <a
              class="btn btn--danger"
              href={dossierUrl(dossier.code, { tail: 'gach-so', queue: facts.queue })}
            >
              <Icon name="cross" />
              Bản chính khác hồ sơ: gạch sổ
            </a>
          </p>
        ) : null}
      </div>
    </div>
  )
}

function PrintForm({ facts, blanks }: HandOverShown) {
  const { code } = facts.view.dossier
  if (blanks.printers.length === 0 || blanks.next === undefined)
    return (
      <p class="mb4">
        {blanks.printers.length === 0 ? 'Chưa có máy in. ' : 'Hết phôi trong kho. '}
        <a href="/can-bo/phoi">Phôi và máy in</a>
      </p>
    )
  return (
    <form
      class="card mb4 stack"
      method="post"
      action={dossierUrl(code, { tail: 'in-phoi', queue: facts.queue })}
      target="_blank"
    >
      <h2>In lên phôi</h2>
      <Csrf token={facts.csrf} />
      <div class="row">
        <div>
          <label for="phoi">Số phôi</label>
          <input class="in" id="phoi" name="phoi" value={blanks.next} autocomplete="off" />
        </div>
        <div>
          <label for="may-in">Máy in</label>
          <select class="in" id="may-in" name="may-in">
            {blanks.printers.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </div>
        <button class="btn btn--2">
          <Icon name="print" />
          In lên phôi
        </button>
      </div>
    </form>
  )
}

function HandOverForm({ facts, originals, typed }: HandOverShown) {
  const { dossier, definition } = facts.view
  const hasBook = definition.register !== null
  return (
    <form
      class="card stack"
      id="tra-ket-qua"
      method="post"
      action={dossierUrl(dossier.code, { tail: 'tra-ket-qua', queue: facts.queue })}
    >
      <h2>{hasBook ? 'Đối chiếu bản chính, ký Sổ hộ tịch' : 'Trả kết quả'}</h2>
      <Csrf token={facts.csrf} />
      <input type="hidden" name="version" value={dossier.version} />
      <input type="hidden" name="key" value={facts.key} />
      {originals.length > 0 ? (
        <fieldset>
          <legend>Bản chính đã đối chiếu, khớp với hồ sơ</legend>
          {originals.map(({ key, name, present }) => (
            <label class="pick">
              <input
                type="checkbox"
                class="cb"
                name="goc"
                value={key}
                checked={typed.compared.includes(key)}
              />{' '}
              {name.vi} <small class="muted">{present === 'keep' ? 'giữ lại' : 'trả lại'}</small>
            </label>
          ))}
        </fieldset>
      ) : null}
      {hasBook ? (
        <div class="row">
          <div>
            <label for="quyen">Quyển sổ giấy</label>
            <input class="in" id="quyen" name="quyen" value={typed.book} autocomplete="off" />
          </div>
          <div>
            <label for="trang">Trang</label>
            <input
              class="in"
              id="trang"
              name="trang"
              inputMode="numeric"
              value={typed.page}
              autocomplete="off"
            />
          </div>
        </div>
      ) : null}
      <div>
        <label for="nguoi-nhan">
          {hasBook ? 'Người đến ký sổ và nhận' : 'Người đến nhận'} (ghi giấy tờ nếu là người khác)
        </label>
        <input class="in in--full" id="nguoi-nhan" name="nguoi-nhan" value={typed.collector} />
      </div>
      <button class="btn" data-key="F8">
        {hasBook ? 'Đã ký sổ, trả kết quả' : 'Đã trả kết quả'} <kbd>F8</kbd>
      </button>
    </form>
  )
}
