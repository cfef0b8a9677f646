import { registerDeclaration } from '../../modules/procedures/index.ts'
import { tk1Ts } from '../birth-interlinked/insurance-form.ts'
import { registerInterlinkedChecks } from '../birth-interlinked/rules.ts'
import { registerBirthDeclarations } from '../birth-register/declarations.ts'
import { registerBirthResults } from '../birth-register/results.ts'
import { registerBirthChecks } from '../birth-register/rules.ts'

export { birthInterlinkedBhytOnly as revisions } from './revisions.ts'

const insurance = tk1Ts('child.residence')

export function register(): void {
  registerBirthChecks()
  registerInterlinkedChecks()
  registerBirthResults()
  registerBirthDeclarations()
  registerDeclaration('tk1-ts-child@1', insurance)
}
