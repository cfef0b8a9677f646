import type { ComponentChildren } from 'preact'
import {
  journey,
  visibleFields,
  type FormWorld,
  type PageDefinition,
  type Problem,
  type RawInputs,
} from '../../modules/forms/index.ts'
import { showResumeCode, type Draft, type DraftFile } from '../../modules/intake/index.ts'
import { ethnicGroupNames, nationalityNames } from '../../modules/people/index.ts'
import type { PageOptions } from '../http/route.ts'
import { ErrorSummary, summaryOf, type SummaryItem } from '../ui/error-summary.tsx'
import type { FieldContext, UploadedFile } from '../ui/field-shell.tsx'
import { FormFields } from '../ui/form-field.tsx'
import {
  Back,
  Callout,
  Csrf,
  Flash,
  Progress,
  SavedNote,
  TaskList,
  type Task,
} from '../ui/parts.tsx'
import { langOf, say, words, type Lang } from '../words/index.ts'
import { CHECK_PAGE, draftPath, openPages, type OpenDraft } from './draft-page.ts'
import { formWords } from './form-words.ts'
import { timeOf } from './moments.ts'
import { rawOf } from './page-input.ts'
import type { Req } from './request.ts'

/** What the list fields offer. */
export function fieldLists({ facilities = [] }: FormWorld): FieldContext['lists'] {
  return { ethnicities: ethnicGroupNames, nationalities: nationalityNames, facilities }
}

export type FormPageProps = {
  req: Pick<Req, 'lang' | 'href' | 'csrf'>
  /** Before the first answer there is no draft. */
  open: Pick<OpenDraft, 'definition' | 'answers' | 'world'> & {
    draft: Draft | null
    files: readonly DraftFile[]
  }
  page: PageDefinition
  /** What was typed, when it is shown again; otherwise the answers. */
  raw?: RawInputs
  problems?: readonly Problem[]
  /** Told above the questions. */
  notice?: { more: boolean; hidden: readonly string[] }
}

/** One page of a declaration: back, progress, one topic, save; the list of parts beside. */
export function FormPage(props: FormPageProps) {
  const { req, open, page, problems = [], notice } = props
  const { lang } = req
  const { definition, draft } = open
  const pages = journey(definition.form, open.answers)
  const step = pages.findIndex(({ key }) => key === page.key) + 1
  const fields = visibleFields(definition.form, page.key, open.answers)
  const context: FieldContext = {
    lang,
    problems,
    lists: fieldLists(open.world),
    raw: props.raw ?? rawOf(fields, open.answers),
    ...(draft ? { files: uploadedOf(req, draft, open.files) } : {}),
  }
  const hasFiles = draft !== null && fields.some(({ type }) => type === 'file')
  return (
    <div class="wrap page">
      <Back href={backOf(props, pages)}>{words(lang).back}</Back>
      <div class="cols cols--side-l">
        <div class="measure">
          <Progress
            name={say(definition.name, lang)}
            step={step}
            steps={pages.length + 1}
            lang={lang}
          />
          <ErrorSummary items={summaryOf(problems, fields, lang)} lang={lang} />
          {notice ? <Notices open={open} notice={notice} lang={lang} /> : null}
          <h1 class="mb5" lang={langOf(page.title, lang)}>
            {say(page.title, lang)}
          </h1>
          {page.hint ? <p class="hint mb5">{say(page.hint, lang)}</p> : null}
          <form
            action={actionOf(props, hasFiles)}
            method="post"
            enctype={hasFiles ? 'multipart/form-data' : undefined}
            novalidate
          >
            <Csrf token={req.csrf} />
            <EnterSaves />
            <FormFields fields={fields} context={context} />
            <PageHelp page={page} lang={lang} />
            <div class="acts">
              <button class="btn">{words(lang).save}</button>
              <button class="btn btn--2" name="_later" value="1">
                {words(lang).later}
              </button>
            </div>
          </form>
          <Saved open={open} lang={lang} />
        </div>
        <FormAside req={req} open={open} current={page.key} />
      </div>
    </div>
  )
}

/** Enter in a text box presses the first button of a form: it must not be one that removes a file. */
export function EnterSaves() {
  return <button class="vh" tabIndex={-1} aria-hidden="true" />
}

function actionOf({ req, open, page }: FormPageProps, hasFiles: boolean): string {
  if (open.draft === null) return req.href(`/to-khai/moi/${open.definition.slug}`)
  return req.href(draftPath(open.draft.id, hasFiles ? `${page.key}/tai-len` : page.key))
}

function backOf({ req, open, page }: FormPageProps, pages: readonly PageDefinition[]): string {
  const before = pages[pages.findIndex(({ key }) => key === page.key) - 1]
  if (before === undefined || open.draft === null)
    return req.href(`/thu-tuc/${open.definition.slug}`)
  return req.href(draftPath(open.draft.id, before.key))
}

