import type { ProcedureDefinition } from '../modules/procedures/index.ts'
import { openFolders } from './folders.ts'

const folders = await openFolders(import.meta.dirname)

/**
 * Makes the named checks of law and the results known; whoever runs checks or renders results has
 * imported this door. Safe to repeat.
 */
export function registerCatalogue(): void {
  for (const { register } of folders) register?.()
}

registerCatalogue()

/** Every revision of every procedure the city offers, oldest first within a procedure. */
export const catalogue: readonly ProcedureDefinition[] = folders.flatMap(
  ({ revisions }) => revisions,
)
