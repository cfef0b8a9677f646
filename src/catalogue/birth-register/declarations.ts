import { blankBirthDeclaration, type BirthBlank } from '../../modules/papers/index.ts'
import { registerDeclaration, type DeclarationLayout } from '../../modules/procedures/index.ts'

/** The blank of the law; filled in, it prints every answer of the form. */
export function birthLayout(blank: BirthBlank): DeclarationLayout {
  return { blank: () => blankBirthDeclaration(blank) }
}

const declaration1 = birthLayout({ kind: 'first', asks: 'residence' })
const declaration2 = birthLayout({ kind: 'first', asks: 'number' })

/** Makes known how the declaration of a birth prints. */
export function registerBirthDeclarations(): void {
  registerDeclaration('birth-declaration@1', declaration1)
  registerDeclaration('birth-declaration@2', declaration2)
}
