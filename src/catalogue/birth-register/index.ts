import { registerBirthDeclarations } from './declarations.ts'
import { registerBirthResults } from './results.ts'
import { registerBirthChecks } from './rules.ts'

export { birthRegister as revisions } from './revisions.ts'

export function register(): void {
  registerBirthChecks()
  registerBirthResults()
  registerBirthDeclarations()
}
