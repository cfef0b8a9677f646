import type { Queryable } from '../../platform/db.ts'
import type { DraftFile, Seal } from './draft.ts'
import { findSeal, listDraftFiles } from './store.ts'

/** The seal of a draft, when it was filed. For the core, which admits it. */
export function findSealOf(db: Queryable, draftId: string): Promise<Seal | undefined> {
  return findSeal(db, { id: draftId })
}

/** The files of a draft, for the core inside the filing transaction. */
export function listFilesOf(db: Queryable, draftId: string): Promise<DraftFile[]> {
  return listDraftFiles(db, draftId)
}
