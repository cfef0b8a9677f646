import type { Queryable } from '../../platform/db.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { definitionOf, viewOf, worldOf } from '../dossiers/index.ts'
import type { Dossier, DossierView, World } from '../dossiers/index.ts'
import { complete } from '../forms/index.ts'
import { INQUIRY, inquiryLeg } from './inquiry-leg.ts'
import { legsOf, type Standing } from './legs-of.ts'
import { partnerOf, type Asking } from './partner-of.ts'
import { listLegsOf, type Leg } from './store-legs.ts'

/** A lead's dossier with its legs, as every decision about them needs it. */
export type LeadFiling = {
  world: World
  view: DossierView
  standing: Standing
  /** The legs opened so far, in that order. */
  opened: readonly Leg[]
  asking: Asking
}

/**
 * How a dossier's legs stand on a day. Undefined for a dossier without legs: a partner's own, or of
 * a procedure that needs no other agency.
 */
export async function leadFilingOf(
  db: Queryable,
  dossier: Dossier,
  day: PlainDate,
): Promise<LeadFiling | undefined> {
  const world = await worldOf(db)
  const filedOn = legalDay(dossier.filedAt)
  const named = legsOf(definitionOf(world, dossier), filedOn)
  if (named.length === 0 || dossier.channel === 'interlink') return undefined
  const view = await viewOf(db, world, dossier)
  const opened = await listLegsOf(db, { agencyId: dossier.agencyId, dossierId: dossier.id })
  const answers = complete(view.definition.form, view.declarations[0]!.answers)
  const asking: Asking = { agencyId: dossier.agencyId, answers, filedOn, day }
  const states = new Map(opened.map(({ key, state }) => [key, state]))
  const own = world.city.holderOf(dossier.agencyId, day) ?? dossier.agencyId
  // A commune that is itself the permanent residence does not tell itself.
  const asked = opened.filter(({ service }) => service === INQUIRY)
  const legs = [...asked.map(({ key }) => inquiryLeg(key)), ...named].filter(
    (leg) => states.has(leg.key) || partnerOf(world.city, leg, asking) !== own,
  )
  const elsewhere = legs.filter(
    (leg) => !states.has(leg.key) && partnerOf(world.city, leg, asking) === undefined,
  )
  const standing: Standing = {
    legs,
    answers,
    states,
    happened: new Set(view.events.map(({ kind }) => kind)),
    elsewhere: new Set(elsewhere.map(({ key }) => key)),
  }
  return { world, view, standing, opened, asking }
}
