import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import type { Clock } from '../../platform/clock.ts'
import { findDossierAt, listen, type Location } from '../dossiers/index.ts'
import type { FileStore } from '../files/index.ts'
import { registerLegsPort } from '../registry/index.ts'
import { askCommune } from './ask-commune.ts'
import { cancelLegs } from './cancel-legs.ts'
import { checkEffects } from './check-effects.ts'
import { onAccepted, onMessage } from './effects.ts'
import { handOverWhenAccepted, insideDesk } from './inside-desk.ts'
import { leadEffects } from './lead-effects.ts'
import { isHeld } from './legs-of.ts'
import { openLegs } from './open-legs.ts'
import { onReconcile } from './reconcile.ts'
import { leadFilingOf } from './standing.ts'
import { tellLead } from './tell-lead.ts'

/**
 * Joins legs to dossiers: events open, cancel and answer them, messages act on dossiers of either
 * side, the counter learns what still holds the hand-over. Once at start; safe to repeat.
 */
export function joinInterlink({ files, clock }: { files: FileStore; clock: Clock }): void {
  listen('cancel-legs', cancelLegs)
  listen('open-legs', openLegs)
  listen('ask-commune', askCommune)
  listen('tell-lead', tellLead(files))
  onMessage('lead', leadEffects(files))
  onMessage('inside-desk', insideDesk(files))
  onAccepted('inside-desk', handOverWhenAccepted)
  onReconcile('dossiers', checkEffects)
  registerLegsPort((db, at) => isHeldByLegs(db, at, clock))
}

async function isHeldByLegs(db: Queryable, at: Location, clock: Clock): Promise<boolean> {
  const dossier = await findDossierAt(db, at)
  const filing = dossier && (await leadFilingOf(db, dossier, legalDay(clock.now())))
  return filing !== undefined && isHeld(filing.standing)
}
