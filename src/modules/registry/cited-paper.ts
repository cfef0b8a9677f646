import type { Queryable } from '../../platform/db.ts'
import { legalDay, parsePlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldVietnamese } from '../agencies/index.ts'
import {
  findDossierAt,
  viewOf,
  worldOf,
  type Dossier,
  type Listener,
  type World,
} from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import type { PaperCitation } from '../procedures/index.ts'
import { findNumberedPaper, firstIssuedAt, type NumberedPaper } from './numbered-papers-store.ts'

/**
 * A declaration that cites a paper of the receiving agency's own numbered series (the death notice
 * the ward made) cites one that exists, of that day, about that person. Papers of other agencies,
 * and those from before the agency numbered them here, are compared by an officer. Refuses
 * `cited-paper-unknown`: inside the transaction of the filing, which it undoes.
 * @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 điểm đ; practice.md 21
 */
export const checkCitedPaper: Listener = async (ctx, db, event, dossier) => {
  if (event.kind !== 'filed' && event.kind !== 'supplementAnswered') return
  const world = await worldOf(db)
  const view = await viewOf(db, world, dossier)
  const { cites } = view.definition
  const answers = view.declarations[0]?.answers ?? {}
  if (!cites || !isOwn(world, dossier, answers[cites.issuer])) return
  await ensureKnown(db, { dossier, cites, answers })
}

function isOwn(world: World, dossier: Dossier, issuer: Answers[string] | undefined): boolean {
  const isPlace = typeof issuer === 'object' && 'scope' in issuer && issuer.unit !== undefined
  if (!isPlace) return false
  const filedOn = legalDay(dossier.filedAt)
  return world.city.agencyFor('commune', issuer.unit!, filedOn)?.id === dossier.agencyId
}

type Citing = { dossier: Dossier; cites: PaperCitation; answers: Answers }

async function ensureKnown(db: Queryable, { dossier, cites, answers }: Citing): Promise<void> {
  const [number, day] = [String(answers[cites.number] ?? ''), String(answers[cites.day] ?? '')]
  const { agencyId } = dossier
  const first = await firstIssuedAt(db, { agencyId, series: cites.series })
  if (!first || !parsePlainDate(day) || day < legalDay(first)) return
  const match = /^0*(\d{1,6})\/(\d{4})$/.exec(number.trim())
  const key = match && { no: Number(match[1]), year: Number(match[2]) }
  const paper = key && (await findNumberedPaper(db, { agencyId, series: cites.series, ...key }))
  const fits = paper && (await isAbout(db, paper, { dossier, day }))
  if (!fits) throw new Refusal('cited-paper-unknown', { number, field: cites.number })
}

async function isAbout(
  db: Queryable,
  paper: NumberedPaper,
  { dossier, day }: { dossier: Dossier; day: string },
): Promise<boolean> {
  if (legalDay(paper.issuedAt) !== day) return false
  const source = await findDossierAt(db, paper.dossier)
  const named = [source?.subjectName, dossier.subjectName].map((name) => foldVietnamese(name ?? ''))
  return named[0] === named[1]
}
