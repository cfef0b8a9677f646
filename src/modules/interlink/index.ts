export * from './message.ts'
export {
  foldLeg,
  isLegEnded,
  legStates,
  stepLeg,
  worstLeg,
  type LegAct,
  type LegState,
  type LegVerdict,
} from './leg.ts'
export { laneOf, type Lane, type LaneMessage, type LaneState, type LaneStep } from './lane.ts'
export { MINISTRY } from './partner-of.ts'
export { registerCommonLegs, type CommonLeg } from './legs-of.ts'
export { findLeg, linkLegDossier, listLegsOf, type Leg, type LegAt } from './store-legs.ts'
export {
  onAccepted,
  onMessage,
  type AcceptedEffect,
  type LegEffect,
  type Taken,
} from './effects.ts'
export { openLeg, send, type OpenLeg, type Send, type WaitingFor } from './send.ts'
export { findPlace, isInsideOn, isParty, setParty, type Place } from './parties.ts'
export { importKey, keyIdOf, openKeys, revoke, type ImportKey, type Keys } from './keys.ts'
export {
  addressedTo,
  EXCHANGE_BASE,
  MESSAGE_BYTES_MAX,
  paths as exchangePaths,
  type Exchange,
  type ExchangeReply,
  type ExchangeRequest,
  type Problem,
} from './exchange.ts'
export { openExchange } from './open-exchange.ts'
export { openCourier, type Courier } from './courier.ts'
export { refuseTooLarge, takeMessage, type Acknowledgement } from './door.ts'
export { deliverDue, type Delivered } from './deliver-messages.ts'
export { sweepExchange } from './sweep.ts'
export {
  countStopped,
  listDeadLetters,
  listExchange,
  listOtherParties,
  listRefusals,
  listSilentParties,
  viewLeg,
  type LegView,
  type Page,
} from './lists.ts'
export type { ExchangeAct, LegLine, MessageLine } from './store-lists.ts'
export type { RefusalRow } from './store-refusals.ts'
export type { Line } from './store-lines.ts'
export { exchangeRoles, sendAgain } from './send-again.ts'
export { fetchPaper, PAPER_BYTES_MAX } from './fetch-paper.ts'
export { servePaper, type PaperAt, type ServedPaper } from './serve-paper.ts'
export { answerSummary } from './answer-summary.ts'
export { SummaryAnswer, SummaryAsked, type LegSummary } from './summary.ts'
export { onReconcile, reconcile, type EffectCheck, type Reconciled } from './reconcile.ts'
export type { Difference, Side } from './compare-sides.ts'
export { findKey, selectKeys, type KeyRow } from './store-keys.ts'
export { carryOverHttp, NoAnswer, type Carry } from './carry.ts'
export { showKey, type ShownKey } from './show-key.ts'
export { selectParties, type PartyRow } from './store-parties.ts'
export { legAnswers, type LegFacts } from './leg-answers.ts'
export { joinInterlink } from './join-interlink.ts'
export { handOverToLead, type ToHandOver } from './inside-desk.ts'
export { answersForLeg } from './open-legs.ts'
export { lanesOf, lanesOfCode, leadSideOf, type LeadSide } from './lanes-of.ts'
export { answerPartner, type AnswerPartner } from './ward-answer.ts'
export { answerAction } from './lead-effects.ts'
export { askCitizen, comeBy, type AskCitizen } from './ask-citizen.ts'
export { listCitizenTasks, type CitizenTask } from './citizen-task-store.ts'
export { AcknowledgementSchema, messageSchemas } from './message-schema.ts'
export { WINDOW_SECONDS } from './verify-request.ts'
