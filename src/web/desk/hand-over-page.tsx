import type { ComponentDefinition } from '../../modules/procedures/index.ts'
import { marginNotes, type viewBlanks } from '../../modules/registry/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { BookEntry } from './book-entry.tsx'
import { entryUrl } from './book-place.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'

export type HandOverShown = {
  facts: DossierFacts
  /** `register`: other agencies still work, their results are collected later. */
  collecting: 'register' | 'handOver'
  originals: readonly ComponentDefinition[]
  blanks: Awaited<ReturnType<typeof viewBlanks>>
  typed: { compared: readonly string[]; book: string; page: string; collector: string }
  problem?: string
}

/** The book's page to copy on the left; what is checked and written down on the right. */
export function HandOverPage(shown: HandOverShown) {
  const { facts, problem } = shown
  const t = useSay()
  const { dossier } = facts.view
  return (
    <div class="page two-up">
      <div>
        <Back href={dossierUrl(dossier.code, { queue: facts.queue })}>
          {t('Về hồ sơ', 'Back to the dossier')}
        </Back>
        <h1 class="mb4">
          {t('Trả kết quả', 'Hand over')}: {dossier.subjectName}
        </h1>
        <p class="mb4">
          {dossier.code} · {t('người nộp', 'submitter')} {dossier.requesterName}
        </p>
        {facts.entry ? <BookEntry entry={facts.entry} notes={marginNotes(facts.entry)} /> : null}
      </div>
      <div>
        {problem ? (
          <ErrorSummary lang={facts.lang} items={[{ href: '#tra-ket-qua', text: problem }]} />
        ) : null}
        {facts.entry?.book === 'birth' && dossier.state === 'signed' ? (
          <PrintForm {...shown} />
        ) : null}
        <HandOverForm {...shown} />
        {dossier.state === 'signed' && facts.entry ? <Mistakes facts={facts} /> : null}
        {facts.acts.includes('crossOut') ? (
          <p class="mt5">
            <a
              class="btn btn--danger"
              href={dossierUrl(dossier.code, { tail: 'gach-so', queue: facts.queue })}
            >
              <Icon name="cross" />
              {t(
                'Bản chính khác hồ sơ: gạch sổ',
                'Originals differ from the dossier: cross out the entry',
              )}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** What to do when the paper is wrong before anybody has it. */
function Mistakes({ facts }: Pick<HandOverShown, 'facts'>) {
  const t = useSay()
  if (!facts.entry || !facts.mayReplace) return null
  return (
    <p class="mt5 acts">
      <a href={dossierUrl(facts.view.dossier.code, { tail: 'lap-lai', queue: facts.queue })}>
        {t('Phôi in sai: hủy phôi, in lại', 'Misprinted: destroy the blank, print again')}
      </a>
      <a href={entryUrl(facts.entry, 'cai-chinh')}>
        {t('Nội dung sai: sửa sai sót', 'Wrong contents: put the mistake right')}
      </a>
    </p>
  )
}

/** Prints the values of the original onto the next blank. */
export function PrintForm({ facts, blanks }: Pick<HandOverShown, 'facts' | 'blanks'>) {
  const t = useSay()
  const { code } = facts.view.dossier
  if (blanks.printers.length === 0 || blanks.next === undefined)
    return (
      <p class="mb4">
        {blanks.printers.length === 0
          ? t('Chưa có máy in.', 'There is no printer yet.')
          : t('Hết phôi trong kho.', 'No blanks in stock.')}{' '}
        <a href="/can-bo/phoi">{t('Phôi và máy in', 'Blanks and printers')}</a>
      </p>
    )
  return (
    <form
      class="card mb4 stack"
      method="post"
      action={dossierUrl(code, { tail: 'in-phoi', queue: facts.queue })}
      target="_blank"
    >
      <h2>{t('In lên phôi', 'Print on a blank')}</h2>
      <Csrf token={facts.csrf} />
      <div class="row">
        <div>
          <label for="phoi">{t('Số phôi', 'Number of the blank')}</label>
          <input class="in" id="phoi" name="phoi" value={blanks.next} autocomplete="off" />
        </div>
        <div>
          <label for="may-in">{t('Máy in', 'Printer')}</label>
          <select class="in" id="may-in" name="may-in">
            {blanks.printers.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </div>
        <button class="btn btn--2">
          <Icon name="print" />
          {t('In lên phôi', 'Print on a blank')}
        </button>
      </div>
    </form>
  )
}

function HandOverForm({ facts, collecting, originals, typed }: HandOverShown) {
  const { dossier, definition } = facts.view
  const hasBook = definition.register !== null && dossier.state === 'signed'
  const t = useSay()
  return (
    <form
      class="card stack"
      id="tra-ket-qua"
      method="post"
      action={dossierUrl(dossier.code, { tail: 'tra-ket-qua', queue: facts.queue })}
    >
      <h2>
        {hasBook
          ? t('Đối chiếu bản chính, ký Sổ hộ tịch', 'Compare originals, sign the register book')
          : t('Trả kết quả', 'Hand over')}
      </h2>
      <Csrf token={facts.csrf} />
      <input type="hidden" name="version" value={dossier.version} />
      <input type="hidden" name="key" value={facts.key} />
      <input type="hidden" name="viec" value={collecting} />
      {collecting === 'register' ? (
        <p>
          {t(
            'Trao bản chính hôm nay. Kết quả của các cơ quan khác trả sau, tại phường.',
            'The original is given today. Results of other agencies are collected here later.',
          )}
        </p>
      ) : null}
      {originals.length > 0 ? <Originals originals={originals} compared={typed.compared} /> : null}
      {hasBook ? <BookPlace typed={typed} /> : null}
      <div>
        <label for="nguoi-nhan">
          {hasBook
            ? t('Người đến ký sổ và nhận', 'Who signs the book and collects')
            : t('Người đến nhận', 'Who collects')}{' '}
          {t('(ghi giấy tờ nếu là người khác)', '(note the papers if it is someone else)')}
        </label>
        <input class="in in--full" id="nguoi-nhan" name="nguoi-nhan" value={typed.collector} />
      </div>
      <button class="btn" data-key="F8">
        {collecting === 'register'
          ? t('Đã ký sổ, trao bản chính', 'Book signed, original given')
          : hasBook
            ? t('Đã ký sổ, trả kết quả', 'Book signed, hand over')
            : t('Đã trả kết quả', 'Handed over')}{' '}
        <kbd>F8</kbd>
      </button>
    </form>
  )
}

function Originals(props: Pick<HandOverShown, 'originals'> & { compared: readonly string[] }) {
  const { originals, compared } = props
  const t = useSay()
  const lang = useLang()
  return (
    <fieldset>
      <legend>
        {t('Bản chính đã đối chiếu, khớp với hồ sơ', 'Originals compared, equal to the dossier')}
      </legend>
      {originals.map(({ key, name, present }) => (
        <label class="pick">
          <input
            type="checkbox"
            class="cb"
            name="goc"
            value={key}
            checked={compared.includes(key)}
          />{' '}
          {say(name, lang)}{' '}
          <small class="muted">
            {present === 'keep' ? t('giữ lại', 'kept') : t('trả lại', 'given back')}
          </small>
        </label>
      ))}
    </fieldset>
  )
}

function BookPlace({ typed }: Pick<HandOverShown, 'typed'>) {
  const t = useSay()
  return (
    <div class="row">
      <div>
        <label for="quyen">{t('Quyển sổ giấy', 'Paper book')}</label>
        <input class="in" id="quyen" name="quyen" value={typed.book} autocomplete="off" />
      </div>
      <div>
        <label for="trang">{t('Trang', 'Page')}</label>
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
  )
}
