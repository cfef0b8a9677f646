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

/** The paper of a result; a template nobody registered is a mistake in a definition. */
export function resultPaper(facts: ResultFacts): ResultPaper {
  const mapper = mappers.get(facts.definition.result.template)
  if (!mapper) throw new Error(`result not registered: ${facts.definition.result.template}`)
  return mapper(facts)
}
