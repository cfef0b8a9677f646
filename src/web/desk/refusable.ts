import { Refusal } from '../../platform/refusal.ts'
import type { WebReply } from '../http/route.ts'
import type { Typed } from './acts-pane.tsx'
import { dossierPage } from './dossier-page.tsx'
import { textIn, type DeskRequest } from './desk-request.ts'

/** Not about this dossier's state: the general pages say these. */
const elsewhere = ['not-found', 'form-stale', 'key-reused']

/**
 * Runs an act; when it is refused shows the fresh dossier with who did what in between and what
 * the officer had typed (`names` of the inputs). Nothing typed is lost.
 */
export async function refusable(
  req: DeskRequest,
  names: readonly string[],
  work: () => Promise<WebReply>,
): Promise<WebReply> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || elsewhere.includes(error.code)) throw error
    const seenVersion = Number(textIn(req.body, 'version')) || 0
    return dossierPage(req, { refusal: error, seenVersion, typed: typedIn(req, names) })
  }
}

export function typedIn(req: DeskRequest, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, textIn(req.body, name)]))
}
