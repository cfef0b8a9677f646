import { isIPv4 } from 'node:net'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadCity } from '../agencies/index.ts'
import { MINISTRY } from './partner-of.ts'
import { selectParty, upsertParty, type PartyRow } from './store-parties.ts'

/** Where a message to a party goes; an outside party without an endpoint waits for one. */
export type Place = { software: 'inside' } | { software: 'outside'; endpoint: string | null }

/**
 * Where legs opened on a day are worked on: a party that moves to its own software ends in here
 * what it began in here. Its address is always the newest.
 */
export function placeOf(party: string, rows: readonly PartyRow[], openedOn: PlainDate): Place {
  const row = rows.findLast(({ fromDay }) => fromDay <= openedOn)
  const software = row?.software ?? (party === MINISTRY ? 'outside' : 'inside')
  if (software === 'inside') return { software }
  const newest = rows.findLast(({ endpoint }) => endpoint !== null)
  return { software, endpoint: newest?.endpoint ?? null }
}

export async function findPlace(db: Queryable, party: string, openedOn: PlainDate): Promise<Place> {
  return placeOf(party, await selectParty(db, party), openedOn)
}

/** Is it the Ministry or an agency of the city? */
export async function isParty(db: Queryable, party: string): Promise<boolean> {
  return party === MINISTRY || (await loadCity(db)).agency(party) !== undefined
}

/** Do legs opened today go to a desk in here? */
export async function isInsideOn(
  { db, clock }: Pick<Ctx, 'db' | 'clock'>,
  party: string,
): Promise<boolean> {
  return (await findPlace(db, party, legalDay(clock.now()))).software === 'inside'
}

/**
 * From a day on the party works in its own software at this address, or (without one) on desks in
 * here. Refuses `party-unknown`, `endpoint-wrong` (not an absolute https address without a query).
 */
export async function setParty(
  ctx: Pick<Ctx, 'db' | 'clock'>,
  given: { party: string; endpoint: string | null; fromDay?: PlainDate },
): Promise<void> {
  const { party } = given
  if (!(await isParty(ctx.db, party))) throw new Refusal('party-unknown', { party })
  const endpoint = given.endpoint === null ? null : readEndpoint(given.endpoint)
  if (endpoint === null && party === MINISTRY) throw new Refusal('endpoint-wrong')
  const fromDay = given.fromDay ?? legalDay(ctx.clock.now())
  const software = endpoint === null ? 'inside' : 'outside'
  await upsertParty(ctx.db, { party, fromDay, software, endpoint })
}

function readEndpoint(text: string): string {
  const url = URL.parse(text)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isNear(url.hostname))
  if (!url || !isSafe || url.search || url.hash || url.username || url.password)
    throw new Refusal('endpoint-wrong')
  return url.href.replace(/\/+$/, '')
}

/** This machine, or an address of the dedicated network: nobody else listens to plain http. */
function isNear(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '[::1]') return true
  return isIPv4(hostname) && /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(hostname)
}
