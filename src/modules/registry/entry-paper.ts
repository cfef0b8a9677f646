import { legalDay } from '../../platform/plain-date.ts'
import type { Queryable } from '../../platform/db.ts'
import {
  definitionOf,
  findDossierAt,
  findLocation,
  resultFactsOf,
  viewOf,
  type DossierView,
  type World,
} from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import { correctedAnswers, numberGiven, type RegisterAct } from './acts.ts'
import { correctionWords } from './margin-notes.ts'
import { factsOf } from './result-facts.ts'
import { resultPaper, withRemark, type ResultPaper } from './results.ts'
import { personalNumberOf } from './sign.ts'
import type { EntryWithAct } from './store.ts'

/**
 * What an entry prints now. `original`: the paper as it was signed, with what was put right before
 * anybody had it, and the notes of later corrections. `copy`: with the corrected values themselves.
 * Equal acts give an equal paper.
 * @basis LHT 60/2014/QH13 Điều 28 khoản 2, Điều 63, 64; practice.md 7
 */
export function entryPaper(
  world: World,
  view: DossierView,
  given: { entry: EntryWithAct; as: 'original' | 'copy' },
): ResultPaper {
  const { entry } = given
  // Written by sign() from a ResultPaper.
  const signed = entry.content.paper as ResultPaper
  const told = entry.acts.filter((act) => act.kind === 'corrected' && act.facts.decision !== null)
  const counted = given.as === 'copy' ? entry.acts : entry.acts.filter((act) => !told.includes(act))
  const answers = correctedAnswers(entry.content.answers, counted)
  const paper = isChanged(counted) ? printAnew(world, view, { entry, answers }) : signed
  return told.reduce((noted, act) => withRemark(noted, correctionWords(act)), paper)
}

function isChanged(acts: readonly RegisterAct[]): boolean {
  return acts.some(({ kind }) => kind === 'corrected' || kind === 'number-given')
}

/** The paper of an entry with other answers, all else as it was signed. */
export function printAnew(
  world: World,
  view: DossierView,
  { entry, answers }: { entry: EntryWithAct; answers: Answers },
): ResultPaper {
  const definition = definitionOf(world, view.dossier)
  return resultPaper(
    factsOf({
      world,
      dossier: view.dossier,
      answers,
      number: `${entry.no}/${entry.year}`,
      signer: signerOf(entry.content.paper as ResultPaper), // written by sign()
      signedOn: legalDay(entry.preparedAt),
      personalNumber: numberGiven(entry.acts) ?? personalNumberOf(view.notes),
      entered: resultFactsOf(definition, view.notes),
    }),
  )
}

/** Who signed a paper, as it prints. */
export function signerOf({ data }: ResultPaper): {
  titleLines: readonly string[]
  fullName: string
} {
  return 'signer' in data ? data.signer : { titleLines: [], fullName: '' }
}

/** The dossier that an entry came of, whole; an entry has one. */
export async function viewOfEntry(
  db: Queryable,
  world: World,
  { dossierId }: Pick<EntryWithAct, 'dossierId'>,
): Promise<DossierView> {
  const at = await findLocation(db, 'id', dossierId)
  const dossier = at && (await findDossierAt(db, at))
  if (!dossier) throw new Error('an entry without its dossier')
  return viewOf(db, world, dossier)
}
