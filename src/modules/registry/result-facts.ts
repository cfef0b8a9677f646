import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { findStaffInSession, signerTitle } from '../accounts/index.ts'
import { loadCity, type Agency, type City } from '../agencies/index.ts'
import {
  definitionOf,
  ensureStaff,
  type Dossier,
  type EnteredFacts,
  type World,
} from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import { runChecks } from '../procedures/index.ts'
import type { ResultFacts } from './results.ts'

type Given = {
  world: World
  dossier: Dossier
  answers: Answers
  number: string
  signer: ResultFacts['signer']
  signedOn: PlainDate | null
  personalNumber: string | null
  entered: EnteredFacts
}

/** Collects what a result prints, for a preview or for the signature. */
export function factsOf(given: Given): ResultFacts {
  const { world, dossier, answers } = given
  const definition = definitionOf(world, dossier)
  const day = given.signedOn ?? legalDay(dossier.filedAt)
  const filedOn = legalDay(dossier.filedAt)
  const { agencyLines, agencyPrinted } = agencyOnPaper(world.city, dossier.agencyId, day)
  return {
    definition,
    answers,
    number: given.number,
    agencyLines,
    agencyPrinted,
    signer: given.signer,
    signedOn: given.signedOn,
    personalNumber: given.personalNumber,
    entered: given.entered,
    notes: runChecks(definition, answers, { filedOn, today: day }).filter(
      ({ remark }) => remark !== undefined,
    ),
    printUnit: (code) => world.city.printedUnit(code, day),
  }
}

/**
 * Who gives a result on a day: the agency, or since it was merged the one that holds its dossiers.
 * A committee that is no more signs nothing.
 */
export function agencyOf(city: City, agencyId: string, day: PlainDate): Agency {
  const agency = city.agency(city.holderOf(agencyId, day) ?? agencyId)
  if (!agency) throw new Error(`unknown agency ${agencyId}`)
  return agency
}

/** How an agency prints on a day, and the place that papers are dated at: "Láng Thượng". */
export function agencyOnPaper(
  city: City,
  agencyId: string,
  day: PlainDate,
): Pick<ResultFacts, 'agencyLines' | 'agencyPrinted'> & { place: string } {
  const agency = agencyOf(city, agencyId, day)
  const printed = city.printedUnit(agency.unitCode, day) ?? agency.name.replace(/^UBND /, '')
  const [own = '', ...above] = printed.split(', ')
  const lines = agency.kind === 'commune' ? [`UBND ${own}`, above.join(', ')] : [agency.fullName]
  return {
    agencyLines: lines.map((line) => line.toLocaleUpperCase('vi')),
    agencyPrinted: agency.kind === 'commune' ? `UBND ${printed}` : agency.fullName,
    place: agency.kind === 'commune' ? own.replace(/^(phường|xã|thị trấn) /i, '') : 'Hà Nội',
  }
}

/** How the caller signs. */
export async function signerOnPaper(ctx: Ctx, db: Queryable): Promise<ResultFacts['signer']> {
  const actor = ensureStaff(ctx)
  const { staffId, agencyId } = actor
  const staff = await findStaffInSession(db, { staffId, agencyId, day: legalDay(ctx.clock.now()) })
  if (!staff) throw new Error('the signer is no longer on the staff')
  const kind = (await loadCity(db)).agency(agencyId)?.kind
  return { titleLines: signerTitle(actor.roles, kind), fullName: staff.name }
}
