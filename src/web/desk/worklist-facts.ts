import { listAbsences, listStaffAt, maySign } from '../../modules/accounts/index.ts'
import {
  countChannels,
  countQueues,
  definitionOf,
  listWorklist,
  shortCode,
  worldOf,
  type Dossier,
  type Queue,
  type World,
  type WorklistQuery,
} from '../../modules/dossiers/index.ts'
import { countStopped } from '../../modules/interlink/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { dueView, type DueView } from './due-view.ts'
import { dossierUrl, newKey, queryText, queueOf, type DeskRequest } from './desk-request.ts'
import { say, type Lang } from '../words/index.ts'
import { channels, stateName } from './words.ts'

export type Filters = {
  queue: Queue
  text: string
  procedureKey: string
  due: '' | 'overdue' | 'today'
  mine: boolean
  channel: string
}

export type WorklistRow = {
  code: string
  short: string
  version: number
  isTrial: boolean
  href: string
  due: DueView
  procedure: string
  subject: string
  requester: string
  channel: Dossier['channel']
  step: string
  handler: string | null
}

/** `deputy`: who does the work today, where the officer is away. */
export type Colleague = { id: string; name: string; isAway: boolean; deputy?: string }

/** Everything the worklist page draws; plain data. */
export type WorklistFacts = {
  filters: Filters
  counts: Readonly<Record<Queue, number>>
  channelCounts: Readonly<Record<string, number>>
  /** Messages to other agencies that nobody tries any more. */
  stopped: number
  lang: Lang
  procedures: readonly { key: string; name: string }[]
  rows: readonly WorklistRow[]
  total: number
  /** The keyset of the next page; null on the last. */
  next: string | null
  isFirstPage: boolean
  now: Date
  maySign: boolean
  colleagues: readonly Colleague[]
  csrf: string
  key: string
}

/** Reads the filters from the address; what it does not understand is left out. */
export function filtersOf(req: DeskRequest, queue: Queue = queueOf(req)): Filters {
  const due = queryText(req, 'han')
  const channel = queryText(req, 'kenh')
  return {
    queue,
    text: queryText(req, 'q').slice(0, 200),
    procedureKey: queryText(req, 'tt'),
    due: due === 'qua-han' ? 'overdue' : due === 'hom-nay' ? 'today' : '',
    mine: queryText(req, 'nguoi') === 'toi',
    channel: Object.hasOwn(channels, channel) ? channel : '',
  }
}

/** The address of the same list with other filters. */
export function listUrl(filters: Filters, change: Partial<Filters> & { after?: string }): string {
  const all = { ...filters, ...change }
  const due = { overdue: 'qua-han', today: 'hom-nay', '': '' }[all.due]
  const pairs = [
    ['hang', all.queue],
    ['q', all.text],
    ['tt', all.procedureKey],
    ['han', due],
    ['nguoi', all.mine ? 'toi' : ''],
    ['kenh', all.channel],
    ['sau', all.after ?? ''],
  ].filter((pair) => pair[1] !== '')
  return `/can-bo/ho-so?${new URLSearchParams(pairs as [string, string][]).toString()}`
}

export async function worklistFacts(
  req: DeskRequest,
  filters: Filters = filtersOf(req),
  /** The page of a dossier that its row opens; its own page when left out. */
  tail?: string,
): Promise<WorklistFacts> {
  const { ctx, lang } = req
  const now = ctx.clock.now()
  const world = await worldOf(ctx.db)
  const query = queryOf(filters)
  const after = readAfter(queryText(req, 'sau'))
  const [list, counts, channelCounts, stopped, isSigner, staff] = await Promise.all([
    listWorklist(ctx, { ...query, ...(after ? { after } : {}) }),
    countQueues(ctx),
    countChannels(ctx, query),
    countStopped(ctx),
    maySignToday(ctx),
    colleaguesOf(ctx, world),
  ])
  const last = list.dossiers.at(-1)
  const at = { now, staff, filters, tail, lang }
  return {
    filters,
    counts,
    channelCounts,
    stopped,
    lang,
    procedures: proceduresOf(world, req),
    rows: list.dossiers.map((dossier) => rowOf(world, { ...at, dossier })),
    total: list.total,
    next: list.more && last ? afterText(last) : null,
    isFirstPage: after === undefined,
    now,
    maySign: isSigner,
    colleagues: presentOf(staff),
    csrf: req.csrf,
    key: newKey(),
  }
}

