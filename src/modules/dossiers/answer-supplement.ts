import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { answerSource, complete, findField, validateForm, type Answers } from '../forms/index.ts'
import { answersWithOnlyFiles } from '../intake/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { doneBefore, getForSubmitter } from './access.ts'
import { namesOf, searchTextOf } from './admit.ts'
import { messagePaperField } from './admit-from-message.ts'
import {
  answerSupplementRow,
  endPause,
  insertDeclaration,
  insertFiles,
  listDeclarations,
  listFiles,
  listSupplements,
} from './detail-store.ts'
import type {
  Dossier,
  DossierFile,
  SupplementAnswer,
  SupplementItem,
  SupplementRequest,
} from './dossier.ts'
import { receiveByFor } from './due.ts'
import { planReceipt } from './due-plan.ts'
import { dueNow } from './move-due.ts'
import { rememberDuplicateKeys } from './duplicates.ts'
import { move } from './move.ts'
import { ensureMayAct } from './permission.ts'
import type { DossierChange } from './store.ts'
import { definitionOf, formWorldOf, worldOf, type World } from './world.ts'

export type AnswerSupplement = {
  dossierId: string
  requestKey: string
  /** One for each item: accepted as proposed, or answered otherwise with a remark. */
  answers: readonly SupplementAnswer[]
  /** Corrected fields; only fields the request asked about. */
  set: Answers
  /** New papers, their bytes already stored. */
  files: readonly DossierFile[]
}

/**
 * Whoever filed answers the open request: the citizen, or by a message the agency that opened the
 * dossier. The declaration gets a new version: what was declared before and what is declared now
 * both stay. Refuses `not-found`, `key-reused`, `act-not-now`,
 * `supplement-none-open`, `supplement-incomplete` (items), `supplement-field-not-asked`,
 * `field-unknown`, `reason-too-long`, `declaration-incomplete`.
 */
export async function answerSupplement(ctx: Ctx, input: AnswerSupplement): Promise<Dossier> {
  const world = await worldOf(ctx.db)
  return ctx.db.tx(async (db) => {
    const dossier = await getForSubmitter(ctx, input.dossierId, { db, lock: true })
    const { requestKey } = input
    const done = await doneBefore(ctx, { db, dossier, event: 'supplementAnswered', requestKey })
    if (done) return done
    const definition = definitionOf(world, dossier)
    await ensureMayAct(ctx, { db, dossier, action: 'answerSupplement', definition })
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    const request = (await listSupplements(db, at)).find(({ answers }) => answers === null)
    if (!request) throw new Refusal('supplement-none-open')
    ensureAnswered(request.items, input)
    const now = ctx.clock.now()
    const filesBefore = await listFiles(db, at)
    const added = newFiles(definition, input.files, filesBefore)
    const filesNow = [...filesBefore, ...added]
    const [current] = await listDeclarations(db, at)
    const answers = amended(definition, { current: current!.answers, request, input, filesNow })
    // Units and fields are judged by the day of filing: the law the dossier is pinned to.
    const problems = validateForm(definition.form, answers, formWorldOf(world, dossier.filedAt))
    if (problems.length > 0) throw new Refusal('declaration-incomplete', { problems })
    const no = dossier.declarationNo + 1
    const sha256 = sha256Hex(canonicalJson(answers))
    await insertDeclaration(db, at, { no, answers, sha256, madeAt: now })
    await insertFiles(db, at, added)
    await answerSupplementRow(db, at, { no: request.no, answers: input.answers, answeredAt: now })
    await rememberDuplicateKeys(db, { at, definition, answers, filedAt: dossier.filedAt })
    const change = await changeAfter(ctx, db, { world, dossier, definition, answers })
    return move(ctx, db, {
      dossier,
      action: 'answerSupplement',
      to: dossier.state === 'completing' ? 'filed' : 'processing',
      facts: {
        no: request.no,
        declarationSha256: sha256,
        wordsSha256: sha256Hex(canonicalJson(input.answers)),
        files: added.map(({ component, sha256: fileSha256 }) => ({
          component,
          sha256: fileSha256,
        })),
        filesAdded: added.length,
      },
      change: { ...change, declarationNo: no },
      requestKey: input.requestKey,
    })
  })
}

