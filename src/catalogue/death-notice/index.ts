import { registerDeathResults } from '../death/results.ts'
import { registerDeathChecks } from '../death/rules.ts'

export { deathNotice as revisions } from './issue.ts'

export function register(): void {
  registerDeathChecks()
  registerDeathResults()
}
