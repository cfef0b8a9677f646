import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { secretToken, sha256Hex } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { Location } from '../dossiers/index.ts'
import { findCertificate, replaceNewest } from './certificate-store.ts'

/**
 * Prepares the electronic original anew from what the book says now; the QR of the one before says
 * "replaced". Returns the number of the one replaced.
 */
export async function makeOriginalAnew(ctx: Ctx, db: Queryable, at: Location): Promise<number> {
  const old = await findCertificate(db, at)
  if (!old) throw new Error('an entry without its certificate')
  const token = secretToken()
  await replaceNewest(db, old, { token, tokenHash: sha256Hex(token), at: ctx.clock.now() })
  await enqueue(db, 'issue-certificate', at, { key: `certificate:${at.dossierId}` })
  return old.no
}
