import {
  journey,
  stopOf,
  validatePage,
  visibleFields,
  type PageDefinition,
  type Problem,
} from '../../modules/forms/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { say } from '../words/index.ts'
import {
  CHECK_PAGE,
  draftPath,
  nextPage,
  openDraft,
  openPages,
  type OpenDraft,
} from './draft-page.ts'
import { FormPage, formOptions, type FormPageProps } from './form-page.tsx'
import { rawOf, readPage, savePage, type SavedPage } from './page-input.ts'
import { fieldOf, paramOf, queryOf, type Req } from './request.ts'
import { stoppedPage } from './stopped.tsx'

/** Opens a draft where work goes on: the first page that needs something, else the check. */
export async function showDraft(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const [first = CHECK_PAGE] = openPages(open)
  return redirect(req.href(draftPath(open.draft.id, first)))
}

export async function showPage(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const at = pageOf(req, open)
  // The page was asked under other answers: lead to where the journey goes now.
  if (at === undefined) return redirect(req.href(draftPath(open.draft.id)))
  const { form } = open.definition
  const problems =
    queryOf(req, 'loi') === '1' ? validatePage(form, at.key, open.answers, open.world) : []
  const hidden = queryOf(req, 'an').split(',').filter(Boolean)
  const notice = { more: queryOf(req, 'them') === '1', hidden }
  return formReply(req, { open, page: at, problems, notice })
}

function pageOf(req: Req, { definition, answers }: OpenDraft): PageDefinition | undefined {
  const key = paramOf(req, 'page')
  if (!definition.form.pages.some((known) => known.key === key)) throw new Refusal('not-found')
  return journey(definition.form, answers).find((known) => known.key === key)
}

function formReply(req: Req, props: Omit<FormPageProps, 'req'>): WebReply {
  const title = say(props.page.title, req.lang)
  const { definition } = props.open
  const content = <FormPage req={req} {...props} />
  return page(content, formOptions({ title, definition, lang: req.lang }, props.problems))
}

export async function postPage(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const at = pageOf(req, open)
  if (at === undefined) return redirect(req.href(draftPath(open.draft.id)))
  const read = readPage(open, at, req.body)
  const stop = stopOf(open.definition.form, { ...open.answers, ...read.set })
  if (stop) return stoppedPage(req, stop)
  const saved = await savePage(req, open, at, read)
  const { again } = read
  return afterSave(req, { ...saved, page: at, again, fileProblems: [] })
}

export type AfterSave = SavedPage & {
  page: PageDefinition
  /** Stay on the page: a button of a group, an upload, a removal. */
  again: boolean
  fileProblems: readonly Problem[]
}

/** Where a saved page leads: later, here again, or on; never without what was typed. */
export function afterSave(req: Req, saved: AfterSave): WebReply {
  const { open, page: at, hidden, fileProblems } = saved
  const here = req.href(draftPath(open.draft.id, at.key))
  const wantsLater = fieldOf(req.body, '_later') !== ''
  if (wantsLater && fileProblems.length === 0)
    return redirect(req.href(draftPath(open.draft.id, 'de-sau')))
  const problems =
    saved.again || wantsLater ? fileProblems : [...fileProblems, ...withoutFilesOf(saved)]
  if (problems.length > 0) {
    const fields = visibleFields(open.definition.form, at.key, open.answers)
    const raw = { ...rawOf(fields, open.answers), ...typed(req.body) }
    return formReply(req, { open, page: at, raw, problems })
  }
  const note = hidden.length > 0 ? `an=${encodeURIComponent(hidden.join(','))}` : ''
  if (saved.again) return redirect(withQuery(here, note))
  if (saved.hasMore) return redirect(withQuery(here, `them=1${note ? `&${note}` : ''}`))
  return redirect(withQuery(req.href(draftPath(open.draft.id, nextPage(open, at))), note))
}

/** A file that was refused is not also missing: one problem a field says it. */
function withoutFilesOf({ problems, fileProblems }: AfterSave): readonly Problem[] {
  const refused = new Set(fileProblems.map(({ field }) => field))
  return problems.filter(({ field }) => !refused.has(field))
}

/** What was typed, without buttons; an old resolved commune gives way to a name typed anew. */
function typed(body: Req['body']): Req['body'] {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')))
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`
}
