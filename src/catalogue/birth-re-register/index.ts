import { registerDeclaration } from '../../modules/procedures/index.ts'
import { registerEarlierBirthChecks } from '../birth-before-2016/rules.ts'
import { birthLayout } from '../birth-register/declarations.ts'
import { registerBirthResults } from '../birth-register/results.ts'
import { registerBirthChecks } from '../birth-register/rules.ts'
import { registerAgainChecks } from './rules.ts'

export { birthReRegister as revisions } from './revisions.ts'

const declaration1 = birthLayout({ kind: 'again', asks: 'residence' })
const declaration2 = birthLayout({ kind: 'again', asks: 'number' })

export function register(): void {
  registerBirthChecks()
  registerEarlierBirthChecks()
  registerAgainChecks()
  registerBirthResults()
  registerDeclaration('birth-again-declaration@1', declaration1)
  registerDeclaration('birth-again-declaration@2', declaration2)
}
