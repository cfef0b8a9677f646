import type { ComponentChildren, VNode } from 'preact'
import { getEntry, type EntryWithAct } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Text } from '../../modules/forms/index.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary, type SummaryItem } from '../ui/error-summary.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { subjectOf } from './book-lines.ts'
import { BOOKS, bookTitle, entryIn, entryUrl } from './book-place.ts'
import { newKey, textIn, withQuery, type DeskRequest } from './desk-request.ts'

/** Not about what was typed: the general pages say these. */
const elsewhere = ['not-found', 'form-stale', 'key-reused']

/** The key of this rendering of a form; a repeated press does an act once. */
export function formKey(req: DeskRequest): string {
  const key = textIn(req.body, 'key')
  return /^[\w-]{16,64}$/.test(key) ? key : newKey()
}

/** Does an act on an entry and goes back to its page; refused, the form comes back as typed. */
export async function actOnEntry(
  req: DeskRequest,
  given: {
    told: string
    run(entry: EntryWithAct): Promise<unknown>
    show(refusal: Refusal): Promise<WebReply>
  },
): Promise<WebReply> {
  const entry = await getEntry(req.ctx, entryIn(req))
  try {
    await given.run(entry)
    return redirect(withQuery(entryUrl(entry), 'vua', given.told))
  } catch (error) {
    if (!(error instanceof Refusal) || elsewhere.includes(error.code)) throw error
    return given.show(error)
  }
}

export type EntryForm = {
  entry: EntryWithAct
  title: Text
  refusal?: Refusal | undefined
  /** Of single fields, beside the refusal. */
  problems?: readonly SummaryItem[]
}

/** A page with one form about an entry. */
export function entryForm(req: DeskRequest, form: EntryForm, content: ComponentChildren): WebReply {
  const { lang } = req
  const { title, refusal, problems = [] } = form
  const problem = refusal ? errorResponse(refusal, lang) : undefined
  const hasProblems = problem !== undefined || problems.length > 0
  const items = [...(problem ? [{ href: '#viec', text: problem.detail }] : []), ...problems]
  const frame = (
    <Frame {...form} items={items}>
      {content}
    </Frame>
  )
  return page(frame, {
    title: say(title, lang),
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
    ...(hasProblems ? { hasProblems, status: problem?.status ?? 422 } : {}),
  })
}

function Frame(
  props: EntryForm & { items: readonly SummaryItem[]; children?: ComponentChildren },
): VNode {
  const { entry, title, items, children } = props
  const t = useSay()
  const lang = useLang()
  return (
    <div class="wrap page">
      <Back href={entryUrl(entry)}>{t('Về trang sổ', 'Back to the entry')}</Back>
      <ErrorSummary lang={lang} items={items} />
      <h1>{say(title, lang)}</h1>
      <p class="mb5">
        {say(bookTitle(entry), lang)}, {t('số', 'no.')} {entry.no} ·{' '}
        <span lang={lang === 'en' ? 'vi' : undefined}>{subjectOf(entry)}</span>
      </p>
      {children}
    </div>
  )
}

/** Hidden fields that every form about an entry carries. */
export function EntryHidden({ csrf, formKey: key }: { csrf: string; formKey: string }) {
  return (
    <>
      <Csrf token={csrf} />
      <input type="hidden" name="key" value={key} />
    </>
  )
}

/** A labelled line of text. */
export function TextLine(props: {
  id: string
  label: string
  value: string
  hint?: string
  isNumeric?: true
}) {
  const { id, label, value, hint, isNumeric } = props
  return (
    <div>
      <label for={id}>{label}</label>
      {hint ? (
        <p class="sm muted" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        class="in in--full"
        id={id}
        name={id}
        value={value}
        autocomplete="off"
        inputMode={isNumeric ? 'numeric' : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  )
}

/** A reason in some lines. */
export function ReasonText(props: { id: string; label: string; value: string }) {
  const { id, label, value } = props
  return (
    <div>
      <label for={id}>{label}</label>
      <textarea class="in in--area in--full" id={id} name={id} rows={4}>
        {value}
      </textarea>
    </div>
  )
}
