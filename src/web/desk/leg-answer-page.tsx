import type { SupplementItem } from '../../modules/dossiers/index.ts'
import { toInput, type Problem, type RawInputs } from '../../modules/forms/index.ts'
import { ethnicGroupNames, nationalityNames } from '../../modules/people/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { sealUpload } from '../citizen/kept-upload.ts'
import { partnerName } from '../citizen/lane-view.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import { sizeInWords } from '../ui/field-file.tsx'
import { idOf } from '../ui/field-shell.tsx'
import { FormField } from '../ui/form-field.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Callout, Csrf } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { LegAsked } from './leg-answer.tsx'
import { fieldOfItem, inputOf, type Uploaded } from './leg-answer-input.ts'
import { CitizenTaskForm } from './leg-task-form.tsx'
import { answerByOf, laneContext } from './legs-side.tsx'
import { clockTime, moment, shortDay, weekdayName } from './moments.ts'

export type AnswerShown = {
  raw: RawInputs
  problems: readonly Problem[]
  uploads: readonly Uploaded[]
}

type Props = { facts: DossierFacts; asked: LegAsked; shown: AnswerShown }

/** Everything a partner asks, with what the ward has filled in; one answer to all of it. */
export function LegAnswerPage({ facts, asked, shown }: Props) {
  const { view, queue, lang, now } = facts
  const t = useSay()
  const { lane, items } = asked
  const partner = partnerName(laneContext(facts), lane.partner)
  const by = answerByOf(facts, lane.key)
  const tail = `lien-thong/${lane.key}`
  const fields = items.flatMap((item) => fieldOfItem(asked, item) ?? [])
  const summary = [
    ...summaryOf(
      shown.problems.filter(({ field }) => !field.startsWith('_')),
      fields,
      lang,
    ),
    ...shown.problems
      .filter(({ field }) => field.startsWith('_'))
      .map(({ field, message }) => ({ href: `#${idOf(field)}`, text: say(message, lang) })),
  ]
  return (
    <div class="wrap page">
      <Back href={dossierUrl(view.dossier.code, { queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      <ErrorSummary lang={lang} items={summary} />
      <h1>{t(`Trả lời ${partner}`, `Answer ${partner}`)}</h1>
      <p class="mb5">
        {view.dossier.code} · {view.dossier.subjectName}. {t('Hỏi lúc', 'Asked')}{' '}
        {lane.asked ? moment(lane.asked.at, now) : ''}.{' '}
        {by
          ? t(
              `Trả lời trước ${clockTime(by)} ${weekdayName(legalDay(by), lang)} ${shortDay(legalDay(by), legalDay(now))}.`,
              `Answer before ${clockTime(by)} ${weekdayName(legalDay(by), lang)} ${shortDay(legalDay(by), legalDay(now))}.`,
            )
          : null}{' '}
        {t('Phường trả lời, không hỏi người dân.', 'The ward answers; the citizen is not asked.')}
      </p>
      <div class="measure">
        <form
          method="post"
          action={dossierUrl(view.dossier.code, { tail, queue })}
          enctype="multipart/form-data"
          novalidate
        >
          <Csrf token={facts.csrf} />
          <input type="hidden" name="version" value={view.dossier.version} />
          <input type="hidden" name="key" value={facts.key} />
          <input type="hidden" name="so" value={lane.asked?.no ?? ''} />
          {items.map((item, index) => (
            <Item facts={facts} asked={asked} shown={shown} item={item} no={index + 1} />
          ))}
          <p>
            <button class="btn" data-key="F8">
              {t('Gửi trả lời', 'Send the answer')} <kbd>F8</kbd>
            </button>
          </p>
        </form>
        <CitizenTaskForm facts={facts} lane={lane} action={`${tail}/moi`} />
      </div>
    </div>
  )
}

type ItemProps = Props & { item: SupplementItem; no: number }

function Item(props: ItemProps) {
  const { facts, asked, shown, item, no } = props
  const t = useSay()
  const lang = useLang()
  const field = fieldOfItem(asked, item)
  const declared = field ? toInput(field, asked.current[field.key]) : {}
  return (
    <section class="panel mb5" aria-labelledby={`muc-${item.id}`}>
      <p class="muted xs">{t(`Mục ${no}`, `Item ${no}`)}</p>
      <h2 id={`muc-${item.id}`}>{itemName(props)}</h2>
      <div class="mb4">
        <Callout kind="soon" icon="info" title={t('Cơ quan hỏi ghi', 'What the agency says')}>
          <p lang={lang === 'en' ? 'vi' : undefined}>{item.reason}</p>
        </Callout>
      </div>
      {field ? (
        <FormField
          field={{ ...field, optional: true }}
          context={{
            lang: facts.lang,
            raw: { ...declared, ...shown.raw },
            problems: shown.problems,
            lists: { ethnicities: ethnicGroupNames, nationalities: nationalityNames },
          }}
        />
      ) : null}
      {item.kind === 'paper' ? <Papers {...props} /> : null}
      {item.kind === 'other' ? <Done {...props} /> : null}
      <Remark {...props} />
    </section>
  )
}

function itemName({ asked, item }: ItemProps): string {
  const t = useSay()
  const lang = useLang()
  const field = fieldOfItem(asked, item)
  if (field) return say(field.printLabel ?? field.label, lang)
  const component = asked.serving?.components.find(({ key }) => key === item.about)
  if (component) return say(component.name, lang)
  return item.about ?? t('Việc khác', 'Something else')
}

/** Papers the dossier has already are ticked, not sent again; others are added. */
function Papers({ facts, shown, item }: ItemProps) {
  const t = useSay()
  const { view } = facts
  const name = inputOf(item, 'files')
  const ticked = [shown.raw[name] ?? []].flat()
  const kept = shown.uploads.filter(({ itemId }) => itemId === item.id)
  const upload = inputOf(item, 'upload')
  const wrong = shown.problems.find(({ field }) => field === upload)
  return (
    <>
      {view.files.length > 0 ? (
        <fieldset class="field">
          <legend>{t('Giấy tờ đã có trong hồ sơ', 'Papers of the dossier')}</legend>
          {view.files.map((file) => (
            <div class="check">
              <input
                type="checkbox"
                id={`${idOf(name)}-${file.id}`}
                name={name}
                value={file.id}
                checked={ticked.includes(file.id)}
              />
              <label for={`${idOf(name)}-${file.id}`}>
                {componentName(facts, file.component)}{' '}
                <small class="muted">
                  {file.name}, {sizeInWords(file.sizeBytes)}
                </small>
              </label>
            </div>
          ))}
        </fieldset>
      ) : null}
      {kept.map(({ file }) => (
        <div class="check mb4">
          <input
            type="checkbox"
            id={`k-${file.id}`}
            name={`_kept.${item.id}`}
            value={sealUpload(view.dossier.id, file)}
            checked
          />
          <label for={`k-${file.id}`}>
            {file.name} <small class="muted">{sizeInWords(file.sizeBytes)}</small>
          </label>
        </div>
      ))}
      <div class={wrong ? 'field field--err' : 'field'}>
        <label for={idOf(upload)}>{t('Gửi thêm tệp', 'Add a file')}</label>
        <p class="hint" id={`${idOf(upload)}-hint`}>
          {t('Ảnh JPG, PNG hoặc PDF, tối đa 10 MB.', 'JPG, PNG or PDF, at most 10 MB.')}
        </p>
        {wrong ? <Wrong name={upload} problem={wrong} /> : null}
        <input
          type="file"
          id={idOf(upload)}
          name={upload}
          accept="image/jpeg,image/png,application/pdf"
          aria-describedby={`${idOf(upload)}-hint`}
        />
      </div>
    </>
  )
}

function componentName({ view, lang }: DossierFacts, key: string): string {
  const component = view.definition.components.find((known) => known.key === key)
  return component ? say(component.name, lang) : key
}

function Done({ shown, item }: ItemProps) {
  const t = useSay()
  const name = inputOf(item, 'done')
  return (
    <div class="check mb4">
      <input
        type="checkbox"
        id={idOf(name)}
        name={name}
        value="1"
        checked={(shown.raw[name] ?? '') !== ''}
      />
      <label for={idOf(name)}>{t('Đã làm', 'Done')}</label>
    </div>
  )
}

function Remark({ shown, item }: ItemProps) {
  const t = useSay()
  const name = inputOf(item, 'remark')
  const wrong = shown.problems.find(({ field }) => field === name)
  return (
    <div class={wrong ? 'field field--err' : 'field'}>
      <label for={idOf(name)}>{t('Trả lời (nếu có)', 'Answer in words (if any)')}</label>
      {wrong ? <Wrong name={name} problem={wrong} /> : null}
      <textarea
        class={`in in--area in--full${wrong ? ' in--err' : ''}`}
        id={idOf(name)}
        name={name}
        rows={2}
        aria-describedby={wrong ? `${idOf(name)}-error` : undefined}
      >
        {[shown.raw[name] ?? ''].flat()[0]}
      </textarea>
    </div>
  )
}

function Wrong({ name, problem }: { name: string; problem: Problem }) {
  return (
    <p class="err" id={`${idOf(name)}-error`}>
      {say(problem.message, useLang())}
    </p>
  )
}
