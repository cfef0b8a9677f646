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
export { onMessage, type LegEffect, type Taken } from './effects.ts'
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
