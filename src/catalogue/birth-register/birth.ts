import { readPersonalNumber } from '../../modules/people/index.ts'
import type { AddressValue, Answers, NameValue } from '../../modules/forms/index.ts'
import type { ChildOrigin } from './conditions.ts'

export type ParentAnswers = {
  name: NameValue | undefined
  birthYear: number | undefined
  ethnicity: string | undefined
  nationality: string | undefined
  residence: AddressValue | undefined
  idNumber: string | undefined
}

/** The answers of a birth in words of the law; of a draft, so anything may be missing. */
export type Birth = {
  origin: ChildOrigin | undefined
  /** False for a foundling and a child of unknown parents: their part stays blank. */
  hasParents: boolean
  child: {
    name: NameValue | undefined
    sex: string | undefined
    birthDate: string | undefined
    ethnicity: string | undefined
    nationality: string | undefined
    homeTown: AddressValue | undefined
    homeTownOf: string | undefined
  }
  place: { facility: string | undefined; address: AddressValue | undefined }
  relation: string | undefined
  parentsRelation: string | undefined
  mother: ParentAnswers | undefined
  father: ParentAnswers | undefined
}

/** Reads completed answers (`complete`): a parent who filed is under the parent's own keys. */
export function readBirth(answers: Answers): Birth {
  const origin = text(answers, 'child.origin') as ChildOrigin | undefined // the options of the field
  const isKnown = answers['parents.named'] !== undefined
  const hasParents = isKnown || origin === 'parents' || origin === 'surrogacy'
  const parentsRelation = text(answers, 'parents.relation')
  const named = namedParents(answers)
  const hasFather = named?.father ?? ['married', 'recognised'].includes(parentsRelation ?? '')
  const hasMother = named?.mother ?? true
  return {
    origin,
    hasParents,
    child: {
      name: name(answers, 'child.name'),
      sex: text(answers, 'child.sex'),
      birthDate: text(answers, 'child.birthDate'),
      ethnicity: text(answers, 'child.ethnicity'),
      nationality: text(answers, 'child.nationality'),
      homeTown: address(answers, 'child.homeTown'),
      homeTownOf: text(answers, 'child.homeTownOf'),
    },
    place: { facility: text(answers, 'birth.facility'), address: address(answers, 'birth.place') },
    relation: text(answers, 'requester.relation'),
    parentsRelation,
    mother: hasParents && hasMother ? parent(answers, 'mother') : undefined,
    father: hasParents && hasFather ? parent(answers, 'father') : undefined,
  }
}

/** Of a birth before 2016: whom the papers of the person name. */
function namedParents(answers: Answers): { mother: boolean; father: boolean } | undefined {
  const named = text(answers, 'parents.named')
  if (named === undefined) return undefined
  return {
    mother: named === 'both' || named === 'mother',
    father: named === 'both' || named === 'father',
  }
}

function parent(answers: Answers, who: 'mother' | 'father'): ParentAnswers {
  const idNumber = text(answers, `${who}.idNumber`)
  const declared = answers[`${who}.birthYear`]
  const numbered = idNumber === undefined ? undefined : readPersonalNumber(idNumber)?.birthYear
  return {
    name: name(answers, `${who}.name`),
    birthYear: typeof declared === 'number' ? declared : numbered,
    ethnicity: text(answers, `${who}.ethnicity`),
    nationality: text(answers, `${who}.nationality`),
    residence: address(answers, `${who}.residence`) ?? residenceOfFiling(answers, who),
    idNumber,
  }
}

/** With the personal number known only the commune is said, and who lives there. */
function residenceOfFiling(answers: Answers, who: 'mother' | 'father'): AddressValue | undefined {
  const residents = text(answers, 'filing.residents')
  const lives = residents === 'both' || residents === who
  return lives ? address(answers, 'filing.commune') : undefined
}

function text(answers: Answers, key: string): string | undefined {
  const answer = answers[key]
  return typeof answer === 'string' ? answer : undefined
}

export function name(answers: Answers, key: string): NameValue | undefined {
  const answer = answers[key]
  return typeof answer === 'object' && 'full' in answer ? answer : undefined
}

function address(answers: Answers, key: string): AddressValue | undefined {
  const answer = answers[key]
  return typeof answer === 'object' && 'scope' in answer ? answer : undefined
}
