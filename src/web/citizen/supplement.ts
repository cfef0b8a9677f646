import {
  checkField,
  findField,
  parseInput,
  printAnswer,
  resolveAddresses,
  type Answer,
  type Answers,
  type FieldDefinition,
  type Problem,
} from '../../modules/forms/index.ts'
import type { SupplementAnswer, SupplementItem } from '../../modules/dossiers/index.ts'
import { ensureAcceptable, ensureRoom, fileFieldOf, tidyName } from '../../modules/intake/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { UploadPart } from '../http/route.ts'
import { actWords } from './act-words.ts'
import type { OwnDossier } from './dossier-page.tsx'
import { openUpload, type KeptUpload } from './kept-upload.ts'
import { fieldOf, refusalOf, type Req } from './request.ts'
import { fileProblem, isAboutFile, uploadLimits } from './upload.ts'

export type How = 'accept' | 'correct' | 'keep' | ''

/** Input names of an item; what begins with `_` is no field of the form. */
export const itemInput = (item: SupplementItem, part: 'how' | 'remark') =>
  `_item.${item.id}.${part}`

export type ReadSupplement = {
  answers: readonly SupplementAnswer[]
  set: Answers
  files: readonly KeptUpload[]
  problems: readonly Problem[]
}

export type Answering = {
  req: Req
  own: OwnDossier
  items: readonly SupplementItem[]
  files: readonly KeptUpload[]
}

/** The field an item is about, or the file field that takes its paper. */
export function fieldOfItem(own: OwnDossier, item: SupplementItem): FieldDefinition | undefined {
  const { form } = own.view.definition
  if (item.about === null) return undefined
  if (item.kind === 'field') return findField(form, item.about)
  return form.pages
    .flatMap(({ fields }) => fields)
    .find((field) => field.type === 'file' && field.component === item.about)
}

/** Reads what the citizen answers to each item; all that is missing is told at once. */
export function readSupplement(answering: Answering): ReadSupplement {
  const { items, files } = answering
  const read = items.map((item) => readItem(answering, item))
  return {
    answers: read.map(({ answer }) => answer),
    set: Object.fromEntries(read.flatMap(({ set }) => set)),
    files,
    problems: read.flatMap(({ problems }) => problems),
  }
}

type ReadItem = {
  answer: SupplementAnswer
  set: readonly (readonly [string, Answer])[]
  problems: readonly Problem[]
}

function readItem(answering: Answering, item: SupplementItem): ReadItem {
  const { body } = answering.req
  const how = fieldOf(body, itemInput(item, 'how')) as How // anything else counts as no choice
  const remark = fieldOf(body, itemInput(item, 'remark')).normalize('NFC').slice(0, 1000)
  const answer = {
    itemId: item.id,
    accepted: how === 'accept',
    ...(remark === '' ? {} : { remark }),
  }
  if (how === 'accept') return { answer, set: [], problems: [] }
  if (how === 'keep') {
    const problems = remark === '' ? [itemProblem(item, 'remarkNeeded', 'remark')] : []
    return { answer, set: [], problems }
  }
  if (item.kind === 'field') return readField(answering, item, answer)
  const field = fieldOfItem(answering.own, item)
  const hasFile = answering.files.some(({ component }) => component === item.about)
  if (remark !== '' || (item.kind === 'paper' && hasFile)) return { answer, set: [], problems: [] }
  const wrong =
    item.kind === 'paper'
      ? { ...itemProblem(item, 'fileNeeded', 'remark'), ...(field ? { field: field.key } : {}) }
      : itemProblem(item, 'answerNeeded', 'how')
  return { answer, set: [], problems: [wrong] }
}

