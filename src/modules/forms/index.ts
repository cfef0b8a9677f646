export type * from './definition.ts'
export { evaluate, isAnswered, conditionFields } from './condition.ts'
export {
  answerSource,
  journey,
  visibleFields,
  visits,
  prune,
  complete,
  allFields,
  findField,
} from './journey.ts'
export { stopOf } from './stop.ts'
export { inputNames, ownsInput, type RawInputs } from './input-names.ts'
export { joinName } from '../people/index.ts'
export { parseInput, type Parsed } from './parse-input.ts'
export { parsePage, type PageInput } from './parse-page.ts'
export { toInput, unitInput } from './to-input.ts'
export { validatePage, validateForm, checkField } from './validate.ts'
export { resolveAddresses } from './check-address.ts'
export {
  printAnswer,
  declarationRows,
  summaryRows,
  say,
  type DeclarationSection,
  type Lang,
  type Row,
  type SummaryRow,
  type SummarySection,
} from './print.ts'
export { jsonSchemaFor, type JsonSchema } from './json-schema.ts'
export { checkDefinition, checkTexts, type Mistake, type MistakeCode } from './check-definition.ts'
export { compareRevisions, type RevisionChanges } from './compare.ts'
