import { findField, toInput, type RawInputs } from '../../modules/forms/index.ts'
import { ethnicGroupNames, nationalityNames } from '../../modules/people/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { Templates } from './reason-page.tsx'
import { supplementReasons } from './reasons.ts'
import { reasonName, type Line, type SupplementForm } from './supplement-input.ts'

type Props = { facts: DossierFacts; form: SupplementForm; raw: RawInputs; refusal?: Refusal }

/** Everything that is wrong, asked once: papers, fields, changes the officer proposes. */
export function SupplementPage({ facts, form, raw, refusal }: Props) {
  const { view, queue } = facts
  const { dossier, definition } = view
  const problem = refusal ? errorResponse(refusal, 'vi') : undefined
  const fields = form.lines.flatMap(({ about }) => findField(definition.form, about) ?? [])
  const isAgain = dossier.receivedAt !== null && view.supplements.length > 0
  const title = 'Yêu cầu bổ sung'
  return (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue })}>Về hồ sơ</Back>
      <ErrorSummary
        lang="vi"
        items={[
          ...(problem ? [{ href: '#bo-sung', text: problem.detail }] : []),
          ...summaryOf(form.problems, fields, 'vi'),
        ]}
      />
      <h1>{title}</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName}. Yêu cầu một lần, đủ mọi chỗ; người nộp nhận tin nhắn
        ngay.
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
          Gửi yêu cầu
        </button>
        <div>
          <h2>Giấy tờ</h2>
          <Lines lines={form.lines.filter(({ kind }) => kind === 'paper')} />
          <h2>Mục trên tờ khai</h2>
          {form.lines
            .filter(({ kind }) => kind === 'field')
            .map((line) => (
              <FieldLine line={line} facts={facts} form={form} raw={raw} />
            ))}
          <h2>Việc khác</h2>
          {form.others.map((text, index) => (
            <div class="sup__o">
              <label for={`khac-${index}`}>Việc khác {index + 1}</label>
              <input class="in" id={`khac-${index}`} name={`_khac.${index}`} value={text} />
            </div>
          ))}
          {isAgain ? <Again value={form.againBecause} /> : null}
        </div>
        <aside>
          <Templates sentences={supplementReasons} />
          <button class="btn" data-key="F8">
            Gửi yêu cầu bổ sung <kbd>F8</kbd>
          </button>
        </aside>
      </form>
    </div>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line) => (
        <LineInputs line={line} />
      ))}
    </>
  )
}

function LineInputs({ line }: { line: Line }) {
  const name = reasonName(line)
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
        </span>
      </label>
      <input
        class="in"
        name={name}
        value={line.reason}
        aria-label={`Lý do: ${line.label}`}
        autocomplete="off"
        data-reason
      />
      {line.kind === 'field' && !line.isOpen ? (
        <button class="btn btn--q" name="_sua" value={line.about}>
          Đề nghị giá trị<span class="vh"> cho {line.label}</span>
        </button>
      ) : null}
    </div>
  )
}

function FieldLine(props: {
  line: Line
  facts: DossierFacts
  form: SupplementForm
  raw: RawInputs
}) {
  const { line, facts, form, raw } = props
  const field = line.isOpen ? findField(facts.view.definition.form, line.about) : undefined
  return (
    <>
      <LineInputs line={line} />
      {field ? (
        <div class="sup__v">
          <input type="hidden" name="_mo" value={line.about} />
          <FormField
            field={field}
            context={{
              lang: 'vi',
              raw: { ...toInput(field, facts.answers[field.key]), ...raw },
              problems: form.problems,
              lists: { ethnicities: ethnicGroupNames, nationalities: nationalityNames },
            }}
          />
        </div>
      ) : null}
    </>
  )
}

/** A second request after receipt must say why it was not seen the first time. */
function Again({ value }: { value: string }) {
  return (
    <div class="sup__o">
      <label for="lan-nua">Vì sao lần trước chưa yêu cầu</label>
      <input class="in" id="lan-nua" name="_lan-nua" value={value} />
    </div>
  )
}