/** A corrected field: parsed, its commune resolved, checked by the form's own rules. */
function readField(
  { req, own }: Answering,
  item: SupplementItem,
  answer: SupplementAnswer,
): ReadItem {
  const field = fieldOfItem(own, item)
  if (field === undefined) throw new Refusal('supplement-field-not-asked', { field: item.about })
  const parsed = parseInput(field, req.body)
  const { form } = own.view.definition
  const declared = own.view.declarations[0]!.answers
  const given = parsed.value === undefined ? {} : { [field.key]: parsed.value }
  const resolved = resolveAddresses(form, given, own.forms)
  const value = resolved[field.key]
  const wrong =
    parsed.problems.length > 0
      ? parsed.problems
      : checkField(field, value, { answers: { ...declared, ...resolved }, world: own.forms })
  if (wrong.length > 0) return { answer, set: [], problems: wrong }
  const isSame = printed(own, field, value) === printed(own, field, declared[field.key])
  const isSilent = isSame && answer.remark === undefined
  if (isSilent) return { answer, set: [], problems: [itemProblem(item, 'answerNeeded', 'how')] }
  return { answer, set: value === undefined || isSame ? [] : [[field.key, value]], problems: [] }
}

function printed(own: OwnDossier, field: FieldDefinition, value: Answer | undefined): string {
  return printAnswer(field, value, own.forms)
}

type Needed = 'remarkNeeded' | 'fileNeeded' | 'answerNeeded'

/** A problem of an item itself; `part` is the input that its summary line leads to. */
function itemProblem(item: SupplementItem, code: Needed, part: 'how' | 'remark'): Problem {
  return {
    field: itemInput(item, part),
    code,
    message: { vi: actWords('vi').supplement[code], en: actWords('en').supplement[code] },
  }
}

export type TakenFiles = { files: readonly KeptUpload[]; problems: readonly Problem[] }

/** Stores the papers that were sent and those kept from before; a bad one is told at its field. */
export async function takeFiles(
  req: Req,
  own: OwnDossier,
  items: readonly SupplementItem[],
): Promise<TakenFiles> {
  const files: KeptUpload[] = []
  const problems: Problem[] = []
  for await (const part of req.files()) {
    if (part.filename === '') {
      part.stream.resume()
      continue
    }
    const asked = items
      .filter(({ kind }) => kind === 'paper')
      .map((item) => fieldOfItem(own, item))
      .find((field) => field?.key === part.field)
    if (asked === undefined) throw new Refusal('field-unknown', { field: part.field })
    const refusal = await refusalOf(async () => {
      files.push(await takeOne(req, own, { field: asked, part, before: files }))
    })
    if (refusal && !isAboutFile(refusal)) throw refusal
    if (refusal) problems.push(fileProblem(asked.key, part.filename, refusal))
  }
  return { files: [...keptOf(req, own), ...files], problems }
}

function keptOf(req: Req, own: OwnDossier): KeptUpload[] {
  const sent = req.body['_kept']
  const list = typeof sent === 'string' ? [sent] : (sent ?? [])
  return list.flatMap((sealed) => openUpload(own.view.dossier.id, sealed) ?? [])
}

type Taking = { field: FieldDefinition; part: UploadPart; before: readonly KeptUpload[] }

async function takeOne(req: Req, own: OwnDossier, taking: Taking): Promise<KeptUpload> {
  const field = fileFieldOf(taking.field)
  if (field === undefined) throw new Refusal('field-unknown', { field: taking.field.key })
  const data = await taking.part.buffer()
  const present = [...own.view.files, ...taking.before]
  ensureRoom(field, present, data.length)
  const mime = ensureAcceptable(field, data)
  const { sizeBytesMax } = uploadLimits
  const { sha256, sizeBytes } = await req.deps.files.store(data, { sizeBytesMax })
  const isKnown = present.some((file) => file.field === field.key && file.sha256 === sha256)
  if (isKnown) throw new Refusal('file-already-attached', { field: field.key })
  return {
    id: uuidv7(req.ctx.clock.now()),
    field: field.key,
    component: field.component,
    sha256,
    sizeBytes,
    mime,
    name: tidyName(taking.part.filename),
  }
}
