import type { DeskView } from '../../modules/dossiers/index.ts'
import { evaluate } from '../../modules/forms/index.ts'
import { Icon } from '../ui/icons.tsx'
import { sayIn, useSay } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import { entryUrl } from './book-place.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { happened } from './happened.ts'
import { moment } from './moments.ts'
import { Posted } from './posted.tsx'
import { channelName, noteName } from './words.ts'

type Stage = { name: string; note: string; state: 'done' | 'now' | 'todo' }

/** The whole way: filing, receipt, the definition's own steps, hand-over. */
export function Workflow({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  return (
    <>
      <h2>{t('Quy trình', 'Steps')}</h2>
      <div class="body">
        <ol class="wf">
          {stagesOf(facts).map(({ name, note, state }, index) => (
            <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span class="mk">{state === 'done' ? <Icon name="check" /> : index + 1}</span>
              <span>
                {name}
                {state === 'done' ? <span class="vh"> ({t('xong', 'done')})</span> : null}
              </span>
              <small>{note}</small>
            </li>
          ))}
        </ol>
        <InBook facts={facts} />
      </div>
    </>
  )
}

/** Where the dossier stands in the register book, and what may be done about its original. */
function InBook({ facts: { entry, view, mayReplace } }: { facts: DossierFacts }) {
  const t = useSay()
  if (!entry) return null
  return (
    <p class="acts sm">
      <a href={entryUrl(entry)}>
        {t('Sổ hộ tịch, số', 'Register book, no.')} {entry.no}/{entry.year}
      </a>
      {mayReplace ? (
        <a href={dossierUrl(view.dossier.code, { tail: 'lap-lai' })}>
          {t('Hủy phôi, lập lại', 'Make the original anew')}
        </a>
      ) : null}
    </p>
  )
}

function stagesOf(facts: DossierFacts): readonly Stage[] {
  const { view, now, lang } = facts
  const { dossier, definition, events } = view
  const t = sayIn(lang)
  const time = (at: Date | null | undefined) => (at ? moment(at, now) : '')
  const reached = reachedStage(view)
  const doneAt = (step: string) =>
    events.findLast(
      ({ kind, facts: told }) =>
        (kind === 'stepCompleted' && told['done'] === step) || kind === 'proposed',
    )?.at
  const steps = definition.steps.map((step) => ({
    name: say(step.name, lang),
    at: step.kind === 'sign' ? dossier.endedAt : doneAt(step.key),
  }))
  const channel = channelName(dossier.channel, lang).toLocaleLowerCase('vi')
  const handedOver = events.find(({ kind }) => kind === 'handedOver')?.at
  return [
    { name: `${t('Nộp', 'Filed')} ${channel}`, at: dossier.filedAt },
    { name: t('Tiếp nhận', 'Receipt'), at: dossier.receivedAt },
    ...steps,
    { name: t('Trả kết quả', 'Hand-over'), at: handedOver },
  ].map(({ name, at }, index) => ({
    name,
    note: index < reached ? time(at) : index === reached ? t('đang làm', 'now') : '',
    state: index < reached ? 'done' : index === reached ? 'now' : 'todo',
  }))
}

/** Index of the stage the dossier stands at; past the last one when it was handed over. */
function reachedStage({ dossier, definition }: DeskView): number {
  const { state, step } = dossier
  const count = definition.steps.length
  if (state === 'signed' || state === 'interlinking') return 2 + count
  if (state === 'handed_over') return 3 + count
  if (state === 'filed' || state === 'completing' || dossier.receivedAt === null) return 1
  return (
    2 +
    Math.max(
      0,
      definition.steps.findIndex(({ key }) => key === step),
    )
  )
}

/** What belongs to the dossier: what was sent, what is seen or kept at hand-over. */
export function Components({ facts }: { facts: DossierFacts }) {
  const { definition, files } = facts.view
  const t = useSay()
  const wanted = definition.components.filter(({ when }) => !when || evaluate(when, facts.answers))
  const sent = wanted.filter(({ submit }) => submit)
  const shown = wanted.filter(({ present }) => present !== 'no')
  if (sent.length + shown.length === 0) return null
  return (
    <>
      <h2>{t('Thành phần hồ sơ', 'Components')}</h2>
      <div class="body">
        <ol class="wf">
          {sent.map(({ key, name }) => {
            const own = files.filter(({ component }) => component === key)
            const isPdf = own.some(({ mime }) => mime === 'application/pdf')
            return (
              <li class={own.length > 0 ? 'done' : 'todo'}>
                <span class="mk">{own.length > 0 ? <Icon name="check" /> : null}</span>
                <span>{say(name, facts.lang)}</span>
                <small>
                  {own.length === 0 ? t('chưa có', 'missing') : isPdf ? 'PDF' : t('ảnh', 'photo')}
                </small>
              </li>
            )
          })}
          {shown.map(({ name, present }) => (
            <li class="todo">
              <span class="mk" />
              <span>
                {t('Bản chính', 'Original:')} {say(name, facts.lang)}
              </span>
              <small>
                {present === 'keep' ? t('nộp khi nhận', 'handed in') : t('đối chiếu', 'compared')}
              </small>
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

const severities = { refuse: 'stop', warn: 'warn', note: 'info' } as const

/** What the checks of law found, each with its basis. */
export function Findings({ facts }: { facts: DossierFacts }) {
  const { findings, lang } = facts
  const t = useSay()
  if (findings.length === 0) return null
  return (
    <>
      <h2>{t('Quy định cần chú ý', 'Rules to mind')}</h2>
      <div class="body">
        <ul class="law">
          {findings.map(({ severity, message, basis }) => (
            <li class={severity}>
              <Icon name={severities[severity]} />
              <span>
                {say(message, lang)} <small lang={lang === 'en' ? 'vi' : undefined}>{basis}</small>
              </span>
            </li>
          ))}
        </ul>
        <Posted facts={facts} />
      </div>
    </>
  )
}

export function Remarks({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const notes = facts.view.notes.filter((note) => noteName(note) !== undefined)
  if (notes.length === 0) return null
  return (
    <>
      <h2>{t('Ý kiến, lý do', 'Remarks, reasons')}</h2>
      <div class="body">
        <ul class="law">
          {notes.map((note) => (
            <li>
              <Icon name="message" />
              <span>
                {note.body}{' '}
                <small>
                  {noteName(note, facts.lang)},{' '}
                  {facts.names.get(note.writtenBy) ?? t('người nộp', 'submitter')},{' '}
                  {moment(note.writtenAt, facts.now)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

export function History({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const { view, now } = facts
  return (
    <>
      <h2>{t('Lịch sử', 'History')}</h2>
      <div class="body">
        <ol class="log">
          {view.events.toReversed().map((event) => {
            const { at, text } = happened(event, facts, facts.lang)
            return (
              <li>
                <time dateTime={at.toISOString()}>{moment(at, now)}</time>
                <span>{text}</span>
              </li>
            )
          })}
        </ol>
      </div>
    </>
  )
}