export function uploadedOf(
  req: Pick<Req, 'href'>,
  draft: Draft,
  files: readonly DraftFile[],
): Record<string, UploadedFile[]> {
  const byField = Map.groupBy(files, ({ field }) => field)
  return Object.fromEntries(
    [...byField].map(([field, list]) => [
      field,
      list.map(({ id, name, sizeBytes }) => ({
        id,
        name,
        sizeBytes,
        href: req.href(draftPath(draft.id, `tep/${id}`)),
      })),
    ]),
  )
}

function Notices(props: {
  open: FormPageProps['open']
  notice: NonNullable<FormPageProps['notice']>
  lang: Lang
}) {
  const { open, notice, lang } = props
  const t = formWords(lang)
  const hidden = notice.hidden
    .filter((key) => Object.hasOwn(open.draft?.keptAside ?? {}, key))
    .flatMap((key) =>
      open.definition.form.pages
        .flatMap(({ fields }) => fields)
        .filter((field) => field.key === key),
    )
  return (
    <>
      {notice.more ? <Flash>{t.more}</Flash> : null}
      {hidden.length > 0 ? (
        <div class="mb5">
          <Callout kind="info" title={t.hiddenTitle}>
            <p>{t.hidden}</p>
            <ul class="bul mt2">
              {hidden.map(({ label }) => (
                <li lang={langOf(label, lang)}>{say(label, lang)}</li>
              ))}
            </ul>
          </Callout>
        </div>
      ) : null}
    </>
  )
}

function PageHelp({ page, lang }: { page: PageDefinition; lang: Lang }) {
  return (
    <>
      {(page.help ?? []).map(({ title, body }) => (
        <details class="mb4">
          <summary lang={langOf(title, lang)}>{say(title, lang)}</summary>
          <p class="inset" lang={langOf(body, lang)}>
            {say(body, lang)}
          </p>
        </details>
      ))}
    </>
  )
}

function Saved({ open, lang }: { open: FormPageProps['open']; lang: Lang }) {
  const t = formWords(lang)
  const { draft, definition } = open
  if (draft === null) return <SavedNote>{t.notSaved}</SavedNote>
  return (
    <SavedNote>
      {t.savedNow(timeOf(draft.updatedAt), definition.draftExpiresAfterDays)}
      <strong class="nw ink">{showResumeCode(draft.resumeCode)}</strong>
      {t.savedAfter}
    </SavedNote>
  )
}

/** The parts of the declaration, and whom to ask. */
export function FormAside(props: {
  req: Pick<Req, 'lang' | 'href'>
  open: FormPageProps['open']
  current: string
  children?: ComponentChildren
}) {
  const { req, open, children } = props
  const { lang } = req
  const t = words(lang)
  return (
    <aside class="sticky stack">
      <TaskList tasks={tasksOf(props)} lang={lang} />
      <div class="panel panel--paper">
        <h2>{t.needHelp}</h2>
        <p class="sm">
          {formWords(lang).call}
          <a href={t.help.hotlineHref} class="nw">
            <strong>{t.help.hotlineNumber}</strong>
          </a>
          {formWords(lang).help(open.draft !== null)}
        </p>
        {open.draft ? (
          <p class="sm mt2">
            <a href={req.href(draftPath(open.draft.id, 'bo'))}>{formWords(lang).discard.link}</a>
          </p>
        ) : null}
        {children}
      </div>
    </aside>
  )
}

function tasksOf(props: {
  req: Pick<Req, 'lang' | 'href'>
  open: FormPageProps['open']
  current: string
}): Task[] {
  const { req, open, current } = props
  const { draft, definition } = open
  const todo = new Set(openPages(open))
  const link = (key: string) => (draft ? { href: req.href(draftPath(draft.id, key)) } : {})
  const first = [...todo][0]
  const pages = journey(definition.form, open.answers).map(({ key, title }): Task => {
    const isDone = draft !== null && !todo.has(key)
    const state = key === current ? 'now' : isDone ? 'done' : 'todo'
    return { title: say(title, req.lang), state, ...(isDone || key === first ? link(key) : {}) }
  })
  const check: Task = {
    title: formWords(req.lang).check,
    state: current === CHECK_PAGE ? 'now' : 'todo',
    ...(todo.size === 0 ? link(CHECK_PAGE) : {}),
  }
  return [...pages, check]
}

export function formOptions(
  props: { title: string; definition: OpenDraft['definition']; lang: Lang },
  problems: readonly (Problem | SummaryItem)[] = [],
): PageOptions {
  return {
    title: `${props.title} – ${say(props.definition.name, props.lang)}`,
    layout: 'form',
    ...(problems.length > 0 ? { hasProblems: true } : {}),
  }
}
