import { resultLetter } from './result-letter.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { EnteredFacts } from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import type { Papers, PaperTemplate } from '../papers/index.ts'
import type { Finding, ProcedureDefinition } from '../procedures/index.ts'

/** All a result prints, besides what was declared. */
export type ResultFacts = {
  definition: ProcedureDefinition
  answers: Answers
  /** `NN/YYYY`; empty in a preview and where no register is kept. */
  number: string
  /** Unit lines of the agency as on papers: the committee, then district and city. */
  agencyLines: readonly string[]
  /** "UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội". */
  agencyPrinted: string
  signer: { titleLines: readonly string[]; fullName: string }
  signedOn: PlainDate | null
  /** The 12 digits given to the child; null while awaited. */
  personalNumber: string | null
  /** What the officer entered with the proposal, by the keys of `result.facts`. */
  entered: EnteredFacts
  /** Findings of law with a remark for the register book. */
  notes: readonly Finding[]
  printUnit(code: string): string | undefined
}

/** A paper without its QR: the job adds the address where it can be checked. */
export type ResultPaper = {
  [T in PaperTemplate]: { template: T; data: Papers[T] }
}[PaperTemplate]

export type ResultMapper = (facts: ResultFacts) => ResultPaper

const mappers = new Map<string, ResultMapper>([['result-letter@1', resultLetter]])

/** A procedure's folder in the catalogue says how its result prints; a name means one thing. */
export function registerResult(template: string, mapper: ResultMapper): void {
  const known = mappers.get(template)
  if (known !== undefined && known !== mapper)
    throw new Error(`result registered twice: ${template}`)
  mappers.set(template, mapper)
}

export function isResultRegistered(template: string): boolean {
  return mappers.has(template)
}

/**
 * The paper of a result; a template nobody registered is a mistake in a definition. What was
 * registered once before says so, also where its folder does not.
 * @basis NĐ 123/2015/NĐ-CP Điều 24, 28; practice.md 8
 */
export function resultPaper(facts: ResultFacts): ResultPaper {
  const { result, register } = facts.definition
  const mapper = mappers.get(result.template)
  if (!mapper) throw new Error(`result not registered: ${result.template}`)
  const paper = mapper(facts)
  return register?.entry === 'again' ? withRemark(paper, AGAIN) : paper
}

/** What the book and the paper say of an event that was registered once before. */
export const AGAIN = 'Đăng ký lại'

/** The same paper with a further remark, once; a paper without remarks stays as it is. */
export function withRemark(paper: ResultPaper, remark: string): ResultPaper {
  if (!('remark' in paper.data)) return paper
  const known = paper.data.remark
  if (known.split('; ').includes(remark)) return paper
  const remarks = known === '' ? remark : `${known}; ${remark}`
  // The same paper of the same template, one remark longer.
  return { ...paper, data: { ...paper.data, remark: remarks } } as ResultPaper
}
