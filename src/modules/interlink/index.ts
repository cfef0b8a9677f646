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
