export { erasePerson } from './erase-person.ts'
export { findCandidates, type Candidate } from './find-candidates.ts'
export {
  annulFact,
  lockPerson,
  unlockPerson,
  type AnnulFact,
  type LockPerson,
} from './lock-person.ts'
export { findPerson, type WholePerson } from './find-person.ts'
export { FOUND_MAX, openPerson, searchPeople } from './look-up.ts'
export {
  dossierSource,
  entrySource,
  standingFacts,
  type EntryRef,
  type Fact,
  type FactDetail,
  type FactKind,
  type Identity,
  type Person,
  type PersonRef,
} from './person.ts'
export type { Band, Reason } from './likeness.ts'
export type { Decision, Verdict } from './store-decisions.ts'
export {
  decideSubject,
  findSubjectCandidates,
  listSubjectDecisions,
  type SubjectCandidate,
} from './subject-candidates.ts'
export { recordBirth, type RecordBirth } from './record-birth.ts'
export { recordDeath, type RecordDeath } from './record-death.ts'
export {
  giveNumber,
  recordCard,
  recordChange,
  recordResidence,
  type RecordResidence,
} from './record-later.ts'
