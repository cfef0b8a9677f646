import { registerDeathDeclarations } from '../death/declarations.ts'
import { registerDeathResults } from '../death/results.ts'
import { registerDeathChecks } from '../death/rules.ts'

export { deathAgain as revisions } from './again.ts'

export function register(): void {
  registerDeathChecks()
  registerDeathResults()
  registerDeathDeclarations()
}
