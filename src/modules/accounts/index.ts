export { cancelAbsence, recordAbsence, type RecordAbsence } from './absence.ts'
export { listAbsences, listDeputised, type Absence } from './absence-store.ts'
export { findStaffInSession, findTokenHolder } from './access.ts'
export { spendUse, type AddressUse } from './address-limit.ts'
export { disable } from './disable.ts'
export { ensureMayGuess, recordWrongGuess, type Guess } from './guess-limit.ts'
export { acceptInvite, getInvited, invite, inviteAgain, type Invite } from './invite.ts'
export { issueToken, revokeTokens } from './issue-token.ts'
export { sessionLimitsOf, signInLimitsOf, type SignInLimits } from './rules.ts'
export { addMandate, endMandate, type AddMandate, type EndMandate } from './mandate.ts'
export { hashPassword } from './password.ts'
export { isPasswordOf, signIn } from './sign-in.ts'
export { assignSigner, ensureMaySign, maySign, signerTitle } from './signing.ts'
export {
  isStaffRole,
  STAFF_ROLES,
  type Mandate,
  type Staff,
  type StaffInSession,
  type StaffRole,
} from './staff.ts'
export {
  findStaffByLogin,
  listStaff,
  listStaffAt,
  staffNames,
  type StaffAtAgency,
} from './store.ts'
export { sweepSignIns } from './sweep.ts'
