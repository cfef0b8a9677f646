import type { Queryable } from '../../platform/db.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { addDays, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureDefinition } from './definition.ts'
import { findMistakes, hasProcedureShape } from './mistakes.ts'
import { insertRevision, revisionsOf, slugOwner, type RevisionRow } from './store.ts'

export type Published = { key: string; revision: number; sha256: string; isNew: boolean }

/** SHA-256 of the document with its keys in order: equal documents have equal hashes. */
export function procedureHash(document: unknown): string {
  return sha256Hex(canonicalJson(document))
}

/**
 * Publishes a revision of a procedure: from then on a running server offers it. Publishing the same
 * document again changes nothing. Refuses `procedure-invalid` (with every mistake),
 * `procedure-revision-taken` (published with other content), `procedure-revision-not-next`,
 * `procedure-interval-overlaps` (it must begin after the last one began, and after its last day
 * where that was fixed), `procedure-slug-taken`.
 */
export async function publish(db: Queryable, document: unknown, now: Date): Promise<Published> {
  const mistakes = findMistakes(document)
  if (mistakes.length > 0 || !hasProcedureShape(document))
    throw new Refusal('procedure-invalid', { mistakes })
  const { key, revision } = document
  const sha256 = procedureHash(document)
  const earlier = await revisionsOf(db, key)
  const same = earlier.find((row) => row.revision === revision)
  if (same?.sha256 === sha256) return { key, revision, sha256, isNew: false }
  if (same) throw new Refusal('procedure-revision-taken', { key, revision })
  ensureNext(document, earlier.at(-1))
  const owner = await slugOwner(db, document.slug, key)
  if (owner !== null) throw new Refusal('procedure-slug-taken', { slug: document.slug, key: owner })
  const inserted = await insertRevision(db, {
    key,
    revision,
    valid_from: document.validFrom,
    valid_to: document.validTo,
    slug: document.slug,
    document,
    sha256,
    publishedAt: now,
  })
  if (!inserted) throw new Refusal('procedure-revision-taken', { key, revision })
  return { key, revision, sha256, isNew: true }
}

function ensureNext(document: ProcedureDefinition, last: RevisionRow | undefined): void {
  const { key, revision } = document
  const next = (last?.revision ?? 0) + 1
  if (revision !== next) throw new Refusal('procedure-revision-not-next', { key, revision, next })
  if (!last) return
  const free = addDays(plainDate(last.valid_to ?? last.valid_from), 1)
  if (document.validFrom < free)
    throw new Refusal('procedure-interval-overlaps', { key, revision, free })
}
