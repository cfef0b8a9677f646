import { registerCommonLegs } from '../modules/interlink/index.ts'
import type { ProcedureDefinition } from '../modules/procedures/index.ts'
import * as agencyCommune from './agency-commune/index.ts'
import * as agencyInsurance from './agency-insurance/index.ts'
import * as agencyResidence from './agency-residence/index.ts'
import * as birthInterlinkedBhytOnly from './birth-interlinked-bhyt-only/index.ts'
import * as birthInterlinked from './birth-interlinked/index.ts'
import * as birthReRegister from './birth-re-register/index.ts'
import * as birthRegister from './birth-register/index.ts'
import * as birthWithPapers from './birth-with-papers/index.ts'
import * as deathAgain from './death-again/index.ts'
import * as deathInterlinked from './death-interlinked/index.ts'
import * as deathNotice from './death-notice/index.ts'
import * as deathRegister from './death-register/index.ts'
import { commonLegs } from './legs-ministry.ts'

/** The door of a procedure's folder, `index.ts`. */
type ProcedureFolder = {
  /** Oldest first, without gaps. */
  revisions: readonly ProcedureDefinition[]
  /** Makes the folder's own checks and results known; safe to repeat. Left out where all is data. */
  register?(): void
}

/** One line a procedure: the product runs as a bundle, which holds only what is named. */
const folders: readonly ProcedureFolder[] = [
  birthRegister,
  birthReRegister,
  birthWithPapers,
  birthInterlinked,
  birthInterlinkedBhytOnly,
  deathNotice,
  deathRegister,
  deathAgain,
  deathInterlinked,
  agencyResidence,
  agencyInsurance,
  agencyCommune,
]

/**
 * Makes the named checks of law, the results and the legs common to all known; whoever runs checks
 * or renders results has imported this door. Safe to repeat.
 */
export function registerCatalogue(): void {
  for (const { register } of folders) register?.()
  registerCommonLegs(commonLegs)
}

registerCatalogue()

/** Every revision of every procedure the city offers, oldest first within a procedure. */
export const catalogue: readonly ProcedureDefinition[] = folders.flatMap(
  ({ revisions }) => revisions,
)
