import type { DossierView } from '../dossiers/index.ts'
import type { LegDefinition, ProcedureDefinition } from '../procedures/index.ts'
import type { IssuedPaper } from '../registry/index.ts'
import type { PaperRef } from './message.ts'

/** The paper that a book's registration gives, as the components of services name it. */
const issuedComponents = { birth: 'giay-khai-sinh', death: 'trich-luc-khai-tu' } as const

/** The papers a leg carries, as the partner may fetch them: uploads, and the signed result. */
export function papersOf(
  { papers }: Pick<LegDefinition, 'papers'>,
  { definition, files }: Pick<DossierView, 'definition' | 'files'>,
  issued: IssuedPaper | undefined,
): readonly PaperRef[] {
  return papers.flatMap((wanted): readonly PaperRef[] => {
    if (wanted === '=result') return issued ? [resultRef(definition, issued)] : []
    return files
      .filter(({ component }) => component === wanted)
      .map(({ component, name, mime, sizeBytes, sha256 }) => ({
        ...{ component, name, mime, sizeBytes, sha256 },
      }))
  })
}

function resultRef(definition: ProcedureDefinition, issued: IssuedPaper): PaperRef {
  const { register, result } = definition
  return {
    component: register ? issuedComponents[register.book] : 'ket-qua',
    name: `${result.name.vi}.pdf`,
    mime: 'application/pdf',
    ...issued,
  }
}
