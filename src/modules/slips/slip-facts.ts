import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { staffNames } from '../accounts/index.ts'
import { loadCity, type Agency } from '../agencies/index.ts'
import { loadCalendar } from '../calendar/index.ts'
import {
  viewOf,
  type Dossier,
  type DossierEvent,
  type DossierView,
  type World,
} from '../dossiers/index.ts'
import { complete, type Answers } from '../forms/index.ts'
import { loadProcedures } from '../procedures/index.ts'
import type { SlipKind } from './slip.ts'

/** Everything a slip may print, as it is at the moment of the act. */
export type SlipFacts = {
  kind: SlipKind
  /** Null for a slip that is shown before it is given. */
  no: number | null
  day: PlainDate
  act: Act
  view: DossierView
  world: World
  /** As declared last, with copied answers filled in. */
  answers: Answers
  /** Who gives it: the agency, or since it was merged the one that holds its dossiers. */
  agency: Agency
  /** Of every officer in the dossier's history. */
  names: ReadonlyMap<string, string>
  issuer: { name: string; roles: readonly string[] }
}

/** The event a slip is given for, or the moment in which it is shown before that. */
type Act = Pick<DossierEvent, 'at' | 'actorId' | 'facts'>

type Asked = { kind: SlipKind; no: number | null; act: Act; dossier: Dossier }

/** In the caller's transaction: what was written by the act is seen. */
export async function slipFacts(ctx: Ctx, db: Queryable, asked: Asked): Promise<SlipFacts> {
  const { act, dossier } = asked
  // One after another: inside a transaction they share one connection.
  const city = await loadCity(db)
  const calendar = await loadCalendar(db)
  const world = { city, calendar, procedures: await loadProcedures(db) }
  const view = await viewOf(db, world, dossier)
  const day = legalDay(act.at)
  const names = await staffNames(db, officersIn(view))
  const roles = ctx.actor.kind === 'staff' ? ctx.actor.roles : []
  return {
    kind: asked.kind,
    no: asked.no,
    day,
    act,
    view,
    world,
    answers: complete(view.definition.form, view.declarations[0]?.answers ?? {}),
    agency: agencyOn(world, dossier.agencyId, day),
    names,
    issuer: { name: names.get(act.actorId ?? '') ?? '', roles },
  }
}

function agencyOn({ city }: World, agencyId: string, day: PlainDate): Agency {
  const agency = city.agency(city.holderOf(agencyId, day) ?? agencyId)
  if (!agency) throw new Error(`unknown agency ${agencyId}`)
  return agency
}

function officersIn({ events, dossier }: DossierView): string[] {
  const ids = events.flatMap(({ actorKind, actorId, facts }) => [
    actorKind === 'staff' ? actorId : null,
    facts['assignee'],
  ])
  return [...ids, dossier.assigneeId].filter((id) => typeof id === 'string')
}
