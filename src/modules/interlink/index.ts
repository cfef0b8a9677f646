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
