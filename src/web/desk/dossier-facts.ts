import { staffNames } from '../../modules/accounts/index.ts'
import {
  actsFor,
  findOpenAsking,
  findPersonsAlike,
  listWorklist,
  open,
  viewForStaff,
  worldOf,
  type Act,
  type Asking,
  type DeskView,
  type Queue,
  type World,
} from '../../modules/dossiers/index.ts'
import { complete, type Answers } from '../../modules/forms/index.ts'
import {
  lanesOf,
  leadSideOf,
  listCitizenTasks,
  type CitizenTask,
  type Lane,
  type LeadSide,
} from '../../modules/interlink/index.ts'
import { areMessagesStopped } from '../../modules/notifications/index.ts'
import type { SubjectCandidate } from '../../modules/persons/index.ts'
import { runChecks, type Finding } from '../../modules/procedures/index.ts'
import { collectingAct, findEntry, type EntryWithAct } from '../../modules/registry/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import type { Lang } from '../words/index.ts'
import { declarationSections, type DeclaredSection } from './declared.ts'
import { dossierUrl, newKey, queryText, queueOf, type DeskRequest } from './desk-request.ts'
import { dueView, type DueView } from './due-view.ts'
import { papersOf, type PaperShown } from './papers-shown.ts'
import { colleaguesOf, presentOf, type Colleague } from './worklist-facts.ts'

/** Everything a page about one dossier draws. */
export type DossierFacts = {
  /** The officer's language. */
  lang: Lang
  view: DeskView
  world: World
  now: Date
  queue: Queue
  acts: readonly Act[]
  /** A second supplement request that waits for the supervisor. */
  asking: Asking | undefined
  /** May tick "đã đối chiếu". */
  mayCompare: boolean
  staffId: string
  names: ReadonlyMap<string, string>
  due: DueView
  /** May have the original made anew, and mistakes in it put right. */
  mayReplace: boolean
  /** May give another due date now. */
  mayMoveDue: boolean
  /** The due date as it was before it was moved; null while it was not. */
  dueMovedFrom: Date | null
  /** As declared last, with copied answers filled in. */
  answers: Answers
  sections: readonly DeclaredSection[]
  papers: readonly PaperShown[]
  findings: readonly Finding[]
  /** Who of all people the subject may be. */
  persons: readonly SubjectCandidate[]
  entry: EntryWithAct | undefined
  /** Nothing more is said to the family: the child has died. */
  messagesStopped: boolean
  /** What other agencies do for it; and for whom it is done, when a message opened it. */
  lanes: readonly Lane[]
  lead: LeadSide | undefined
  tasks: readonly CitizenTask[]
  place: Place
  colleagues: readonly Colleague[]
  csrf: string
  key: string
}

/** Where the dossier stands in the queue the officer walks through. */
export type Place = {
  index: number | null
  total: number
  before: string | null
  after: string | null
}

const deskActions: readonly Act[] = [
  'receive',
  'requestSupplement',
  'decline',
  'completeStep',
  'propose',
  'confirmPreview',
  'sendBack',
  'sign',
  'register',
  'handOver',
  'crossOut',
  'proposeRefusal',
  'refuse',
  'approveSupplement',
  'askVerification',
  'answerVerification',
  'noteCall',
  'postNotice',
  'answerPartner',
]

