export { crossOut, lapseUncollected } from './cross-out.ts'
export {
  collectingAct,
  handOver,
  originalsToCompare,
  register,
  type HandOver,
} from './hand-over.ts'
export { holdingLegs, registerLegsPort, type OpenLegs } from './legs-port.ts'
export { personalNumberOf, sign, signMany, type Signed } from './sign.ts'
export { previewPaper, previewPdf } from './preview.ts'
export { issueCertificate, verifyUrl, type Issuing } from './issue-certificate.ts'
export {
  checkCertificate,
  findEntry,
  findIssuedPaper,
  listBook,
  readCertificate,
  type Checked,
  type IssuedPaper,
} from './check-certificate.ts'
export { printOnBlank, receiveBlanks, savePrinter, viewBlanks } from './blanks.ts'
export {
  blankMinutes,
  listDossierBlanks,
  minutesNumber,
  spoilBlank,
  type MinutesKey,
} from './destroy-blank.ts'
export type { Blank, BlankState, Printer } from './blank-store.ts'
export {
  correctedAnswers,
  entryState,
  numberGiven,
  type CorrectedField,
  type Decision,
  type EntryState,
  type RegisterAct,
} from './acts.ts'
export type { Closing, PaperBook } from './book-store.ts'
export { claimSubject } from './claim-subject.ts'
export {
  COPIES_MAX,
  copiesAsked,
  copiesGiven,
  getExtract,
  issueCopies,
  listExtracts,
  type IssueCopies,
} from './copies.ts'
export type { Extract, ExtractKey, ExtractSeries } from './extract-store.ts'
export { issueExtract } from './issue-extract.ts'
export { extractNumber, readExtract } from './make-extract.ts'
export { listSigners, type SignerOnPaper } from './signers.ts'
export {
  annulEntry,
  correctEntry,
  type AnnulEntry,
  type CorrectEntry,
  type TypedDecision,
} from './amend-entry.ts'
export type { Amendment, AmendmentKind } from './amendment-store.ts'
export { correctableFields, fieldOf, type Correctable, type NewValues } from './correctable.ts'
export { entryPaper, viewOfEntry } from './entry-paper.ts'
export { noteNumber } from './note-number.ts'
export { noteEntry, type NoteEntry } from './note-entry.ts'
export {
  listAmendments,
  listWaitingAmendments,
  returnAmendment,
  signAmendment,
  type AmendmentRef,
} from './sign-amendment.ts'
export {
  enterPaperEntry,
  findPaperEntries,
  getPaperEntry,
  paperColumns,
  type EnterPaperEntry,
  type PaperColumn,
  type PaperContent,
} from './paper-entry.ts'
export { issuePaperCopies, listPaperExtracts, type IssuePaperCopies } from './paper-copies.ts'
export type { PaperEntry } from './paper-entry-store.ts'
export { registerSubject, type Subject, type SubjectReader } from './subject.ts'
export { bookName, closingMinutes } from './book-minutes.ts'
export { marginNotes, type CopiesGiven, type MarginNote } from './margin-notes.ts'
export { closeBook, findBookClosing, getEntry } from './close-book.ts'
export {
  checkBook,
  checkBooks,
  explainPage,
  isInOrder,
  type BookCheck,
  type ExplainPage,
} from './check-book.ts'
export type { Book, EntryKey, EntryWithAct } from './store.ts'
export {
  isResultRegistered,
  registerResult,
  type ResultFacts,
  type ResultPaper,
} from './results.ts'
export { replaceCertificate, type ReplaceCertificate } from './replace-certificate.ts'
export { checkCitedPaper } from './cited-paper.ts'
export { findPaperOf, type NumberedPaper } from './numbered-papers-store.ts'
