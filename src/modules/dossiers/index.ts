export * from './dossier.ts'
export { fold } from './fold.ts'
export { isOwnersMove, moves, movesFrom, type Action, type By, type Move } from './machine.ts'
export { standingEvents } from './standing-events.ts'
export { isEnded, nationalStatus, openStates, states, type State } from './states.ts'
export {
  formatCode,
  hasValidCheckDigit,
  isCode,
  readLookup,
  shortCode,
  showLookupNo,
} from './code.ts'
export {
  heldBy,
  ensureVersion,
  isAsSeen,
  doneBefore,
  ensureStaff,
  getForOwner,
  getForStaff,
  getForSystem,
  isHeldDossier,
  isOwnDossier,
  mayOwnerOpen,
  mayStaffOpen,
} from './access.ts'
export { actsFor, isSupervisor, type Act } from './permission.ts'
export { standingActs, type StandingAct, type StandingAction } from './standing.ts'
export { namesOf, searchTextOf } from './admit.ts'
export {
  admitFromMessage,
  keepPaper,
  messagePaperField,
  papersOfMessage,
  type AdmitFromMessage,
  type Paper,
} from './admit-from-message.ts'
export { deskAct, keepWords, type AtDesk, type DeskAct } from './desk-act.ts'
export { competentAgencies, file, revisionInForce, type File } from './file.ts'
export {
  forCounter,
  listAtCounter,
  listSlipBlocks,
  reserveSlips,
  SLIPS_MAX,
  startAtCounter,
} from './counter.ts'
export { receive } from './receive.ts'
export { requestSupplement, type RequestSupplement } from './request-supplement.ts'
export {
  approveSupplement,
  askSupplementAgain,
  findOpenAsking,
  turnDownSupplement,
  type AskSupplementAgain,
} from './supplement-again.ts'
export type { Asking } from './asking-store.ts'
export { seenBefore } from './seen-before.ts'
export { commonestReasons, reasonsFor, type SupplementReason } from './supplement-reasons.ts'
export { answerSupplement, ensureAnswered, type AnswerSupplement } from './answer-supplement.ts'
export { decline, type WithReason } from './decline.ts'
export { proposeRefusal, refuse, type Refuse } from './refuse.ts'
export { completeStep, currentStep } from './complete-step.ts'
export {
  answerVerification,
  askVerification,
  findInquiry,
  verificationAnswered,
  type AnswerVerification,
  type AskVerification,
  type VerificationAnswered,
} from './ask-verification.ts'
export type { Inquiry } from './inquiry-store.ts'
export { openInquiries } from './inquiry.ts'
export { postNotice, type PostNotice } from './post-notice.ts'
export { noticeDaysOf } from './notice.ts'
export type { PostedNotice } from './notice-store.ts'
export { propose } from './propose.ts'
export { takeNumber } from './personal-number.ts'
export { resultFactsOf, type EnteredFacts } from './result-facts.ts'
export {
  confirmPreview,
  confirmPreviewForCitizen,
  disputePreview,
  type OwnerAct,
} from './confirm-preview.ts'
export { moveDue, type MoveDue } from './move-due.ts'
export { noteCall, wantCall, type NoteCall } from './call.ts'
export { runDueActions } from './due-actions.ts'
export { planReminders } from './due-plan.ts'
export { sendBack } from './send-back.ts'
export { withdraw, type Withdraw } from './withdraw.ts'
export { assign, mark, open } from './examine.ts'
export { dismissDuplicate, findDuplicates } from './duplicates.ts'
export { decidePerson, findPersonsAlike, type DecidePerson } from './persons-alike.ts'
export type { Alike } from './duplicate-store.ts'
export {
  countChannels,
  countQueues,
  listOwnDossiers,
  listWorklist,
  type WorklistQuery,
} from './list.ts'
export { queues, type Queue } from './queue.ts'
export {
  getFile,
  track,
  trackBySecret,
  viewForOwner,
  viewForStaff,
  viewOf,
  type DeskView,
  type DossierView,
  type PublicStatus,
} from './view.ts'
export { listForRegister, type InRegister } from './list-store.ts'
export { listen, move, stand, type Listener } from './move.ts'
export { definitionOf, formWorldOf, worldOf, type World } from './world.ts'
export { closeDueActions, openedVersion, setDueAction } from './detail-store.ts'
export { findDossierAt, findLocation, type DossierChange, type Location } from './store.ts'
export { listAgenciesWithEvents, listSystemKeys } from './event-store.ts'
export {
  confirmClaims,
  kindsOfHolder,
  releaseClaims,
  takeClaim,
  type ClaimKind,
} from './claim-store.ts'
export { verifyChain } from './verify-chain.ts'
