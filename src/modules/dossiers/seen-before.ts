import { canonicalJson } from '../../platform/ids.ts'
import { answerSource, type Answers } from '../forms/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import type {
  DeclarationVersion,
  DossierFile,
  SupplementItem,
  SupplementRequest,
} from './dossier.ts'

export type Content = {
  definition: ProcedureDefinition
  /** Newest first. */
  declarations: readonly DeclarationVersion[]
  files: readonly DossierFile[]
}

type Item = Omit<SupplementItem, 'id'>

/**
 * Which of these items could have been asked by the request before: the field's answer, or the
 * paper's files, are as they were when it was sent. What came or changed since is new.
 * @basis QĐ 09/2015/QĐ-TTg (hướng dẫn đầy đủ, một lần); NĐ 61/2018/NĐ-CP Điều 17(2)
 */
export function seenBefore(
  items: readonly Item[],
  before: Before,
  content: Content,
): readonly Item[] {
  return items.filter((item) => !isNew(item, before, content))
}

type Before = Pick<SupplementRequest, 'requestedAt' | 'declarationNo'>

function isNew(item: Item, before: Before, content: Content): boolean {
  const since = before.requestedAt
  if (item.kind === 'paper') return hasNewFile(content, since, item.about)
  const { declarations } = content
  const [now, then] = [declarations[0]!, asOf(declarations, before)]
  if (item.about !== null) return !isSameAnswer(content.definition, item.about, [now, then])
  return hasNewFile(content, since) || canonicalJson(now.answers) !== canonicalJson(then.answers)
}

function hasNewFile({ files }: Content, since: Date, component?: string | null): boolean {
  return files.some(
    (file) => file.addedAt > since && (component === undefined || file.component === component),
  )
}

/** The declaration that the officer had before them. */
function asOf(
  declarations: readonly DeclarationVersion[],
  { requestedAt, declarationNo }: Before,
): DeclarationVersion {
  const then = declarations.find(({ no, madeAt }) =>
    declarationNo === null ? madeAt <= requestedAt : no === declarationNo,
  )
  return then ?? declarations.at(-1)!
}

function isSameAnswer(
  { form }: ProcedureDefinition,
  field: string,
  [now, then]: readonly [DeclarationVersion, DeclarationVersion],
): boolean {
  const read = ({ answers }: { answers: Answers }) =>
    canonicalJson(answers[answerSource(form, answers, field)] ?? null)
  return read(now) === read(then)
}
