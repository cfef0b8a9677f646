import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { doneBefore, getForSystem } from './access.ts'
import { closeDueActions } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { listDueNow, type DueAction } from './due-store.ts'
import { dueKinds, type DueKind } from './due-plan.ts'
import { listKindsSince } from './event-store.ts'
import { stand } from './move.ts'
import type { DossierChange } from './store.ts'
import type { State } from './states.ts'

/** Done at a time; what is left waits for the next run. */
const BATCH = 500

/**
 * Does what is due by our clock: warns before a due date, reports late dossiers to the head and
 * then to the city, reminds of results that wait. At most 500 at a time, each in a transaction of
 * its own and once. Safe to repeat. Returns how many. One that fails does not hold back the others:
 * it is thrown at the end.
 */
export async function runDueActions(ctx: Ctx): Promise<number> {
  const due = await listDueNow(ctx.db, { now: ctx.clock.now(), kinds: dueKinds, limit: BATCH })
  const faults: unknown[] = []
  for (const action of due) {
    try {
      await ctx.db.tx((db) => runOne(ctx, db, action))
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} due actions failed`)
  return due.length
}

async function runOne(ctx: Ctx, db: Queryable, action: DueAction): Promise<void> {
  const at = { agencyId: action.agencyId, dossierId: action.dossierId }
  const dossier = await getForSystem(ctx, at, { db, lock: true })
  const now = ctx.clock.now()
  const told = acts[action.kind](dossier, now)
  await closeDueActions(db, at, now, { kind: action.kind })
  if (told === undefined || !(await fits(db, dossier, action.kind))) return
  // The moment belongs to the key: a moved due date is warned of and reported anew, and only then.
  const requestKey = `${action.kind}:${dossier.id}:${action.at.toISOString()}`
  const { event, facts, change = {} } = told
  if (await doneBefore(ctx, { db, dossier, event, requestKey })) return
  await stand(ctx, db, { dossier, kind: event, facts, change, requestKey })
}

type Told = { event: string; facts: Record<string, unknown>; change?: DossierChange }

/** What each moment does to a dossier as it stands now; undefined: it is no longer wanted. */
const acts: Readonly<Record<DueKind, (dossier: Dossier, now: Date) => Told | undefined>> = {
  receive: (dossier, now) =>
    isUnreceived(dossier, now) ? escalatedTo('head', { what: 'receipt' }) : undefined,
  warn: (dossier, now) =>
    runs(dossier) && dossier.dueAt !== null && dossier.dueAt > now
      ? { event: 'warned', facts: { dueAt: dossier.dueAt.toISOString() } }
      : undefined,
  escalate: (dossier, now) =>
    isLate(dossier, now) ? escalatedTo('head', { what: 'result' }) : undefined,
  'escalate-city': (dossier, now) => {
    if (isUnreceived(dossier, now)) return escalatedTo('city', { what: 'receipt' })
    return isLate(dossier, now) ? escalatedTo('city', { what: 'result' }) : undefined
  },
  'remind-week': (dossier) => remindedOf(dossier, 'first'),
  'remind-month': (dossier) => remindedOf(dossier, 'second'),
  'remind-lapse': (dossier) => remindedOf(dossier, 'last'),
}

function escalatedTo(to: 'head' | 'city', facts: { what: 'receipt' | 'result' }): Told {
  return { event: 'escalated', facts: { to, ...facts }, change: { escalation: to } }
}

function remindedOf({ state }: Dossier, which: 'first' | 'second' | 'last'): Told | undefined {
  if (state !== 'signed' && state !== 'interlinking') return undefined
  return { event: 'reminded', facts: { which } }
}

function isUnreceived({ state, receiveBy }: Dossier, now: Date): boolean {
  return state === 'filed' && receiveBy <= now
}

function isLate(dossier: Dossier, now: Date): boolean {
  return runs(dossier) && dossier.dueAt !== null && dossier.dueAt <= now
}

const running: readonly State[] = ['processing', 'signing', 'refusing', 'signed', 'interlinking']

/** Does the legal clock run for the agency? Not while somebody else is waited for, nor once ended. */
function runs({ state, endedAt }: Dossier): boolean {
  return endedAt === null && running.includes(state)
}

/** Results that other agencies still work on are not called for yet. */
async function fits(db: Queryable, dossier: Dossier, kind: DueKind): Promise<boolean> {
  if (!kind.startsWith('remind') || dossier.state !== 'interlinking') return true
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  return (await listKindsSince(db, at, 0)).includes('legsCompleted')
}
