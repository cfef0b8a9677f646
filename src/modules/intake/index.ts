export type { Draft, DraftFile, Seal, SealContent, SealedFile } from './draft.ts'
export { answersWithFiles, answersWithOnlyFiles, readResumeCode, showResumeCode } from './draft.ts'
export { getOwnDraft, isOwnDraft, lockOpenDraft, mayOpenDraft } from './access.ts'
export { startDraft, type StartDraft } from './start-draft.ts'
export { adoptRevision, saveAnswers, type SaveAnswers, type Saved } from './save-answers.ts'
export {
  attachFile,
  ensureAcceptable,
  ensureRoom,
  fileFieldOf,
  removeFile,
  tidyName,
  type AttachFile,
  type FileField,
} from './attach-file.ts'
export { discard } from './discard.ts'
export { codeLimits, confirmPhone, sendCode } from './confirm-phone.ts'
export { listOwnDraftFiles, listOwnDrafts, resume } from './resume.ts'
export { seal, type SealDraft } from './seal.ts'
export { findSealOf, listFilesOf } from './queries.ts'
export { expireDrafts, NOTICE_DAYS } from './expire.ts'