/** As long as a reason may be. */
const REMARK_LENGTH_MAX = 4000

export type Answered = Pick<AnswerSupplement, 'answers' | 'set'> & {
  files: readonly Pick<DossierFile, 'component'>[]
}

/**
 * Each item is answered: accepted, corrected, given a paper, or explained. Refuses
 * `supplement-incomplete` (items), `supplement-field-not-asked`, `reason-too-long`.
 */
export function ensureAnswered(items: readonly SupplementItem[], input: Answered): void {
  if (input.answers.some(({ remark }) => (remark ?? '').length > REMARK_LENGTH_MAX)) {
    throw new Refusal('reason-too-long')
  }
  const asked = new Set(items.flatMap(({ kind, about }) => (kind === 'field' ? [about] : [])))
  const extra = Object.keys(input.set).find((field) => !asked.has(field))
  if (extra !== undefined) throw new Refusal('supplement-field-not-asked', { field: extra })
  const open = items.filter((item) => {
    const given = input.answers.find(({ itemId }) => itemId === item.id)
    if (given?.remark?.trim() || (given?.accepted && item.proposed !== undefined)) return false
    if (item.kind === 'paper') return !input.files.some((file) => file.component === item.about)
    if (item.kind === 'field') return !(item.about !== null && item.about in input.set)
    return !given?.accepted
  })
  if (open.length > 0)
    throw new Refusal('supplement-incomplete', { items: open.map(({ id }) => id) })
}

/**
 * The papers that are new: each under a file field of the form and its component; one kept by the
 * page from an earlier try or request is not added twice. Refuses `field-unknown`.
 */
function newFiles(
  { form, serves, components }: ProcedureDefinition,
  sent: readonly DossierFile[],
  before: readonly DossierFile[],
): readonly DossierFile[] {
  for (const { field, component } of sent) {
    const definition = findField(form, field)
    const isAsked = definition?.type === 'file' && definition.component === component
    const isBrought =
      serves !== undefined &&
      field === messagePaperField(component) &&
      components.some(({ key }) => key === component)
    const isPaper = isAsked || isBrought
    if (!isPaper) throw new Refusal('field-unknown', { field: field.slice(0, 80) })
  }
  const known = new Set(before.map(({ id }) => id))
  return sent.filter(({ id }) => !known.has(id))
}

type Amending = {
  current: Answers
  request: SupplementRequest
  input: AnswerSupplement
  filesNow: readonly DossierFile[]
}

/** A change to a copied field (the father who filed) is made where the answer was given. */
function amended(definition: ProcedureDefinition, from: Amending): Answers {
  const { current } = from
  const sourceOf = (field: string) => answerSource(definition.form, current, field)
  const accepted = from.request.items.flatMap((item) => {
    const given = from.input.answers.find(({ itemId }) => itemId === item.id)
    const takes = given?.accepted && item.kind === 'field' && item.proposed !== undefined
    return takes ? [[sourceOf(item.about!), item.proposed!] as const] : []
  })
  const set = Object.entries(from.input.set).map(([field, answer]) => [sourceOf(field), answer])
  const merged = { ...current, ...Object.fromEntries(accepted), ...Object.fromEntries(set) }
  const { form } = definition
  const asked = from.filesNow.filter(({ field }) => findField(form, field) !== undefined)
  return complete(form, answersWithOnlyFiles(form, merged, asked))
}

type Changing = {
  world: World
  dossier: Dossier
  definition: ProcedureDefinition
  answers: Answers
}

async function changeAfter(ctx: Ctx, db: Queryable, given: Changing): Promise<DossierChange> {
  const { world, dossier, definition, answers } = given
  const now = ctx.clock.now()
  const names = namesOf(definition, answers)
  const searchText = searchTextOf(dossier.code, dossier.lookupNo, names)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  if (!dossier.receivedAt) {
    const receiveBy = receiveByFor(world, dossier.agencyId, { definition, at: now })
    await planReceipt(db, world, at, receiveBy)
    return { ...names, searchText, receiveBy, escalation: null }
  }
  await endPause(db, at, now)
  return { ...names, searchText, ...(await dueNow(ctx, db, { world, dossier, definition })) }
}
