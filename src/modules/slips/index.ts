export {
  listDossierRegister,
  printDossierRegister,
  REGISTER_COUNT_MAX,
  thisMonth,
  type Period,
  type RegisterPage,
  type RegisterPlace,
} from './dossier-register.ts'
export { slipNumber } from './forms.ts'
export { issueSlips, slipFor } from './issue.ts'
export { keepSlip } from './keep-slip.ts'
export { dayOnPaper } from './paper-words.ts'
export {
  currentControlSlip,
  newestSlip,
  readSlip,
  slipOfPath,
  slipPath,
  slipsOf,
} from './read-slip.ts'
export type { RegisterRow } from './register-row.ts'
export { citizenSlips, slipKinds, type Slip, type SlipKey, type SlipKind } from './slip.ts'
export { listSlips } from './store.ts'
