import type { ProcedureDefinition } from '../modules/procedures/index.ts'
import { birthRegister, registerBirthChecks } from './birth-register/index.ts'
import { registerBirthResults } from './birth-register/results.ts'

export { birthCertificateData, type CertificateEntry } from './birth-register/index.ts'

/**
 * Makes the named checks of law and the results known; whoever runs checks or renders results has
 * imported this door. Safe to repeat.
 */
export function registerCatalogue(): void {
  registerBirthChecks()
  registerBirthResults()
}

registerCatalogue()

/** Every revision of every procedure the city offers, oldest first within a procedure. */
export const catalogue: readonly ProcedureDefinition[] = [...birthRegister]
