export type * from './definition.ts'
export {
  isCheckRegistered,
  registerCheck,
  runChecks,
  type Check,
  type CheckFacts,
  type Checked,
  type Finding,
  type FoundBy,
} from './checks.ts'
export {
  blankDeclaration,
  declarationFormOf,
  filledDeclaration,
  MAIN_FORM,
  registerDeclaration,
  type Declared,
  type DeclarationLayout,
} from './declarations.ts'
export { competentUnits, namedAgencies } from './jurisdiction.ts'
export { continuedAnswers, type ContinuedFrom } from './continuation.ts'
export { formWorldOf } from './form-world.ts'
export { longestPathDays, workingDaysAtMost } from './leg-lengths.ts'
export { legFactNames } from './leg-mistakes.ts'
export { findMistakes, hasProcedureShape, type Mistake } from './mistakes.ts'
export {
  isOffered,
  loadProcedures,
  makeProcedures,
  notHeldBack,
  verifyHashes,
  type Procedures,
} from './procedures.ts'
export { procedureHash, publish, type Published } from './publish.ts'
export { procedureSchema } from './schema.ts'
export { subjectFields, subjectOf } from './subject.ts'
