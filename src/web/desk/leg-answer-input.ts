import type { Paper, SupplementAnswer, SupplementItem } from '../../modules/dossiers/index.ts'
import {
  checkField,
  findField,
  parseInput,
  resolveAddresses,
  type Answer,
  type Answers,
  type FieldDefinition,
  type Problem,
} from '../../modules/forms/index.ts'
import { ensureAcceptable, tidyName } from '../../modules/intake/index.ts'
import { formWorldOf, type ProcedureDefinition } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openUpload, type KeptUpload } from '../citizen/kept-upload.ts'
import { refusalOf } from '../citizen/request.ts'
import { isAboutFile, fileProblem, uploadLimits } from '../citizen/upload.ts'
import type { UploadPart } from '../http/route.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { listIn, textIn, type DeskRequest } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'

/** What the ward answers to one item; what begins with `_` is no field of the partner's form. */
export const inputOf = (item: SupplementItem, part: 'remark' | 'done' | 'files' | 'upload') =>
  `_item.${item.id}.${part}`

/** The form of the service that asks, and what would travel in it now. */
export type Asking = {
  items: readonly SupplementItem[]
  serving: ProcedureDefinition | undefined
  current: Answers
}

export type ReadAnswer = {
  answers: readonly SupplementAnswer[]
  set: Answers
  papers: readonly Paper[]
  problems: readonly Problem[]
}

export function fieldOfItem({ serving }: Asking, item: SupplementItem) {
  if (item.kind !== 'field' || item.about === null || !serving) return undefined
  return findField(serving.form, item.about)
}

/** Reads the whole answer; everything that is missing is told at once, at its input. */
export function readAnswer(
  req: DeskRequest,
  facts: DossierFacts,
  asking: Asking & { uploads: readonly Uploaded[] },
): ReadAnswer {
  const read = asking.items.map((item) => readItem(req, facts, { ...asking, item }))
  return {
    answers: read.map(({ answer }) => answer),
    set: Object.fromEntries(read.flatMap(({ set }) => set)),
    papers: read.flatMap(({ papers }) => papers),
    problems: read.flatMap(({ problems }) => problems),
  }
}

type OneItem = Asking & { uploads: readonly Uploaded[]; item: SupplementItem }

type ReadItem = {
  answer: SupplementAnswer
  set: readonly (readonly [string, Answer])[]
  papers: readonly Paper[]
  problems: readonly Problem[]
}

function readItem(req: DeskRequest, facts: DossierFacts, one: OneItem): ReadItem {
  const { item } = one
  const remark = textIn(req.body, inputOf(item, 'remark')).normalize('NFC').slice(0, 2000)
  const answer: SupplementAnswer = {
    itemId: item.id,
    accepted: textIn(req.body, inputOf(item, 'done')) !== '',
    ...(remark === '' ? {} : { remark }),
  }
  const field = fieldOfItem(one, item)
  const value = field ? valueOf(req, facts, { ...one, field }) : { set: [], problems: [] }
  const papers = item.kind === 'paper' ? papersOf(req, facts, one) : []
  const isAnswered = remark !== '' || answer.accepted || value.set.length > 0 || papers.length > 0
  const problems = isAnswered || value.problems.length > 0 ? value.problems : [silence(item)]
  return { answer, set: value.set, papers, problems }
}

function silence(item: SupplementItem): Problem {
  return {
    field: inputOf(item, 'remark'),
    code: 'missing',
    message: {
      vi: 'Trả lời mục này: sửa, gửi giấy tờ, hoặc ghi câu trả lời',
      en: 'Answer this item: correct it, send a paper, or write the answer',
    },
  }
}

/** A corrected value, checked by the partner's own form; what already travels is not sent again. */
function valueOf(
  req: DeskRequest,
  facts: DossierFacts,
  { serving, current, field }: OneItem & { field: FieldDefinition },
): Pick<ReadItem, 'set' | 'problems'> {
  const world = formWorldOf(facts.world.city, legalDay(facts.now))
  const parsed = parseInput(field, req.body)
  if (parsed.problems.length > 0) return { set: [], problems: parsed.problems }
  if (parsed.value === undefined) return { set: [], problems: [] }
  const given = resolveAddresses(serving!.form, { [field.key]: parsed.value }, world)
  const value = given[field.key]
  const problems = checkField(field, value, { answers: { ...current, ...given }, world })
  if (problems.length > 0 || value === undefined) return { set: [], problems }
  const isSame = JSON.stringify(value) === JSON.stringify(current[field.key])
  return { set: isSame ? [] : [[field.key, value]], problems: [] }
}

/** Papers of the dossier that were ticked, and those just sent. */
function papersOf(req: DeskRequest, { view }: DossierFacts, one: OneItem): readonly Paper[] {
  const { item, uploads } = one
  const ticked = listIn(req.body, inputOf(item, 'files'))
  const own = view.files.filter(({ id }) => ticked.includes(id))
  const sent = uploads.filter(({ itemId }) => itemId === item.id).map(({ file }) => file)
  return [...own, ...sent].map(({ name, mime, sizeBytes, sha256 }) => ({
    ...{ name, mime, sizeBytes, sha256 },
    component: item.about ?? '',
  }))
}

export type Uploaded = { itemId: string; file: KeptUpload }

const ACCEPT = ['image/jpeg', 'image/png', 'application/pdf'] as const

export type Taken = { uploads: readonly Uploaded[]; problems: readonly Problem[] }

/** Stores what was sent and what an earlier try kept; a bad file is told at its input. */
export async function takeUploads(
  req: DeskRequest,
  dossierId: string,
  items: readonly SupplementItem[],
): Promise<Taken> {
  const uploads: Uploaded[] = keptOf(req, dossierId, items)
  const problems: Problem[] = []
  for await (const part of req.files()) {
    if (part.filename === '') {
      part.stream.resume()
      continue
    }
    const item = items.find((one) => inputOf(one, 'upload') === part.field)
    if (!item) throw new Refusal('field-unknown', { field: part.field.slice(0, 80) })
    const refusal = await refusalOf(async () => {
      uploads.push({ itemId: item.id, file: await takeOne(req, part, item) })
    })
    if (refusal && !isAboutFile(refusal)) throw refusal
    if (refusal) problems.push(fileProblem(inputOf(item, 'upload'), part.filename, refusal))
  }
  return { uploads, problems }
}

function keptOf(req: DeskRequest, dossierId: string, items: readonly SupplementItem[]): Uploaded[] {
  return items.flatMap((item) =>
    listIn(req.body, `_kept.${item.id}`).flatMap((sealed) => {
      const file = openUpload(dossierId, sealed)
      return file ? [{ itemId: item.id, file }] : []
    }),
  )
}

async function takeOne(
  req: DeskRequest,
  part: UploadPart,
  item: SupplementItem,
): Promise<KeptUpload> {
  const data = await part.buffer()
  const { sizeBytesMax, filesMax } = uploadLimits
  const component = item.about ?? ''
  const field = { type: 'file', component, accept: ACCEPT, filesMax, sizeBytesMax } as const
  const key = inputOf(item, 'upload')
  const mime = ensureAcceptable({ ...field, key, label: { vi: component } }, data)
  const { sha256, sizeBytes } = await req.deps.files.store(data, { sizeBytesMax })
  const id = uuidv7(req.ctx.clock.now())
  return { id, field: key, component, sha256, sizeBytes, mime, name: tidyName(part.filename) }
}
