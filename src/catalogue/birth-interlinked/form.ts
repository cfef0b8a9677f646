import type { FormDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { form2016 } from '../birth-register/2016.ts'
import { papersPage, type PaperName } from '../birth-register/papers.ts'
import { formToday } from '../birth-register/today.ts'
import type { Paper } from '../papers-asked.ts'

/** The papers of the birth itself; the household book is another agency's. */
export const birthPapers: readonly PaperName[] = [
  'notice',
  'witness',
  'undertaking',
  'minutes',
  'surrogacy',
  'marriage',
  'recognition',
  'authority',
  'identity',
]

/** Where the ward can look the marriage up, its certificate need not be sent. */
const LOOKED_UP: readonly PaperName[] = ['marriage']

/** One declaration for all agencies: the birth's, with the pages of the others before the papers. */
export function interlinkedForm(
  birth: '2016' | '2024',
  { pages, papers = [] }: { pages: readonly PageDefinition[]; papers?: readonly Paper[] },
): FormDefinition {
  const form = birth === '2016' ? form2016 : formToday
  const photos = papersPage(birthPapers, birth === '2016' ? [] : LOOKED_UP, papers)
  return {
    pages: form.pages.flatMap((page) => (page.key === photos.key ? [...pages, photos] : [page])),
  }
}
