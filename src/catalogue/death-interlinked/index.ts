import { registerDeathDeclarations } from '../death/declarations.ts'
import { registerDeathResults } from '../death/results.ts'
import { registerDeathChecks } from '../death/rules.ts'

export { deathInterlinked as revisions } from './interlinked.ts'

export function register(): void {
  registerDeathChecks()
  registerDeathResults()
  registerDeathDeclarations()
}
