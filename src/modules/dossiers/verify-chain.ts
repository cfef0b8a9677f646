import type { Queryable } from '../../platform/db.ts'
import { chainHash } from './code.ts'
import type { DossierEvent } from './dossier.ts'
import { listChain } from './event-store.ts'
import { chainText } from './move.ts'

export type ChainFault = { seq: number; fault: 'gap' | 'previous' | 'hash' }

/** Reads an agency's events from the first and recomputes every link; undefined when all hold. */
export async function verifyChain(
  db: Queryable,
  agencyId: string,
): Promise<ChainFault | undefined> {
  let previous = { seq: 0, hash: '' }
  for (;;) {
    const page = await listChain(db, agencyId, previous.seq)
    if (page.length === 0) return undefined
    for (const event of page) {
      const fault = faultOf(event, previous)
      if (fault) return { seq: event.seq, fault }
      previous = event
    }
  }
}

function faultOf(
  event: DossierEvent & { prevHash: string },
  previous: { seq: number; hash: string },
): ChainFault['fault'] | undefined {
  if (event.seq !== previous.seq + 1) return 'gap'
  if (event.prevHash !== previous.hash) return 'previous'
  return event.hash === chainHash(event.prevHash, chainText(event)) ? undefined : 'hash'
}
