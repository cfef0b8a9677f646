import type { Listener } from '../dossiers/index.ts'
import { isLegEnded } from './leg.ts'
import type { Bodies } from './message.ts'
import { send } from './send.ts'
import { listLegsOf } from './store-legs.ts'

const whys: Readonly<Record<string, Bodies['cancel']['why']>> = {
  withdrawn: 'withdrawn',
  declined: 'withdrawn',
  refused: 'withdrawn',
  crossedOut: 'crossed-out',
  entryAnnulled: 'annulled',
}

/**
 * A filing that ends without its result asks nobody for anything any more. What a partner has done
 * meanwhile comes back as its result; what it has not yet done it leaves.
 */
export const cancelLegs: Listener = async (ctx, db, event, dossier) => {
  const why = dossier.channel === 'interlink' ? undefined : whys[event.kind]
  if (why === undefined) return undefined
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const legs = await listLegsOf(db, at)
  for (const leg of legs) {
    if (leg.side !== 'lead' || isLegEnded(leg.state) || leg.state === 'cancelling') continue
    await send(ctx, db, { at: leg, type: 'cancel', body: { why } })
  }
  return undefined
}