function queryOf(filters: Filters): WorklistQuery {
  return {
    queue: filters.queue,
    text: filters.text,
    ...(filters.procedureKey ? { procedureKey: filters.procedureKey } : {}),
    ...(filters.due ? { due: filters.due } : {}),
    ...(filters.channel ? { channel: filters.channel } : {}),
    mineOnly: filters.mine,
  }
}

export async function maySignToday(ctx: Ctx): Promise<boolean> {
  if (ctx.actor.kind !== 'staff') return false
  const { agencyId, staffId } = ctx.actor
  return maySign(ctx.db, { agencyId, staffId, day: legalDay(ctx.clock.now()) })
}

/** Officers of the desk today, each once, by name; who is away, with the deputy. */
export async function colleaguesOf(ctx: Ctx, world: World): Promise<readonly Colleague[]> {
  if (ctx.actor.kind !== 'staff') return []
  const day = legalDay(ctx.clock.now())
  const agencyIds = world.city.heldAgencies(ctx.actor.agencyId, day)
  const rows = await listStaffAt(ctx.db, { agencyIds, day })
  const active = rows.filter(({ state }) => state === 'active')
  const names = new Map(active.map(({ id, name }) => [id, name]))
  const absences = await listAbsences(ctx.db, { agencyIds, day })
  const away = new Map(
    absences.filter(({ fromDay }) => fromDay <= day).map((absence) => [absence.staffId, absence]),
  )
  return [...names].map(([id, name]) => {
    const deputy = names.get(away.get(id)?.deputyId ?? '')
    return { id, name, isAway: away.has(id), ...(deputy === undefined ? {} : { deputy }) }
  })
}

/** Whom work can be given to today. */
export function presentOf(colleagues: readonly Colleague[]): readonly Colleague[] {
  return colleagues.filter(({ isAway }) => !isAway)
}

/** What may stand on this agency's desk today, what other agencies ask for included. */
function proceduresOf(world: World, { ctx, lang }: DeskRequest): WorklistFacts['procedures'] {
  const { actor } = ctx
  const kind = actor.kind === 'staff' ? world.city.agency(actor.agencyId)?.kind : undefined
  const today = world.procedures
    .inForceOn(legalDay(ctx.clock.now()))
    .filter(({ agencyKind }) => agencyKind === kind)
  return today.map(({ key, name }) => ({ key, name: say(name, lang) }))
}

type Row = {
  dossier: Dossier
  now: Date
  staff: readonly Colleague[]
  filters: Filters
  tail: string | undefined
  lang: Lang
}

function rowOf(world: World, { dossier, now, staff, filters, tail, lang }: Row): WorklistRow {
  const formerName = lang === 'en' ? 'Former officer' : 'Người cũ'
  const { code, version, isTrial, channel, assigneeId } = dossier
  return {
    code,
    version,
    isTrial,
    channel,
    short: shortCode(code),
    href: dossierUrl(code, { queue: filters.queue, ...(tail ? { tail } : {}) }),
    due: dueView(world, dossier, now, lang),
    procedure: say(definitionOf(world, dossier).name, lang),
    subject: dossier.subjectName ?? '',
    requester: dossier.requesterName ?? '',
    step: stepName(world, dossier, lang),
    handler: assigneeId === null ? null : (handlerName(staff, assigneeId, lang) ?? formerName),
  }
}

/** The deputy's name is what a clerk looks for while the handler is away. */
function handlerName(
  staff: readonly Colleague[],
  assigneeId: string,
  lang: Lang,
): string | undefined {
  const officer = staff.find(({ id }) => id === assigneeId)
  if (!officer?.isAway) return officer?.name
  const away = lang === 'en' ? 'away' : 'vắng'
  const forHim = lang === 'en' ? 'for' : 'thay'
  return officer.deputy
    ? `${officer.deputy} (${forHim} ${officer.name})`
    : `${officer.name} (${away})`
}

/** Where the dossier stands, in one or two words. */
export function stepName(world: World, dossier: Dossier, lang: Lang = 'vi'): string {
  if (dossier.state !== 'processing') return stateName(dossier.state, lang)
  const step = definitionOf(world, dossier).steps.find(({ key }) => key === dossier.step)
  return step ? say(step.name, lang) : stateName('processing', lang)
}

/** Keyset of the last row: its moment and id. */
function afterText(dossier: Dossier): string {
  return `${(dossier.dueAt ?? dossier.receiveBy).toISOString()}~${dossier.id}`
}

function readAfter(text: string): WorklistQuery['after'] {
  const [at = '', id = ''] = text.split('~')
  const dueAt = new Date(at)
  const isUuid = /^[0-9a-f-]{36}$/.test(id)
  return isUuid && !Number.isNaN(dueAt.getTime()) ? { dueAt, id } : undefined
}