/** Loads a dossier for its page and notes that this officer has this version open. */
export async function dossierFacts(req: DeskRequest): Promise<DossierFacts> {
  const { ctx, lang } = req
  const now = ctx.clock.now()
  const world = await worldOf(ctx.db)
  const view = await viewForStaff(ctx, req.params['dossierId'] ?? '')
  const { dossier, definition } = view
  await open(ctx, dossier)
  const queue = queueOf(req)
  const answers = complete(definition.form, view.declarations[0]?.answers ?? {})
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const [acts, names, place, colleagues, entry, collecting, asking, stopped] = await Promise.all([
    actsFor(ctx, { dossier, definition }, deskActions),
    staffNames(ctx.db, peopleIn(view)),
    placeIn(ctx, { queue, dossierId: dossier.id }),
    colleaguesOf(ctx, world).then(presentOf),
    findEntry(ctx, at),
    collectingAct(ctx, view),
    findOpenAsking(ctx.db, dossier),
    areMessagesStopped(ctx.db, at),
  ])
  const [lanes, lead, tasks] = await Promise.all([
    lanesOf(ctx.db, dossier, legalDay(now)),
    leadSideOf(ctx.db, dossier),
    listCitizenTasks(ctx.db, at),
  ])
  const persons = await findPersonsAlike(ctx.db, { dossier, definition, answers })
  const [filedOn, today] = [legalDay(dossier.filedAt), legalDay(now)]
  const findings = runChecks(definition, answers, { filedOn, today })
  return {
    lang,
    view,
    world,
    now,
    queue,
    names,
    answers,
    place,
    colleagues,
    entry,
    asking,
    messagesStopped: stopped,
    lanes,
    lead,
    tasks,
    persons,
    acts: acts.filter(
      (action) =>
        fitsStep(view, action) &&
        fitsLegs(collecting, action) &&
        (action !== 'approveSupplement' || asking) &&
        (action !== 'postNotice' || findings.some(({ notice }) => notice)),
    ),
    mayCompare: mayCompare(ctx),
    mayReplace: ctx.actor.kind === 'staff' && ctx.actor.roles.includes('civilStatusOfficer'),
    staffId: ctx.actor.kind === 'staff' ? ctx.actor.staffId : '',
    due: dueView(world, dossier, now, lang),
    ...dueMoves(ctx, view),
    sections: declarationSections(view, { world, now, lang, unmasked: isUnmasked(req) }),
    papers: papersOf(view, { isForSigner: acts.includes('sign'), lang }),
    findings,
    csrf: req.csrf,
    key: newKey(),
  }
}

function isUnmasked(req: DeskRequest): boolean {
  return queryText(req, 'hien') === '1'
}

/** A step either ends or proposes; the definition says which. */
function fitsStep({ dossier, definition, inquiries }: DeskView, action: Act): boolean {
  if (action === 'noteCall') return dossier.callWantedAt !== null
  if (action === 'answerVerification') return inquiries.some(({ answeredAt }) => !answeredAt)
  const kind = definition.steps.find(({ key }) => key === dossier.step)?.kind
  if (action === 'propose') return kind === 'propose'
  if (action === 'askVerification') return kind === 'verify'
  return action === 'completeStep' ? kind !== 'propose' : true
}

/** The book is signed first where other agencies still work; all is handed over when they ended. */
function fitsLegs(collecting: Awaited<ReturnType<typeof collectingAct>>, action: Act): boolean {
  return (action !== 'register' && action !== 'handOver') || action === collecting
}

const heads = ['chairman', 'viceChairman', 'director', 'deputyDirector']

function dueMoves(
  { actor }: Ctx,
  { dossier, events }: DeskView,
): Pick<DossierFacts, 'mayMoveDue' | 'dueMovedFrom'> {
  const before = events.find(({ kind }) => kind === 'dueMoved')?.facts['dueBefore']
  const isHead = actor.kind === 'staff' && actor.roles.some((role) => heads.includes(role))
  const isOpen = dossier.dueAt !== null && dossier.endedAt === null
  return {
    mayMoveDue: isHead && isOpen && before === undefined,
    dueMovedFrom: typeof before === 'string' ? new Date(before) : null,
  }
}

const comparers = ['counterOfficer', 'civilStatusOfficer', 'specialist', 'divisionHead']

export function mayCompare(ctx: Ctx): boolean {
  return ctx.actor.kind === 'staff' && ctx.actor.roles.some((role) => comparers.includes(role))
}

function peopleIn(view: DeskView): readonly string[] {
  return [
    ...view.events.flatMap(({ actorKind, actorId, facts }) => [
      actorKind === 'staff' ? actorId : null,
      typeof facts['assignee'] === 'string' ? facts['assignee'] : null,
    ]),
    ...view.marks.map(({ markedBy }) => markedBy),
    ...view.notes.map(({ writtenBy }) => writtenBy),
    ...view.inquiries.map(({ askedBy }) => askedBy),
    view.dossier.assigneeId,
  ].filter((id) => id !== null)
}

async function placeIn(
  ctx: Ctx,
  { queue, dossierId }: { queue: Queue; dossierId: string },
): Promise<Place> {
  const { dossiers, total } = await listWorklist(ctx, { queue })
  const index = dossiers.findIndex(({ id }) => id === dossierId)
  const urlAt = (place: number) => {
    const there = dossiers[place]
    return there ? dossierUrl(there.code, { queue }) : null
  }
  if (index < 0) return { index: null, total, before: null, after: urlAt(0) }
  return { index, total, before: urlAt(index - 1), after: urlAt(index + 1) }
}
