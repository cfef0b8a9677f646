import type { Ctx } from '../../platform/ctx.ts'
import { joined, type Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { calendarFor, dueFor } from '../calendar/index.ts'
import { stand, type Dossier, type DossierEvent, type Listener } from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import type { LegDefinition } from '../procedures/index.ts'
import { findEntry, findIssuedPaper, personalNumberOf } from '../registry/index.ts'
import { legAnswers, type LegFacts } from './leg-answers.ts'
import { papersOf } from './leg-papers.ts'
import { legsToOpen } from './legs-of.ts'
import { partnerOf } from './partner-of.ts'
import { resultsIn } from './leg-results.ts'
import { openLeg } from './send.ts'
import { leadFilingOf, type LeadFiling } from './standing.ts'

const moments: ReadonlySet<string> = new Set([
  'received',
  'signed',
  'registered',
  'certificateIssued',
])

/** May a leg open now? A leg also opens with the result of another. */
function isMoment({ kind, facts }: DossierEvent): boolean {
  return moments.has(kind) || (kind === 'legMoved' && facts['became'] === 'done')
}

/**
 * Opens the legs whose moment the event is, in its transaction: the other agencies are asked as
 * soon as the law lets them begin, and nothing is typed twice.
 * @basis TTLT 05/2015/TTLT-BTP-BCA-BYT; NĐ 61/2018/NĐ-CP Điều 19(6)
 */
export const openLegs: Listener = async (ctx, db, event, dossier) => {
  if (!isMoment(event)) return undefined
  const filing = await leadFilingOf(db, dossier, legalDay(ctx.clock.now()))
  if (filing === undefined) return undefined
  let after = dossier
  for (const leg of legsToOpen(filing.standing)) {
    after = await open(ctx, db, { filing, leg, dossier: after })
  }
  return after
}

type Opening = { filing: LeadFiling; leg: LegDefinition; dossier: Dossier }

async function open(ctx: Ctx, db: Queryable, { filing, leg, dossier }: Opening): Promise<Dossier> {
  const to = partnerOf(filing.world.city, leg, filing.asking)
  // Nobody of the city serves the address: the ward writes on paper, and the page says so.
  if (to === undefined) return dossier
  const calendar = calendarFor(filing.world.calendar, dossier.agencyId)
  const { dueAt } = dueFor(calendar, { receivedAt: ctx.clock.now(), limit: leg.limit })
  return openOne(ctx, db, { filing, leg, dossier, to, dueAt })
}

export type OpenOne = Opening & {
  /** The party asked, and when its result is wanted. */
  to: string
  dueAt: Date
  /** Beside what was declared: a question of the officer's own. */
  more?: Answers
}

/** Opens one leg with what the dossier knows, in the caller's transaction. */
export async function openOne(
  ctx: Ctx,
  db: Queryable,
  { filing, leg, dossier, to, dueAt, more = {} }: OpenOne,
): Promise<Dossier> {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const facts = await factsOf(ctx, db, { filing, dossier })
  const opened = await openLeg(ctx, db, {
    ...at,
    key: leg.key,
    to,
    body: {
      service: leg.service,
      serviceVersion: 1,
      lead: { agencyName: agencyOf(filing, dossier).name, dossierCode: dossier.code },
      answers: { ...legAnswers(leg, filing.standing.answers, facts), ...more },
      papers: papersOf(leg, filing.view, await findIssuedPaper(db, at)),
      dueAt: dueAt.toISOString(),
    },
  })
  return stand(ctx, db, {
    dossier,
    kind: 'legOpened',
    facts: {
      leg: leg.key,
      service: leg.service,
      conversation: opened.leg,
      to,
      due: dueAt.toISOString(),
    },
    requestKey: `leg:${opened.leg}`,
  })
}

function agencyOf({ world }: LeadFiling, { agencyId }: Dossier) {
  const agency = world.city.agency(agencyId)
  if (!agency) throw new Error(`unknown agency ${agencyId}`)
  return agency
}

async function factsOf(
  ctx: Ctx,
  db: Queryable,
  { filing, dossier }: Omit<Opening, 'leg'>,
): Promise<LegFacts> {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const entry = await findEntry({ ...ctx, db: joined(db) }, at)
  const personalNumber = personalNumberOf(filing.view.notes)
  const book = entry?.act?.paperBook
  const event = filing.view.definition.register?.book
  return {
    ...(entry ? { number: `${entry.no}/${entry.year}`, day: legalDay(entry.preparedAt) } : {}),
    ...(book ? { book } : {}),
    ...(personalNumber ? { personalNumber } : {}),
    ...(event ? { event } : {}),
    agency: agencyOf(filing, dossier).fullName,
    code: dossier.code,
    results: resultsIn(filing.view.notes),
  }
}

/** What a leg would carry now, from what is declared and known today: fills in the ward's answers. */
export async function answersForLeg(ctx: Ctx, dossier: Dossier, key: string): Promise<Answers> {
  const filing = await leadFilingOf(ctx.db, dossier, legalDay(ctx.clock.now()))
  const leg = filing?.standing.legs.find((one) => one.key === key)
  if (!filing || !leg) return {}
  const facts = await factsOf(ctx, ctx.db, { filing, dossier })
  return legAnswers(leg, filing.standing.answers, facts)
}
