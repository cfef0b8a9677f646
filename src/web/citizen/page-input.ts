import {
  isAnswered,
  ownsInput,
  parsePage,
  resolveAddresses,
  toInput,
  validatePage,
  visibleFields,
  type Answer,
  type Answers,
  type FieldDefinition,
  type PageDefinition,
  type Problem,
  type RawInputs,
} from '../../modules/forms/index.ts'
import { answersWithFiles, saveAnswers } from '../../modules/intake/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FormBody } from '../http/route.ts'
import type { OpenDraft } from './draft-page.ts'
import type { Req } from './request.ts'

/** What a posted page says, before anything is saved. */
export type ReadPage = {
  set: Answers
  /** Asked and left empty. */
  clear: readonly string[]
  /** What could not be read at all: 31/13, letters for a year. */
  problems: readonly Problem[]
  /** Fields that were on the page the citizen saw. */
  asked: ReadonlySet<string>
  /** A button of a repeating group: show the page again. */
  again: boolean
}

type Reading = Pick<OpenDraft, 'definition' | 'answers' | 'world'>

/**
 * Reads a posted page. Refuses `field-unknown` when the body holds a field that the page has not:
 * then nothing at all is taken.
 */
export function readPage(open: Reading, page: PageDefinition, body: FormBody): ReadPage {
  const { form } = open.definition
  const raw = withoutFiles(page, withGroupButtons(body))
  const shown = new Set(visibleFields(form, page.key, open.answers).map(({ key }) => key))
  const parsed = parsePage(form, page.key, open.answers, raw)
  const stranger = parsed.problems.find(({ code }) => code === 'field-unknown')
  if (stranger) throw new Refusal('field-unknown', { field: stranger.field })
  const all = { ...parsed.dropped, ...parsed.answers }
  const fields = page.fields.filter(({ type }) => type !== 'file')
  const asked = fields.filter(
    (field) => shown.has(field.key) || Object.keys(raw).some((name) => ownsInput(field, name)),
  )
  const set = Object.fromEntries(
    asked.flatMap(({ key }) => (all[key] === undefined ? [] : [[key, all[key]] as const])),
  )
  const isUnread = (key: string) => parsed.problems.some((wrong) => isAt(wrong, key))
  return {
    set: resolveAddresses(form, set, open.world),
    clear: asked.map(({ key }) => key).filter((key) => !(key in set) && !isUnread(key)),
    problems: parsed.problems,
    asked: new Set([...shown, ...asked.map(({ key }) => key)]),
    again: parsed.again,
  }
}

/** Is the problem at this field, or inside this group? */
function isAt(problem: Problem, key: string): boolean {
  return problem.field === key || problem.field.startsWith(`${key}.`)
}

/** Files arrive by their own road; what a form says of them is not believed. */
function withoutFiles(page: PageDefinition, raw: RawInputs): RawInputs {
  const isFile = (name: string) =>
    page.fields.some(({ key, type }) => type === 'file' && key === name)
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !isFile(name)))
}

function withGroupButtons(body: FormBody): RawInputs {
  const { _addItem, _removeItem, ...rest } = body
  return {
    ...rest,
    ...(_addItem === undefined ? {} : { _add: _addItem }),
    ...(_removeItem === undefined ? {} : { _remove: _removeItem }),
  }
}

export type SavedPage = {
  open: OpenDraft
  /** Answers of before that the new ones hid. */
  hidden: readonly string[]
  problems: readonly Problem[]
  /** The answers led to further questions on the same page. */
  hasMore: boolean
}

/** Saves what was read, right or wrong, and says what is still wrong with the page. */
export async function savePage(
  req: Req,
  open: OpenDraft,
  page: PageDefinition,
  read: ReadPage,
): Promise<SavedPage> {
  const { draft, hidden } = await saveAnswers(req.ctx, {
    draftId: open.draft.id,
    set: read.set,
    clear: read.clear,
  })
  const answers = answersWithFiles(draft.answers, open.files)
  const saved = { ...open, draft, answers }
  return { open: saved, hidden, ...problemsOf(saved, page, read) }
}

/** What is wrong with the questions that were asked, in their order. */
export function problemsOf(
  open: Reading,
  page: PageDefinition,
  read: Pick<ReadPage, 'problems' | 'asked'>,
): Pick<SavedPage, 'problems' | 'hasMore'> {
  const { form } = open.definition
  const shown = visibleFields(form, page.key, open.answers).map(({ key }) => key)
  const found = validatePage(form, page.key, open.answers, open.world)
  const problems = shown
    .filter((key) => read.asked.has(key))
    .flatMap((key) => {
      const unread = read.problems.filter((wrong) => isAt(wrong, key))
      return unread.length > 0 ? unread : found.filter((wrong) => isAt(wrong, key))
    })
  return { problems, hasMore: shown.some((key) => !read.asked.has(key)) }
}

/** The inputs of a page filled in from the answers. */
export function rawOf(fields: readonly FieldDefinition[], answers: Answers): RawInputs {
  return Object.fromEntries(
    fields.flatMap((field) => [
      ...Object.entries(toInput(field, answers[field.key])),
      ...emptyItems(field, answers[field.key]),
    ]),
  )
}

/** A new item of a group has no inputs yet; its place must still be drawn. */
function emptyItems(field: FieldDefinition, answer: Answer | undefined): [string, string][] {
  if (field.type !== 'group' || !Array.isArray(answer)) return []
  return answer.map((_item, index) => [`${field.key}.${index}.`, ''])
}

/** Is there anything in what was read? Nothing is kept before the first answer. */
export function hasAnswers(read: ReadPage): boolean {
  return Object.values(read.set).some(isAnswered)
}
