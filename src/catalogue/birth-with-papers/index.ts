import { registerDeclaration } from '../../modules/procedures/index.ts'
import { registerEarlierBirthChecks } from '../birth-before-2016/rules.ts'
import { birthLayout } from '../birth-register/declarations.ts'
import { registerBirthResults } from '../birth-register/results.ts'
import { registerBirthChecks } from '../birth-register/rules.ts'

export { birthWithPapers as revisions } from './revisions.ts'

const declaration1 = birthLayout({ kind: 'with-papers', asks: 'residence' })
const declaration2 = birthLayout({ kind: 'with-papers', asks: 'number' })

export function register(): void {
  registerBirthChecks()
  registerEarlierBirthChecks()
  registerBirthResults()
  registerDeclaration('birth-with-papers-declaration@1', declaration1)
  registerDeclaration('birth-with-papers-declaration@2', declaration2)
}
