import type { Queryable } from '../../platform/db.ts'
import { chainHash } from './code.ts'
import type { DossierEvent } from './dossier.ts'
import { findAgencyHead, listChain } from './event-store.ts'
import { chainText } from './move.ts'

export type ChainFault = { seq: number; fault: 'gap' | 'previous' | 'hash' }

/**
 * Reads an agency's events from the first and recomputes every link, up to the head: events cut off
 * at the end are a gap too. Undefined when all hold. Safe while the agency works.
 */
export async function verifyChain(
  db: Queryable,
  agencyId: string,
): Promise<ChainFault | undefined> {
  const head = await findAgencyHead(db, agencyId)
  let previous = { seq: 0, hash: '' }
  for (;;) {
    const page = await listChain(db, agencyId, previous.seq)
    if (page.length === 0) return endFault(previous, head)
    for (const event of page) {
      const fault = faultOf(event, previous) ?? headFault(event, head)
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

type Head = { eventSeq: number; chainHead: string } | undefined

function endFault(last: { seq: number }, head: Head): ChainFault | undefined {
  return head && head.eventSeq > last.seq ? { seq: last.seq + 1, fault: 'gap' } : undefined
}

function headFault(event: DossierEvent, head: Head): ChainFault['fault'] | undefined {
  return event.seq === head?.eventSeq && event.hash !== head.chainHead ? 'hash' : undefined
}
