import { loadCity, type City } from '../../modules/agencies/index.ts'
import type { Dossier } from '../../modules/dossiers/index.ts'
import { lanesOf, lanesOfCode, type Lane } from '../../modules/interlink/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { partnerName } from '../citizen/lane-view.ts'
import { instant } from './schemas.ts'

/** By code, for anybody: no words and no results. */
export async function showTrackedLegs(ctx: Ctx, code: string) {
  const lanes = await lanesOfCode(ctx.db, code, legalDay(ctx.clock.now()))
  const city = await loadCity(ctx.db)
  return lanes.map((lane) => showLeg(city, lane))
}

export async function showOwnLegs(ctx: Ctx, dossier: Dossier) {
  const { city, lanes } = await readLegs(ctx, dossier)
  return lanes.map((lane) => showWithWords(city, lane))
}

export async function showDeskLegs(ctx: Ctx, dossier: Dossier) {
  const { city, lanes } = await readLegs(ctx, dossier)
  return lanes.map((lane) => ({ ...showWithWords(city, lane), asked: showAsked(lane) }))
}

async function readLegs(ctx: Ctx, dossier: Dossier) {
  const lanes = await lanesOf(ctx.db, dossier, legalDay(ctx.clock.now()))
  return { lanes, city: await loadCity(ctx.db) }
}

function showLeg(city: City, lane: Lane) {
  const { key, name, partner: id, state, holds, steps, unsent } = lane
  return {
    key,
    name,
    agency: id === undefined ? null : { id, name: partnerName({ city, lang: 'vi' }, id) },
    state,
    holdsHandOver: holds,
    openedAt: instant(lane.openedAt),
    dueAt: instant(lane.dueAt),
    endedAt: instant(lane.endedAt),
    steps: steps.map(({ what, at }) => ({ what, at: instant(at) })),
    unsent: unsent && { since: instant(unsent.since), isStopped: unsent.isStopped },
  }
}

function showWithWords(city: City, lane: Lane) {
  const { code, results, refusedBecause } = lane
  return { ...showLeg(city, lane), code, results, refusedBecause }
}

function showAsked({ asked }: Lane) {
  return asked && { no: asked.no, items: asked.items, askedAt: instant(asked.at) }
}
