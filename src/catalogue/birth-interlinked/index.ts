import { registerDeclaration } from '../../modules/procedures/index.ts'
import { registerBirthDeclarations } from '../birth-register/declarations.ts'
import { registerBirthResults } from '../birth-register/results.ts'
import { registerBirthChecks } from '../birth-register/rules.ts'
import { ct01, hk02, type ResidenceKeys } from '../residence-forms.ts'
import { tk1Ts } from './insurance-form.ts'
import { registerInterlinkedChecks } from './rules.ts'

export { birthInterlinked as revisions } from './revisions.ts'

const child: ResidenceKeys = {
  person: 'child',
  birthPlace: 'birth.place',
  homeTown: 'child.homeTown',
  residence: 'household.address',
  change: 'Đăng ký thường trú cho trẻ mới khai sinh',
}

const notice = hk02(child)
const change = ct01(child)
const insurance = tk1Ts('household.address')

export function register(): void {
  registerBirthChecks()
  registerInterlinkedChecks()
  registerBirthResults()
  registerBirthDeclarations()
  registerDeclaration('hk02@1', notice)
  registerDeclaration('ct01@1', change)
  registerDeclaration('tk1-ts@1', insurance)
}
