import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { maySign } from '../accounts/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { mayOwnerOpen, type StaffActor } from './access.ts'
import type { Dossier } from './dossier.ts'
import { moves, movesFrom, type Action, type By } from './machine.ts'
import { isStandingAction, standingAct, type StandingAction } from './standing.ts'

/** Any act of the two tables: one that moves the dossier, or one that leaves it where it stands. */
export type Act = Action | StandingAction

export type Permission = {
  /** The caller's transaction. */
  db: Queryable
  dossier: Dossier
  action: Act
  definition: ProcedureDefinition
}

/**
 * Do the tables let this person do this act on this dossier now? Refuses `act-not-now` (state),
 * `act-not-yours` (role) and `signer-not-assigned` (chairman or the deputy of the day).
 */
export async function ensureMayAct(ctx: Ctx, input: Permission): Promise<void> {
  const { action, dossier } = input
  const by = whoMay(action, dossier)
  if (by === undefined) throw new Refusal('act-not-now', { action, state: dossier.state })
  for (const one of by) if (await isBy(ctx, one, input)) return
  throw new Refusal(by.includes('signer') ? 'signer-not-assigned' : 'act-not-yours', { action })
}

/** Who may do it in this state; undefined when nobody may. */
function whoMay(action: Act, { state }: Dossier): readonly By[] | undefined {
  if (!isStandingAction(action)) return movesFrom(action, state)[0]?.by
  const { during, by } = standingAct(action)
  return during.includes(state) ? by : undefined
}

/** The acts this person may do now, for buttons. */
export async function actsFor<A extends Act>(
  ctx: Ctx,
  input: Omit<Permission, 'action' | 'db'>,
  actions: readonly A[],
): Promise<readonly A[]> {
  const allowed: A[] = []
  for (const action of actions) {
    const given = { ...input, action, db: ctx.db }
    const who = whoMay(action, input.dossier) ?? []
    const verdicts = await Promise.all(who.map((by) => isBy(ctx, by, given)))
    if (verdicts.includes(true)) allowed.push(action)
  }
  return allowed
}

/** The event that an act appends: one, wherever it leads. */
export function eventOf(action: Act): string {
  if (isStandingAction(action)) return standingAct(action).event
  return moves.find((row) => row.action === action)!.event
}

async function isBy(ctx: Ctx, by: By, input: Permission): Promise<boolean> {
  const { actor } = ctx
  if (by === 'system') return actor.kind === 'system'
  if (by === 'owner') return mayOwnerOpen(actor, input.dossier)
  if (actor.kind !== 'staff') return false
  if (by === 'officer') return true
  if (by === 'stepRole') return isStepRole(actor, input)
  if (by === 'signer') return isSigner(ctx, input.db, actor)
  if (by === 'head') return isHead(actor)
  if (by === 'supervisor') return isSupervisor(actor)
  return actor.roles.includes(by)
}

function isStepRole(actor: StaffActor, { dossier, definition }: Permission): boolean {
  const step = definition.steps.find(({ key }) => key === dossier.step)
  return step !== undefined && actor.roles.includes(step.role)
}

/** The head of the officer's agency, or the deputy assigned that day; nobody while away. */
function isSigner(ctx: Ctx, db: Queryable, { staffId, agencyId }: StaffActor): Promise<boolean> {
  return maySign(db, { agencyId, staffId, day: legalDay(ctx.clock.now()) })
}

const HEADS: readonly string[] = ['chairman', 'viceChairman', 'director', 'deputyDirector']

function isHead({ roles }: StaffActor): boolean {
  return roles.some((role) => HEADS.includes(role))
}

/** Who answers for what the desk asks of citizens. */
export function isSupervisor(actor: StaffActor): boolean {
  return isHead(actor) || actor.roles.includes('divisionHead')
}
