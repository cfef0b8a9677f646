import {
  commonestReasons,
  reasonsFor,
  seenBefore,
  type DeskView,
  type SupplementItem,
} from '../../modules/dossiers/index.ts'
import {
  checkField,
  evaluate,
  findField,
  parseInput,
  resolveAddresses,
  type Answers,
  type FormWorld,
  type Problem,
} from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { sayIn } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import { textIn, listIn, type DeskRequest } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { reasonOf } from './reasons.ts'

/** One line of the form: a paper or a field, ticked or with a reason. */
export type Line = {
  kind: 'paper' | 'field'
  about: string
  label: string
  value: string
  isTicked: boolean
  reason: string
  /** What the catalogue says of it, to choose from. */
  sentences: readonly string[]
  /** The request before could have asked it: needs the supervisor now. */
  isSeen: boolean
  /** The field's input is open for a proposed value. */
  isOpen: boolean
}

export type SupplementForm = {
  lines: readonly Line[]
  /** Free items, one a box. */
  others: readonly string[]
  againBecause: string
  problems: readonly Problem[]
}

export const OTHERS = 3

export function reasonName(line: Pick<Line, 'kind' | 'about'>): string {
  return `_ly.${line.kind}.${line.about}`
}

/** What the page shows: everything that can be asked for, with what was typed so far. */
export function supplementForm(
  facts: DossierFacts,
  req: DeskRequest,
  problems: readonly Problem[] = [],
): SupplementForm {
  const { body } = req
  const opened = openedFields(req)
  const ticked = listIn(body, '_chon')
  const line = (given: Pick<Line, 'kind' | 'about' | 'label' | 'value'>): Line => ({
    ...given,
    isTicked:
      ticked.includes(`${given.kind}.${given.about}`) ||
      (given.kind === 'field' && opened.includes(given.about)) ||
      isFirstSight(req, facts, given),
    reason: isFirstSight(req, facts, given)
      ? differenceOf(facts, given.about)
      : textIn(body, reasonName(given)),
    sentences: reasonsFor(facts.view.definition, given).map(({ text }) => text),
    isSeen: isSeen(facts, given),
    isOpen: given.kind === 'field' && opened.includes(given.about),
  })
  return {
    lines: [
      ...wantedPapers(facts).map(({ key, name }) =>
        line({
          kind: 'paper',
          about: key,
          label: say(name, facts.lang),
          value: fileCount(facts, key),
        }),
      ),
      ...facts.sections
        .flatMap(({ rows }) => rows)
        .map(({ field, label, value }) => line({ kind: 'field', about: field, label, value })),
    ],
    others: Array.from({ length: OTHERS }, (_, index) => textIn(body, `_khac.${index}`)),
    againBecause: textIn(body, '_lan-nua'),
    problems,
  }
}

/** Before anything was typed: what was found to differ from the papers is there already. */
function isFirstSight(
  req: DeskRequest,
  facts: DossierFacts,
  { kind, about }: Pick<Line, 'kind' | 'about'>,
): boolean {
  return req.method === 'GET' && kind === 'field' && differenceOf(facts, about) !== ''
}

/** In words that the citizen can act on; empty when nothing was found, or the paper was wrong. */
function differenceOf({ view }: DossierFacts, field: string): string {
  const mark = view.marks.find((one) => one.field === field)
  const isTheirs = mark?.closedAs === null || mark?.closedAs === 'declaration-wrong'
  if (mark?.verdict !== 'differs' || !isTheirs) return ''
  return `Giấy tờ ghi “${mark.paperSays ?? ''}”. Xem lại và sửa cho khớp.`
}

function isSeen({ view }: DossierFacts, { kind, about }: Pick<Line, 'kind' | 'about'>): boolean {
  const [before] = view.supplements
  return before !== undefined && seenBefore([{ kind, about, reason: '' }], before, view).length > 0
}

function wantedPapers({ view, answers }: DossierFacts): DeskView['definition']['components'] {
  return view.definition.components.filter(({ when }) => !when || evaluate(when, answers))
}

function fileCount({ view, lang }: DossierFacts, component: string): string {
  const t = sayIn(lang)
  const count = view.files.filter((file) => file.component === component).length
  if (count === 0) return t('chưa có tệp', 'no file yet')
  return t(`${count} tệp`, count === 1 ? '1 file' : `${count} files`)
}

/** Fields whose input is open: asked by the address, opened before, or opened now. */
export function openedFields(req: DeskRequest): readonly string[] {
  const asked = typeof req.query['sua'] === 'string' ? [req.query['sua']] : []
  return [...new Set([...asked, ...listIn(req.body, '_mo'), ...listIn(req.body, '_sua')])]
}

export type Read = { items: readonly Omit<SupplementItem, 'id'>[]; problems: readonly Problem[] }

/** Reads what was asked for; a proposed value is checked as the citizen's own would be. */
export function readItems(facts: DossierFacts, form: SupplementForm, req: DeskRequest): Read {
  const problems: Problem[] = []
  const sentences = commonestReasons(facts.view.definition).map(({ text }) => text)
  const items = form.lines
    .filter((line) => line.isTicked || line.reason !== '')
    .map((line): Omit<SupplementItem, 'id'> => {
      const reason = reasonOf(line.reason, sentences) || (line.isOpen ? 'Đề nghị sửa như bên.' : '')
      const item = { kind: line.kind, about: line.about, reason }
      if (!line.isOpen) return item
      const { value, wrong } = proposedValue(facts, line.about, req)
      problems.push(...wrong)
      return value === undefined ? item : { ...item, proposed: value }
    })
  const others = form.others
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'other' as const, about: null, reason: reasonOf(text, sentences) }))
  return { items: [...items, ...others], problems }
}

function proposedValue(
  facts: DossierFacts,
  key: string,
  req: DeskRequest,
): { value: Answers[string] | undefined; wrong: readonly Problem[] } {
  const { form } = facts.view.definition
  const field = findField(form, key)
  if (!field || field.type === 'file') return { value: undefined, wrong: [] }
  const world: FormWorld = formWorldOf(facts.world.city, legalDay(facts.now))
  const parsed = parseInput(field, req.body)
  if (parsed.value === undefined) return { value: undefined, wrong: parsed.problems }
  const resolved = resolveAddresses(form, { [key]: parsed.value }, world)[key]
  const answers = { ...facts.answers, ...(resolved === undefined ? {} : { [key]: resolved }) }
  const wrong = [...parsed.problems, ...checkField(field, resolved, { answers, world })]
  return { value: resolved, wrong }
}
