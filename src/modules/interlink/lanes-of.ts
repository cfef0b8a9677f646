import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { findDossierAt, findLocation, type Dossier } from '../dossiers/index.ts'
import { laneOf, type Lane, type OpenedLeg } from './lane.ts'
import { applying } from './legs-of.ts'
import { partnerOf } from './partner-of.ts'
import { leadFilingOf } from './standing.ts'
import { findNewestBody, listLaneMessages } from './store-lanes.ts'
import { listLegsOf } from './store-legs.ts'

/**
 * A dossier's legs as lanes, in the order of its definition: those under way, those to come, those
 * on paper. Whoever asks has been allowed to read the dossier. Empty without legs.
 */
export async function lanesOf(
  db: Queryable,
  dossier: Dossier,
  day: PlainDate,
): Promise<readonly Lane[]> {
  const filing = await leadFilingOf(db, dossier, day)
  if (filing === undefined) return []
  const { opened, standing, asking, world } = filing
  const legs = opened.map(({ leg }) => leg)
  const messages = await listLaneMessages(db, { agencyId: dossier.agencyId, legs })
  return applying(standing).map((definition) => {
    const leg = opened.find(({ key }) => key === definition.key)
    const asked: OpenedLeg | undefined = leg && {
      ...leg,
      partner: leg.otherParty,
      code: leg.otherCode,
      messages: messages.filter((message) => message.leg === leg.leg),
    }
    const partner = partnerOf(world.city, definition, asking)
    const isOnPaper = standing.elsewhere.has(definition.key)
    return laneOf(definition, asked, { partner, isOnPaper })
  })
}

/** The same by a dossier's code, for the page that shows status and place to anybody. */
export async function lanesOfCode(
  db: Queryable,
  code: string,
  day: PlainDate,
): Promise<readonly Lane[]> {
  const at = await findLocation(db, 'code', code)
  const dossier = at && (await findDossierAt(db, at))
  return dossier ? lanesOf(db, dossier, day) : []
}

/** For whom a partner's dossier is done: the agency that leads, and its own dossier there. */
export type LeadSide = {
  party: string
  agencyName: string
  dossierCode: string
  /** When the lead wants the result. */
  dueAt: Date
}

/** Undefined for a dossier that no message opened. */
export async function leadSideOf(db: Queryable, dossier: Dossier): Promise<LeadSide | undefined> {
  if (dossier.channel !== 'interlink') return undefined
  const legs = await listLegsOf(db, { agencyId: dossier.agencyId, dossierId: dossier.id })
  const leg = legs.find(({ side }) => side === 'partner')
  const opening = leg && (await findNewestBody(db, leg, 'open'))
  return opening && { party: leg.otherParty, ...opening.lead, dueAt: new Date(opening.dueAt) }
}
