export { startSimulator, type Simulator, type SimulatorOptions } from './program.ts'
export { partnerKinds, type PartnerKind } from './services.ts'
export { defaultSettings, type Settings } from './settings.ts'
