import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadCity } from '../agencies/index.ts'
import { findCandidates, type Candidate } from './find-candidates.ts'
import { findPerson, type WholePerson } from './find-person.ts'
import type { Identity } from './person.ts'

export const FOUND_MAX = 20

/**
 * People whom an officer of a commune looks for, at most 20, the likest first. Who searched is
 * logged, never for whom. Refuses `not-found` to everybody else.
 */
export async function searchPeople(ctx: Ctx, query: Identity): Promise<readonly Candidate[]> {
  const who = await ensureAtCommune(ctx)
  const found = await findCandidates(ctx.db, query, { limit: FOUND_MAX, isSearch: true })
  ctx.log.info({ part: 'persons', ...who, found: found.length }, 'people searched')
  return found
}

/**
 * Everything recorded of one person, for an officer of a commune; logged. Refuses `not-found`, also
 * to everybody else.
 */
export async function openPerson(ctx: Ctx, personId: string): Promise<WholePerson> {
  const who = await ensureAtCommune(ctx)
  const person = UUID.test(personId) ? await findPerson(ctx.db, { personId }) : undefined
  if (!person) throw new Refusal('not-found')
  ctx.log.info({ part: 'persons', ...who, person: personId }, 'person opened')
  return person
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function ensureAtCommune({ db, actor }: Ctx): Promise<{ staff: string; agency: string }> {
  if (actor.kind !== 'staff') throw new Refusal('not-found')
  const { staffId, agencyId } = actor
  const city = await loadCity(db)
  if (city.agency(agencyId)?.kind !== 'commune') throw new Refusal('not-found')
  return { staff: staffId, agency: agencyId }
}
