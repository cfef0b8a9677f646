import {
  sampleAgain2016,
  sampleInterlinked2016,
  sampleWithPapers2016,
} from '../../src/catalogue/testing-births.ts'
import { startDraft } from '../../src/modules/intake/index.ts'
import { visits, type Answers } from '../../src/modules/forms/index.ts'
import { loadProcedures, type ProcedureDefinition } from '../../src/modules/procedures/index.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { both, one, type Visit } from './pages.ts'
import type { World } from './world.ts'

export type BirthDraft = { id: string; definition: ProcedureDefinition; answers: Answers }

const samples: readonly [key: string, answers: Answers][] = [
  ['birth.re_register', sampleAgain2016()],
  ['birth.register_with_papers', sampleWithPapers2016()],
  ['birth.interlinked', sampleInterlinked2016()],
]

/** A draft of each of the other births, with every answer but the photos. */
export async function birthDrafts(world: World): Promise<readonly BirthDraft[]> {
  const procedures = await loadProcedures(world.deps.db)
  const day = legalDay(world.clock.now())
  const drafts: BirthDraft[] = []
  for (const [key, answers] of samples) {
    const definition = procedures.revisionOn(key, day)
    if (!definition) throw new Error(`${key} is not offered`)
    const typed = Object.entries(answers).filter(([field]) => !field.startsWith('file.'))
    const { id } = await startDraft(world.ctx, { definition, answers: Object.fromEntries(typed) })
    drafts.push({ id, definition, answers })
  }
  return drafts
}

/** What they have of their own: the procedure's page, the pages of the form, the check, the forms. */
export function birthPages(drafts: readonly BirthDraft[]): Visit[] {
  return drafts.flatMap(({ id, definition, answers }) => {
    const { slug, form, furtherDeclarations = [] } = definition
    const pages = visits(form, answers).map(({ page }) => page.key)
    return [
      ...both('anyone', '/thu-tuc/:slug', `/thu-tuc/${slug}`),
      ...both('anyone', '/to-khai/moi/:slug', `/to-khai/moi/${slug}`),
      ...pages.flatMap((page) =>
        both('citizen', '/to-khai/:draftId/:page', `/to-khai/${id}/${page}`),
      ),
      ...both('citizen', '/to-khai/:draftId/kiem-tra', `/to-khai/${id}/kiem-tra`),
      ...furtherDeclarations.map(({ key }) =>
        one('anyone', '/thu-tuc/:slug/mau/:form', `/thu-tuc/${slug}/mau/${key}`, {
          isBytes: true,
        }),
      ),
    ]
  })
}
