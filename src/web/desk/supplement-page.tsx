import { primaryCareFacilities } from '../../modules/agencies/index.ts'
import { findField, toInput, type RawInputs } from '../../modules/forms/index.ts'
import { ethnicGroupNames, nationalityNames } from '../../modules/people/index.ts'
import { commonestReasons } from '../../modules/dossiers/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { Templates } from './reason-page.tsx'
import { reasonName, type Line, type SupplementForm } from './supplement-input.ts'

type Props = { facts: DossierFacts; form: SupplementForm; raw: RawInputs; refusal?: Refusal }

/** Everything that is wrong, asked once: papers, fields, changes the officer proposes. */
export function SupplementPage({ facts, form, raw, refusal }: Props) {
  const { view, queue, lang } = facts
  const t = useSay()
  const { dossier, definition } = view
  const problem = refusal ? errorResponse(refusal, lang) : undefined
  const fields = form.lines.flatMap(({ about }) => findField(definition.form, about) ?? [])
  const isAgain = view.supplements.length > 0
  const lists = [...new Set(form.lines.map(listOf))]
  return (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue })}>{t('Về hồ sơ', 'Back to the dossier')}</Back>
      <ErrorSummary
        lang={lang}
        items={[
          ...(problem ? [{ href: '#bo-sung', text: problem.detail }] : []),
          ...summaryOf(form.problems, fields, lang),
        ]}
      />
      <h1>{t('Yêu cầu bổ sung', 'Request supplement')}</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName}.{' '}
        <WhoAnswers isAgency={dossier.channel === 'interlink'} />
      </p>
      <form
        class="sup"
        id="bo-sung"
        method="post"
        action={dossierUrl(dossier.code, { tail: 'bo-sung', queue })}
      >
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="key" value={facts.key} />
        {/* Enter in a box sends; the buttons that open a field come later. */}
        <button class="vh" tabIndex={-1}>
          {t('Gửi yêu cầu', 'Send the request')}
        </button>
        <div>
          <h2>{t('Giấy tờ', 'Papers')}</h2>
          <Lines lines={form.lines.filter(({ kind }) => kind === 'paper')} lists={lists} />
          <h2>{t('Mục trên tờ khai', 'Items of the declaration')}</h2>
          {form.lines
            .filter(({ kind }) => kind === 'field')
            .map((line) => (
              <FieldLine line={line} lists={lists} facts={facts} form={form} raw={raw} />
            ))}
          <Sentences lists={lists} />
          <Others texts={form.others} />
          {isAgain ? <Again value={form.againBecause} /> : null}
        </div>
        <aside>
          <Templates sentences={commonestReasons(definition).map(({ text }) => text)} />
          <button class="btn" data-key="F8">
            {t('Gửi yêu cầu bổ sung', 'Send the supplement request')} <kbd>F8</kbd>
          </button>
          {refusal?.code === 'supplement-needs-supervisor' ? (
            <button class="btn btn--2" name="_trinh" value="1">
              {t('Trình lãnh đạo cho gửi', 'Ask the supervisor to let it go out')}
            </button>
          ) : null}
        </aside>
      </form>
    </div>
  )
}

/** Lines of which the catalogue says the same share one list. */
function Sentences({ lists }: { lists: readonly string[] }) {
  const written = useLang() === 'en' ? 'vi' : undefined
  return (
    <>
      {lists.map((list, index) => (
        <datalist id={`cau-${index}`} lang={written}>
          {list.split('\n').map((text) => (
            <option value={text} />
          ))}
        </datalist>
      ))}
    </>
  )
}

function listOf({ sentences }: Line): string {
  return sentences.join('\n')
}

/** A citizen who filed, or the agency whose message opened the dossier. */
function WhoAnswers({ isAgency }: { isAgency: boolean }) {
  const t = useSay()
  return isAgency
    ? t(
        'Yêu cầu một lần, đủ mọi chỗ; cơ quan chủ trì trả lời trong hai ngày làm việc.',
        'Ask once, for everything, in Vietnamese; the lead agency answers in two working days.',
      )
    : t(
        'Yêu cầu một lần, đủ mọi chỗ; người nộp nhận tin nhắn ngay.',
        'Ask once, for everything, in Vietnamese; the submitter gets a message at once.',
      )
}

function Others({ texts }: { texts: readonly string[] }) {
  const t = useSay()
  const title = t('Việc khác', 'Anything else')
  return (
    <>
      <h2>{title}</h2>
      {texts.map((text, index) => (
        <div class="sup__o">
          <label for={`khac-${index}`}>
            {title} {index + 1}
          </label>
          <input class="in" id={`khac-${index}`} name={`_khac.${index}`} value={text} />
        </div>
      ))}
    </>
  )
}

type Listed = { lists: readonly string[] }

function Lines({ lines, lists }: Listed & { lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line) => (
        <LineInputs line={line} lists={lists} />
      ))}
    </>
  )
}

function LineInputs({ line, lists }: Listed & { line: Line }) {
  const name = reasonName(line)
  const t = useSay()
  return (
    <div class="sup__l">
      <label>
        <input
          type="checkbox"
          class="cb"
          name="_chon"
          value={`${line.kind}.${line.about}`}
          checked={line.isTicked}
        />
        <span>
          {line.label} <small class="muted">{line.value}</small>
          {line.isSeen ? (
            <small class="muted"> · {t('không đổi từ lần trước', 'as at the last request')}</small>
          ) : null}
        </span>
      </label>
      <input
        class="in"
        name={name}
        value={line.reason}
        aria-label={`${t('Lý do', 'Reason')}: ${line.label}`}
        autocomplete="off"
        list={`cau-${lists.indexOf(listOf(line))}`}
        data-reason
      />
      {line.kind === 'field' && !line.isOpen ? (
        <button class="btn btn--q" name="_sua" value={line.about}>
          {t('Đề nghị giá trị', 'Propose a value')}
          <span class="vh">
            {' '}
            {t('cho', 'for')} {line.label}
          </span>
        </button>
      ) : null}
    </div>
  )
}

function FieldLine(
  props: Listed & {
    line: Line
    facts: DossierFacts
    form: SupplementForm
    raw: RawInputs
  },
) {
  const { line, lists, facts, form, raw } = props
  const field = line.isOpen ? findField(facts.view.definition.form, line.about) : undefined
  return (
    <>
      <LineInputs line={line} lists={lists} />
      {field ? (
        <div class="sup__v">
          <input type="hidden" name="_mo" value={line.about} />
          <FormField
            field={field}
            context={{
              lang: facts.lang,
              raw: { ...toInput(field, facts.answers[field.key]), ...raw },
              problems: form.problems,
              lists: {
                ethnicities: ethnicGroupNames,
                nationalities: nationalityNames,
                facilities: primaryCareFacilities(),
              },
            }}
          />
        </div>
      ) : null}
    </>
  )
}

/** A second request must say why it was not asked the first time. */
function Again({ value }: { value: string }) {
  const t = useSay()
  return (
    <div class="sup__o">
      <label for="lan-nua">
        {t('Vì sao lần trước chưa yêu cầu', 'Why this was not asked for the first time')}
      </label>
      <input class="in" id="lan-nua" name="_lan-nua" value={value} />
    </div>
  )
}
