import { closeBook } from '../../src/modules/registry/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'

const AGENCY = 'ubnd-00187-2008'

/** What the pages of the register books show, beside the entries that dossiers made. */
export async function fillBooks({ yen }: { yen: Ctx }): Promise<void> {
  await closeBook(yen, { agencyId: AGENCY, book: 'birth', year: 2015 })
}
